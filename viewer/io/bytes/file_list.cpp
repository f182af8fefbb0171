#include "viewer/io/bytes/file_list.h"

#include "base/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <unordered_set>
#include <utility>

namespace fleming::viewer {

namespace {

namespace fs = std::filesystem;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

const char* faultOf(mode_t mode) {
    if (S_ISFIFO(mode)) return "file.pipe";
    if (S_ISSOCK(mode)) return "file.socket";
    return "file.device";
}

class Lister {
public:
    Lister(const std::function<void(int)>& onFound, std::stop_token stop) : onFound_(onFound), stop_(std::move(stop)) {}

    void add(const std::string& path, bool named) {
        if (stop_.stop_requested()) throw Cancelled();
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) {
            const int reason = errno;
            if (reason == ELOOP) {
                skip(Error("file.circular_link", path));
            } else {
                skip(Error("file.cannot_open", path, {std::strerror(reason)}));
            }
        } else if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) {
            skip(Error(faultOf(status.st_mode), path));
        } else if (!seen_.emplace(status.st_dev, status.st_ino).second) {
            return;
        } else if (S_ISDIR(status.st_mode)) {
            addFolder(path);
        } else {
            list_.files.push_back({path, named, static_cast<std::uint64_t>(status.st_size),
                                   std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
                                   status.st_dev});
            if (onFound_ && list_.files.size() % 64 == 0) onFound_(static_cast<int>(list_.files.size()));
        }
    }

    FileList take() { return std::move(list_); }

private:
    void addFolder(const std::string& folder) {
        const std::string start = folder.ends_with('/') ? folder : folder + '/';
        for (const std::string& name : namesIn(folder))
            add(start + name, false);
    }

    /// Returns the names in a folder in natural order, without hidden ones.
    std::vector<std::string> namesIn(const std::string& folder) {
        struct Close {
            void operator()(DIR* open) const { ::closedir(open); }
        };
        const std::unique_ptr<DIR, Close> open(::opendir(folder.c_str()));
        std::vector<std::string> names;
        errno = open ? 0 : errno;
        while (const dirent* entry = open ? ::readdir(open.get()) : nullptr) {
            if (stop_.stop_requested()) throw Cancelled();
            if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
            errno = 0;
        }
        if (errno != 0) skip(Error("file.unreadable_folder", folder, {std::strerror(errno)}));
        std::sort(names.begin(), names.end(), naturalLess);
        return names;
    }

    void skip(Error error) { list_.skipped.push_back(std::move(error)); }

    const std::function<void(int)>& onFound_;
    std::stop_token stop_;
    FileList list_;
    struct Hash {
        std::size_t operator()(const std::pair<dev_t, ino_t>& file) const {
            return std::hash<ino_t>()(file.second * 31 + file.first);
        }
    };
    std::unordered_set<std::pair<dev_t, ino_t>, Hash> seen_;
};

}  // namespace

bool naturalLess(const std::string& a, const std::string& b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j]) return a[i] < b[j];
            ++i, ++j;
            continue;
        }
        const auto number = [](const std::string& text, std::size_t& at) {
            while (at < text.size() && text[at] == '0')
                ++at;
            const std::size_t start = at;
            while (at < text.size() && isDigit(text[at]))
                ++at;
            return std::string_view(text).substr(start, at - start);
        };
        const std::string_view left = number(a, i), right = number(b, j);
        if (left.size() != right.size()) return left.size() < right.size();
        if (left != right) return left < right;
    }
    if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
    return a < b;
}

FileList listFiles(const std::vector<fs::path>& paths, const std::function<void(int)>& onFound, std::stop_token stop) {
    Lister lister(onFound, std::move(stop));
    for (const fs::path& path : paths)
        lister.add(path.native(), true);
    return lister.take();
}

}  // namespace fleming::viewer
