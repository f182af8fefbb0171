#include "tests/app/small_disk.h"

#include <fstream>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>

namespace fleming::app {

void SmallDisk::allowMounting() {
    const auto user = getuid();
    const auto group = getgid();
    if (unshare(CLONE_NEWNS) == 0) {
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);  // mounts are private to this process
    } else if (unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) {
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
        std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
    }
}

SmallDisk::SmallDisk(std::size_t kilobytes) {
    std::filesystem::create_directory(path());
    const std::string options = "size=" + std::to_string(kilobytes) + "k";
    mounted_ = mount("tmpfs", path().c_str(), "tmpfs", 0, options.c_str()) == 0;
}

SmallDisk::~SmallDisk() {
    if (mounted_) umount2(path().c_str(), MNT_DETACH);
}

void SmallDisk::makeReadOnly() {
    mount(nullptr, path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr);
}

void SmallDisk::fill() {
    std::ofstream file(*this / "filling", std::ios::binary);
    const std::string kilobyte(1024, 'x');
    while (file << kilobyte << std::flush) {
    }
}

void SmallDisk::makeRoom() {
    std::filesystem::remove(*this / "filling");
}

}  // namespace fleming::app
