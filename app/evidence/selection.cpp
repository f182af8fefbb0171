// Which slices or frames a Selection means.
#include "app/evidence/evidence.h"
#include "base/error.h"
#include "inference/frame_sampler.h"
#include "viewer/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace fleming::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

[[noreturn]] void refuse(const QString& message) {
    throw Error(message.toStdString());
}

void checkWaysOfPicking(const Selection& selection) {
    const int ways = int{selection.count.has_value()} + int{!selection.indices.empty()} +
                     int{!selection.times.empty()} + int{selection.everySeconds.has_value()};
    if (ways > 1) {
        refuse(Text::tr("Select frames in only one way: by count, by index, by time, or by interval."));
    }
    if (selection.count && *selection.count < 1) refuse(Text::tr("The number of frames must be at least 1."));
}

void checkNumberOfFrames(double frames) {
    if (frames > kMaximumFrames) {
        refuse(Text::tr("That would be %1 frames, but a question can include at most %2. Choose fewer.")
                   .arg(viewer::countText(static_cast<std::int64_t>(frames)), viewer::countText(kMaximumFrames)));
    }
}

void checkIndices(const std::vector<int>& indices, int count) {
    for (const int index : indices) {
        if (index < 0 || index >= count) {
            refuse(
                Text::tr("There is no slice or frame %1: they are numbered from 0 to %2.").arg(index).arg(count - 1));
        }
    }
}

void refuseTimes(const Selection& selection) {
    if (!selection.times.empty() || selection.everySeconds || selection.clipRange) {
        refuse(
            Text::tr("Frames can be selected by time only in a clip, and this series is not a clip. Select slices "
                     "by count or by index."));
    }
}

std::vector<int> ofPicture(const Selection& selection) {
    refuseTimes(selection);
    if (selection.plane)
        refuse(Text::tr("A plane can be chosen only for a volume, and this series is a single image."));
    checkIndices(selection.indices, 1);
    if (selection.count && *selection.count > 1) {
        refuse(Text::tr("This series is a single image: it provides one frame, not %1.").arg(*selection.count));
    }
    return selection.indices.empty() ? std::vector<int>{0} : selection.indices;
}

std::vector<int> ofVolume(const viewer::Series& series, const Selection& selection) {
    refuseTimes(selection);
    if (selection.plane && !series.geometry.oriented) {
        refuse(
            Text::tr("The orientation of this volume in the patient is unknown, so it has no axial, coronal and "
                     "sagittal planes. Select slices without a plane."));
    }
    const viewer::Plane plane = selection.plane.value_or(viewer::acquiredPlane(series.geometry));
    const int slices = viewer::sliceCount(series.geometry, plane);
    checkIndices(selection.indices, slices);
    if (!selection.indices.empty()) return selection.indices;
    const int count = selection.count.value_or(kDefaultSlices);
    checkNumberOfFrames(count);
    return inference::volumeIndices(0, slices - 1, count);
}

/// What the rules need of a clip, from the open one or from the series' header.
struct ClipFacts {
    int frames;
    double framesPerSecond;
    double duration;
};

ClipFacts factsOf(const viewer::Series& series, const viewer::Clip* clip) {
    if (clip != nullptr) return {clip->frameCount(), clip->framesPerSecond(), clip->duration()};
    return {series.frameCount, series.framesPerSecond, series.duration};
}

/// As the options take them.
QString seconds(double value) {
    return QString::number(value, 'f', 3);
}

void checkRange(const std::pair<double, double>& range, double duration) {
    const auto [in, out] = range;
    if (!(in >= 0.0 && in < out && in < duration && std::isfinite(out))) {
        refuse(Text::tr("The range from %1 s to %2 s is outside the clip, which runs from 0 s to %3 s.")
                   .arg(seconds(in), seconds(out), seconds(duration)));
    }
}

std::vector<int> framesAtTimes(const viewer::Clip& clip, const std::vector<double>& times) {
    std::vector<int> indices;
    for (const double time : times) {
        if (!(time >= 0.0 && time <= clip.duration())) {
            refuse(Text::tr("There is no frame at %1 s: the clip runs from 0 s to %2 s.")
                       .arg(seconds(time), seconds(clip.duration())));
        }
        indices.push_back(clip.indexAt(time));
    }
    return indices;
}

std::vector<int> ofClip(const viewer::Series& series, const Selection& selection,
                        std::shared_ptr<const viewer::Clip> clip) {
    if (selection.plane) refuse(Text::tr("A plane can be chosen only for a volume, and this series is a clip."));
    if (selection.windowing || !selection.windowName.empty()) {
        refuse(Text::tr("A window can be set only for greyscale values, and the frames of this clip are in colour."));
    }
    if (selection.inverted) refuse(Text::tr("Only slices and images can be inverted, and this series is a clip."));
    if (!selection.times.empty() && !clip) clip = series.source->openClip({});
    const ClipFacts facts = factsOf(series, clip.get());
    const bool picked = !selection.indices.empty() || !selection.times.empty();
    if (picked && selection.clipRange) {
        refuse(Text::tr(
            "A clip range cannot be combined with frames that are selected one by one. Use only one of them."));
    }
    checkNumberOfFrames(static_cast<double>(std::max(selection.indices.size(), selection.times.size())));
    checkIndices(selection.indices, facts.frames);
    if (!selection.indices.empty()) return selection.indices;
    if (!selection.times.empty()) return framesAtTimes(*clip, selection.times);

    if (selection.clipRange) checkRange(*selection.clipRange, facts.duration);
    const auto [in, out] = selection.clipRange.value_or(std::pair(0.0, facts.frames / facts.framesPerSecond));
    std::optional<int> count = selection.count;
    if (selection.everySeconds) {
        if (!(*selection.everySeconds > 0.0)) refuse(Text::tr("The interval between frames must be greater than 0 s."));
        const double pieces = std::floor((std::min(out, facts.duration) - in) / *selection.everySeconds);
        checkNumberOfFrames(pieces);
        count = std::max(1, static_cast<int>(pieces));
    }
    checkNumberOfFrames(count ? *count : out - in);
    return inference::videoIndices(facts.frames, facts.framesPerSecond, count, selection.clipRange);
}

}  // namespace

std::vector<int> selectedIndices(const viewer::Series& series, const Selection& selection,
                                 std::shared_ptr<const viewer::Clip> clip) {
    checkWaysOfPicking(selection);
    checkNumberOfFrames(static_cast<double>(selection.indices.size()));
    switch (series.kind) {
        case viewer::SeriesKind::picture:
            return ofPicture(selection);
        case viewer::SeriesKind::volume:
            return ofVolume(series, selection);
        case viewer::SeriesKind::clip:
            return ofClip(series, selection, std::move(clip));
    }
    return {};
}

}  // namespace fleming::app
