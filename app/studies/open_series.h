#pragma once

#include "app/evidence/evidence.h"
#include "viewer/data/series.h"
#include "viewer/data/slice_place.h"

#include <QImage>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace fleming::app {

/// What the screen shows of a series; the ui keeps it up to date. Without a windowing the series' default is meant.
struct View {
    std::optional<viewer::Plane> plane;  ///< volumes; absent: the acquired plane
    int index = 0;                       ///< slice in that plane, or frame of a clip
    std::optional<viewer::Windowing> windowing;
    bool inverted = false;                               ///< the negative is shown
    std::map<viewer::Plane, viewer::SlicePlace> places;  ///< volumes: where each plane is, or was left
    bool volumeShown = false;                            ///< the volume as a whole is on the screen, not a slice
    std::optional<viewer::Window> projectionWindow;      ///< of its maximum intensity projection; absent: the usual one
    std::optional<std::pair<double, double>> clipRange;  ///< clips: in and out point, s
};

/// Whether a slice, picture or frame is on the screen, which can be evidence.
bool canBeEvidence(const View& view);

/// The selection that takes exactly the slice or frame on the screen, as it is shown.
Selection selectionOf(const viewer::Series& series, const View& view);

/// A series that is open in the workspace.
struct OpenSeries {
    int id = 0;  ///< stable while open, never used again
    viewer::Series series;
    View view;                                     ///< to begin with: the middle slice, the first frame
    QImage thumbnail;                              ///< null until it has come
    std::shared_ptr<const viewer::Volume> volume;  ///< volume, picture: allocated once chosen; slices become ready
    std::shared_ptr<const viewer::Clip> clip;      ///< clip: once chosen and opened
    QString error;                                 ///< why its pixels could not be read
};

}  // namespace fleming::app
