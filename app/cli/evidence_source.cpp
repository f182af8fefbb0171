#include "app/cli/evidence_source.h"

#include "app/cli/command_text.h"
#include "app/errors/error_text.h"
#include "app/studies/open_files.h"
#include "base/error.h"
#include "viewer/render/straightened_series.h"

#include <algorithm>
#include <ostream>

namespace fleming::app::cli {

namespace {

/// Returns the place of the series' file among `paths`; the number of paths if it is not among them.
std::size_t placeAmong(const std::vector<std::filesystem::path>& paths, const viewer::Series& series) {
    const auto named = [&](const std::filesystem::path& path) {
        std::error_code ignored;
        return series.files.size() == 1 && std::filesystem::equivalent(path, series.files.front(), ignored);
    };
    return static_cast<std::size_t>(std::find_if(paths.begin(), paths.end(), named) - paths.begin());
}

bool areNamedPictures(const viewer::OpenResult& opened, const Source& source) {
    return std::all_of(opened.series.begin(), opened.series.end(), [&](const viewer::Series& series) {
        return series.kind() == viewer::SeriesKind::picture && placeAmong(source.paths, series) < source.paths.size();
    });
}

void tellSkipped(const viewer::OpenResult& opened, Console& console) {
    if (opened.skipped.size() == 1) {
        const Error& one = opened.skipped.front();
        say(console, CommandText::tr("skipped %1: %2").arg(fromUtf8(one.source()), reasonOf(one)));
    } else if (!opened.skipped.empty()) {
        say(console,
            CommandText::tr("%1 files were skipped; run \"fleming info\" to see why.").arg(opened.skipped.size()));
    }
}

std::vector<viewer::Series> byNumber(const viewer::OpenResult& opened, const std::vector<int>& numbers) {
    std::vector<viewer::Series> chosen;
    for (const int number : numbers) {
        if (static_cast<std::size_t>(number) >= opened.series.size()) {
            throw Error("series.no_such_number", {},
                        {std::to_string(number), std::to_string(opened.series.size() - 1)});
        }
        chosen.push_back(opened.series[static_cast<std::size_t>(number)]);
    }
    return chosen;
}

/// Says so if the frames are planes across slices that do not lie where the geometry has them.
void tellDistorted(const viewer::Series& series, const Selection& selection, Console& console) {
    if (!canBeStraightened(series) || !selection.plane) return;
    if (viewer::planeAxes(series.geometry(), *selection.plane).sliceAxis == 2) return;
    say(console, CommandText::tr("The slices are sheared or unevenly spaced, so distances in this plane are wrong; "
                                 "--straighten resamples them to their true positions."));
}

/// Says so if the slab of a selection is too thin to combine slices: its frames are the slices themselves.
void tellThinSlab(const viewer::Series& series, const std::vector<viewer::Frame>& frames, Console& console) {
    if (frames.empty() || !frames.front().provenance.slab || frames.front().provenance.slabSlices != 1) return;
    const QString least = QString::number(1.5 * *std::ranges::min_element(series.geometry().spacing), 'g', 6);
    say(console, CommandText::tr("The slab combines no slices because it is too thin: the frames are the slices "
                                 "themselves. Slices are combined from --slab %1 on.")
                     .arg(least));
}

}  // namespace

viewer::OpenResult openPaths(const std::vector<std::filesystem::path>& paths, Console& console, bool saySkipped) {
    viewer::OpenResult opened;
    {
        ProgressLine progress(console, QCoreApplication::translate("CommandLine", "Opening"));
        opened = app::openFiles(paths, {}, console.stop);
    }
    if (saySkipped) tellSkipped(opened, console);
    return opened;
}

std::vector<viewer::Series> chosenSeries(const viewer::OpenResult& opened, const Source& source, Console& console) {
    if (!source.series.empty()) return byNumber(opened, source.series);
    if (opened.series.size() > 1 && areNamedPictures(opened, source)) {
        std::vector<viewer::Series> pictures = opened.series;
        std::stable_sort(pictures.begin(), pictures.end(), [&](const viewer::Series& a, const viewer::Series& b) {
            return placeAmong(source.paths, a) < placeAmong(source.paths, b);
        });
        return pictures;
    }
    if (opened.series.size() > 1) {
        say(console, CommandText::tr(
                         "There are %1 series; using series 0. Run \"fleming info\" to list them, and choose one with "
                         "--series N.")
                         .arg(opened.series.size()));
    }
    return byNumber(opened, {0});
}

std::vector<viewer::Frame> collectFrames(const Source& source, Console& console) {
    return collectFrames(openPaths(source.paths, console, true), source, console);
}

std::vector<viewer::Frame> collectFrames(const viewer::OpenResult& opened, const Source& source, Console& console) {
    std::vector<viewer::Frame> frames;
    for (const viewer::Series& stored : chosenSeries(opened, source, console)) {
        const viewer::Series series = source.straighten ? viewer::straightenedIfNeeded(stored) : stored;
        tellDistorted(series, source.selection, console);
        ProgressLine progress(console, CommandText::tr("Reading frames"));
        const auto show = [&](int done, int total) { progress.show(total > 0 ? double(done) / total : 0.0); };
        std::vector<viewer::Frame> some = collectEvidence(series, source.selection, {}, {}, show, console.stop);
        tellThinSlab(series, some, console);
        std::move(some.begin(), some.end(), std::back_inserter(frames));
        if (frames.size() > static_cast<std::size_t>(kMaximumFrames)) {
            throw Error("frames.too_many", {}, {std::to_string(kMaximumFrames)});
        }
    }
    return frames;
}

viewer::Series straightenedSeries(const viewer::Series& series, Console& console) {
    if (canBeStraightened(series)) {
        say(console, CommandText::tr("The slices are sheared or unevenly spaced; they are resampled to their true "
                                     "positions."));
    }
    return viewer::straightenedIfNeeded(series);
}

void readSlices(const viewer::Series& series, viewer::Volume& into, const std::vector<int>& slices, Console& console) {
    ProgressLine progress(console, CommandText::tr("Reading slices"));
    const auto show = [&](int ready, int) { progress.show(double(ready) / static_cast<double>(slices.size())); };
    viewer::readSlices(series, into, slices, show, console.stop);
}

}  // namespace fleming::app::cli
