#include "app/studies/reopened_files.h"

#include "base/error.h"
#include "viewer/render/straightened_series.h"

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

std::optional<viewer::Series> straightenedFor(const viewer::Provenance& provenance, const viewer::Series& stored) {
    if (!hasPart(provenance.seriesDescription, viewer::SeriesPartKind::straightened) || !canBeStraightened(stored))
        return {};
    try {
        viewer::Series series = straightened(stored);
        if (comesFrom(provenance, series)) return series;
    } catch (const Error&) {
        // It is too large here, so the frame cannot be made again.
    }
    return {};
}

void addStraightened(std::vector<viewer::Series>& series, const std::vector<viewer::Provenance>& frames) {
    const std::size_t stored = series.size();
    for (std::size_t n = 0; n < stored; ++n) {
        for (const viewer::Provenance& frame : frames) {
            if (auto made = straightenedFor(frame, series[n])) {
                series.push_back(std::move(*made));
                break;
            }
        }
    }
}

}  // namespace fleming::app
