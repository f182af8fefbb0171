#include "viewer/views/volume_view.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <thread>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QTimer>
#include <QWheelEvent>

#include "base/error.h"
#include "viewer/render/window_presets.h"
#include "viewer/views/slice_overlay.h"
#include "viewer/views/volume_scene.h"
#include "viewer/views/vtk_widget.h"

namespace fleming::viewer {

namespace {

enum class Drag { none, turn, pan, zoom };

constexpr double kCoarseVoxels = 1.5e6;
constexpr double kFineVoxels = 256e6;          // 512 MB of 16-bit values: what a graphics card can be asked for
constexpr double kFineVoxelsInSoftware = 20e6;
constexpr double kMovingSeconds = 0.06;        // a picture while it turns should take no longer
constexpr int kRestMs = 250;
constexpr double kDegreesPerPixel = 0.5;
constexpr double kKeyDegrees = 5.0;
constexpr double kZoomPerNotch = 1.15;
constexpr double kZoomPerPixel = 1.01;

/// What the worker hands over.
struct Prepared {
    VolumeLevel coarse, fine;
    double low = 0.0, high = 1.0;
};

Prepared prepare(const std::shared_ptr<const Volume>& volume, double fineVoxels, const std::stop_token& stop) {
    Prepared prepared;
    if (const auto range = percentiles(*volume, 0.005, 0.995)) std::tie(prepared.low, prepared.high) = std::pair(range->low, range->high);
    prepared.coarse = volumeLevel(volume, kCoarseVoxels, prepared.low, stop);
    prepared.fine = volumeLevel(volume, fineVoxels, prepared.low, stop);
    return prepared;
}

/// Letters and messages over the picture; lets the mouse through.
class VolumeOverlay : public QWidget {
public:
    explicit VolumeOverlay(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

    SliceOverlay text;
    QString message;
    bool framed = false;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (message.isEmpty()) {
            drawOverlay(painter, rect(), text);
        } else {
            painter.fillRect(rect(), Qt::black);
            painter.setPen(QColor(200, 200, 200));
            painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, message);
        }
        if (framed) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }
};

}  // namespace

struct VolumeView::Private {
    explicit Private(VolumeView* owner) : view(owner), overlay(new VolumeOverlay(owner)) {}

    VolumeView* view;
    VolumeOverlay* overlay;
    VtkWidget* gl = nullptr;                 ///< made when first needed
    std::unique_ptr<VolumeScene> scene;
    Series series;
    std::shared_ptr<const Volume> volume;
    VolumePreset preset = VolumePreset::bone;
    std::optional<Prepared> prepared;
    double pixelsPerRay = 2.0;               ///< while it moves: so many that it keeps up
    bool fine = false, atRest = false;
    QTimer rest;
    Drag drag = Drag::none;
    QPointF dragFrom;
    std::jthread worker;                     ///< last: it ends before the rest goes

    void start();
    void makeWidget();
    void take(Prepared result);
    void applyPreset();
    void moved();
    void rendered(double seconds);
    void updateOverlay();
    void say(const QString& message);
};

void VolumeView::Private::say(const QString& message) {
    overlay->message = message;
    overlay->update();
}

void VolumeView::Private::makeWidget() {
    gl = new VtkWidget(view);
    gl->setFocusPolicy(Qt::NoFocus);
    gl->setAttribute(Qt::WA_TransparentForMouseEvents);
    gl->setGeometry(view->rect());
    gl->onRendered = [this](double seconds) { rendered(seconds); };
    scene = std::make_unique<VolumeScene>(gl->renderer());
    gl->show();
    overlay->raise();
}

/// Prepares the volume, off the GUI's thread, once the view is seen.
void VolumeView::Private::start() {
    if (!volume || !view->isVisible() || prepared || worker.joinable()) return;
    const Index3& size = series.geometry.size;
    if (std::min({size[0], size[1], size[2]}) < 2) return say(tr("A single slice has no volume to show."));
    if (!volume->complete()) return say(tr("The volume is still being loaded."));
    if (const QString reason = VtkWidget::whyUnavailable(); !reason.isEmpty()) return say(reason);
    if (!gl) makeWidget();
    say(tr("Preparing the volume…"));
    const double fineVoxels = VtkWidget::isSoftwareRendering() ? kFineVoxelsInSoftware : kFineVoxels;
    worker = std::jthread([this, fineVoxels, source = volume](std::stop_token stop) {
        try {
            auto result = std::make_shared<Prepared>(prepare(source, fineVoxels, stop));
            QMetaObject::invokeMethod(
                view, [this, source, result] { if (source == volume) take(std::move(*result)); }, Qt::QueuedConnection);
        } catch (const Cancelled&) {
        } catch (const std::exception&) {  // memory
            const QString message = tr("There is not enough memory to show this volume.");
            QMetaObject::invokeMethod(
                view, [this, source, message] { if (source == volume) say(message); }, Qt::QueuedConnection);
        }
    });
}

void VolumeView::Private::take(Prepared result) {
    prepared = std::move(result);
    scene->setVolume(series.geometry, prepared->coarse, prepared->fine);
    applyPreset();
    scene->resetCamera();
    say({});
    moved();
}

void VolumeView::Private::applyPreset() {
    if (prepared) scene->setTransferFunction(transferFunction(preset, series, prepared->low, prepared->high));
}

/// Something changed: coarse pictures now, the fine one when it has been still for a moment.
void VolumeView::Private::moved() {
    if (!prepared) return;
    fine = atRest = false;
    scene->setDetail(false, pixelsPerRay);
    updateOverlay();
    gl->update();
    rest.start();
}

void VolumeView::Private::rendered(double seconds) {
    if (!prepared) return;
    if (fine) {
        if (!atRest) {
            atRest = true;
            Q_EMIT view->cameAtRest();
        }
        return;
    }
    // Rays go with the square of the distance between them; the first pictures also compile shaders, so slowly.
    const double wish = pixelsPerRay * std::clamp(std::sqrt(seconds / kMovingSeconds), 0.8, 1.25);
    pixelsPerRay = std::clamp(wish, 1.0, 5.0);
}

void VolumeView::Private::updateOverlay() {
    overlay->text = {};
    if (prepared && series.geometry.oriented) {
        const auto letters = [](const Vector3& direction, double sign) {
            return QString::fromStdString(
                orientationLetters({sign * direction[0], sign * direction[1], sign * direction[2]}));
        };
        const VolumeScene::Sides sides = scene->sides();
        overlay->text.right = letters(sides.right, 1);
        overlay->text.left = letters(sides.right, -1);
        overlay->text.top = letters(sides.up, 1);
        overlay->text.bottom = letters(sides.up, -1);
    }
    overlay->update();
}

void VolumeView::setDefaultSurfaceFormat() { VtkWidget::setDefaultFormat(); }

VolumeView::VolumeView(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setMinimumSize(64, 64);
    setAccessibleName(tr("Volume view"));
    QPalette black = palette();
    black.setColor(QPalette::Window, Qt::black);
    setPalette(black);
    setAutoFillBackground(true);
    d_->rest.setSingleShot(true);
    d_->rest.setInterval(kRestMs);
    connect(&d_->rest, &QTimer::timeout, this, [this] {
        if (!d_->prepared || d_->drag != Drag::none) return;
        d_->fine = true;
        d_->scene->setDetail(true, 1.0);
        d_->gl->update();
    });
}

VolumeView::~VolumeView() {
    d_->worker = {};
    if (d_->gl) d_->gl->makeCurrent();
    d_->scene.reset();
    delete d_->gl;
}

void VolumeView::setSeries(const Series& series, std::shared_ptr<const Volume> volume) {
    d_->worker = {};  // asked to stop and waited for: it looks at each slice
    d_->rest.stop();
    d_->prepared.reset();
    d_->fine = d_->atRest = false;
    if (d_->scene) {
        d_->scene->clear();
        d_->gl->update();
    }
    d_->series = series;
    d_->volume = std::move(volume);
    d_->overlay->text = {};
    d_->say({});
    d_->start();
}

void VolumeView::setPreset(VolumePreset preset) {
    d_->preset = preset;
    d_->applyPreset();
    d_->moved();
}

VolumePreset VolumeView::preset() const { return d_->preset; }

void VolumeView::resetView() {
    if (d_->prepared) d_->scene->resetCamera();
    d_->moved();
}

bool VolumeView::isAtRest() const { return d_->atRest; }

QImage VolumeView::grabImage() { return grab().toImage(); }

bool VolumeView::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        d_->overlay->framed = event->type() == QEvent::FocusIn;
        d_->overlay->update();
    }
    return QWidget::event(event);
}

void VolumeView::showEvent(QShowEvent*) { d_->start(); }

void VolumeView::resizeEvent(QResizeEvent*) {
    if (d_->gl) d_->gl->setGeometry(rect());
    d_->overlay->setGeometry(rect());
    d_->moved();
}

void VolumeView::mousePressEvent(QMouseEvent* event) {
    if (!d_->prepared || d_->drag != Drag::none) return;
    d_->dragFrom = event->position();
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && shift)) {
        d_->drag = Drag::pan;
    } else if (event->button() == Qt::LeftButton) {
        d_->drag = Drag::turn;
    } else if (event->button() == Qt::RightButton) {
        d_->drag = Drag::zoom;
    }
}

void VolumeView::mouseMoveEvent(QMouseEvent* event) {
    if (!d_->prepared || d_->drag == Drag::none) return;
    const QPointF by = event->position() - d_->dragFrom;
    d_->dragFrom = event->position();
    if (d_->drag == Drag::turn) d_->scene->turn(by.x() * kDegreesPerPixel, by.y() * kDegreesPerPixel);
    if (d_->drag == Drag::pan) d_->scene->pan(by.x() / height(), by.y() / height());
    if (d_->drag == Drag::zoom) d_->scene->zoom(std::pow(kZoomPerPixel, -by.y()));
    d_->moved();
}

void VolumeView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->buttons() != Qt::NoButton) return;
    d_->drag = Drag::none;
    if (d_->prepared && !d_->fine) d_->rest.start();
}

void VolumeView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!d_->prepared) return;
    d_->scene->zoom(std::pow(kZoomPerNotch, event->angleDelta().y() / 120.0));
    d_->moved();
}

void VolumeView::keyPressEvent(QKeyEvent* event) {
    if (!d_->prepared) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left: d_->scene->turn(-kKeyDegrees, 0); break;
        case Qt::Key_Right: d_->scene->turn(kKeyDegrees, 0); break;
        case Qt::Key_Up: d_->scene->turn(0, -kKeyDegrees); break;
        case Qt::Key_Down: d_->scene->turn(0, kKeyDegrees); break;
        case Qt::Key_Plus:
        case Qt::Key_Equal: d_->scene->zoom(kZoomPerNotch); break;
        case Qt::Key_Minus: d_->scene->zoom(1 / kZoomPerNotch); break;
        case Qt::Key_0: d_->scene->resetCamera(); break;
        default: return QWidget::keyPressEvent(event);
    }
    d_->moved();
}

}  // namespace fleming::viewer
