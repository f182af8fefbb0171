#include "app/evidence/evidence.h"

#include "base/error.h"
#include "base/sha256.h"
#include "viewer/render/window_presets.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace fleming::app {

namespace {

using viewer::Frame;
using viewer::Series;
using viewer::Volume;

/// Digests of the files that frames come from, each computed once.
class FileDigests {
public:
    explicit FileDigests(std::stop_token stop) : stop_(std::move(stop)) {}

    const std::string& of(const std::string& file) {
        const auto found = digests_.find(file);
        if (found != digests_.end()) return found->second;
        return digests_.emplace(file, sha256OfFile(file, stop_)).first->second;
    }

private:
    std::stop_token stop_;
    std::map<std::string, std::string> digests_;
};

bool areReady(const Volume& volume, const std::vector<int>& slices) {
    return std::all_of(slices.begin(), slices.end(), [&](int k) { return volume.isReady(k); });
}

/// Reads until `wanted` are ready, `wanted[0]` first. What goes wrong with other slices does not matter here.
void readSlices(const Series& series, Volume& into, const std::vector<int>& wanted, const std::stop_token& stop) {
    std::stop_source enough;
    const std::stop_callback forward(stop, [&] { enough.request_stop(); });
    const auto onSlice = [&](int, int) {
        if (areReady(into, wanted)) enough.request_stop();
    };
    try {
        series.source->read(into, wanted.front(), onSlice, enough.get_token());
    } catch (const Error&) {
        if (stop.stop_requested() || !areReady(into, wanted)) throw;
    }
}

/// The stored slices (k) that the frames need; none: all of them.
std::vector<int> storedSlices(const Series& series, viewer::Plane plane, const std::vector<int>& indices,
                              bool windowIsKnown) {
    const bool stored = !series.geometry.oriented || viewer::planeAxes(series.geometry, plane).sliceAxis == 2;
    return stored && windowIsKnown ? indices : std::vector<int>{};
}

std::shared_ptr<const Volume> loadSlices(const Series& series, const std::vector<int>& wanted,
                                         const std::stop_token& stop) {
    if (wanted.empty()) return viewer::loadVolume(series, {}, stop);
    const auto volume = viewer::allocate(series);
    if (series.fileOfSlice(0) != nullptr && wanted.size() < static_cast<std::size_t>(series.geometry.size[2]) / 2) {
        for (const int k : wanted) {
            if (!volume->isReady(k)) readSlices(series, *volume, {k}, stop);
        }
    } else {
        readSlices(series, *volume, wanted, stop);
    }
    return volume;
}

std::optional<viewer::Windowing> chosenWindowing(const Series& series, const Selection& selection) {
    if (!selection.windowName.empty()) return viewer::windowByName(series, selection.windowName);
    if (const auto* window = selection.windowing ? std::get_if<viewer::Window>(&*selection.windowing) : nullptr) {
        if (!(window->width > 0.0)) {
            throw Error(
                QCoreApplication::translate("Evidence", "The window width must be greater than 0.").toStdString());
        }
    }
    return selection.windowing;
}

/// Whether the series' default window can be told without its values, which then need not all be read.
bool defaultWindowingIsKnown(const Series& series) {
    return series.flemingVolume || !series.windows.empty() || series.components == 3 || series.modality == "CT";
}

void collectFromVolume(const Series& series, const Selection& selection, std::shared_ptr<const Volume> volume,
                       const std::function<void(std::size_t total)>& begin, const std::function<void(Frame)>& add,
                       const std::stop_token& stop) {
    const std::vector<int> indices = selectedIndices(series, selection);
    const viewer::Plane plane = selection.plane.value_or(viewer::acquiredPlane(series.geometry));
    const std::optional<viewer::Windowing> chosen = chosenWindowing(series, selection);
    begin(indices.size());
    const std::vector<int> wanted = storedSlices(series, plane, indices, chosen || defaultWindowingIsKnown(series));
    const bool enough = volume && (wanted.empty() ? volume->complete() : areReady(*volume, wanted));
    if (!enough) volume = loadSlices(series, wanted, stop);
    const viewer::Windowing windowing = chosen ? *chosen : viewer::defaultWindowing(series, *volume);
    for (const int index : indices) {
        if (stop.stop_requested()) throw Cancelled();
        add(viewer::renderSlice(series, *volume, plane, index, windowing, selection.inverted));
    }
}

void collectFromClip(const Series& series, const Selection& selection, std::shared_ptr<const viewer::Clip> clip,
                     const std::function<void(std::size_t total)>& begin, const std::function<void(Frame)>& add,
                     const std::stop_token& stop) {
    if (!clip) clip = series.source->openClip(stop);
    const std::vector<int> indices = selectedIndices(series, selection, clip);
    begin(indices.size());
    for (const int index : indices) {
        if (stop.stop_requested()) throw Cancelled();
        add(viewer::renderClipFrame(series, *clip, index));
    }
}

}  // namespace

std::vector<Frame> collectEvidence(const Series& series, const Selection& selection,
                                   std::shared_ptr<const Volume> volume, std::shared_ptr<const viewer::Clip> clip,
                                   const EvidenceProgress& progress, std::stop_token stop) {
    std::vector<Frame> frames;
    std::size_t total = 0;
    FileDigests digests(stop);
    const auto report = [&] {
        if (progress) progress(static_cast<int>(frames.size()), static_cast<int>(total));
    };
    const auto begin = [&](std::size_t count) {
        total = count;
        frames.reserve(count);
        report();
    };
    const auto add = [&](Frame frame) {
        if (!frame.provenance.file.empty()) frame.provenance.fileSha256 = digests.of(frame.provenance.file);
        frames.push_back(std::move(frame));
        report();
    };
    if (series.kind == viewer::SeriesKind::clip) {
        collectFromClip(series, selection, std::move(clip), begin, add, stop);
    } else {
        collectFromVolume(series, selection, std::move(volume), begin, add, stop);
    }
    return frames;
}

}  // namespace fleming::app
