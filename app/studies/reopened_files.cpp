#include "app/studies/reopened_files.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

void addFolder(const fs::path& folder, std::set<fs::path>& files) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored)) files.insert(entry->path());
    }
}

}  // namespace

ReopenedFiles findFiles(const std::vector<viewer::Provenance>& frames) {
    std::set<fs::path> files, folders, missing;
    std::set<std::tuple<std::string, std::string, fs::path>> reported;  // series in `missing`
    for (const viewer::Provenance& frame : frames) {
        if (frame.file.empty()) continue;
        const fs::path file = fs::absolute(frame.file);
        std::error_code error;
        if (!fs::exists(file, error)) {
            const fs::path place = frame.seriesUid.empty() ? file : file.parent_path();
            if (reported.emplace(frame.seriesUid, toString(frame.seriesDescription), place).second)
                missing.insert(file);
        } else if (frame.seriesUid.empty()) {
            files.insert(file);
        } else if (folders.insert(file.parent_path()).second) {
            addFolder(file.parent_path(), files);
        }
    }
    return {{files.begin(), files.end()}, {missing.begin(), missing.end()}};
}

bool comesFrom(const viewer::Provenance& provenance, const viewer::Series& series) {
    if (series.kind() != provenance.kind || series.uid != provenance.seriesUid ||
        toString(series.description) != toString(provenance.seriesDescription)) {
        return false;
    }
    const auto holds = [&](const fs::path& file) { return file.string() == provenance.file; };
    return !series.uid.empty() || std::any_of(series.files.begin(), series.files.end(), holds);
}

}  // namespace fleming::app
