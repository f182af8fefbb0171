#include "app/session/file/shared_hold.h"

#include <fcntl.h>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr off_t kSharedFirst = 0x40000000 + 2, kSharedSize = 510;

void lock(int descriptor, short type) {
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = kSharedFirst;
    range.l_len = kSharedSize;
    fcntl(descriptor, F_OFD_SETLK, &range);
}

}  // namespace

SharedHold::SharedHold(const std::filesystem::path& database)
    : descriptor_(::open(database.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ >= 0) lock(descriptor_, F_RDLCK);
}

SharedHold::~SharedHold() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void SharedHold::release() {
    if (descriptor_ >= 0) lock(descriptor_, F_UNLCK);
}

}  // namespace fleming::app
