#pragma once

#include "viewer/io/bytes/byte_source.h"

#include <stop_token>

namespace fleming::viewer {

/// The largest ratio of inflated to deflated bytes (zlib's technical notes): the bound for what a compressed file can
/// contain.
constexpr std::uint64_t kDeflateRatio = 1032;

/// Reads a source from an offset on, in order, and inflates gzip and zlib streams (also several gzip members in a row).
/// Holds a buffer of 256 KiB at most. For one thread.
class ByteStream {
public:
    /// Starts at `offset` bytes. The bytes from there on are a gzip or zlib stream if `compressed`. Throws Error.
    ByteStream(ByteSourcePtr source, std::uint64_t offset, bool compressed);
    ~ByteStream();
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;

    /// Copies the next bytes into `to`, up to the end of the stream. Returns the number of bytes copied. Throws Error
    /// as ByteSource::readSome() does, Error (file.damaged_compression), Cancelled.
    std::size_t readSome(std::span<std::byte> to, std::stop_token stop = {});

    /// Copies the next bytes into all of `to`. Throws as readSome() does, and Error (file.cut_short) if the stream ends
    /// before.
    void read(std::span<std::byte> to, std::stop_token stop = {});

    /// Skips `count` bytes of the (inflated) stream. Throws as read() does.
    void skip(std::uint64_t count, std::stop_token stop = {});

private:
    struct Inflater;
    std::size_t readSource(std::span<std::byte> to);
    std::size_t inflateSome(std::span<std::byte> to);

    ByteSourcePtr source_;
    std::shared_ptr<const void> held_;
    std::uint64_t position_ = 0;
    std::unique_ptr<Inflater> inflater_;  ///< null for bytes that are not compressed
};

}  // namespace fleming::viewer
