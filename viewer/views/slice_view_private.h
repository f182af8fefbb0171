#pragma once

#include "viewer/layers/layers.h"
#include "viewer/views/plane_drag.h"
#include "viewer/views/pointer_tools.h"
#include "viewer/views/slice_image.h"
#include "viewer/views/slice_stack.h"
#include "viewer/views/slice_view.h"

#include <QTimer>

#include <algorithm>
#include <functional>
#include <vector>

namespace fleming::viewer {

/// The state of a slice view, for the files that implement it.
struct SliceView::Private {
    explicit Private(std::span<const ToolEntry> offered) : tools(offered) {}

    SliceStack stack;
    std::optional<SlicePlane> plane;  ///< absent: no volume, or `problem`
    QString problem;                  ///< shown in place of the image
    Viewport viewport;
    SliceImage image;
    std::vector<std::unique_ptr<Layer>> layers = makeLayers();
    std::shared_ptr<const LabelMap> labels;
    MarkBoard* marks = nullptr;
    RoiBoard* rois = nullptr;
    RoiSpace roiSpace;
    PointerTools tools;
    std::optional<QPointF> cursor;  ///< device pixels
    std::vector<CrossingPlane> references;
    std::optional<PlaneDrag> planeDrag;
    std::optional<Slab> lastSlab;  ///< what ViewCommand::slab shows again
    QTimer settle;                 ///< runs after each change of the plane: until it ends, slow planes are coarse
    std::optional<Vector3> crosshair;
    std::optional<QRectF> outline;  ///< device pixels
    SceneTexts texts;
    std::function<bool(int by)> timeStep;
    bool alwaysPoints = false;
    bool points = false;  ///< pointed() was emitted, and pointingEnded() not yet
    ErrorWords words = whatOf;

    /// Returns mm per device pixel at zoom 1: the smaller side of a pixel.
    double zoomUnit() const { return std::min(plane->pixelWidth, plane->pixelHeight); }
    MmToDevice map() const { return {*plane, viewport.target().topLeft(), viewport.zoom() / zoomUnit()}; }
    void updatePlane();
    void fitPlane();
};

}  // namespace fleming::viewer
