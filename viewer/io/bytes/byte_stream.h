#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace fleming::viewer {

/// deflate makes at most 1032 bytes out of one (zlib's technical notes): what a compressed file can hold at most.
constexpr std::uint64_t kDeflateRatio = 1032;

/// The bytes of a regular file from an offset on, in order; gzip and zlib streams are inflated on the way (also several
/// gzip members in a row). Holds no more than a small buffer.
class ByteStream {
public:
    /// Throws Error where `file` is no readable regular file.
    ByteStream(const std::filesystem::path& file, std::uint64_t offset, bool compressed);
    ~ByteStream();
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;

    /// Fills `to` as far as the stream reaches; the number of bytes that came. Throws Error on damage, Cancelled.
    std::size_t readSome(std::span<std::byte> to, std::stop_token stop = {});

    /// Fills `to` wholly. Throws Error where the stream ends before.
    void read(std::span<std::byte> to, std::stop_token stop = {});

    /// Passes over `count` bytes of the (inflated) stream. Throws as read() does.
    void skip(std::uint64_t count, std::stop_token stop = {});

private:
    struct Inflater;
    std::size_t readFile(std::span<std::byte> to);
    std::size_t inflateSome(std::span<std::byte> to);

    std::filesystem::path file_;
    int descriptor_ = -1;
    std::uint64_t position_ = 0;
    std::unique_ptr<Inflater> inflater_;  // only where compressed
};

/// The size of a regular file. Throws Error where there is none.
std::uint64_t regularFileSize(const std::filesystem::path& file);

/// The first bytes of a regular file, at most `count`. Never waits (a pipe is refused). Throws Error.
std::vector<std::byte> firstBytes(const std::filesystem::path& file, std::size_t count);

}  // namespace fleming::viewer
