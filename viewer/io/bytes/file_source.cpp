#include "viewer/io/bytes/file_source.h"

#include "base/error.h"
#include "base/mapped_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fleming::viewer {

namespace fs = std::filesystem;

/// An open file descriptor.
class FileSource::Descriptor {
public:
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    explicit Descriptor(const std::string& path) : value_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
        if (value_ < 0 && errno == ENOENT) throw Error("file.gone", path);
        if (value_ < 0) throw Error("file.cannot_open", path, {std::strerror(errno)});
    }
    ~Descriptor() { ::close(value_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int value() const { return value_; }

private:
    int value_;
};

FileSource::FileSource(const fs::path& path) : FileSource(path, stampOf(path)) {}

FileSource::FileSource(const fs::path& path, const Stamp& stamp)
    : ByteSource(path.string(), stamp.size), stamp_(stamp) {}

FileSource::Stamp FileSource::stampOf(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) throw Error("file.cannot_open", path, {std::strerror(errno)});
    if (!S_ISREG(status.st_mode)) throw Error("file.not_regular", path);
    return {static_cast<std::uint64_t>(status.st_size),
            std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

std::shared_ptr<const FileSource::Descriptor> FileSource::descriptor() const {
    const std::lock_guard lock(mutex_);
    if (std::shared_ptr<const Descriptor> open = open_.lock()) return open;
    auto opened = std::make_shared<const Descriptor>(name());
    struct stat status {};
    if (::fstat(opened->value(), &status) != 0) throw Error("file.cannot_read", name(), {std::strerror(errno)});
    const Stamp now{static_cast<std::uint64_t>(status.st_size),
                    std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
    if (!S_ISREG(status.st_mode) || now != stamp_) throw Error("file.changed", name());
    open_ = opened;
    return opened;
}

std::size_t FileSource::readRange(std::uint64_t offset, std::span<std::byte> to) const {
    const std::shared_ptr<const Descriptor> open = descriptor();
    std::size_t done = 0;
    while (done < to.size()) {
        const ssize_t count =
            ::pread(open->value(), to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw Error("file.cannot_read", name(), {std::strerror(errno)});
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

ByteView FileSource::viewAll() const {
    const auto held = hold();
    const auto mapped = std::make_shared<const MappedFile>(path());
    if (mapped->bytes().size() != size()) throw Error("file.changed", name());
    return {mapped->bytes(), mapped};
}

ByteSourcePtr FileSource::sibling(const fs::path& relative, Links links) const {
    std::error_code error;
    fs::path inside = relative;
    if (links == Links::insideFolder) {
        const fs::path folder = fs::weakly_canonical(fs::absolute(path()).parent_path(), error);
        inside = fs::weakly_canonical(folder / relative, error).lexically_relative(folder);
        if (error || inside.empty() || *inside.begin() == "..")
            throw Error("file.outside_folder", name(), {relative.string()});
    }
    const fs::path file = path().parent_path() / inside;
    return fs::is_regular_file(file, error) ? std::make_shared<FileSource>(file) : nullptr;
}

}  // namespace fleming::viewer
