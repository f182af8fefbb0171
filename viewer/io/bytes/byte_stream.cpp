#include "viewer/io/bytes/byte_stream.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <utility>
#include <zlib.h>

namespace fleming::viewer {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;  // bytes between two checks of the stop token

}  // namespace

struct ByteStream::Inflater {
    z_stream stream{};
    std::array<std::byte, std::size_t{256} << 10> input;
    bool memberEnded = false;

    // 32 + MAX_WBITS: zlib detects whether the header is a gzip or a zlib header.
    explicit Inflater(const std::string& source) {
        if (inflateInit2(&stream, 32 + MAX_WBITS) != Z_OK) throw Error("file.out_of_memory", source);
    }
    ~Inflater() { inflateEnd(&stream); }
};

ByteStream::ByteStream(ByteSourcePtr source, std::uint64_t offset, bool compressed)
    : source_(std::move(source)), held_(source_->hold()), position_(offset) {
    if (compressed) inflater_ = std::make_unique<Inflater>(source_->name());
}

ByteStream::~ByteStream() = default;

std::size_t ByteStream::readSource(std::span<std::byte> to) {
    const std::size_t count = source_->readSome(position_, to);
    position_ += count;
    return count;
}

std::size_t ByteStream::inflateSome(std::span<std::byte> to) {
    z_stream& z = inflater_->stream;
    z.next_out = reinterpret_cast<Bytef*>(to.data());
    z.avail_out = static_cast<uInt>(to.size());
    while (z.avail_out > 0) {
        if (z.avail_in == 0) {
            const std::size_t count = readSource(inflater_->input);
            if (count == 0) break;
            z.next_in = reinterpret_cast<Bytef*>(inflater_->input.data());
            z.avail_in = static_cast<uInt>(count);
        }
        if (inflater_->memberEnded) {
            if (*z.next_in != 0x1f) break;  // padding follows the last member
            inflateReset(&z);
            inflater_->memberEnded = false;
        }
        const int status = inflate(&z, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            inflater_->memberEnded = true;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            throw Error("file.damaged_compression", source_->name());
        }
    }
    return to.size() - z.avail_out;
}

std::size_t ByteStream::readSome(std::span<std::byte> to, std::stop_token stop) {
    std::size_t done = 0;
    while (done < to.size()) {
        if (stop.stop_requested()) throw Cancelled();
        const std::span<std::byte> part = to.subspan(done, std::min(kChunk, to.size() - done));
        const std::size_t count = inflater_ ? inflateSome(part) : readSource(part);
        done += count;
        if (count < part.size()) break;
    }
    return done;
}

void ByteStream::read(std::span<std::byte> to, std::stop_token stop) {
    if (readSome(to, stop) < to.size()) throw Error("file.cut_short", source_->name());
}

void ByteStream::skip(std::uint64_t count, std::stop_token stop) {
    if (!inflater_) {
        position_ += count;
        return;
    }
    std::vector<std::byte> scratch(static_cast<std::size_t>(std::min<std::uint64_t>(count, kChunk)));
    while (count > 0) {
        const std::size_t part = static_cast<std::size_t>(std::min<std::uint64_t>(count, scratch.size()));
        read({scratch.data(), part}, stop);
        count -= part;
    }
}

}  // namespace fleming::viewer
