#include "app/studies/open_series.h"

#include "inference/frame_sampler.h"
#include "viewer/render/tilted_slices.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::app {

namespace {

viewer::Plane planeOf(const viewer::Geometry& geometry, const View& view) {
    return view.plane.value_or(viewer::acquiredPlane(geometry));
}

/// Returns slice `index`, from 0, of the tilted plane that a view goes through, without its margins.
viewer::SlicePlane tiltedSlice(const viewer::Geometry& geometry, const View& view, int index) {
    const viewer::Plane plane = planeOf(geometry, view);
    const int first = viewer::tiltedSlices(geometry, plane, view.tilt).first;
    viewer::SlicePlane slice = viewer::tiltedPlane(geometry, plane, first + index, view.tilt);
    slice.slab = view.slab;
    return cropped(geometry, slice);
}

/// Returns a rendering of the size for evidence.
viewer::VolumeRendering forEvidence(viewer::VolumeRendering rendering) {
    const double scale = static_cast<double>(kRenderingSide) / std::max({1, rendering.width, rendering.height});
    rendering.width = std::max(1, static_cast<int>(std::lround(rendering.width * scale)));
    rendering.height = std::max(1, static_cast<int>(std::lround(rendering.height * scale)));
    return rendering;
}

}  // namespace

bool canBeEvidence(const View& view) {
    return !view.volumeShown || view.rendering;
}

Selection selectionOf(const viewer::Series& series, const View& view) {
    Selection selection;
    if (view.volumeShown && view.rendering) {
        selection.rendering = forEvidence(*view.rendering);
        return selection;
    }
    if (series.kind() != viewer::SeriesKind::picture) selection.indices = {view.index};
    if (series.kind() == viewer::SeriesKind::volume) {
        if (series.geometry().oriented) selection.plane = view.plane;
        selection.slab = view.slab;
        if (view.tilt != viewer::RigidTransform{}) {
            selection.indices.clear();
            selection.obliques = {tiltedSlice(series.geometry(), view, view.index)};
        }
    }
    selection.windowing = view.windowing;
    selection.inverted = view.inverted;
    selection.look = view.look;
    return selection;
}

Selection evenSelectionOf(const viewer::Series& series, const View& view, int count) {
    View ofSlices = view;
    ofSlices.volumeShown = false;
    Selection selection = selectionOf(series, ofSlices);
    selection.indices.clear();
    if (selection.obliques.empty()) {
        selection.count = count;
        return selection;
    }
    const viewer::Geometry& geometry = series.geometry();
    const viewer::IndexRange slices = viewer::tiltedSlices(geometry, planeOf(geometry, view), view.tilt);
    selection.obliques.clear();
    for (const int index : inference::volumeIndices(0, slices.last - slices.first, count))
        selection.obliques.push_back(tiltedSlice(geometry, view, index));
    return selection;
}

int shownSlice(const OpenSeries& open) {
    if (open.series.kind() == viewer::SeriesKind::clip) return 0;
    const viewer::Geometry& geometry = open.series.geometry();
    const int slices = geometry.size[2];
    const bool stored = !open.view.plane || viewer::planeAxes(geometry, *open.view.plane).sliceAxis == 2;
    return stored && open.view.index >= 0 && open.view.index < slices ? open.view.index : slices / 2;
}

View straightView(const OpenSeries& stored, const viewer::Series& straight) {
    const viewer::Geometry &from = stored.series.geometry(), &to = straight.geometry();
    View view = stored.view;
    const viewer::Plane plane = planeOf(from, view);
    view.places.clear();
    if (view.tilt != viewer::RigidTransform{}) {
        const int first = viewer::tiltedSlices(from, plane, view.tilt).first;
        const viewer::SlicePlane shown = viewer::tiltedPlane(from, plane, first + view.index, view.tilt);
        const viewer::TiltedSlice place = viewer::tiltOf(to, plane, shown);
        view.tilt = place.tilt;
        view.index = place.index - viewer::tiltedSlices(to, plane, place.tilt).first;
        return view;
    }
    // The place is where the middle of the shown slice truly lies.
    const auto axis = static_cast<std::size_t>(viewer::planeAxes(from, plane).sliceAxis);
    viewer::Vector3 voxel = viewer::middleVoxel(from);
    voxel[axis] = view.index;
    const std::vector<viewer::Vector3>& positions = stored.series.image().slicePositions;
    const auto slice = static_cast<std::size_t>(std::clamp<long>(std::lround(voxel[2]), 0, std::ssize(positions) - 1));
    const viewer::Vector3 inSlice = viewer::minus(from.voxelToPatient({voxel[0], voxel[1], 0}), from.origin);
    const double at = to.patientToVoxel(viewer::plus(positions[slice], inSlice))[axis];
    view.index = std::clamp(static_cast<int>(std::lround(at)), 0, to.size[axis] - 1);
    return view;
}

}  // namespace fleming::app
