#pragma once

#include "viewer/data/picture.h"
#include "viewer/data/series.h"
#include "viewer/raycast/volume_canvas.h"
#include "viewer/render/volume_presets.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace fleming::viewer {

/// Draws renderings of one volume at a time on a canvas. Only the thread that made it may use and destroy it.
class VolumeCaster {
public:
    explicit VolumeCaster(std::unique_ptr<VolumeCanvas> canvas);
    ~VolumeCaster();

    /// Takes a complete volume. `moves`: coarse images will be wanted, too. Throws Cancelled; then there is no volume.
    void prepare(const Series& series, const std::shared_ptr<const Volume>& volume, bool moves,
                 const std::stop_token& stop);
    void clear();
    bool isPrepared() const { return prepared_; }
    const VolumeValues& values() const { return values_; }  ///< of the prepared volume

    /// Draws at full quality, or from a smaller copy of the volume with one ray for `pixelsPerRay` pixels in each
    /// direction. Throws Error "volume.no_preset".
    VolumeCanvas::Drawn drawFine(const VolumeRendering& rendering, const std::function<bool()>& isOutdated);
    VolumeCanvas::Drawn drawCoarse(const VolumeRendering& rendering, double pixelsPerRay,
                                   const std::function<bool()>& isOutdated);

private:
    VolumeCanvas::Drawn draw(const VolumeRendering& rendering, bool fine, double pixelsPerRay,
                             const std::function<bool()>& isOutdated);

    std::unique_ptr<VolumeCanvas> canvas_;
    std::unique_ptr<class VolumeScene> scene_;
    bool prepared_ = false;
    VolumeValues values_;
    std::optional<VolumeLook> look_;  ///< set in the scene
};

/// Draws a rendering at full quality with VTK's CPU code on all cores, whether or not there is a graphics card, so
/// that the same volume and rendering give the same pixels again with the same version of VTK. Volumes of more than 20
/// million voxels are averaged in blocks first. Throws Cancelled, Error "volume.no_preset", and Error
/// "volume.single_slice" for a volume of less than two voxels in a direction.
RgbImage renderVolume(const Series& series, const std::shared_ptr<const Volume>& volume,
                      const VolumeRendering& rendering, const std::stop_token& stop = {});

}  // namespace fleming::viewer
