#include "app/evidence/evidence.h"

#include "app/evidence/frames.h"
#include "app/evidence/numpy_rule.h"
#include "base/error.h"
#include "base/sha256.h"
#include "viewer/render/turn.h"
#include "viewer/render/window_presets.h"

#include <algorithm>
#include <map>

namespace fleming::app {

namespace {

using viewer::Frame;
using viewer::Series;
using viewer::Volume;

/// Computes the SHA-256 of each source file once.
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

/// Returns the indices of the stored slices that intersect the planes.
std::vector<int> neededSlices(const Series& series, const std::vector<viewer::SlicePlane>& planes) {
    std::vector<int> slices;
    for (const viewer::SlicePlane& plane : planes) {
        const viewer::IndexRange needed = viewer::storedSlices(series.geometry(), plane);
        for (int k = needed.first; k <= needed.last; ++k) {
            if (std::find(slices.begin(), slices.end(), k) == slices.end()) slices.push_back(k);
        }
    }
    return slices;
}

/// `ofFile` are the windows of the file of the series.
std::optional<viewer::Windowing> chosenWindowing(const Series& series, const std::vector<viewer::NamedWindow>& ofFile,
                                                 const Selection& selection) {
    if (!selection.windowName.empty()) return viewer::windowByName(series.modality, ofFile, selection.windowName);
    if (const auto* window = selection.windowing ? std::get_if<viewer::Window>(&*selection.windowing) : nullptr) {
        if (!(window->width > 0.0)) throw Error("selection.window_width");
    }
    return selection.windowing;
}

/// Returns the windowing of the frames, or nothing if it depends on the pixels.
std::optional<viewer::Windowing> windowingWithoutPixels(const Series& series, const Selection& selection) {
    if (const auto chosen = chosenWindowing(series, series.image().windows, selection)) return chosen;
    if (const auto rule = windowingOfModel(series)) return rule;
    return viewer::headerWindowing(series);
}

/// Returns the planes of the frames, as they are shown.
std::vector<viewer::SlicePlane> selectedPlanes(const Series& series, const Selection& selection) {
    const std::vector<int> indices = selectedIndices(series, selection);
    std::vector<viewer::SlicePlane> planes = selection.obliques;
    if (planes.empty()) {
        const viewer::Plane plane = selection.plane.value_or(viewer::acquiredPlane(series.geometry()));
        for (const int index : indices)
            planes.push_back(viewer::slicePlane(series.geometry(), plane, index));
    }
    for (viewer::SlicePlane& plane : planes) {
        plane = viewer::turned(plane, selection.look.turn);
        plane.slab = selection.slab;
    }
    return planes;
}

/// Returns `volume` if these slices of it are ready, else an own one with them.
std::shared_ptr<const Volume> withSlices(const Series& series, std::shared_ptr<const Volume> volume,
                                         const std::vector<int>& slices, const std::stop_token& stop) {
    if (volume && areReady(*volume, slices)) return volume;
    const auto own = viewer::allocate(series);
    viewer::readSlices(series, *own, slices, {}, stop);
    return own;
}

void collectRendering(const Series& series, const Selection& selection, std::shared_ptr<const Volume> volume,
                      const std::function<void(std::size_t total)>& begin, const std::function<void(Frame)>& add,
                      const std::stop_token& stop) {
    begin(1);
    volume = withSlices(series, std::move(volume), viewer::slicesOutward(0, series.geometry().size[2]), stop);
    add(volumeFrame(series, volume, *selection.rendering, stop));
}

void collectFromVolume(const Series& series, const Selection& selection, std::shared_ptr<const Volume> volume,
                       const std::function<void(std::size_t total)>& begin, const std::function<void(Frame)>& add,
                       const std::stop_token& stop) {
    if (selection.rendering) return collectRendering(series, selection, std::move(volume), begin, add, stop);
    const std::optional<viewer::Windowing> known = windowingWithoutPixels(series, selection);
    const std::vector<viewer::SlicePlane> planes = selectedPlanes(series, selection);
    begin(planes.size());
    const std::vector<int> slices =
        known ? neededSlices(series, planes) : viewer::slicesOutward(0, series.geometry().size[2]);
    volume = withSlices(series, std::move(volume), slices, stop);
    const viewer::Windowing windowing = known ? *known : viewer::defaultWindowing(series, *volume);
    const viewer::Display display{windowing, series.image().inverted, selection.inverted, selection.look.colours,
                                  selection.look.interpolation};
    for (const viewer::SlicePlane& each : planes) {
        if (stop.stop_requested()) throw Cancelled();
        add(sliceFrame(series, *volume, each, display));
    }
}

void collectFromClip(const Series& series, const Selection& selection, std::shared_ptr<const viewer::Clip> clip,
                     const std::function<void(std::size_t total)>& begin, const std::function<void(Frame)>& add,
                     const std::stop_token& stop) {
    if (!clip) clip = series.source->openClip(stop);
    const std::vector<int> indices = selectedIndices(series, selection, clip);
    const viewer::FrameDisplay display{chosenWindowing(series, clip->windows(), selection), selection.inverted,
                                       selection.look};
    begin(indices.size());
    for (const int index : indices) {
        if (stop.stop_requested()) throw Cancelled();
        add(clipFrame(series, *clip, index, display));
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
    if (series.kind() == viewer::SeriesKind::clip) {
        collectFromClip(series, selection, std::move(clip), begin, add, stop);
    } else {
        collectFromVolume(series, selection, std::move(volume), begin, add, stop);
    }
    return frames;
}

}  // namespace fleming::app
