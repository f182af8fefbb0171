#include "app/scans/scan_record.h"

#include <chrono>

namespace fleming::app {

namespace fs = std::filesystem;

std::int64_t nowNs() {
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

std::string absolutePath(const fs::path& path) {
    const std::string& given = path.native();
    const bool isNormal = given.starts_with('/') && !given.ends_with('/') && given.find("//") == std::string::npos &&
                          given.find("/.") == std::string::npos;
    if (isNormal) return given;  // normalizing the paths of 100,000 files takes a noticeable time
    std::string text = fs::absolute(path).lexically_normal().string();
    while (text.size() > 1 && text.back() == '/')
        text.pop_back();
    return text;
}

bool isWithin(const std::string& path, const std::string& folder) {
    return path.starts_with(folder) &&
           (path.size() == folder.size() || folder.back() == '/' || path[folder.size()] == '/');
}

std::string folderOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

ScanRecord makeRecord(const std::vector<fs::path>& paths, std::int64_t startedNs,
                      const std::vector<viewer::Series>& series) {
    ScanRecord record;
    record.startedNs = startedNs;
    for (const fs::path& path : paths)
        record.paths.push_back(absolutePath(path));
    for (const viewer::Series& each : series) {
        if (each.files.empty()) continue;
        RecordedSeries made;
        made.files.reserve(each.files.size());
        for (const fs::path& file : each.files)
            made.files.push_back(absolutePath(file));
        viewer::Series& header = made.header;
        header.uid = each.uid;
        header.number = each.number;
        header.modality = each.modality;
        header.description = each.description;
        header.format = each.format;
        header.files = {made.files.front()};
        header.notes = each.notes;
        header.study = each.study;
        header.info = each.info;
        record.series.push_back(std::move(made));
    }
    return record;
}

}  // namespace fleming::app
