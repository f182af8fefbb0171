#include "viewer/views/volume_renderer.h"

#include "base/error.h"
#include "viewer/raycast/volume_caster.h"

#include <QElapsedTimer>
#include <QOffscreenSurface>
#include <QSurfaceFormat>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr double kMovingSeconds = 0.035;  // of a coarse image: with its variation still under 50 ms
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
    VolumeCaster caster;
    double pixelsPerRay = 3.0;  ///< while it moves: adapted to the speed of the machine

    explicit Stage(std::unique_ptr<VolumeCanvas> on) : caster(std::move(on)) {}
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
        thumbnails_.clear();
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

void VolumeRenderer::wantThumbnails(std::vector<VolumeRendering> renderings) {
    {
        const std::lock_guard lock(mutex_);
        thumbnails_ = std::move(renderings);
        std::ranges::reverse(thumbnails_);
    }
    wake_.notify_one();
}

bool VolumeRenderer::isCurrent() const {
    const std::lock_guard lock(mutex_);
    return drawing_ == generation_;
}

bool VolumeRenderer::isOutdated(const VolumeShot& shot) const {
    const std::lock_guard lock(mutex_);
    return task_ || thread_.get_stop_token().stop_requested() || (shot.fine && shot_);
}

/// Takes the most urgent work. The mutex is locked.
VolumeRenderer::Work VolumeRenderer::takeWork() {
    Work work;
    if (task_) {
        work.task = std::exchange(task_, {});
        preparing_ = std::stop_source();
        drawing_ = generation_;
    } else if (shot_) {
        work.shot = std::exchange(shot_, {});
    } else {
        work.thumbnail = std::move(thumbnails_.back());
        thumbnails_.pop_back();
    }
    return work;
}

void VolumeRenderer::run(std::stop_token stop) {
    std::unique_ptr<Stage> stage;
    Task prepared;  // for another stage if OpenGL fails
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return task_ || shot_ || !thumbnails_.empty(); })) {
        const Work work = takeWork();
        const std::stop_token preparation = preparing_.get_token();
        lock.unlock();
        try {
            if (!stage && (work.shot || (work.task && work.task->volume))) {
                auto card = VolumeCanvas::withOpenGl(*surface_);
                stage = std::make_unique<Stage>(card ? std::move(card) : VolumeCanvas::onCpu());
            }
            if (work.task) prepared = *work.task;
            if (work.task && stage) prepare(*stage, *work.task, preparation);
            if (work.shot && stage && !draw(*stage, *work.shot)) {
                stage.reset();
                stage = std::make_unique<Stage>(VolumeCanvas::onCpu());
                prepare(*stage, prepared, preparation);
                draw(*stage, *work.shot);
            }
            if (work.thumbnail && stage) drawThumbnail(*stage, *work.thumbnail);
        } catch (const Cancelled&) {
        } catch (...) {
            Q_EMIT failed(std::current_exception());
        }
        lock.lock();
    }
}

void VolumeRenderer::prepare(Stage& stage, const Task& task, const std::stop_token& stop) {
    if (!task.volume) return stage.caster.clear();
    stage.caster.prepare(task.series, task.volume, true, stop);
    if (isCurrent()) Q_EMIT valuesFound(stage.caster.values());
}

bool VolumeRenderer::draw(Stage& stage, const VolumeShot& shot) {
    const VolumeRendering& wanted = shot.rendering;
    if (!stage.caster.isPrepared() || wanted.width < 1 || wanted.height < 1) return true;
    QElapsedTimer clock;
    clock.start();
    const auto isNotWanted = [&] { return isOutdated(shot); };
    const VolumeCanvas::Drawn drawn = shot.fine ? stage.caster.drawFine(wanted, isNotWanted)
                                                : stage.caster.drawCoarse(wanted, stage.pixelsPerRay, isNotWanted);
    if (drawn.state == VolumeCanvas::State::failed) return false;
    if (drawn.state == VolumeCanvas::State::abandoned) return true;
    if (!shot.fine) {
        // The number of rays falls with the square of their distance. Changes are small, since the first images also
        // include some setting up.
        const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        const double wish = stage.pixelsPerRay * std::clamp(std::sqrt(seconds / kMovingSeconds), 0.8, 1.25);
        stage.pixelsPerRay = std::clamp(wish, 1.0, kMostPixelsPerRay);
    }
    if (isCurrent()) Q_EMIT this->drawn(drawn.image, shot.fine);
    return true;
}

void VolumeRenderer::drawThumbnail(Stage& stage, const VolumeRendering& rendering) {
    if (!stage.caster.isPrepared()) return;
    const VolumeCanvas::Drawn drawn = stage.caster.drawCoarse(rendering, 1.0, [] { return false; });
    if (drawn.state == VolumeCanvas::State::done && isCurrent())
        Q_EMIT thumbnailDrawn(QString::fromStdString(rendering.look.preset), drawn.image);
}

}  // namespace fleming::viewer
