#include "viewer/views/vtk_widget.h"

#include <QElapsedTimer>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QSurfaceFormat>

#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

namespace fleming::viewer {

namespace {

/// What a context on this display offers.
struct Device {
    bool enough = false;    ///< OpenGL 3.2 or more
    bool software = false;
};

Device tryDevice() {
    QOpenGLContext context;
    if (!context.create()) return {};
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!surface.isValid() || !context.makeCurrent(&surface)) return {};
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QByteArray renderer(name ? name : "");
    const bool enough = !context.isOpenGLES() && context.format().version() >= std::pair(3, 2);
    context.doneCurrent();
    return {enough, renderer.contains("llvmpipe") || renderer.contains("softpipe")};
}

const Device& device() {
    static const Device found = tryDevice();
    return found;
}

}  // namespace

void VtkWidget::setDefaultFormat() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setSwapBehavior(QSurfaceFormat::DoubleBuffer);
    QSurfaceFormat::setDefaultFormat(format);
}

QString VtkWidget::whyUnavailable() {
    if (device().enough) return {};
    return tr("The volume view needs OpenGL 3.2, which this display does not offer. Install a graphics driver, or Mesa's "
              "software renderer (libgl1-mesa-dri).");
}

bool VtkWidget::isSoftwareRendering() { return device().software; }

VtkWidget::VtkWidget(QWidget* parent) : QOpenGLWidget(parent) {}

VtkWidget::~VtkWidget() { releaseContext(); }

void VtkWidget::releaseContext() {
    if (!window_) return;
    makeCurrent();
    window_->RemoveRenderer(renderer_);
    window_->Finalize();
    window_ = nullptr;
    doneCurrent();
}

void VtkWidget::initializeGL() {
    // A widget that moves to another window gets another context.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &VtkWidget::releaseContext, Qt::UniqueConnection);
    window_ = vtkSmartPointer<vtkGenericOpenGLRenderWindow>::New();
    window_->SetOwnContext(false);
    window_->SetMultiSamples(0);
    window_->SetFrameBlitModeToNoBlit();
    window_->SetReadyForRendering(true);
    window_->SetIsCurrent(true);
    window_->AddRenderer(renderer_);
    window_->OpenGLInitContext();
}

void VtkWidget::paintGL() {
    if (!window_) return;
    QElapsedTimer clock;
    clock.start();
    const QSize size(qRound(width() * devicePixelRatioF()), qRound(height() * devicePixelRatioF()));
    vtkOpenGLState* state = window_->GetState();
    state->Reset();
    state->Push();
    window_->SetReadyForRendering(true);
    window_->SetIsCurrent(true);
    window_->SetSize(size.width(), size.height());
    window_->Render();

    QOpenGLExtraFunctions* gl = context()->extraFunctions();
    gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, window_->GetRenderFramebuffer()->GetFBOIndex());
    gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    gl->glDisable(GL_SCISSOR_TEST);
    gl->glBlitFramebuffer(0, 0, size.width(), size.height(), 0, 0, size.width(), size.height(), GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
    state->Pop();
    gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    if (onRendered) onRendered(static_cast<double>(clock.nsecsElapsed()) * 1e-9);
}

}  // namespace fleming::viewer
