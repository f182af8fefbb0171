#include "inference/memory.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string_view>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace fleming::inference {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::max();

/// The number that follows `key` at the start of a line of `file` ("MemAvailable:", "inactive_file").
std::optional<std::int64_t> numberAfter(const fs::path& file, std::string_view key) {
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words(line);
        std::string word;
        std::int64_t value = 0;
        if (words >> word && word == key && words >> value) return value;
    }
    return std::nullopt;
}

/// The number that is the whole of `file`; none where it is missing or says "max".
std::optional<std::int64_t> numberIn(const fs::path& file) {
    std::ifstream stream(file);
    std::int64_t value = 0;
    if (stream >> value) return value;
    return std::nullopt;
}

/// What one control group leaves, given the names of its files.
std::int64_t roomInGroup(const fs::path& group, const char* limitName, const char* usageName, const char* cacheName) {
    const auto limit = numberIn(group / limitName);
    const auto usage = numberIn(group / usageName);
    if (!limit || !usage) return kUnknown;
    const std::int64_t reclaimable = numberAfter(group / "memory.stat", cacheName).value_or(0);
    return std::max<std::int64_t>(0, *limit - std::max<std::int64_t>(0, *usage - reclaimable));
}

/// The least that `group` under `root`, or any group above it, leaves.
std::int64_t roomInHierarchy(const fs::path& root, const fs::path& group, const char* limitName, const char* usageName,
                             const char* cacheName) {
    std::int64_t room = roomInGroup(root, limitName, usageName, cacheName);
    fs::path path = root;
    for (const fs::path& part : group.relative_path()) {
        path /= part;
        room = std::min(room, roomInGroup(path, limitName, usageName, cacheName));
    }
    return room;
}

/// What this process's control groups leave; /proc/self/cgroup has lines "id:controllers:path".
std::int64_t roomInControlGroups() {
    const fs::path root = "/sys/fs/cgroup";
    std::int64_t room = kUnknown;
    std::ifstream stream("/proc/self/cgroup");
    for (std::string line; std::getline(stream, line);) {
        const auto first = line.find(':');
        const auto second = first == std::string::npos ? first : line.find(':', first + 1);
        if (second == std::string::npos) continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        const fs::path group = line.substr(second + 1);
        if (controllers.empty()) {
            room = std::min(room, roomInHierarchy(root, group, "memory.max", "memory.current", "inactive_file"));
        } else if (("," + controllers + ",").find(",memory,") != std::string::npos) {
            room = std::min(room, roomInHierarchy(root / "memory", group, "memory.limit_in_bytes",
                                                  "memory.usage_in_bytes", "total_inactive_file"));
        }
    }
    return room;
}

}  // namespace

std::int64_t availableMemory() {
    const auto kilobytes = numberAfter("/proc/meminfo", "MemAvailable:");
    const std::int64_t machine = kilobytes ? *kilobytes * 1024 : kUnknown;
    return std::min(machine, roomInControlGroups());
}

void keepFreedMemory() {
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most that glibc takes
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

std::string formatBytes(std::int64_t bytes) {
    constexpr std::array<const char*, 5> kUnits{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000.0;
        ++unit;
    }
    std::array<char, 48> text{};
    const int decimals = unit > 0 && value < 99.95 ? 1 : 0;
    std::snprintf(text.data(), text.size(), "%.*f %s", decimals, value, kUnits[unit]);
    return text.data();
}

}  // namespace fleming::inference
