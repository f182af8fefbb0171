#include "viewer/views/clip_controls.h"

#include "viewer/layers/edge_text.h"
#include "viewer/layers/focus_frame.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

ClipScreen::ClipScreen(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(64, 48);
    setAccessibleName(tr("Clip"));
}

void ClipScreen::setImage(const QImage& image) {
    image_ = image;
    viewport_.setImage(image.size());
    message_.clear();
    update();
}

void ClipScreen::setMessage(const QString& message) {
    message_ = message;
    update();
}

void ClipScreen::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!message_.isEmpty()) {
        drawMessage(painter, rect(), message_);
    } else if (!image_.isNull()) {
        painter.save();
        painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(viewport_.target(), image_);
        painter.restore();
    }
    if (hasFocus()) drawFocusFrame(painter, rect());
}

void ClipScreen::resizeEvent(QResizeEvent*) {
    viewport_.setArea(QSizeF(size()) * devicePixelRatioF());
}

void ClipScreen::focusInEvent(QFocusEvent*) {
    update();
}

void ClipScreen::focusOutEvent(QFocusEvent*) {
    update();
}

ClipSlider::ClipSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setAccessibleName(tr("Position in the clip"));
}

void ClipSlider::setMarkedRange(std::optional<std::pair<int, int>> frames) {
    marked_ = frames;
    update();
}

double ClipSlider::positionOf(int frame) const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const double fraction = maximum() > 0 ? static_cast<double>(frame) / maximum() : 0.0;
    return handle / 2.0 + fraction * (width() - handle);
}

int ClipSlider::frameAt(double x) const {
    const double first = positionOf(0), last = positionOf(maximum());
    const double fraction = last > first ? std::clamp((x - first) / (last - first), 0.0, 1.0) : 0.0;
    return static_cast<int>(std::lround(fraction * maximum()));
}

void ClipSlider::paintEvent(QPaintEvent* event) {
    if (marked_) {
        QPainter painter(this);
        const double from = positionOf(marked_->first), to = positionOf(marked_->second);
        QColor band = palette().color(QPalette::Highlight);
        painter.fillRect(QRectF(from, 0, std::max(2.0, to - from), 4), band);
        painter.fillRect(QRectF(from - 2, 0, 2, height()), band);
        painter.fillRect(QRectF(to, 0, 2, height()), band);
    }
    QSlider::paintEvent(event);
}

void ClipSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QSlider::mousePressEvent(event);
    setSliderDown(true);
    setSliderPosition(frameAt(event->position().x()));
    setSliderDown(false);
}

void ClipSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) setSliderPosition(frameAt(event->position().x()));
}

QIcon clipIcon(ClipIcon icon, const QColor& color) {
    constexpr int kSide = 64;  // large, to be scaled to the size of the button
    QPixmap pixmap(kSide, kSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (icon == ClipIcon::stepBack) {  // mirrors stepForward
        painter.translate(kSide, 0);
        painter.scale(-1, 1);
    }
    QPainterPath path;
    if (icon == ClipIcon::pause) {
        path.addRect(16, 12, 11, 40);
        path.addRect(37, 12, 11, 40);
    } else {
        const double left = icon == ClipIcon::play ? 16 : 22;
        path.moveTo(left, 12);
        path.lineTo(left + 34, 32);
        path.lineTo(left, 52);
        path.closeSubpath();
        if (icon != ClipIcon::play) path.addRect(8, 12, 8, 40);
    }
    painter.fillPath(path, color);
    return QIcon(pixmap);
}

}  // namespace fleming::viewer
