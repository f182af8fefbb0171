#include "app/scans/file_stamps.h"

#include "app/scans/scan_record.h"
#include "viewer/io/bytes/file_list.h"

#include <QtEndian>

#include <algorithm>
#include <string_view>
#include <sys/stat.h>

namespace fleming::app {

namespace {

constexpr qsizetype kStampBytes = 16;

/// Returns the text up to the next '\0' and moves behind it.
std::string_view takeText(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return text;
}

template <typename Number>
void append(QByteArray& to, Number number) {
    const Number little = qToLittleEndian(number);
    to.append(reinterpret_cast<const char*>(&little), sizeof little);
}

}  // namespace

StampedFiles stampFiles(const std::vector<std::string>& paths, const std::string& root, std::int64_t startedNs,
                        const std::function<void(int)>& onFound, std::stop_token stop) {
    viewer::FileList list = viewer::listFiles({paths.begin(), paths.end()}, onFound, std::move(stop));
    struct stat home {};
    const bool known = ::stat(root.c_str(), &home) == 0;
    StampedFiles result;
    result.skipped = std::move(list.skipped);
    StampedFolders::iterator at = result.folders.end();
    for (const viewer::FileList::Item& item : list.files) {
        const std::string& path = item.path.native();
        std::string folder = folderOf(path);
        if (at == result.folders.end() || at->first != folder)
            at = result.folders.try_emplace(std::move(folder), StampedFolder{known && item.device != home.st_dev, {}})
                     .first;
        const std::int64_t modified = item.modifiedNs < startedNs ? item.modifiedNs : 0;
        at->second.files.push_back({path.substr(path.rfind('/') + 1), {item.size, modified}});
    }
    for (auto& [path, folder] : result.folders)
        std::ranges::sort(folder.files, {}, &StampedFile::name);
    return result;
}

QByteArray pack(const std::vector<StampedFile>& files) {
    QByteArray packed;
    for (const StampedFile& file : files) {
        packed.append(file.name.c_str(), static_cast<qsizetype>(file.name.size()) + 1);
        append(packed, file.stamp.size);
        append(packed, file.stamp.modifiedNs);
    }
    return packed;
}

std::vector<StampedFile> unpackStamps(const QByteArray& packed) {
    std::vector<StampedFile> files;
    std::string_view rest(packed.constData(), static_cast<std::size_t>(packed.size()));
    while (!rest.empty()) {
        const std::string_view name = takeText(rest);
        if (rest.size() < kStampBytes) break;
        files.push_back({std::string(name),
                         {qFromLittleEndian<std::uint64_t>(rest.data()),
                          qFromLittleEndian<std::int64_t>(rest.data() + sizeof(std::uint64_t))}});
        rest.remove_prefix(kStampBytes);
    }
    return files;
}

QByteArray packPaths(const std::vector<std::string>& files) {
    QByteArray packed;
    std::string_view folder;
    for (const std::string& file : files) {
        const std::size_t slash = file.rfind('/');
        if (packed.isEmpty() || std::string_view(file).substr(0, slash) != folder) {
            if (!packed.isEmpty()) packed.append('\0');
            folder = std::string_view(file).substr(0, slash);
            packed.append(folder.data(), static_cast<qsizetype>(folder.size())).append('\0');
        }
        packed.append(file.c_str() + slash + 1, static_cast<qsizetype>(file.size() - slash));  // with its '\0'
    }
    return packed;
}

std::vector<std::string> unpackPaths(const QByteArray& packed) {
    std::vector<std::string> files;
    std::string_view rest(packed.constData(), static_cast<std::size_t>(packed.size()));
    while (!rest.empty()) {
        const std::string folder = std::string(takeText(rest)) + '/';
        while (!rest.empty()) {
            const std::string_view name = takeText(rest);
            if (name.empty()) break;
            files.push_back(folder + std::string(name));
        }
    }
    return files;
}

}  // namespace fleming::app
