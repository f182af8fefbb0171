#include "app/export/export_folder.h"

#include "app/export/work_folder.h"
#include "base/error.h"
#include "base/sha256.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <unistd.h>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* kManifestTitle = "# fleming-export ";

[[noreturn]] void refuse(const fs::path& path, int error) {
    throw Error("export.cannot_be_written", path, {std::strerror(error)});
}

/// Paths in a folder, with the SHA-256 of each file.
using Manifest = std::map<std::string, std::string>;

/// Returns the paths of all files in a folder but its manifest. Throws Error "export.folder_in_use" if the folder has a
/// link or anything else that an export does not make.
std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_symlink() || !(entry.is_regular_file() || entry.is_directory()))
            throw Error("export.folder_in_use", folder);
        const fs::path inside = entry.path().lexically_relative(folder);
        if (entry.is_regular_file() && inside != kManifestName) files.push_back(inside);
    }
    return files;
}

Manifest manifestOf(const fs::path& folder) {
    Manifest manifest;
    for (const fs::path& file : filesIn(folder))
        manifest[file.string()] = sha256OfFile(folder / file);
    return manifest;
}

std::string textOf(const Manifest& manifest, const std::string& format) {
    std::string text = kManifestTitle + format + "\n";
    for (const auto& [file, digest] : manifest)
        text.append(digest).append("  ").append(file).append("\n");
    return text;
}

/// Returns true if the folder is as an export has left it.
bool isUnchangedExport(const fs::path& folder) {
    std::ifstream in(folder / kManifestName, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string title = text.substr(0, text.find('\n'));
    if (!title.starts_with(kManifestTitle)) return false;
    return text == textOf(manifestOf(folder), title.substr(std::strlen(kManifestTitle)));
}

/// Removes a folder that was an export. Whatever came into it meanwhile stays, with the folder.
void removeExport(const fs::path& folder, const std::vector<fs::path>& files) {
    std::error_code ignored;
    for (const fs::path& file : files)
        fs::remove(folder / file, ignored);
    fs::remove(folder / kManifestName, ignored);
    std::vector<fs::path> folders{folder};
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, ignored))
        folders.push_back(entry.path());
    std::ranges::sort(folders, std::greater(), [](const fs::path& each) { return each.string().size(); });
    for (const fs::path& each : folders)
        ::rmdir(each.c_str());  // fails unless it is empty
}

void checkCanReplace(const fs::path& path) {
    if (!fs::exists(fs::symlink_status(path))) return;
    const bool isFolder = fs::is_directory(fs::symlink_status(path));
    if (!isFolder || !(fs::is_empty(path) || isUnchangedExport(path))) throw Error("export.folder_in_use", path);
}

/// Gives the folder that was made the name `path`, and returns the new name of the folder that had it.
fs::path exchange(const WorkFolder& work, const fs::path& path) {
    const fs::path made = work.made(), replaced = work.replaced();
    // In one step, so that an end of the program leaves one of the two.
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0) return made;
    if (errno != EINVAL && errno != ENOSYS) refuse(path, errno);
    fs::rename(path, replaced);  // network file systems cannot exchange
    if (std::rename(made.c_str(), path.c_str()) == 0) return replaced;
    const int error = errno;
    fs::rename(replaced, path);
    refuse(path, error);
}

/// Gives a complete folder its name, in place of what is there.
void putInPlace(const WorkFolder& work, const fs::path& path) {
    if (std::rename(work.made().c_str(), path.c_str()) == 0) return;  // nothing or an empty folder
    if (errno != EEXIST && errno != ENOTEMPTY) refuse(path, errno);
    checkCanReplace(path);
    const std::vector<fs::path> files = filesIn(path);
    const fs::path old = exchange(work, path);
    removeExport(old, files);
    // What came into the old folder meanwhile belongs to the user.
    if (fs::exists(old)) fs::rename(old, path.string() + "." + work.suffix());
}

fs::path withoutSlash(const fs::path& path) {
    return path.has_filename() ? path : path.parent_path();
}

}  // namespace

std::string writeExportFolder(const fs::path& given, const std::string& format,
                              const std::function<void(const fs::path& folder)>& write) {
    const fs::path path = fs::absolute(withoutSlash(given));
    try {
        checkCanReplace(path);
        const WorkFolder work(path);
        const fs::path made = work.made();
        fs::create_directory(made);
        write(made);
        const std::string manifest = textOf(manifestOf(made), format);
        std::ofstream out(made / kManifestName, std::ios::binary);
        out << manifest;
        out.close();
        if (!out) refuse(path, EIO);
        putInPlace(work, path);
        return sha256(std::as_bytes(std::span(manifest)));
    } catch (const fs::filesystem_error& error) {
        refuse(path, error.code().value());
    }
}

void checkCanWriteExportFolder(const fs::path& given) {
    const fs::path path = fs::absolute(withoutSlash(given));
    try {
        checkCanReplace(path);
        const WorkFolder work(path);
    } catch (const fs::filesystem_error& error) {
        refuse(path, error.code().value());
    }
}

}  // namespace fleming::app
