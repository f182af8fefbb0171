#include "app/session/file/writer_lock.h"

#include "base/error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace fleming::app {

namespace {

struct flock byteRange(short type, off_t start, off_t length) {
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = start;
    range.l_len = length;  // 0: to the end of the file
    return range;
}

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    throw Error("session.lock_unusable", path, {std::generic_category().message(error)});
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& session) : path_(session) {
    path_ += "-lock";
}

WriterLock::~WriterLock() {
    if (descriptor_ < 0) return;
    struct flock all = byteRange(F_WRLCK, 0, 0);
    if (fcntl(descriptor_, F_OFD_SETLK, &all) == 0 && isStillTheFileAt(descriptor_)) ::unlink(path_.c_str());
    ::close(descriptor_);
}

bool WriterLock::isStillTheFileAt(int descriptor) const {
    struct stat opened {};
    struct stat named {};
    return fstat(descriptor, &opened) == 0 && stat(path_.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

bool WriterLock::holdSession() {
    return lockByte(0, F_OFD_SETLK);
}
void WriterLock::hold(std::int64_t exchange) {
    lockByte(exchange, F_OFD_SETLKW);
}

bool WriterLock::lockByte(std::int64_t number, int command) {
    // The last user may remove the file between open and lock. Other processes would not see a lock on an unlinked
    // file.
    for (;;) {
        if (descriptor_ < 0) descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor_ < 0) fail(path_, errno);
        struct flock byte = byteRange(F_WRLCK, number, 1);
        int locked = -1;
        do {
            locked = fcntl(descriptor_, command, &byte);
        } while (locked != 0 && errno == EINTR);
        if (locked != 0 && command == F_OFD_SETLK && (errno == EAGAIN || errno == EACCES)) return false;
        if (locked != 0) fail(path_, errno);
        if (isStillTheFileAt(descriptor_)) return true;
        ::close(descriptor_);
        descriptor_ = -1;
    }
}

void WriterLock::release(std::int64_t exchange) {
    if (descriptor_ < 0) return;
    struct flock byte = byteRange(F_UNLCK, exchange, 1);
    fcntl(descriptor_, F_OFD_SETLK, &byte);
}

bool WriterLock::isHeld(std::int64_t exchange) const {
    const int file = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0) return false;
    struct flock byte = byteRange(F_WRLCK, exchange, 1);
    const bool held = fcntl(file, F_OFD_GETLK, &byte) == 0 && byte.l_type != F_UNLCK;
    ::close(file);
    return held;
}

}  // namespace fleming::app
