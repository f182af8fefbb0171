#include "app/session/file/storage.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <sys/vfs.h>
#include <unistd.h>

namespace fleming::app {

namespace {

// Source: linux/magic.h, or the source code of the file system.
constexpr std::uint32_t kNetworkFileSystems[] = {
    0x6969,      // NFS
    0x517B,      // SMB
    0xFE534D42,  // SMB2
    0xFF534D42,  // CIFS
    0x01021997,  // 9P
    0x65735546,  // FUSE: sshfs and others; the type does not distinguish them
    0x5346414F,  // AFS
    0x6B414653,  // kAFS
    0x73757245,  // Coda
    0x564C,      // NCP
    0x00C36400,  // Ceph
    0x0BD00BD0,  // Lustre
    0x47504653,  // GPFS
    0x19830326,  // BeeGFS
    0x01161970,  // GFS2
    0x7461636F,  // OCFS2
    0x786F4256,  // VirtualBox shared folder
    0xBACBACBC,  // VMware shared folder
};

constexpr std::uintmax_t kFewPages = 64 * 1024;

}  // namespace

bool canBeWritten(const std::filesystem::path& file) {
    const bool fileAllows = ::access(file.c_str(), F_OK) != 0 || ::access(file.c_str(), W_OK) == 0;
    return fileAllows && ::access(file.parent_path().c_str(), W_OK | X_OK) == 0;
}

bool isNetworkFileSystem(long type) {
    return std::ranges::find(kNetworkFileSystems, static_cast<std::uint32_t>(type)) != std::end(kNetworkFileSystems);
}

bool isOnNetwork(const std::filesystem::path& file) {
    struct statfs status {};
    return ::statfs(file.parent_path().c_str(), &status) == 0 && isNetworkFileSystem(static_cast<long>(status.f_type));
}

bool isDiskFull(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(file.parent_path(), error);
    return !error && space.available < kFewPages;
}

std::filesystem::path realPath(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(file);
    std::filesystem::path real = std::filesystem::weakly_canonical(absolute, error);
    return error ? absolute : real;
}

bool isAtRest(const std::filesystem::path& file) {
    return std::ranges::none_of(std::initializer_list<const char*>{"-wal", "-journal", "-lock"},
                                [&](const char* suffix) {
                                    std::error_code error;
                                    return std::filesystem::exists(file.string() + suffix, error) || error;
                                });
}

bool hasUnfinishedJournal(const std::filesystem::path& file) {
    return std::ranges::any_of(std::initializer_list<const char*>{"-wal", "-journal"}, [&](const char* suffix) {
        std::filesystem::path journal = file;
        journal += suffix;
        std::error_code error;
        const std::uintmax_t size = std::filesystem::file_size(journal, error);
        return !error && size > 0;
    });
}

}  // namespace fleming::app
