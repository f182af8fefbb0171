#pragma once

#include "viewer/data/series.h"
#include "viewer/render/clip_frame.h"
#include "viewer/render/frame.h"
#include "viewer/render/render.h"

#include <memory>
#include <stop_token>

namespace fleming::app {

/// Renders one slice of a volume or any other plane of it, or a picture, as a frame. The provenance lacks only the
/// checksum of the file. Throws Error if the plane misses the volume, or if slices that it needs are not loaded or
/// could not be read: a frame is evidence and must not show filler.
viewer::Frame sliceFrame(const viewer::Series& series, const viewer::Volume& volume, const viewer::SlicePlane& plane,
                         const viewer::Display& display);

/// Casts the rays of a complete volume of more than one slice (viewer::renderVolume()). The provenance lacks only the
/// checksum of the file. Throws Error, Cancelled.
viewer::Frame volumeFrame(const viewer::Series& series, const std::shared_ptr<const viewer::Volume>& volume,
                          const viewer::VolumeRendering& rendering, const std::stop_token& stop = {});

/// Renders frame `index` of a clip. The provenance lacks only the checksum of the file. Throws Error.
viewer::Frame clipFrame(const viewer::Series& series, const viewer::Clip& clip, int index,
                        const viewer::FrameDisplay& display = {});

}  // namespace fleming::app
