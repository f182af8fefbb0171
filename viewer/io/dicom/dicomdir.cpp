#include "viewer/io/dicom/dicom_attributes.h"
#include "viewer/io/dicom/dicom_file.h"
#include "viewer/io/fault.h"
#include "viewer/io/readers.h"

#include <algorithm>
#include <system_error>

namespace fleming::viewer {

namespace {

/// A name on the medium may be written in the other case on this file system.
std::filesystem::path existing(const std::filesystem::path& folder, const std::string& name) {
    std::error_code error;
    if (std::filesystem::exists(folder / name, error)) return folder / name;
    const auto lower = [](std::string word) {
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return word;
    };
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (lower(entry->path().filename().string()) == lower(name)) return entry->path();
    }
    return {};
}

/// The file of a Referenced File ID, part by part below `folder`, whether it is there or not; empty where a part would
/// lead out of the folder.
std::filesystem::path resolved(const std::filesystem::path& folder, const std::vector<std::string>& parts) {
    std::filesystem::path path = folder;
    for (const std::string& part : parts) {
        const bool plain =
            !part.empty() && part != "." && part != ".." && part.find_first_of("/\\") == std::string::npos;
        if (!plain) return {};
        const std::filesystem::path next = existing(path, part);
        path = next.empty() ? path / part : next;
    }
    // A symlink below the folder may lead out of it, too.
    std::error_code error;
    const std::filesystem::path root = std::filesystem::canonical(folder, error);
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
    if (error) return {};
    const auto [rootEnd, realEnd] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
    return rootEnd == root.end() ? path : std::filesystem::path();
}

}  // namespace

std::vector<std::filesystem::path> dicomdirFiles(const std::filesystem::path& dicomdir) {
    const DicomHeader header = readDicomHeader(dicomdir);
    const std::filesystem::path folder = dicomdir.has_parent_path() ? dicomdir.parent_path() : ".";
    std::vector<std::filesystem::path> files;
    std::size_t named = 0;
    for (DcmItem* const record : items(*header.dataset, DCM_DirectoryRecordSequence)) {
        const std::vector<std::string> parts = splitValues(text(*record, DCM_ReferencedFileID));
        if (parts.empty()) continue;
        ++named;
        const std::filesystem::path file = resolved(folder, parts);
        if (!file.empty() && std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
    }
    if (named == 0) fail(dicomdir, "is a DICOMDIR that lists no files");
    std::error_code error;
    const bool any = std::any_of(files.begin(), files.end(),
                                 [&](const auto& file) { return std::filesystem::is_regular_file(file, error); });
    if (!any) fail(dicomdir, "is a DICOMDIR, but none of the files it lists are in its folder");
    return files;
}

}  // namespace fleming::viewer
