#include "viewer/views/clip_screen.h"

#include "viewer/layers/box_outline.h"
#include "viewer/layers/focus_frame.h"
#include "viewer/render/window_presets.h"

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

void ClipScreen::setClip(const QSize& size) {
    size_ = size;
    tools_.forgetDrag();
    outline_.reset();
    viewport_.setImage(size);
    setFrame({});
}

void ClipScreen::setFrame(const DecodedFrame& frame) {
    frame_ = frame;
    reduced_ = {};
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

std::optional<Window> ClipScreen::displayedWindow() const {
    if (!frame_.values || !facts_.windowing) return {};
    return windowLike(*facts_.windowing, *frame_.values, 0);
}

void ClipScreen::outline(const std::optional<QRectF>& device) {
    outline_ = device;
    update();
}

void ClipScreen::setWindowOver(const QRectF& device) {
    if (!frame_.values) return;
    const SlicePlane plane = slicePlane(frame_.values->geometry(), Plane::axial, 0);
    if (const auto window = windowOverBox(*frame_.values, plane, map().pixelsIn(device))) Q_EMIT windowDragged(*window);
}

/// Maps the pixels of the frame, as mm, to the view.
MmToDevice ClipScreen::map() const {
    SlicePlane plane;
    plane.width = size_.width();
    plane.height = size_.height();
    return {plane, viewport_.target().topLeft(), viewport_.zoom()};
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
    if (!size_.isEmpty()) drawCornerLines(painter, rect(), clipLines(completeFacts()));
    if (outline_) drawBoxOutline(painter, *outline_);
    if (hasFocus()) drawFocusFrame(painter, rect());
}

/// Draws the image in device pixels, at zoom 1 one for one.
void ClipScreen::drawImage(QPainter& painter) {
    const QRectF target = viewport_.target();
    const QImage* shown = &frame_.image;
    // QPainter interpolates between four pixels only, so an image that is reduced and stands still is averaged first.
    if (!isMoving_ && viewport_.zoom() < 1) {
        const QSize size = target.size().toSize().expandedTo({1, 1});
        if (reduced_.isNull()) reduced_ = frame_.image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        shown = &reduced_;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.size() != QSizeF(shown->size()));
    painter.drawImage(target, *shown);
}

ClipFacts ClipScreen::completeFacts() const {
    ClipFacts facts = facts_;
    facts.size = size_;
    facts.zoom = zoom();
    if (!cursor_ || frame_.image.isNull()) return facts;
    const QPointF at = viewport_.toImage(*cursor_);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    if (!frame_.image.rect().contains(pixel)) return facts;
    if (frame_.values) {
        facts.value = frame_.values->value(pixel.x(), pixel.y(), 0);
    } else {
        facts.colour = frame_.image.pixelColor(pixel);
    }
    return facts;
}

void ClipScreen::resizeEvent(QResizeEvent*) {
    reduced_ = {};
    viewport_.setArea(QSizeF(size()) * devicePixelRatioF());
}

void ClipScreen::focusInEvent(QFocusEvent*) {
    update();
}

void ClipScreen::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace fleming::viewer
