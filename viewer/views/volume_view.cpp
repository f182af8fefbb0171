#include "viewer/views/volume_view.h"

#include "viewer/layers/edge_text.h"
#include "viewer/layers/focus_frame.h"
#include "viewer/layers/orientation_letters.h"
#include "viewer/text/number_text.h"
#include "viewer/tools/window_tool.h"
#include "viewer/views/volume_camera.h"
#include "viewer/views/volume_renderer.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

enum class Drag { none, rotate, pan, zoom, window };

constexpr int kRestMs = 250;
constexpr double kDegreesPerPixel = 0.5;
constexpr double kKeyDegrees = 5.0;
constexpr double kZoomPerNotch = 1.15;
constexpr double kZoomPerPixel = 1.01;

}  // namespace

struct VolumeView::Private {
    explicit Private(VolumeView* owner) : view(owner) {}

    VolumeView* view;
    std::unique_ptr<VolumeRenderer> renderer;  ///< absent until a volume is first shown
    Series series;
    std::shared_ptr<const Volume> volume;
    VolumePreset preset = VolumePreset::bone;
    std::optional<Window> window;         ///< of the projection; chosen by the user or the program
    std::optional<Window> defaultWindow;  ///< of the projection; absent until the renderer has found it
    VolumeCamera camera;
    bool begun = false;   ///< the renderer has the volume
    QImage image;         ///< the newest
    bool atRest = false;  ///< `image` is the final-quality image of the current request
    QString message;      ///< in place of the image
    ErrorWords words = whatOf;
    QTimer rest;
    Drag drag = Drag::none;
    QPointF dragFrom;
    Window dragWindow;

    void begin();
    void want(bool fine);
    void moved();
    void take(const QImage& drawn, bool fine);
    void say(const QString& text);
    void drawText(QPainter& painter) const;
};

void VolumeView::Private::say(const QString& text) {
    message = text;
    view->update();
}

/// Hands the volume to the renderer once the view is visible.
void VolumeView::Private::begin() {
    if (!volume || begun || !view->isVisible()) return;
    const Index3& size = series.geometry().size;
    if (std::min({size[0], size[1], size[2]}) < 2) return say(tr("A single slice cannot be shown as a volume."));
    if (!volume->complete()) return say(tr("The volume is still loading."));
    if (!renderer) {
        renderer = std::make_unique<VolumeRenderer>();
        connect(renderer.get(), &VolumeRenderer::drawn, view,
                [this](const QImage& drawn, bool fine) { take(drawn, fine); });
        connect(renderer.get(), &VolumeRenderer::windowFound, view, [this](const Window& found) {
            defaultWindow = found;
            view->update();
            Q_EMIT view->windowChanged();
        });
        connect(renderer.get(), &VolumeRenderer::failed, view,
                [this](const std::exception_ptr& exception) { say(words(exception)); });
    }
    begun = true;
    say(tr("Preparing the volume…"));
    renderer->setVolume(series, volume);
    camera = frontCamera(series.geometry(), static_cast<double>(view->width()) / view->height());
    moved();
}

void VolumeView::Private::want(bool fine) {
    renderer->want({camera, preset, window, (QSizeF(view->size()) * view->devicePixelRatioF()).toSize(), fine});
}

/// Asks for a coarse image now, and for the fine one after a moment without changes.
void VolumeView::Private::moved() {
    if (!begun) return;
    atRest = false;
    want(false);
    rest.start();
}

void VolumeView::Private::take(const QImage& drawn, bool fine) {
    if (!begun) return;
    image = drawn;
    atRest = fine && !rest.isActive();
    message.clear();
    view->update();
    if (atRest) Q_EMIT view->cameAtRest();
}

void VolumeView::Private::drawText(QPainter& painter) const {
    if (series.geometry().oriented) {
        const Vector3 down{-camera.up[0], -camera.up[1], -camera.up[2]};
        drawEdgeLetters(painter, view->rect(), orientationLettersOf(camera.right(), down));
    }
    if (preset == VolumePreset::mip && view->window()) {
        const auto [center, width] = windowText(*view->window());
        CornerLines lines;
        lines.bottomRight << VolumeView::tr("C %1  W %2").arg(center, width);
        drawCornerLines(painter, view->rect(), lines);
    }
}

VolumeView::VolumeView(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(64, 48);
    setAccessibleName(tr("Volume view"));
    d_->rest.setSingleShot(true);
    d_->rest.setInterval(kRestMs);
    connect(&d_->rest, &QTimer::timeout, this, [this] {
        if (d_->begun && d_->drag == Drag::none) d_->want(true);
    });
}

VolumeView::~VolumeView() = default;

void VolumeView::setErrorWords(ErrorWords words) {
    d_->words = std::move(words);
}

void VolumeView::setSeries(const Series& series, std::shared_ptr<const Volume> volume) {
    d_->rest.stop();
    if (d_->renderer) d_->renderer->setVolume({}, nullptr);
    d_->begun = d_->atRest = false;
    d_->drag = Drag::none;
    d_->image = {};
    d_->series = series;
    d_->volume = std::move(volume);
    d_->window.reset();
    d_->defaultWindow.reset();
    d_->say({});
    d_->begin();
}

void VolumeView::setPreset(VolumePreset preset) {
    d_->preset = preset;
    d_->moved();
}

VolumePreset VolumeView::preset() const {
    return d_->preset;
}

std::optional<Window> VolumeView::window() const {
    return d_->window ? d_->window : d_->defaultWindow;
}

std::optional<Window> VolumeView::chosenWindow() const {
    return d_->window;
}

void VolumeView::setWindow(const std::optional<Window>& window) {
    d_->window = window;
    d_->moved();
    Q_EMIT windowChanged();
}

void VolumeView::resetView() {
    if (!d_->begun) return;
    d_->camera = frontCamera(d_->series.geometry(), static_cast<double>(width()) / height());
    setWindow({});
}

bool VolumeView::isAtRest() const {
    return d_->atRest;
}

QImage VolumeView::grabImage() {
    return grab().toImage();
}

void VolumeView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!d_->message.isEmpty()) {
        drawMessage(painter, rect(), d_->message);
    } else if (!d_->image.isNull()) {
        painter.drawImage(rect(), d_->image);
        d_->drawText(painter);
    }
    if (hasFocus()) drawFocusFrame(painter, rect());
}

void VolumeView::showEvent(QShowEvent*) {
    d_->begin();
}

void VolumeView::resizeEvent(QResizeEvent*) {
    d_->moved();
}

void VolumeView::focusInEvent(QFocusEvent*) {
    update();
}

void VolumeView::focusOutEvent(QFocusEvent*) {
    update();
}

void VolumeView::mousePressEvent(QMouseEvent* event) {
    if (!d_->begun || d_->drag != Drag::none) return;
    d_->dragFrom = event->position();
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->button() == Qt::LeftButton && control && d_->preset == VolumePreset::mip && window()) {
        d_->drag = Drag::window;
        d_->dragWindow = *window();
    } else if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && shift)) {
        d_->drag = Drag::pan;
    } else if (event->button() == Qt::LeftButton) {
        d_->drag = Drag::rotate;
    } else if (event->button() == Qt::RightButton) {
        d_->drag = Drag::zoom;
    }
}

void VolumeView::mouseMoveEvent(QMouseEvent* event) {
    if (!d_->begun || d_->drag == Drag::none) return;
    const QPointF by = event->position() - d_->dragFrom;
    if (d_->drag == Drag::window) return setWindow(draggedWindow(d_->dragWindow, by));
    d_->dragFrom = event->position();
    if (d_->drag == Drag::rotate) rotate(d_->camera, by.x() * kDegreesPerPixel, by.y() * kDegreesPerPixel);
    if (d_->drag == Drag::pan) pan(d_->camera, by.x() / height(), by.y() / height());
    if (d_->drag == Drag::zoom) zoom(d_->camera, std::pow(kZoomPerPixel, -by.y()));
    d_->moved();
}

void VolumeView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->buttons() != Qt::NoButton) return;
    d_->drag = Drag::none;
    if (d_->begun && !d_->atRest) d_->rest.start();
}

void VolumeView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!d_->begun) return;
    zoom(d_->camera, std::pow(kZoomPerNotch, event->angleDelta().y() / 120.0));
    d_->moved();
}

void VolumeView::keyPressEvent(QKeyEvent* event) {
    if (!d_->begun) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            rotate(d_->camera, -kKeyDegrees, 0);
            break;
        case Qt::Key_Right:
            rotate(d_->camera, kKeyDegrees, 0);
            break;
        case Qt::Key_Up:
            rotate(d_->camera, 0, -kKeyDegrees);
            break;
        case Qt::Key_Down:
            rotate(d_->camera, 0, kKeyDegrees);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom(d_->camera, kZoomPerNotch);
            break;
        case Qt::Key_Minus:
            zoom(d_->camera, 1 / kZoomPerNotch);
            break;
        case Qt::Key_0:
        case Qt::Key_F:
        case Qt::Key_R:
            resetView();
            break;
        default:
            return QWidget::keyPressEvent(event);
    }
    d_->moved();
}

}  // namespace fleming::viewer
