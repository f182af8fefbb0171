#pragma once

#include "base/error.h"
#include "tests/base/thrown_error.h"
#include "viewer/data/series.h"
#include "viewer/io/bytes/file_source.h"
#include "viewer/io/bytes/memory_source.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

/// Helpers for tests of readers: temporary folders, files and sources.
namespace fleming::viewer::testing {

/// A new folder. The destructor removes it with its content.
class TemporaryFolder {
public:
    TemporaryFolder() {
        static std::atomic<int> count{0};
        path_ = std::filesystem::temp_directory_path() /
                ("fleming-test-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::filesystem::path writeFile(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Returns the bytes of a number in the byte order `order`.
template <typename T>
std::string bytesOfNumber(T value, std::endian order = std::endian::little) {
    std::string bytes(sizeof(T), '\0');
    std::memcpy(bytes.data(), &value, sizeof(T));
    if (order != std::endian::native) bytes.assign(bytes.rbegin(), bytes.rend());
    return bytes;
}

inline ByteSourcePtr fileSource(const std::filesystem::path& path) {
    return std::make_shared<FileSource>(path);
}

/// Returns `bytes` as a source in memory.
inline ByteSourcePtr inMemory(const std::string& bytes, const std::string& name = "in memory") {
    const auto* begin = reinterpret_cast<const std::byte*>(bytes.data());
    return std::make_shared<MemorySource>(name, std::vector<std::byte>(begin, begin + bytes.size()));
}

/// Returns the Error that `use` throws, or an Error without a code if it throws none.
template <typename Use>
Error errorOf(const Use& use) {
    return test::thrownError(use).value_or(Error(""));
}

/// Returns the code of the Error that `use` throws, or "" if it throws none.
template <typename Use>
std::string faultOf(const Use& use) {
    return errorOf(use).code();
}

/// Reads only `slices` of `series` into a new volume. Returns true if exactly these slices are ready and equal those of
/// the complete volume.
inline bool readsOnly(const Series& series, const std::vector<int>& slices) {
    const auto whole = loadVolume(series);
    const auto part = allocate(series);
    int calls = 0;
    bool right = true;
    readSlices(series, *part, slices,
               [&](int ready, int total) { right = right && ready == ++calls && total == part->geometry().size[2]; });
    for (int k = 0; k < part->geometry().size[2]; ++k) {
        const bool requested = std::find(slices.begin(), slices.end(), k) != slices.end();
        right = right && part->isReady(k) == requested;
        if (requested) right = right && std::ranges::equal(part->slice(k), whole->slice(k));
    }
    return right && calls == static_cast<int>(slices.size());
}

}  // namespace fleming::viewer::testing
