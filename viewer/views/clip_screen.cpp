#include "viewer/views/clip_screen.h"

#include "viewer/layers/box_outline.h"
#include "viewer/layers/colour_bar.h"
#include "viewer/layers/focus_frame.h"
#include "viewer/layers/scale_bar.h"
#include "viewer/render/turn.h"
#include "viewer/render/window_presets.h"
#include "viewer/views/to_qimage.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

ClipScreen::ClipScreen(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::PreventContextMenu);  // menuRequested() instead: the right button can drag
    setMinimumSize(64, 48);
    setAccessibleName(tr("Clip"));
    setActiveTool(activeTool());
}

void ClipScreen::setClip(const QSize& size, const PixelSize& pixel) {
    size_ = size;
    pixel_ = pixel;
    display_ = {};
    tools_.dropAll(*this);
    outline_.reset();
    fitPlane();
    setFrame({});
}

void ClipScreen::setFrame(const DecodedFrame& frame) {
    frame_ = frame;
    turned_ = reduced_ = {};
    message_.clear();
    update();
}

void ClipScreen::setMessage(const QString& message) {
    frame_ = {};
    message_ = message;
    update();
}

void ClipScreen::setFacts(const ClipFacts& facts) {
    facts_ = facts;
    update();
}

void ClipScreen::setMoving(bool moving) {
    isMoving_ = moving;
    update();
}

void ClipScreen::setDisplay(const FrameDisplay& display, bool lowestIsWhite) {
    lowestIsWhite_ = lowestIsWhite;
    const bool turns = display.look.turn != display_.look.turn;
    const bool isFitted = viewport_.isFitted();
    const FrameCamera before = camera();
    display_ = display;
    if (turns) {
        turned_ = reduced_ = {};
        fitPlane();
        if (!isFitted) setCamera(before);
    }
    update();
}

void ClipScreen::setZoom(double zoom) {
    viewport_.zoomAt(viewport_.middle(), zoom / viewport_.zoom());
    viewportChanged();
}

void ClipScreen::fit() {
    viewport_.fit();
    viewportChanged();
}

void ClipScreen::setZoomPan(const std::optional<ZoomPan>& place) {
    viewport_.setZoomPan(place);
    viewportChanged();
}

void ClipScreen::viewportChanged() {
    reduced_ = {};
    update();
    Q_EMIT displayChanged();
}

FrameCamera ClipScreen::camera() const {
    if (size_.isEmpty()) return {};
    const SlicePlane shown = plane();
    const ZoomPan place = viewport_.place();
    const Vector3 mm =
        shown.toPatient(place.x * zoomUnit() / shown.pixelWidth - 0.5, place.y * zoomUnit() / shown.pixelHeight - 0.5);
    return {{(mm[0] / pixel_.width + 0.5) / size_.width(), (mm[1] / pixel_.height + 0.5) / size_.height()},
            size_.width() * pixel_.width * viewport_.zoom() / zoomUnit()};
}

void ClipScreen::setCamera(const FrameCamera& camera) {
    if (size_.isEmpty()) return;
    const Vector3 mm{(camera.centre.x() * size_.width() - 0.5) * pixel_.width,
                     (camera.centre.y() * size_.height() - 0.5) * pixel_.height, 0};
    // At zoom 1, from the corner of the image: exact, so that turns do not add up to a shift.
    const QPointF image = MmToDevice(plane(), {}, 1 / zoomUnit()).toDevice(mm);
    setZoomPan(ZoomPan{camera.rowLength * zoomUnit() / (size_.width() * pixel_.width), image.x(), image.y()});
}

std::optional<Window> ClipScreen::displayedWindow() const {
    if (!frame_.values || !display_.windowing) return {};
    return windowLike(*display_.windowing, *frame_.values, 0);
}

void ClipScreen::outline(const std::optional<QRectF>& device) {
    outline_ = device;
    update();
}

void ClipScreen::setWindowOver(const QRectF& device) {
    if (!frame_.values) return;
    const SlicePlane pixels = turned(slicePlane(frame_.values->geometry(), Plane::axial, 0), display_.look.turn);
    if (const auto window = windowOverBox(*frame_.values, pixels, map().pixelsIn(device)))
        Q_EMIT windowDragged(*window);
}

/// Returns the plane of the turned frame. The centre of the first pixel of the upright frame is at (0, 0) mm; without a
/// unit a pixel has the size of its ratio.
SlicePlane ClipScreen::plane() const {
    SlicePlane upright;
    upright.width = size_.width();
    upright.height = size_.height();
    upright.pixelWidth = pixel_.width;
    upright.pixelHeight = pixel_.height;
    return turned(upright, display_.look.turn);
}

/// Returns mm per device pixel at zoom 1.
double ClipScreen::zoomUnit() const {
    return std::min(pixel_.width, pixel_.height);
}

MmToDevice ClipScreen::map() const {
    return {plane(), viewport_.target().topLeft(), viewport_.zoom() / zoomUnit()};
}

void ClipScreen::fitPlane() {
    const SlicePlane shown = plane();
    viewport_.setImage(QSizeF(shown.width * shown.pixelWidth, shown.height * shown.pixelHeight) / zoomUnit());
}

// --- tools ----------------------------------------------------------------------------------------------------------

void ClipScreen::setActiveTool(const std::string& id) {
    if (!tools_.setActive(id)) return;
    setCursor(tools_.activeEntry().cursor);
    setAccessibleDescription(toolName(tools_.activeEntry()));
    Q_EMIT activeToolChanged();
}

bool ClipScreen::escape() {
    if (tools_.isDragging()) {
        tools_.cancel(*this);
    } else if (!tools_.isFirstActive()) {
        setActiveTool(tools_.offered().front().id);
    } else {
        return false;
    }
    return true;
}

bool ClipScreen::event(QEvent* event) {
    // Esc is not a shortcut of the window while it cancels a drag.
    if (event->type() == QEvent::ShortcutOverride && tools_.isDragging() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QWidget::event(event);
}

void ClipScreen::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!size_.isEmpty()) tools_.wheel(*event, facts_.count > 1, devicePixelRatioF(), map(), *this);
}

void ClipScreen::mousePressEvent(QMouseEvent* event) {
    if (!size_.isEmpty()) tools_.press(*event, devicePixelRatioF(), map(), *this);
}

void ClipScreen::mouseMoveEvent(QMouseEvent* event) {
    cursor_ = event->position() * devicePixelRatioF();
    tools_.move(*event, devicePixelRatioF(), map(), *this);
    update();
}

void ClipScreen::mouseReleaseEvent(QMouseEvent* event) {
    if (tools_.release(*event, devicePixelRatioF(), map(), *this) && !size_.isEmpty())
        Q_EMIT menuRequested(event->position().toPoint());
}

void ClipScreen::leaveEvent(QEvent*) {
    cursor_.reset();
    update();
}

// --- painting -------------------------------------------------------------------------------------------------------

void ClipScreen::paintEvent(QPaintEvent*) {
    if (viewport_.setArea(size(), devicePixelRatioF())) {  // a monitor of another scale, as in SliceView
        reduced_ = {};
        QMetaObject::invokeMethod(this, &ClipScreen::displayChanged, Qt::QueuedConnection);
    }
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!message_.isEmpty()) {
        drawMessage(painter, rect(), message_);
    } else if (!frame_.image.isNull()) {
        painter.save();
        painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
        drawImage(painter);
        painter.restore();
    }
    if (!size_.isEmpty()) {
        drawCornerLines(painter, rect(), clipLines(completeFacts()));
        if (pixel_.unit != PixelSize::Unit::none && facts_.texts.has(SceneText::scale))
            drawScaleBar(painter, rect(), viewport_.zoom() / zoomUnit() / devicePixelRatioF(),
                         pixel_.unit == PixelSize::Unit::atDetector);
        if (display_.windowing)
            drawColourBar(painter, rect(),
                          {*display_.windowing, lowestIsWhite_, display_.inverted, display_.look.colours});
    }
    if (outline_) drawBoxOutline(painter, *outline_);
    if (hasFocus()) drawFocusFrame(painter, rect());
}

/// Draws the image in device pixels, at zoom 1 one for one.
void ClipScreen::drawImage(QPainter& painter) {
    const QRectF target = viewport_.target();
    if (turned_.isNull()) turned_ = turned(frame_.image, display_.look.turn);
    const QImage* shown = &turned_;
    // QPainter interpolates between four pixels only, so an image that is reduced and stands still is averaged first.
    const QSize size = target.size().toSize().expandedTo({1, 1}).boundedTo(turned_.size());
    if (!isMoving_ && size != turned_.size()) {
        if (reduced_.isNull()) reduced_ = turned_.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        shown = &reduced_;
    }
    const bool isSmooth = display_.look.interpolation == Interpolation::linear || size != turned_.size();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth && target.size() != QSizeF(shown->size()));
    painter.drawImage(target, *shown);
}

/// Returns the pixel of the upright frame under the pointer.
std::optional<QPoint> ClipScreen::pixelUnderCursor() const {
    if (!cursor_ || frame_.image.isNull() || !map().isInImage(*cursor_)) return {};
    const Vector3 mm = map().toMm(*cursor_);
    const QPoint pixel(static_cast<int>(std::floor(mm[0] / pixel_.width + 0.5)),
                       static_cast<int>(std::floor(mm[1] / pixel_.height + 0.5)));
    return QPoint(std::clamp(pixel.x(), 0, frame_.image.width() - 1),
                  std::clamp(pixel.y(), 0, frame_.image.height() - 1));
}

ClipFacts ClipScreen::completeFacts() const {
    ClipFacts facts = facts_;
    if (frame_.number >= 0) facts.frame = frame_.number;
    facts.windowing = display_.windowing;
    facts.turn = display_.look.turn;
    facts.inverted = display_.inverted;
    facts.size = size_;
    facts.zoom = zoom();
    const auto pixel = pixelUnderCursor();
    if (!pixel) return facts;
    if (frame_.values) {
        facts.value = frame_.values->value(pixel->x(), pixel->y(), 0);
    } else {
        // The stored colour, as over a slice.
        const QColor shown = frame_.image.pixelColor(*pixel);
        facts.colour =
            frame_.display.inverted ? QColor(255 - shown.red(), 255 - shown.green(), 255 - shown.blue()) : shown;
    }
    return facts;
}

void ClipScreen::resizeEvent(QResizeEvent*) {
    reduced_ = {};
    viewport_.setArea(size(), devicePixelRatioF());
}

void ClipScreen::focusInEvent(QFocusEvent*) {
    update();
}

void ClipScreen::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace fleming::viewer
