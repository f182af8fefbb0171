#pragma once

#include "viewer/data/label_map.h"
#include "viewer/data/series.h"
#include "viewer/layers/mm_to_device.h"
#include "viewer/layers/scene_texts.h"
#include "viewer/render/display.h"
#include "viewer/render/slice_plane.h"
#include "viewer/rois/roi_board.h"

#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace fleming::viewer {

class MarkBoard;

/// What a view shows: all that its layers may draw from. It is valid while they draw.
struct SliceScene {
    const Series& series;
    const Volume& volume;
    SliceNumber slice;
    SlicePlane plane;
    Display display;
    QRect area;                     ///< the view, in the coordinates of the painter (device-independent pixels)
    double zoom;                    ///< device pixels per stored pixel
    std::optional<QPointF> cursor;  ///< device pixels; absent if the pointer is not over the view
    bool isReady;                   ///< the slices of the plane are loaded, so its pixels are on the screen
    bool hasFocus;
    std::shared_ptr<const LabelMap> labels;  ///< null: none are shown
    const MarkBoard* marks;                  ///< null: none are shown
    std::vector<SlicePlane> references;      ///< the planes of other views of the same frame of reference
    std::optional<Vector3> crosshair;        ///< the position that another view points at, mm
    std::optional<RoiView> rois;             ///< the measured regions; absent: none are shown
    std::optional<QRectF> outline;           ///< the box that a tool is dragging, device pixels
    SceneTexts texts;
};

/// A drawing over a slice.
class Layer {
public:
    virtual ~Layer() = default;

    /// Draws in scene.area; the painter is restored afterwards. `map` maps the positions of the patient to device
    /// pixels.
    virtual void draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const = 0;
};

}  // namespace fleming::viewer
