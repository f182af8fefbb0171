#include "viewer/io/dicom/dicomdir.h"

#include "base/error.h"
#include "viewer/io/dicom/dicom_attributes.h"
#include "viewer/io/dicom/dicom_file.h"

#include <algorithm>
#include <system_error>

namespace fleming::viewer {

namespace {

/// Returns the entry `name` of a folder, ignoring case: names on the medium are in upper case. Empty
/// if there is none.
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

/// Returns the path of a Referenced File ID below `folder`, whether the file exists or not. Empty if the path leads out
/// of the folder.
std::filesystem::path resolved(const std::filesystem::path& folder, const std::vector<std::string>& parts) {
    std::filesystem::path path = folder;
    for (const std::string& part : parts) {
        const bool plain =
            !part.empty() && part != "." && part != ".." && part.find_first_of("/\\") == std::string::npos;
        if (!plain) return {};
        const std::filesystem::path next = existing(path, part);
        path = next.empty() ? path / part : next;
    }
    // A symbolic link below the folder may lead out of it too.
    std::error_code error;
    const std::filesystem::path root = std::filesystem::canonical(folder, error);
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
    if (error) return {};
    const auto [rootEnd, realEnd] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
    return rootEnd == root.end() ? path : std::filesystem::path();
}

}  // namespace

bool isDicomdir(FileStart start) {
    if (!hasAt(start, 128, "DICM")) return false;
    const auto byteAt = [&](std::size_t n) { return std::to_integer<unsigned>(start[n]); };
    // The meta header is explicit little endian, with its elements in the order of their tags.
    std::size_t at = 132;
    while (at + 12 <= start.size()) {
        if (byteAt(at) != 2 || byteAt(at + 1) != 0) return false;
        const unsigned element = byteAt(at + 2) | byteAt(at + 3) << 8;
        const bool isLong = hasAt(start, at + 4, "OB") || hasAt(start, at + 4, "UN") || hasAt(start, at + 4, "OW") ||
                            hasAt(start, at + 4, "SQ");
        std::size_t length = byteAt(at + 6) | byteAt(at + 7) << 8;
        if (isLong) length = byteAt(at + 8) | byteAt(at + 9) << 8;
        at += isLong ? 12 : 8;
        if (element == 2) return hasAt(start, at, "1.2.840.10008.1.3.10");
        at += length;
    }
    return false;
}

std::vector<std::filesystem::path> dicomdirFiles(const ByteSource& dicomdir) {
    const DicomHeader header = readDicomHeader(dicomdir);
    const std::filesystem::path path = dicomdir.path();
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    std::vector<std::filesystem::path> files;
    std::size_t named = 0;
    for (DcmItem* const record : items(*header.dataset, DCM_DirectoryRecordSequence)) {
        const std::vector<std::string> parts = splitValues(text(*record, DCM_ReferencedFileID));
        if (parts.empty()) continue;
        ++named;
        const std::filesystem::path file = resolved(folder, parts);
        if (!file.empty() && std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
    }
    if (named == 0) throw Error("dicom.empty_dicomdir", dicomdir.name());
    std::error_code error;
    const bool any = std::any_of(files.begin(), files.end(),
                                 [&](const auto& file) { return std::filesystem::is_regular_file(file, error); });
    if (!any) throw Error("dicom.dicomdir_without_files", dicomdir.name());
    return files;
}

}  // namespace fleming::viewer
