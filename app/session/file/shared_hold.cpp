#include "app/session/file/shared_hold.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr off_t kSharedFirst = 0x40000000 + 2, kSharedSize = 510;  // of the database: SHARED_FIRST, SHARED_SIZE
constexpr off_t kMemoryInUse = 128;                                // of the shared memory: UNIX_SHM_DMS

void lock(int descriptor, short type, off_t first, off_t size) {
    if (descriptor < 0) return;
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = first;
    range.l_len = size;
    fcntl(descriptor, F_OFD_SETLK, &range);
}

void lockBoth(int database, int memory, short type) {
    lock(database, type, kSharedFirst, kSharedSize);
    lock(memory, type, kMemoryInUse, 1);
}

}  // namespace

SharedHold::SharedHold(const std::filesystem::path& database)
    : database_(::open(database.c_str(), O_RDONLY | O_CLOEXEC)),
      memory_(::open((database.string() + "-shm").c_str(), O_RDONLY | O_CLOEXEC)) {
    lockBoth(database_, memory_, F_RDLCK);
}

SharedHold::~SharedHold() {
    for (const int descriptor : {database_, memory_}) {
        if (descriptor >= 0) ::close(descriptor);
    }
}

bool SharedHold::isAt(const std::filesystem::path& database) const {
    struct stat held {};
    struct stat named {};
    return database_ < 0 || (fstat(database_, &held) == 0 && stat(database.c_str(), &named) == 0 &&
                             held.st_dev == named.st_dev && held.st_ino == named.st_ino);
}

void SharedHold::release() {
    lockBoth(database_, memory_, F_UNLCK);
}

}  // namespace fleming::app
