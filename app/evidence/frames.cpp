#include "app/evidence/frames.h"

#include "app/evidence/numpy_rule.h"
#include "app/evidence/series_provenance.h"
#include "base/error.h"
#include "base/sha256.h"
#include "viewer/raycast/volume_caster.h"
#include "viewer/render/turn.h"

#include <algorithm>
#include <span>
#include <string>

namespace fleming::app {

namespace {

using viewer::Provenance;

/// Returns provenance with what the series and the pixels of a frame say.
Provenance provenanceOf(const viewer::Series& series, const viewer::RgbImage& image) {
    Provenance provenance = app::provenanceOf(series);
    provenance.width = image.width;
    provenance.height = image.height;
    provenance.pixelsSha256 = sha256(std::as_bytes(std::span(image.rgb)));
    return provenance;
}

/// Returns the object that holds a slice if the acquired plane shows its pixels one for one.
std::optional<viewer::StoredImage> storedImage(const viewer::Series& series, const viewer::Geometry& geometry,
                                               const viewer::SlicePlane& plane, const viewer::SliceNumber& slice) {
    const viewer::PlaneAxes axes = viewer::planeAxes(geometry, slice.plane);
    const auto object = axes.sliceAxis == 2 && !plane.slab ? series.objectOf(slice.index) : std::nullopt;
    if (!object) return {};
    return viewer::StoredImage{*object, axes.columnAxis == 1, axes.flipColumns, axes.flipRows};
}

void recordWindowing(const viewer::Windowing& windowing, Provenance& provenance) {
    if (const auto* window = std::get_if<viewer::Window>(&windowing)) provenance.window = *window;
    if (const auto* table = std::get_if<viewer::VoiTablePtr>(&windowing)) provenance.voiTable = (*table)->sha256;
    provenance.minMax = std::holds_alternative<viewer::MinMax>(windowing);
}

/// Returns the number of slices of a plane whose voxels its slab needs.
int slicesInSlab(const viewer::Geometry& geometry, const viewer::SlicePlane& plane, viewer::Plane orientation) {
    const auto axis = static_cast<std::size_t>(viewer::planeAxes(geometry, orientation).sliceAxis);
    const viewer::IndexRange slices = viewer::voxelBox(geometry, plane)[axis];
    return slices.last - slices.first + 1;
}

void recordSlice(const viewer::Series& series, const viewer::Geometry& geometry, const viewer::SlicePlane& plane,
                 const viewer::ShownSlice& shown, Provenance& provenance) {
    const viewer::SliceNumber& slice = shown.slice;
    provenance.index = slice.index;
    provenance.count = viewer::sliceCount(geometry, slice.plane);
    provenance.look.turn = shown.turn;
    if (const auto image = storedImage(series, geometry, plane, slice)) provenance.stored = turned(*image, shown.turn);
    if (plane.slab) provenance.slabSlices = slicesInSlab(geometry, plane, slice.plane);
    if (!geometry.oriented) return;
    provenance.plane = slice.plane;
    provenance.positionMm = sliceCentre(geometry, slice);
}

void recordOblique(const viewer::Geometry& geometry, const viewer::SlicePlane& plane, Provenance& provenance) {
    provenance.oblique = plane;
    provenance.oblique->slab.reset();
    if (geometry.oriented) provenance.positionMm = plane.toPatient((plane.width - 1) / 2.0, (plane.height - 1) / 2.0);
}

}  // namespace

viewer::Frame sliceFrame(const viewer::Series& series, const viewer::Volume& volume, const viewer::SlicePlane& plane,
                         const viewer::Display& display) {
    const viewer::Geometry& geometry = volume.geometry();
    const viewer::IndexRange stored = viewer::storedSlices(geometry, plane);
    if (stored.last < 0) throw Error("frame.no_slice");
    const std::filesystem::path* file = series.fileOfSlice(stored.first);
    if (anyDamaged(volume, stored)) {
        if (stored.first < stored.last) throw Error("frame.plane_has_gaps");
        throw Error("frame.unreadable_slice", file != nullptr ? file->string() : "", {std::to_string(stored.first)});
    }
    viewer::Frame frame{viewer::render(volume, plane, display), {}};
    Provenance& provenance = frame.provenance = provenanceOf(series, frame.image);
    if (file != nullptr) provenance.file = file->string();
    provenance.slab = plane.slab;
    provenance.inverted = display.inverted;
    provenance.look = {{}, display.colours, display.interpolation};
    if (volume.components() == 3) provenance.look.colours = viewer::ColourTable::grey;
    if (const auto shown = viewer::shownSlice(geometry, plane)) {
        recordSlice(series, geometry, plane, *shown, provenance);
    } else {
        recordOblique(geometry, plane, provenance);
    }
    if (volume.components() == 1) {
        recordWindowing(display.windowing, provenance);
        provenance.cover = provenance.minMax && followsNumpyRule(series);
    }
    return frame;
}

viewer::Frame volumeFrame(const viewer::Series& series, const std::shared_ptr<const viewer::Volume>& volume,
                          const viewer::VolumeRendering& rendering, const std::stop_token& stop) {
    if (anyDamaged(*volume, {0, volume->geometry().size[2] - 1})) throw Error("frame.plane_has_gaps");
    viewer::Frame frame{viewer::renderVolume(series, volume, rendering, stop), {}};
    frame.provenance = provenanceOf(series, frame.image);
    frame.provenance.rendering = rendering;
    return frame;
}

viewer::Frame clipFrame(const viewer::Series& series, const viewer::Clip& clip, int index,
                        const viewer::FrameDisplay& display) {
    viewer::Frame frame{viewer::renderFrame(clip, index, display), {}};
    Provenance& provenance = frame.provenance = provenanceOf(series, frame.image);
    provenance.index = index;
    provenance.count = clip.frameCount();
    if (const auto object = series.objectOf(index))
        provenance.stored = turned(viewer::StoredImage{*object}, display.look.turn);
    provenance.timeSeconds = clip.timeOf(index);
    provenance.inverted = display.inverted;
    provenance.look = display.look;
    if (const auto own = clip.windowing()) {
        recordWindowing(display.windowing.value_or(*own), provenance);
    } else {
        provenance.look.colours = viewer::ColourTable::grey;
    }
    return frame;
}

}  // namespace fleming::app
