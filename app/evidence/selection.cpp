#include "app/evidence/selection.h"

#include "base/error.h"
#include "inference/frame_sampler.h"
#include "viewer/text/number_text.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace fleming::app {

namespace {

void checkWaysOfPicking(const Selection& selection) {
    const int ways = int{selection.count.has_value()} + int{!selection.indices.empty()} +
                     int{!selection.obliques.empty()} + int{selection.rendering.has_value()} +
                     int{!selection.times.empty()} + int{selection.everySeconds.has_value()};
    if (ways > 1) {
        throw Error("selection.several_ways");
    }
    if (selection.count && *selection.count < 1) throw Error("selection.no_frames");
}

void checkNumberOfFrames(double frames) {
    if (frames > kMaximumFrames) {
        throw Error("selection.too_many_frames", {},
                    {viewer::countText(static_cast<std::int64_t>(frames)).toStdString(),
                     viewer::countText(kMaximumFrames).toStdString()});
    }
}

void checkIndices(const std::vector<int>& indices, int count) {
    for (const int index : indices) {
        if (index < 0 || index >= count) {
            throw Error("selection.no_such_frame", {}, {std::to_string(index), std::to_string(count - 1)});
        }
    }
}

void refuseTimes(const Selection& selection) {
    if (!selection.times.empty() || selection.everySeconds || selection.clipRange) {
        throw Error("selection.times_without_clip");
    }
}

void refuseSlab(const Selection& selection) {
    if (selection.slab || !selection.obliques.empty() || selection.rendering)
        throw Error("selection.slab_without_volume");
}

std::vector<int> selectFromPicture(const Selection& selection) {
    refuseTimes(selection);
    refuseSlab(selection);
    if (selection.plane) throw Error("selection.plane_of_picture");
    checkIndices(selection.indices, 1);
    if (selection.count && *selection.count > 1) {
        throw Error("selection.one_frame_only", {}, {std::to_string(*selection.count)});
    }
    return selection.indices.empty() ? std::vector<int>{0} : selection.indices;
}

std::vector<int> selectFromVolume(const viewer::Series& series, const Selection& selection) {
    refuseTimes(selection);
    if (selection.plane && !series.geometry().oriented) {
        throw Error("selection.no_orientation");
    }
    const viewer::Plane plane = selection.plane.value_or(viewer::acquiredPlane(series.geometry()));
    const int slices = viewer::sliceCount(series.geometry(), plane);
    checkIndices(selection.indices, slices);
    if (!selection.indices.empty()) return selection.indices;
    const int count = selection.count.value_or(kDefaultSlices);
    checkNumberOfFrames(count);
    return inference::volumeIndices(0, slices - 1, count);
}

/// Returns the properties of the open clip, or those in the header of the series if `clip` is null.
viewer::ClipInfo clipInfo(const viewer::Series& series, const viewer::Clip* clip) {
    if (clip == nullptr) return series.clip();
    return {clip->frameCount(), clip->framesPerSecond(), clip->duration(), clip->width(), clip->height()};
}

/// Formats a time in the notation of the command-line options.
std::string seconds(double value) {
    return QString::number(value, 'f', 3).toStdString();
}

void checkRange(const std::pair<double, double>& range, double duration) {
    const auto [in, out] = range;
    if (!(in >= 0.0 && in < out && in < duration && std::isfinite(out))) {
        throw Error("selection.range_outside", {}, {seconds(in), seconds(out), seconds(duration)});
    }
}

std::vector<int> framesAtTimes(const viewer::Clip& clip, const std::vector<double>& times) {
    std::vector<int> indices;
    for (const double time : times) {
        if (!(time >= 0.0 && time <= clip.duration())) {
            throw Error("selection.time_outside", {}, {seconds(time), seconds(clip.duration())});
        }
        indices.push_back(clip.indexAt(time));
    }
    return indices;
}

std::vector<int> selectFromClip(const viewer::Series& series, const Selection& selection,
                                std::shared_ptr<const viewer::Clip> clip) {
    if (selection.plane) throw Error("selection.plane_of_clip");
    refuseSlab(selection);
    const bool isWindowed = selection.windowing || !selection.windowName.empty();
    if ((isWindowed || !selection.times.empty()) && !clip) clip = series.source->openClip({});
    if (isWindowed && !clip->windowing()) throw Error("selection.window_of_colours");
    const viewer::ClipInfo info = clipInfo(series, clip.get());
    const bool picked = !selection.indices.empty() || !selection.times.empty();
    if (picked && selection.clipRange) {
        throw Error("selection.range_and_frames");
    }
    checkNumberOfFrames(static_cast<double>(std::max(selection.indices.size(), selection.times.size())));
    checkIndices(selection.indices, info.frameCount);
    if (!selection.indices.empty()) return selection.indices;
    if (!selection.times.empty()) return framesAtTimes(*clip, selection.times);

    if (selection.clipRange) checkRange(*selection.clipRange, info.duration);
    const auto [in, out] = selection.clipRange.value_or(std::pair(0.0, info.frameCount / info.framesPerSecond));
    std::optional<int> count = selection.count;
    if (selection.everySeconds) {
        if (!(*selection.everySeconds > 0.0)) throw Error("selection.no_interval");
        const double intervals = std::floor((std::min(out, info.duration) - in) / *selection.everySeconds);
        checkNumberOfFrames(intervals);
        count = std::max(1, static_cast<int>(intervals));
    }
    checkNumberOfFrames(count ? *count : out - in);
    return inference::videoIndices(info.frameCount, info.framesPerSecond, count, selection.clipRange);
}

}  // namespace

std::vector<int> selectedIndices(const viewer::Series& series, const Selection& selection,
                                 std::shared_ptr<const viewer::Clip> clip) {
    checkWaysOfPicking(selection);
    checkNumberOfFrames(static_cast<double>(selection.indices.size()));
    switch (series.kind()) {
        case viewer::SeriesKind::picture:
            return selectFromPicture(selection);
        case viewer::SeriesKind::volume:
            return selectFromVolume(series, selection);
        case viewer::SeriesKind::clip:
            return selectFromClip(series, selection, std::move(clip));
    }
    return {};
}

}  // namespace fleming::app
