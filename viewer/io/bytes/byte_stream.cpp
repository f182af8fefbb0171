#include "viewer/io/bytes/byte_stream.h"

#include "viewer/io/fault.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace fleming::viewer {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;  // between two looks at the stop token

/// Opens a regular file for reading; -1 is never returned.
int openRegular(const std::filesystem::path& file) {
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) fail(file, std::string("cannot be opened: ") + std::strerror(errno));
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        fail(file, "is not a regular file");
    }
    return descriptor;
}

}  // namespace

struct ByteStream::Inflater {
    z_stream stream{};
    std::array<std::byte, std::size_t{256} << 10> input;
    bool memberEnded = false;

    // 32 + MAX_WBITS: zlib tells a gzip header from its own.
    explicit Inflater(const std::filesystem::path& file) {
        if (inflateInit2(&stream, 32 + MAX_WBITS) != Z_OK) fail(file, "cannot be inflated: out of memory");
    }
    ~Inflater() { inflateEnd(&stream); }
};

ByteStream::ByteStream(const std::filesystem::path& file, std::uint64_t offset, bool compressed)
    : file_(file), position_(offset) {
    if (compressed) inflater_ = std::make_unique<Inflater>(file);
    descriptor_ = openRegular(file);
}

ByteStream::~ByteStream() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t ByteStream::readFile(std::span<std::byte> to) {
    std::size_t done = 0;
    while (done < to.size()) {
        const ssize_t count = ::pread(descriptor_, to.data() + done, to.size() - done, static_cast<off_t>(position_));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(file_, std::string("cannot be read: ") + std::strerror(errno));
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
        position_ += static_cast<std::uint64_t>(count);
    }
    return done;
}

std::size_t ByteStream::inflateSome(std::span<std::byte> to) {
    z_stream& z = inflater_->stream;
    z.next_out = reinterpret_cast<Bytef*>(to.data());
    z.avail_out = static_cast<uInt>(to.size());
    while (z.avail_out > 0) {
        if (z.avail_in == 0) {
            const std::size_t count = readFile(inflater_->input);
            if (count == 0) break;
            z.next_in = reinterpret_cast<Bytef*>(inflater_->input.data());
            z.avail_in = static_cast<uInt>(count);
        }
        if (inflater_->memberEnded) {
            if (*z.next_in != 0x1f) break;  // what follows the last member is padding
            inflateReset(&z);
            inflater_->memberEnded = false;
        }
        const int status = inflate(&z, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            inflater_->memberEnded = true;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            fail(file_, "has damaged compressed data");
        }
    }
    return to.size() - z.avail_out;
}

std::size_t ByteStream::readSome(std::span<std::byte> to, std::stop_token stop) {
    std::size_t done = 0;
    while (done < to.size()) {
        if (stop.stop_requested()) throw Cancelled();
        const std::span<std::byte> part = to.subspan(done, std::min(kChunk, to.size() - done));
        const std::size_t count = inflater_ ? inflateSome(part) : readFile(part);
        done += count;
        if (count < part.size()) break;
    }
    return done;
}

void ByteStream::read(std::span<std::byte> to, std::stop_token stop) {
    if (readSome(to, stop) < to.size()) fail(file_, "is cut short: it ends before its last voxel");
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

std::uint64_t regularFileSize(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) fail(file, std::string("cannot be opened: ") + std::strerror(errno));
    if (!S_ISREG(status.st_mode)) fail(file, "is not a regular file");
    return static_cast<std::uint64_t>(status.st_size);
}

std::vector<std::byte> firstBytes(const std::filesystem::path& file, std::size_t count) {
    std::vector<std::byte> bytes(count);
    ByteStream stream(file, 0, false);
    bytes.resize(stream.readSome(bytes));
    return bytes;
}

}  // namespace fleming::viewer
