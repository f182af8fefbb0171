#include "base/memory.h"

#include "base/control_groups.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace fleming {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::max();

/// Returns the number after `key` in the line of `file` that starts with `key` ("MemAvailable:", "inactive_file").
std::optional<std::int64_t> readNumberAfter(const fs::path& file, std::string_view key) {
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words(line);
        std::string word;
        std::int64_t value = 0;
        if (words >> word && word == key && words >> value) return value;
    }
    return std::nullopt;
}

/// Returns the number that `file` contains; nullopt if the file is missing or contains "max".
std::optional<std::int64_t> readNumber(const fs::path& file) {
    std::ifstream stream(file);
    std::int64_t value = 0;
    if (stream >> value) return value;
    return std::nullopt;
}

/// Returns the bytes that one control group still allows, given the names of its files.
std::int64_t remainingInGroup(const fs::path& group, const char* limitName, const char* usageName,
                              const char* cacheName) {
    const auto limit = readNumber(group / limitName);
    const auto usage = readNumber(group / usageName);
    if (!limit || !usage) return kUnknown;
    const std::int64_t reclaimable = readNumberAfter(group / "memory.stat", cacheName).value_or(0);
    return std::max<std::int64_t>(0, *limit - std::max<std::int64_t>(0, *usage - reclaimable));
}

/// Returns the bytes that the control groups of this process still allow.
std::int64_t remainingInControlGroups() {
    std::int64_t remaining = kUnknown;
    for (const fs::path& group : controlGroups("memory")) {
        remaining = std::min(
            {remaining, remainingInGroup(group, "memory.max", "memory.current", "inactive_file"),
             remainingInGroup(group, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")});
    }
    return remaining;
}

}  // namespace

std::int64_t availableMemory() {
    const auto kilobytes = readNumberAfter("/proc/meminfo", "MemAvailable:");
    const std::int64_t machine = kilobytes ? *kilobytes * 1024 : kUnknown;
    return std::min(machine, remainingInControlGroups());
}

std::int64_t freeSwap() {
    return readNumberAfter("/proc/meminfo", "SwapFree:").value_or(0) * 1024;
}

}  // namespace fleming
