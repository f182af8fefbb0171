#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace fleming {

/// A file that is mapped read-only into memory as a whole. The object can be moved, not copied; it owns the mapping.
class MappedFile {
public:
    MappedFile() = default;

    /// Maps the regular file at `path`. An empty file gives an empty span. Throws Error with a "file." code if the file
    /// is missing, not a regular file, or unreadable.
    explicit MappedFile(const std::filesystem::path& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    /// Returns the bytes of the file, valid while this object lives.
    std::span<const std::byte> bytes() const { return {data_, size_}; }

private:
    const std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace fleming
