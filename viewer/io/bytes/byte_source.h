#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A range of bytes of a source.
struct ByteRange {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// Bytes in memory, and what keeps them there.
struct ByteView {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

class ByteSource;
using ByteSourcePtr = std::shared_ptr<const ByteSource>;

/// A named sequence of bytes: a file (file_source.h) or a block of memory (memory_source.h). Readers take a ByteSource
/// and do not know where its bytes come from. Offsets and lengths that a header declares are checked here and nowhere
/// else: read() and view() throw if a range is not inside the source.
/// The size and the content never change: a file that changes on disk after its source was made gives an Error.
/// Safe to use from several threads.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Returns the name for errors, series and provenance: the path of a file.
    const std::string& name() const { return name_; }

    /// Returns the last part of the name: "scan.nii" for "/scans/scan.nii".
    std::string fileName() const { return std::filesystem::path(name_).filename().string(); }

    /// Returns the size in bytes.
    std::uint64_t size() const { return size_; }

    /// Copies the bytes from `offset` on into `to`, up to the end of the source. Returns the number of bytes copied.
    /// Throws Error (file.gone, file.changed, file.cannot_open, file.cannot_read).
    std::size_t readSome(std::uint64_t offset, std::span<std::byte> to) const;

    /// Copies the bytes from `offset` on into all of `to`. Throws Error as readSome() does, and file.cut_short if the
    /// source ends before.
    void read(std::uint64_t offset, std::span<std::byte> to) const;

    /// Returns the first bytes, at most `count`. Throws Error as readSome() does.
    std::vector<std::byte> start(std::size_t count) const;

    /// Returns `range` without copying it: a file is mapped into memory. Throws Error as read() does.
    ByteView view(const ByteRange& range) const;
    /// Returns all bytes without copying them.
    ByteView view() const { return view({0, size_}); }

    /// Keeps the source open while the returned object lives, so that several reads open a file once. Throws Error as
    /// readSome() does. May return null.
    virtual std::shared_ptr<const void> hold() const { return nullptr; }

    /// Returns the path if the source is a file of its own, else an empty path.
    virtual std::filesystem::path path() const { return {}; }

    enum class Links { followed, insideFolder };

    /// Returns the source with the path `relative` to the folder of this one, or null if there is none. With
    /// Links::insideFolder, throws Error (file.outside_folder) if the path leads out of the folder, also by a symbolic
    /// link: for paths that a header names.
    virtual ByteSourcePtr sibling(const std::filesystem::path& relative, Links links) const;

protected:
    ByteSource(std::string name, std::uint64_t size);

private:
    /// Copies the bytes from `offset` on into `to`; the range is inside [0, size()). Returns the number of bytes
    /// copied.
    virtual std::size_t readRange(std::uint64_t offset, std::span<std::byte> to) const = 0;
    /// Returns all size() bytes.
    virtual ByteView viewAll() const = 0;

    std::string name_;
    std::uint64_t size_;
};

}  // namespace fleming::viewer
