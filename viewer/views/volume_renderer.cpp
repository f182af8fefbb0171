#include "viewer/views/volume_renderer.h"

#include <algorithm>
#include <cmath>

#include <QElapsedTimer>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QSurfaceFormat>

#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkRenderer.h>

#include "base/error.h"
#include "viewer/render/projection_window.h"
#include "viewer/render/window_presets.h"
#include "viewer/views/volume_scene.h"

namespace fleming::viewer {

namespace {

constexpr double kCoarseVoxels = 1.5e6;
constexpr double kFineVoxels = 256e6;           // 512 MB of 16-bit values: what a graphics card can be asked for
constexpr double kFineVoxelsOnProcessor = 20e6;
constexpr double kMovingSeconds = 0.05;         // a picture while it turns should take no longer
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
    QOpenGLContext context;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    vtkNew<vtkRenderer> renderer;
    std::unique_ptr<VolumeScene> scene;
    bool onProcessor = false;
    bool prepared = false;
    Series series;
    Percentiles range{0.0, 1.0};
    Window projection;                   ///< the volume's projectionWindow()
    std::optional<VolumePreset> preset;  ///< set in the scene
    Window shown;                        ///< set in the scene, with the projection
    double pixelsPerRay = 3.0;           ///< while it moves: so many that it keeps up
    std::function<bool()> isOutdated;    ///< asked while it draws
    bool givenUp = false;

    explicit Stage(QOffscreenSurface& surface);
    ~Stage();
    bool draw();  ///< false: given up
    QImage picture() const;
    void checkForAbort();
};

VolumeRenderer::Stage::Stage(QOffscreenSurface& surface) {
    context.setFormat(surface.requestedFormat());
    const bool made = surface.isValid() && context.create() && context.makeCurrent(&surface);
    if (!made || context.isOpenGLES() || context.format().version() < std::pair(3, 2)) {
        throw Error(tr("The volume view needs OpenGL 3.2, which this display does not offer. Install a graphics driver, "
                       "or Mesa's software renderer (libgl1-mesa-dri).").toStdString());
    }
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QByteArray device(name ? name : "");
    onProcessor = device.contains("llvmpipe") || device.contains("softpipe");
    window->SetOwnContext(false);
    window->SetMultiSamples(0);
    window->SetFrameBlitModeToNoBlit();
    window->SetReadyForRendering(true);
    window->SetIsCurrent(true);
    window->AddRenderer(renderer);
    window->OpenGLInitContext();
    window->AddObserver(vtkCommand::AbortCheckEvent, this, &Stage::checkForAbort);
    scene = std::make_unique<VolumeScene>(renderer, onProcessor);
}

VolumeRenderer::Stage::~Stage() {
    scene.reset();
    if (QOpenGLContext::currentContext() == &context) window->Finalize();
}

void VolumeRenderer::Stage::checkForAbort() {
    if (!isOutdated()) return;
    givenUp = true;
    window->SetAbortRender(1);
}

bool VolumeRenderer::Stage::draw() {
    givenUp = false;
    window->SetAbortRender(0);
    window->Render();
    return !givenUp;
}

QImage VolumeRenderer::Stage::picture() const {
    const int* size = window->GetSize();
    QImage image(size[0], size[1], QImage::Format_RGB32);
    QOpenGLExtraFunctions* gl = context.extraFunctions();
    gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, window->GetRenderFramebuffer()->GetFBOIndex());
    gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
    gl->glReadPixels(0, 0, size[0], size[1], GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, image.bits());
    return image.mirrored();  // OpenGL's first row is the lowest
}

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
            if (!stage && (shot || task->volume)) stage = std::make_unique<Stage>(*surface_);
            if (task && stage) prepare(*stage, *task, preparation);
            if (shot && stage) draw(*stage, *shot);
        } catch (const Cancelled&) {
        } catch (const Error& error) {
            Q_EMIT failed(QString::fromUtf8(error.what()));
        } catch (const std::bad_alloc&) {
            Q_EMIT failed(tr("There is not enough memory to show this volume."));
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
    const double most = stage.onProcessor ? kFineVoxelsOnProcessor : kFineVoxels;
    const VolumeLevel coarse = volumeLevel(task.volume, kCoarseVoxels, stage.range.low, stop);
    const VolumeLevel fine = volumeLevel(task.volume, most, stage.range.low, stop);
    stage.projection = projectionWindow(*task.volume, stop);
    stage.scene->setVolume(task.series.geometry, coarse, fine);
    stage.prepared = true;
    const std::lock_guard lock(mutex_);
    if (drawing_ == generation_) Q_EMIT windowFound(stage.projection);
}

void VolumeRenderer::draw(Stage& stage, const VolumeShot& shot) {
    if (!stage.prepared || shot.size.isEmpty()) return;
    QElapsedTimer clock;
    clock.start();
    const bool projected = shot.preset == VolumePreset::mip;
    const Window window = projected ? shot.window.value_or(stage.projection) : stage.shown;
    if (stage.preset != shot.preset || stage.shown != window) {
        stage.scene->setTransferFunction(projected ? projectionFunction(window)
                                                   : transferFunction(shot.preset, stage.series, stage.range.low, stage.range.high));
        stage.preset = shot.preset;
        stage.shown = window;
    }
    stage.scene->setCamera(shot.camera);
    stage.scene->setDetail(shot.fine, shot.fine ? 1.0 : stage.pixelsPerRay);
    stage.window->SetSize(shot.size.width(), shot.size.height());

    stage.isOutdated = [&] { return isOutdated(shot); };
    if (!stage.draw()) return;
    const QImage picture = stage.picture();
    if (!shot.fine) {
        // Rays go with the square of the distance between them; the first pictures also set things up, so slowly.
        const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        const double wish = stage.pixelsPerRay * std::clamp(std::sqrt(seconds / kMovingSeconds), 0.8, 1.25);
        stage.pixelsPerRay = std::clamp(wish, 1.0, kMostPixelsPerRay);
    }
    {
        const std::lock_guard lock(mutex_);
        if (drawing_ != generation_) return;
    }
    Q_EMIT drawn(picture, shot.fine);
}

}  // namespace fleming::viewer
