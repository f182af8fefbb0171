#pragma once

#include "app/evidence/evidence.h"
#include "viewer/data/label_map.h"
#include "viewer/data/rigid_transform.h"
#include "viewer/data/series.h"
#include "viewer/data/slice_place.h"

#include <QImage>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fleming::app {

/// What the window shows of a series. ui updates it.
struct View {
    std::optional<viewer::Plane> plane;                  ///< volumes; absent: the acquired plane
    int index = 0;                                       ///< slice in that plane, or frame of a clip
    std::optional<viewer::Windowing> windowing;          ///< absent: the default of the series; colours have none
    bool inverted = false;                               ///< greyscale is inverted
    viewer::Look look;                                   ///< how images are turned, coloured and interpolated
    viewer::RigidTransform tilt;                         ///< volumes: of the planes (render/tilted_slices.h)
    std::optional<viewer::Slab> slab;                    ///< volumes: thickness of the planes
    std::map<viewer::Plane, viewer::SlicePlace> places;  ///< volumes: the last position in each plane
    bool volumeShown = false;                            ///< a volume rendering is shown instead of a slice
    std::optional<viewer::VolumeRendering> rendering;    ///< volumes: the last one; absent: none was shown
    std::optional<std::pair<double, double>> clipRange;  ///< clips: in and out point, s
    std::optional<viewer::Playback> playback;            ///< clips; absent: as the file wants
    std::optional<viewer::ZoomPan> clipZoom;             ///< clips; absent: fitted
};

/// Returns true if the view shows something that can be evidence: not a volume rendering that is not there yet.
bool canBeEvidence(const View& view);

/// Returns the selection of exactly the slice, picture, frame or rendering that the view shows, with its windowing and
/// look. A rendering is made with a longer side of kRenderingSide pixels, whatever the size of the view.
Selection selectionOf(const viewer::Series& series, const View& view);

inline constexpr int kRenderingSide = 1024;

/// Returns the selection of `count` slices or frames, evenly spaced over those that the view goes through, as it shows
/// them.
Selection evenSelectionOf(const viewer::Series& series, const View& view, int count);

struct OpenSeries;

/// Returns the index of the stored slice that the view shows; the middle slice if it shows a plane across the slices. 0
/// for a clip.
int shownSlice(const OpenSeries& open);

/// Returns the view of `straight`, viewer::straightened() of an open series, that shows the place where that series is
/// shown.
View straightView(const OpenSeries& stored, const viewer::Series& straight);

/// A series that is open in the workspace.
struct OpenSeries {
    int id = 0;  ///< never reused
    viewer::Series series;
    View view;                                       ///< initially the middle slice or the first frame
    QImage thumbnail;                                ///< null until it is rendered
    std::shared_ptr<const viewer::Volume> volume;    ///< volume, picture: allocated when chosen, then loaded by slices
    std::shared_ptr<const viewer::Clip> clip;        ///< clip: opened when chosen
    QString error;                                   ///< message if the pixels could not be read
    bool isLabels = false;                           ///< it is offered as labels of other series: holdsLabels()
    std::vector<int> labelIds;                       ///< ids of the series shown as labels
    std::shared_ptr<const viewer::LabelMap> labels;  ///< one layer per id, or null
};

}  // namespace fleming::app
