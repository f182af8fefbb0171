#include "viewer/views/volume_renderer.h"

#include "base/error.h"
#include "viewer/render/projection_window.h"
#include "viewer/render/window_presets.h"
#include "viewer/views/volume_canvas.h"
#include "viewer/views/volume_scene.h"

#include <QElapsedTimer>
#include <QOffscreenSurface>
#include <QSurfaceFormat>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kCoarseVoxels = 1.5e6;
constexpr double kFineVoxels = 256e6;  // 512 MB of 16-bit values fit on most graphics cards
constexpr double kFineVoxelsOnCpu = 20e6;
constexpr double kMovingSeconds = 0.05;  // for an image while the volume moves
constexpr double kMostPixelsPerRay = 6.0;

QSurfaceFormat surfaceFormat() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    return format;
}

}  // namespace

struct VolumeRenderer::Stage {
    std::unique_ptr<VolumeCanvas> canvas;
    std::unique_ptr<VolumeScene> scene;
    bool prepared = false;
    Series series;
    Percentiles range{0.0, 1.0};
    Window projection;                   ///< projectionWindow() of the volume
    std::optional<VolumePreset> preset;  ///< set in the scene
    Window shown;                        ///< set in the scene, with the projection
    double pixelsPerRay = 3.0;           ///< while it moves: adapted to the speed of the machine

    explicit Stage(std::unique_ptr<VolumeCanvas> on)
        : canvas(std::move(on)), scene(std::make_unique<VolumeScene>(canvas->renderer(), canvas->isOnCpu())) {}
};

VolumeRenderer::VolumeRenderer(QObject* parent) : QObject(parent), surface_(std::make_unique<QOffscreenSurface>()) {
    surface_->setFormat(surfaceFormat());
    surface_->create();
    thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

VolumeRenderer::~VolumeRenderer() {
    setVolume({}, nullptr);
    thread_.request_stop();
    thread_.join();
}

void VolumeRenderer::setVolume(const Series& series, std::shared_ptr<const Volume> volume) {
    {
        const std::lock_guard lock(mutex_);
        task_ = Task{series, std::move(volume)};
        shot_.reset();
        ++generation_;
        preparing_.request_stop();
    }
    wake_.notify_one();
}

void VolumeRenderer::want(const VolumeShot& shot) {
    {
        const std::lock_guard lock(mutex_);
        shot_ = shot;
    }
    wake_.notify_one();
}

bool VolumeRenderer::isOutdated(const VolumeShot& shot) const {
    const std::lock_guard lock(mutex_);
    return task_ || thread_.get_stop_token().stop_requested() || (shot.fine && shot_);
}

void VolumeRenderer::run(std::stop_token stop) {
    std::unique_ptr<Stage> stage;
    Task prepared;  // for another stage if OpenGL fails
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return task_ || shot_; })) {
        const std::optional<Task> task = std::exchange(task_, {});
        const std::optional<VolumeShot> shot = task ? std::nullopt : std::exchange(shot_, {});
        if (task) {
            preparing_ = std::stop_source();
            drawing_ = generation_;
        }
        const std::stop_token preparation = preparing_.get_token();
        lock.unlock();
        try {
            if (!stage && (shot || task->volume)) {
                auto card = VolumeCanvas::withOpenGl(*surface_);
                stage = std::make_unique<Stage>(card ? std::move(card) : VolumeCanvas::onCpu());
            }
            if (task) prepared = *task;
            if (task && stage) prepare(*stage, *task, preparation);
            if (shot && stage && !draw(*stage, *shot)) {
                stage.reset();
                stage = std::make_unique<Stage>(VolumeCanvas::onCpu());
                prepare(*stage, prepared, preparation);
                draw(*stage, *shot);
            }
        } catch (const Cancelled&) {
        } catch (...) {
            Q_EMIT failed(std::current_exception());
        }
        lock.lock();
    }
}

void VolumeRenderer::prepare(Stage& stage, const Task& task, const std::stop_token& stop) {
    stage.scene->clear();
    stage.prepared = false;
    stage.preset.reset();
    if (!task.volume) return;
    stage.series = task.series;
    stage.range = percentiles(*task.volume, 0.005, 0.995).value_or(Percentiles{0.0, 1.0});
    const double most = stage.canvas->isOnCpu() ? kFineVoxelsOnCpu : kFineVoxels;
    const VolumeLevel coarse = volumeLevel(task.volume, kCoarseVoxels, stage.range.low, stop);
    const VolumeLevel fine = volumeLevel(task.volume, most, stage.range.low, stop);
    stage.projection = projectionWindow(*task.volume, stop);
    stage.scene->setVolume(task.series.geometry(), coarse, fine);
    stage.prepared = true;
    const std::lock_guard lock(mutex_);
    if (drawing_ == generation_) Q_EMIT windowFound(stage.projection);
}

bool VolumeRenderer::draw(Stage& stage, const VolumeShot& shot) {
    if (!stage.prepared || shot.size.isEmpty()) return true;
    QElapsedTimer clock;
    clock.start();
    const bool projected = shot.preset == VolumePreset::mip;
    const Window window = projected ? shot.window.value_or(stage.projection) : stage.shown;
    if (stage.preset != shot.preset || stage.shown != window) {
        stage.scene->setTransferFunction(
            projected ? projectionFunction(window)
                      : transferFunction(shot.preset, stage.series, stage.range.low, stage.range.high));
        stage.preset = shot.preset;
        stage.shown = window;
    }
    stage.scene->setCamera(shot.camera);
    stage.scene->setDetail(shot.fine, shot.fine ? 1.0 : stage.pixelsPerRay);
    const VolumeCanvas::Drawn drawn = stage.canvas->draw(shot.size, [&] { return isOutdated(shot); });
    if (drawn.state == VolumeCanvas::State::failed) return false;
    if (drawn.state == VolumeCanvas::State::abandoned) return true;
    if (!shot.fine) {
        // The number of rays falls with the square of their distance. Changes are small, since the first images also
        // include some setting up.
        const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        const double wish = stage.pixelsPerRay * std::clamp(std::sqrt(seconds / kMovingSeconds), 0.8, 1.25);
        stage.pixelsPerRay = std::clamp(wish, 1.0, kMostPixelsPerRay);
    }
    {
        const std::lock_guard lock(mutex_);
        if (drawing_ != generation_) return true;
    }
    Q_EMIT this->drawn(drawn.image, shot.fine);
    return true;
}

}  // namespace fleming::viewer
