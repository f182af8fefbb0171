#include "app/export/work_folder.h"

#include "base/error.h"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemplate = ".fleming-export-XXXXXX";  // of mkdtemp(3)
constexpr std::string_view kPrefix = kTemplate.substr(0, kTemplate.find('X'));
constexpr const char* kLock = "lock";  // holds the name of the target
constexpr const char* kMade = "made";
constexpr const char* kReplaced = "made.replaced";

bool isWorkFolder(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    std::error_code ignored;
    return name.size() == kTemplate.size() && name.starts_with(kPrefix) && !entry.is_symlink(ignored) &&
           entry.is_directory(ignored);
}

/// Tries to lock a file, without waiting. Returns false if another object holds the lock; a file system without locks
/// counts as held, so that nothing is removed there.
bool lock(int file) {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    int locked = -1;
    do {
        locked = fcntl(file, F_OFD_SETLK, &whole);
    } while (locked != 0 && errno == EINTR);
    return locked == 0;
}

bool isStillTheFileAt(const fs::path& path, int file) {
    struct stat opened {};
    struct stat named {};
    return fstat(file, &opened) == 0 && lstat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

/// Creates and locks the lock file of a new work folder. Returns -1 and sets errno if that fails: to EAGAIN or ENOENT
/// if another process took the folder for an abandoned one before it was locked.
int createLock(const fs::path& folder, const std::string& target) {
    const fs::path path = folder / kLock;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    int error = EAGAIN;
    if (lock(file) || (errno != EAGAIN && errno != EACCES)) {
        const bool isNamed = ::write(file, target.data(), target.size()) == static_cast<ssize_t>(target.size());
        if (isNamed && isStillTheFileAt(path, file)) return file;
        if (!isNamed) error = ENOSPC;
    }
    ::close(file);
    errno = error;
    return -1;
}

/// Removes what is in a work folder, the lock file last, and the folder.
void removeContents(const fs::path& folder) {
    std::error_code ignored;
    std::vector<fs::path> inside;
    for (auto each = fs::directory_iterator(folder, ignored); each != fs::directory_iterator(); each.increment(ignored))
        inside.push_back(each->path());
    for (const fs::path& each : inside) {
        if (each.filename() != kLock) fs::remove_all(each, ignored);
    }
    ::unlink((folder / kLock).c_str());
    ::rmdir(folder.c_str());
}

/// Returns true if a folder has only what WorkFolder makes.
bool hasOnlyOurs(const fs::path& folder) {
    std::error_code error;
    auto each = fs::directory_iterator(folder, error);
    for (; !error && each != fs::directory_iterator(); each.increment(error)) {
        const std::string name = each->path().filename().string();
        if (name != kLock && !name.starts_with(kMade)) return false;
    }
    return !error;
}

/// Gives what an ended program was about to replace its name back, if nothing has the name.
void restore(const fs::path& folder, int lockFile) {
    std::string name(NAME_MAX, '\0');
    const ssize_t size = ::pread(lockFile, name.data(), name.size(), 0);
    if (size <= 0) return;
    name.resize(static_cast<std::size_t>(size));
    if (name.find('/') != std::string::npos) return;
    const fs::path target = folder.parent_path() / name, replaced = folder / kReplaced;
    ::renameat2(AT_FDCWD, replaced.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE);
    std::error_code error;
    // Network file systems know no RENAME_NOREPLACE.
    if (!fs::exists(fs::symlink_status(target, error))) std::rename(replaced.c_str(), target.c_str());
}

void removeIfAbandoned(const fs::path& folder) {
    const fs::path path = folder / kLock;
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
        // The program ended, or goes on, between making the folder and its lock. It makes another folder then.
        if (errno == ENOENT) ::rmdir(folder.c_str());  // fails unless it is empty
        return;
    }
    if (lock(file) && isStillTheFileAt(path, file) && hasOnlyOurs(folder)) {
        restore(folder, file);
        removeContents(folder);
    }
    ::close(file);
}

}  // namespace

WorkFolder::WorkFolder(const fs::path& target) {
    const fs::path place = fs::absolute(target).parent_path();
    removeAbandonedWorkFolders(place);
    constexpr int kAttempts = 100;
    int error = EAGAIN;
    for (int attempt = 0; attempt < kAttempts && (error == EAGAIN || error == ENOENT); ++attempt) {
        std::string name = (place / kTemplate).string();
        if (::mkdtemp(name.data()) == nullptr) {
            error = errno;
            break;
        }
        path_ = name;
        lock_ = createLock(path_, target.filename().string());
        if (lock_ >= 0) return;
        error = errno;
        removeContents(path_);
    }
    throw Error("export.cannot_be_written", target, {std::strerror(error)});
}

WorkFolder::~WorkFolder() {
    removeContents(path_);
    ::close(lock_);
}

fs::path WorkFolder::made() const {
    return path_ / kMade;
}
fs::path WorkFolder::replaced() const {
    return path_ / kReplaced;
}
std::string WorkFolder::suffix() const {
    const std::string name = path_.filename().string();
    return name.substr(name.rfind('-') + 1);
}

void removeAbandonedWorkFolders(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> found;
    for (auto each = fs::directory_iterator(folder, error); !error && each != fs::directory_iterator();
         each.increment(error)) {
        if (isWorkFolder(*each)) found.push_back(each->path());
    }
    for (const fs::path& each : found)
        removeIfAbandoned(each);
}

}  // namespace fleming::app
