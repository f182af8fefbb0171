#pragma once

#include "viewer/io/bytes/byte_source.h"

#include <mutex>

namespace fleming::viewer {

/// A regular file. The file is open only during a read and while hold() keeps it open, so a series of any number of
/// files needs few file descriptors. Size and modification time are compared each time the file is opened.
class FileSource final : public ByteSource {
public:
    /// Looks at the file without opening it. Throws Error (file.cannot_open, file.not_regular).
    explicit FileSource(const std::filesystem::path& path);

    std::shared_ptr<const void> hold() const override { return descriptor(); }
    std::filesystem::path path() const override { return name(); }
    ByteSourcePtr sibling(const std::filesystem::path& relative, Links links) const override;

private:
    struct Stamp {
        std::uint64_t size = 0;
        std::int64_t modified = 0;  ///< ns
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    class Descriptor;

    FileSource(const std::filesystem::path& path, const Stamp& stamp);
    static Stamp stampOf(const std::filesystem::path& path);
    std::shared_ptr<const Descriptor> descriptor() const;
    std::size_t readRange(std::uint64_t offset, std::span<std::byte> to) const override;
    ByteView viewAll() const override;

    Stamp stamp_;
    mutable std::mutex mutex_;
    mutable std::weak_ptr<const Descriptor> open_;  ///< guarded by mutex_
};

}  // namespace fleming::viewer
