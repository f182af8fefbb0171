#include "viewer/raycast/volume_caster.h"

#include "base/error.h"
#include "viewer/raycast/volume_level.h"
#include "viewer/raycast/volume_scene.h"

#include <algorithm>
#include <cstring>

namespace fleming::viewer {

namespace {

constexpr double kCoarseVoxels = 1.5e6;
constexpr double kFineVoxels = 256e6;  // 512 MB of 16-bit values fit on most graphics cards
constexpr double kFineVoxelsOnCpu = 20e6;

}  // namespace

VolumeCaster::VolumeCaster(std::unique_ptr<VolumeCanvas> canvas)
    : canvas_(std::move(canvas)), scene_(std::make_unique<VolumeScene>(canvas_->renderer(), canvas_->isOnCpu())) {}

VolumeCaster::~VolumeCaster() = default;

void VolumeCaster::prepare(const Series& series, const std::shared_ptr<const Volume>& volume, bool moves,
                           const std::stop_token& stop) {
    clear();
    values_ = volumeValues(series, *volume, stop);
    const double most = canvas_->isOnCpu() ? kFineVoxelsOnCpu : kFineVoxels;
    std::optional<VolumeLevel> coarse;
    if (moves) coarse = volumeLevel(volume, kCoarseVoxels, values_.range.low, stop);
    scene_->setVolume(series.geometry(), volumeLevel(volume, most, values_.range.low, stop), coarse);
    prepared_ = true;
}

void VolumeCaster::clear() {
    scene_->clear();
    prepared_ = false;
    look_.reset();
}

VolumeCanvas::Drawn VolumeCaster::drawFine(const VolumeRendering& rendering, const std::function<bool()>& isOutdated) {
    return draw(rendering, true, 1.0, isOutdated);
}

VolumeCanvas::Drawn VolumeCaster::drawCoarse(const VolumeRendering& rendering, double pixelsPerRay,
                                             const std::function<bool()>& isOutdated) {
    return draw(rendering, false, pixelsPerRay, isOutdated);
}

VolumeCanvas::Drawn VolumeCaster::draw(const VolumeRendering& rendering, bool fine, double pixelsPerRay,
                                       const std::function<bool()>& isOutdated) {
    if (look_ != rendering.look) {
        scene_->setTransferFunction(transferFunction(rendering.look, values_));
        scene_->setCrop(rendering.look.crop);
        look_ = rendering.look;
    }
    scene_->setCamera(rendering.camera);
    scene_->setDetail(fine, pixelsPerRay);
    return canvas_->draw({rendering.width, rendering.height}, isOutdated);
}

RgbImage renderVolume(const Series& series, const std::shared_ptr<const Volume>& volume,
                      const VolumeRendering& rendering, const std::stop_token& stop) {
    const Index3& size = series.geometry().size;
    if (std::min({size[0], size[1], size[2]}) < 2) throw Error("volume.single_slice");
    VolumeCaster caster(VolumeCanvas::onCpu(true));
    caster.prepare(series, volume, false, stop);
    const VolumeCanvas::Drawn drawn = caster.drawFine(rendering, [&stop] { return stop.stop_requested(); });
    if (drawn.state == VolumeCanvas::State::abandoned) throw Cancelled();
    const QImage image = drawn.image.convertToFormat(QImage::Format_RGB888);
    RgbImage rgb;
    rgb.width = image.width();
    rgb.height = image.height();
    const std::size_t rowBytes = 3 * static_cast<std::size_t>(rgb.width);
    rgb.rgb.resize(rowBytes * static_cast<std::size_t>(rgb.height));
    for (int y = 0; y < rgb.height; ++y)
        std::memcpy(rgb.rgb.data() + static_cast<std::size_t>(y) * rowBytes, image.constScanLine(y), rowBytes);
    return rgb;
}

}  // namespace fleming::viewer
