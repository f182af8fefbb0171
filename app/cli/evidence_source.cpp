#include "app/cli/evidence_source.h"

#include "app/cli/text.h"
#include "base/error.h"
#include "viewer/io/open.h"

#include <algorithm>
#include <ostream>

namespace fleming::app::cli {

namespace {

/// The place of the series' file among the paths that were named; as many as there are paths where it is none of them.
std::size_t placeAmong(const std::vector<std::filesystem::path>& paths, const viewer::Series& series) {
    const auto named = [&](const std::filesystem::path& path) {
        std::error_code ignored;
        return series.files.size() == 1 && std::filesystem::equivalent(path, series.files.front(), ignored);
    };
    return static_cast<std::size_t>(std::find_if(paths.begin(), paths.end(), named) - paths.begin());
}

bool areNamedPictures(const viewer::Study& study, const Source& source) {
    return std::all_of(study.series.begin(), study.series.end(), [&](const viewer::Series& series) {
        return series.kind == viewer::SeriesKind::picture && placeAmong(source.paths, series) < source.paths.size();
    });
}

void tellSkipped(const viewer::Study& study, Console& console) {
    if (study.skipped.size() == 1) {
        const viewer::Skipped& one = study.skipped.front();
        say(console, Text::tr("skipped %1: %2").arg(fromUtf8(one.path.string()), fromUtf8(one.reason)));
    } else if (!study.skipped.empty()) {
        say(console, Text::tr("%1 files were skipped; run \"fleming info\" to see why.").arg(study.skipped.size()));
    }
}

std::vector<viewer::Series> byNumber(const viewer::Study& study, const std::vector<int>& numbers) {
    std::vector<viewer::Series> chosen;
    for (const int number : numbers) {
        if (static_cast<std::size_t>(number) >= study.series.size()) {
            throw Error(
                Text::tr("There is no series %1: series are numbered from 0 to %2. Run \"fleming info\" to list them.")
                    .arg(number)
                    .arg(study.series.size() - 1)
                    .toStdString());
        }
        chosen.push_back(study.series[static_cast<std::size_t>(number)]);
    }
    return chosen;
}

}  // namespace

viewer::Study openStudy(const std::vector<std::filesystem::path>& paths, Console& console, bool saySkipped) {
    viewer::Study study;
    {
        ProgressLine progress(console, QCoreApplication::translate("CommandLine", "Opening"));
        study = viewer::open(paths, {}, console.stop);
    }
    if (saySkipped) tellSkipped(study, console);
    return study;
}

std::vector<viewer::Series> chosenSeries(const viewer::Study& study, const Source& source, Console& console) {
    if (!source.series.empty()) return byNumber(study, source.series);
    if (study.series.size() > 1 && areNamedPictures(study, source)) {
        std::vector<viewer::Series> pictures = study.series;
        std::stable_sort(pictures.begin(), pictures.end(), [&](const viewer::Series& a, const viewer::Series& b) {
            return placeAmong(source.paths, a) < placeAmong(source.paths, b);
        });
        return pictures;
    }
    if (study.series.size() > 1) {
        say(console,
            Text::tr("There are %1 series; using series 0. Run \"fleming info\" to list them, and choose one with "
                     "--series N.")
                .arg(study.series.size()));
    }
    return byNumber(study, {0});
}

std::vector<viewer::Frame> collectFrames(const Source& source, Console& console) {
    return collectFrames(openStudy(source.paths, console, true), source, console);
}

std::vector<viewer::Frame> collectFrames(const viewer::Study& study, const Source& source, Console& console) {
    std::vector<viewer::Frame> frames;
    for (const viewer::Series& series : chosenSeries(study, source, console)) {
        ProgressLine progress(console, Text::tr("Reading frames"));
        const auto show = [&](int done, int total) { progress.show(total > 0 ? double(done) / total : 0.0); };
        std::vector<viewer::Frame> some = collectEvidence(series, source.selection, {}, {}, show, console.stop);
        std::move(some.begin(), some.end(), std::back_inserter(frames));
        if (frames.size() > static_cast<std::size_t>(kMaximumFrames)) {
            throw Error(
                Text::tr("Too many frames: at most %1 can be used. Choose fewer.").arg(kMaximumFrames).toStdString());
        }
    }
    return frames;
}

}  // namespace fleming::app::cli
