#include "viewer/raycast/volume_canvas.h"

#include <QColor>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QPainter>
#include <vtkCamera.h>
#include <vtkCommand.h>
#include <vtkFixedPointRayCastImage.h>
#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkRenderer.h>
#include <vtkVolume.h>
#include <vtkVolumeCollection.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace fleming::viewer {

namespace {

/// A VTK window that is never on the screen. It asks now and then whether its image is still wanted.
class Window {
public:
    Window() {
        window_->SetOwnContext(false);
        window_->AddRenderer(renderer_);
        window_->AddObserver(vtkCommand::AbortCheckEvent, this, &Window::checkForAbort);
    }

    vtkGenericOpenGLRenderWindow* window() const { return window_; }
    vtkRenderer* renderer() const { return renderer_; }

    void begin(const QSize& size, const std::function<bool()>& isOutdated) {
        isOutdated_ = isOutdated;
        abandoned_ = false;
        window_->SetAbortRender(0);
        window_->SetSize(size.width(), size.height());
    }
    bool abandoned() const { return abandoned_; }

private:
    void checkForAbort() {
        if (!isOutdated_()) return;
        abandoned_ = true;
        window_->SetAbortRender(1);
    }

    vtkNew<vtkGenericOpenGLRenderWindow> window_;
    vtkNew<vtkRenderer> renderer_;
    std::function<bool()> isOutdated_;
    bool abandoned_ = false;
};

class OpenGlCanvas : public VolumeCanvas {
public:
    explicit OpenGlCanvas(QOffscreenSurface& surface) {
        context_.setFormat(surface.requestedFormat());
        if (!surface.isValid() || !context_.create() || !context_.makeCurrent(&surface)) return;
        if (context_.isOpenGLES() || context_.format().version() < std::pair(3, 2)) return;
        const auto* name = reinterpret_cast<const char*>(context_.functions()->glGetString(GL_RENDERER));
        const QByteArray device(name ? name : "");
        if (device.contains("llvmpipe") || device.contains("softpipe")) return;
        window_.emplace();
        vtkGenericOpenGLRenderWindow* window = window_->window();
        window->SetMultiSamples(0);
        window->SetFrameBlitModeToNoBlit();
        window->SetReadyForRendering(true);
        window->SetIsCurrent(true);
        window->OpenGLInitContext();
    }
    ~OpenGlCanvas() override {
        if (window_ && QOpenGLContext::currentContext() == &context_) window_->window()->Finalize();
    }

    bool isUsable() const { return window_.has_value(); }
    vtkRenderer* renderer() override { return window_->renderer(); }
    bool isOnCpu() const override { return false; }

    Drawn draw(const QSize& size, const std::function<bool()>& isOutdated) override {
        QOpenGLExtraFunctions* gl = context_.extraFunctions();
        gl->glGetError();  // discards an earlier error
        window_->begin(size, isOutdated);
        window_->window()->Render();
        if (window_->abandoned()) return {State::abandoned, {}};
        QImage image(size, QImage::Format_RGB32);
        gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, window_->window()->GetRenderFramebuffer()->GetFBOIndex());
        gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
        gl->glReadPixels(0, 0, size.width(), size.height(), GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, image.bits());
        if (!context_.isValid() || gl->glGetError() != GL_NO_ERROR) return {State::failed, {}};
        return {State::done, image.mirrored()};  // OpenGL's first row is the lowest
    }

private:
    QOpenGLContext context_;
    std::optional<Window> window_;
};

/// Runs the parts of VTK's mapper as it runs them itself, except the last one, which needs OpenGL to show the image.
class ProcessorCanvas : public VolumeCanvas {
public:
    explicit ProcessorCanvas(bool repeatable) : repeatable_(repeatable) {}

    vtkRenderer* renderer() override { return window_.renderer(); }
    bool isOnCpu() const override { return true; }

    Drawn draw(const QSize& size, const std::function<bool()>& isOutdated) override {
        vtkRenderer* renderer = window_.renderer();
        window_.begin(size, isOutdated);
        setAspect(size);
        renderer->UpdateLightsGeometryToFollowCamera();
        const int ground = static_cast<int>(255 * renderer->GetBackground()[0]);  // black or white
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(ground, ground, ground));
        vtkVolumeCollection* volumes = renderer->GetVolumes();
        volumes->InitTraversal();
        while (vtkVolume* volume = volumes->GetNextVolume()) {
            if (volume->GetVisibility() == 0) continue;
            const bool done = drawVolume(*volume, ground, image, isOutdated);
            if (!done) return {State::abandoned, {}};
        }
        return {State::done, image};
    }

private:
    /// Returns true if the whole volume lies beside the image; VTK's mapper does not check that.
    bool isInView(vtkVolume& volume) {
        const double* bounds = volume.GetBounds();
        std::array<bool, 4> beside{true, true, true, true};  // left, right, below, above
        for (int corner = 0; corner < 8; ++corner) {
            double x = bounds[corner & 1], y = bounds[2 + (corner >> 1 & 1)], z = bounds[4 + (corner >> 2)];
            window_.renderer()->WorldToView(x, y, z);
            beside = {beside[0] && x < -1, beside[1] && x > 1, beside[2] && y < -1, beside[3] && y > 1};
        }
        return !beside[0] && !beside[1] && !beside[2] && !beside[3];
    }

    /// The mapper takes the aspect from the renderer, whose ComputeAspect() trusts uninitialized memory in VTK 9.1.
    void setAspect(const QSize& size) {
        window_.renderer()->SetAspect(static_cast<double>(size.width()) / size.height(), 1.0);
    }

    /// Draws a volume into the image. Returns false if it is abandoned.
    bool drawVolume(vtkVolume& volume, int ground, QImage& image, const std::function<bool()>& isOutdated) {
        auto* mapper = vtkFixedPointVolumeRayCastMapper::SafeDownCast(volume.GetMapper());
        if (mapper->GetImageSampleDistance() == 1.0F) return drawStrips(volume, *mapper, ground, image, isOutdated);
        if (!isInView(volume)) return true;
        castRays(*mapper, volume);
        if (window_.abandoned()) return false;
        image = imageOf(*mapper->GetRayCastImage(), ground)
                    .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return true;
    }

    /// Draws one ray a pixel, strip by strip, because the mapper seldom checks whether it should stop.
    /// The strips overlap, because the mapper may leave out the outermost row.
    bool drawStrips(vtkVolume& volume, vtkFixedPointVolumeRayCastMapper& mapper, int ground, QImage& image,
                    const std::function<bool()>& isOutdated) {
        constexpr int kRows = 32, kMargin = 2;
        vtkCamera* camera = window_.renderer()->GetActiveCamera();
        const vtkNew<vtkCamera> whole;
        whole->DeepCopy(camera);
        QPainter painter(&image);
        bool done = true;
        for (int top = 0; top < image.height() && done; top += kRows) {
            const QSize strip(image.width(), std::min(kRows, image.height() - top) + 2 * kMargin);
            showStrip(*camera, *whole, image.height(), top - kMargin, strip);
            window_.begin(strip, isOutdated);
            setAspect(strip);
            if (isInView(volume)) {
                castRays(mapper, volume);
                done = !window_.abandoned();
                if (done)
                    painter.drawImage(QPoint(0, top), imageOf(*mapper.GetRayCastImage(), ground),
                                      QRect(0, kMargin, strip.width(), strip.height() - 2 * kMargin));
            }
        }
        camera->DeepCopy(whole);
        return done;
    }

    /// Points the camera at the rows from `top` of an image of `height` rows.
    static void showStrip(vtkCamera& camera, vtkCamera& whole, int height, int top, const QSize& strip) {
        const double mm = 2 * whole.GetParallelScale() / height;  // of a pixel
        const double up = (height / 2.0 - (top + strip.height() / 2.0)) * mm;
        const double *focus = whole.GetFocalPoint(), *eye = whole.GetPosition(), *above = whole.GetViewUp();
        camera.SetFocalPoint(focus[0] + up * above[0], focus[1] + up * above[1], focus[2] + up * above[2]);
        camera.SetPosition(eye[0] + up * above[0], eye[1] + up * above[1], eye[2] + up * above[2]);
        camera.SetParallelScale(strip.height() * mm / 2);
    }

    void castRays(vtkFixedPointVolumeRayCastMapper& mapper, vtkVolume& volume) {
        vtkRenderer* renderer = window_.renderer();
        std::array<double, 3> unused{};  // of one volume by itself
        std::array<int, 6> unusedExtent{};
        mapper.PerImageInitialization(renderer, &volume, 0, unused.data(), unused.data(), unusedExtent.data());
        // The gradients, which are computed here, differ at the borders between the parts of the threads.
        const int threads = mapper.GetNumberOfThreads();
        if (repeatable_) mapper.SetNumberOfThreads(1);
        mapper.PerVolumeInitialization(renderer, &volume);
        mapper.SetNumberOfThreads(threads);
        if (window_.window()->CheckAbortStatus() != 0) return;
        mapper.PerSubVolumeInitialization(renderer, &volume, 0);
        if (window_.window()->CheckAbortStatus() != 0) return;
        mapper.RenderSubVolume();
        window_.window()->CheckAbortStatus();
    }

    /// Returns one pixel per ray, over black (0) or white (255). VTK's values have 15 bits, its colours are multiplied
    /// by their opacity, and its first row is the lowest.
    static QImage imageOf(vtkFixedPointRayCastImage& rays, int ground) {
        const int *whole = rays.GetImageViewportSize(), *used = rays.GetImageInUseSize(),
                  *origin = rays.GetImageOrigin();
        QImage image(whole[0], whole[1], QImage::Format_RGB32);
        image.fill(QColor(ground, ground, ground));
        for (int y = 0; y < std::min(used[1], whole[1] - origin[1]); ++y) {
            const unsigned short* from = rays.GetImage() + std::ptrdiff_t{4} * y * rays.GetImageMemorySize()[0];
            auto* to = reinterpret_cast<QRgb*>(image.scanLine(whole[1] - 1 - origin[1] - y)) + origin[0];
            for (int x = 0; x < std::min(used[0], whole[0] - origin[0]); ++x, from += 4) {
                const int behind = ground * (0x7fff - std::min<int>(from[3], 0x7fff)) / 0x7fff;
                to[x] = qRgb(std::min((from[0] >> 7) + behind, 255), std::min((from[1] >> 7) + behind, 255),
                             std::min((from[2] >> 7) + behind, 255));
            }
        }
        return image;
    }

    bool repeatable_;
    Window window_;
};

}  // namespace

std::unique_ptr<VolumeCanvas> VolumeCanvas::withOpenGl(QOffscreenSurface& surface) {
    auto canvas = std::make_unique<OpenGlCanvas>(surface);
    if (!canvas->isUsable()) return nullptr;
    return canvas;
}

std::unique_ptr<VolumeCanvas> VolumeCanvas::onCpu(bool repeatable) {
    return std::make_unique<ProcessorCanvas>(repeatable);
}

}  // namespace fleming::viewer
