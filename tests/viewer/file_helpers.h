#pragma once

#include <atomic>
#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

/// What the tests of readers share: a folder of their own, and files of bytes.
namespace fleming::viewer::testing {

/// A new folder, removed with all in it at the end.
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

/// A number's bytes, in the byte order that is asked for.
template <typename T>
std::string bytesOfNumber(T value, std::endian order = std::endian::little) {
    std::string bytes(sizeof(T), '\0');
    std::memcpy(bytes.data(), &value, sizeof(T));
    if (order != std::endian::native) bytes.assign(bytes.rbegin(), bytes.rend());
    return bytes;
}

/// What opening threw, or "" where nothing was thrown.
template <typename Use>
std::string messageOf(const Use& use) {
    try {
        use();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "";
}

}  // namespace fleming::viewer::testing
