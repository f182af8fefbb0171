#include "ui/review/evidence_row.h"

#include "app/review/shown_marks.h"
#include "ui/browser/series_text.h"
#include "ui/review/image_marks.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kSide = 44;  // of a cell, device-independent pixels
constexpr int kGap = 4;

}  // namespace

EvidenceRow::EvidenceRow(app::Workspace& workspace, qint64 exchange, QWidget* parent)
    : QWidget(parent), workspace_(workspace), exchange_(exchange) {
    for (const auto& [number, frame] : app::imagesOf(workspace.session().exchanges(), exchange)) {
        numbers_.push_back(number);
        sizes_[number] = {frame->image.width, frame->image.height};
    }
    setVisible(!numbers_.empty());
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Images of this question"));
    connect(&workspace.session(), &app::CurrentSession::exchangesChanged, this, &EvidenceRow::refreshMarks);
    connect(&workspace.session(), &app::CurrentSession::reviewed, this, &EvidenceRow::refreshMarks);
    // Images that were not in memory are drawn when they are.
    connect(&workspace.session().pixels(), &app::EvidencePixels::loaded, this, qOverload<>(&QWidget::update));
    if (const app::ReviewDraft* draft = workspace.reviews().draft(exchange); draft != nullptr && !numbers_.empty()) {
        connect(draft, &app::ReviewDraft::changed, this, &EvidenceRow::refreshMarks);
        connect(draft, &app::ReviewDraft::pointedChanged, this, &EvidenceRow::refreshMarks);
        refreshMarks();
    }
}

void EvidenceRow::refreshMarks() {
    marks_.clear();
    for (auto& [number, on] : imageMarks(workspace_, exchange_)) {
        for (viewer::ShownMark& mark : on.shown) {
            mark.caption.clear();
            mark.isSelected = false;
        }
        marks_[number] = std::move(on.shown);
    }
    lit_ = litImages(workspace_, exchange_);
    // A lit image that is out of sight comes into sight.
    const auto isVisible = [this](int number) { return !placeOf(number).isNull(); };
    if (!lit_.empty() && std::ranges::none_of(lit_, isVisible)) {
        const auto found = std::ranges::find(numbers_, lit_.front());
        if (found != numbers_.end()) first_ = static_cast<int>(found - numbers_.begin());
    }
    update();
}

int EvidenceRow::current() const {
    return numbers_.empty() ? 0 : numbers_[static_cast<std::size_t>(current_)];
}

int EvidenceRow::visibleCount() const {
    return std::max(1, (width() + kGap) / (kSide + kGap));
}

QRect EvidenceRow::placeOf(int number) const {
    const auto found = std::ranges::find(numbers_, number);
    const auto column = static_cast<int>(found - numbers_.begin()) - first_;
    if (found == numbers_.end() || column < 0 || column >= visibleCount()) return {};
    return {column * (kSide + kGap), 0, kSide, kSide};
}

int EvidenceRow::indexAt(QPoint point) const {
    for (int i = first_; i < static_cast<int>(numbers_.size()); ++i) {
        if (placeOf(numbers_[static_cast<std::size_t>(i)]).contains(point)) return i;
    }
    return -1;
}

void EvidenceRow::goTo(int index) {
    const auto last = static_cast<int>(numbers_.size()) - 1;
    current_ = std::clamp(index, 0, std::max(0, last));
    first_ = std::clamp(first_, std::max(0, current_ - visibleCount() + 1), current_);
    setAccessibleDescription(frameTitle(current()));
    update();
}

const QImage& EvidenceRow::thumbnail(int number) {
    QImage& image = thumbnails_[number];
    if (image.isNull()) {
        const auto images = app::imagesOf(workspace_.session().exchanges(), exchange_);
        const auto found = images.find(number);
        if (found == images.end()) return image;
        if (const auto pixels = workspace_.session().pixels().find(*found->second))
            image = smallImage(*pixels, 2 * kSide);
    }
    return image;
}

void EvidenceRow::drawCell(QPainter& painter, int index) {
    const int number = numbers_[static_cast<std::size_t>(index)];
    const QRect cell = placeOf(number);
    painter.fillRect(cell, Qt::black);
    const QImage& image = thumbnail(number);
    if (!image.isNull()) {
        QRectF place(QPointF(), QSizeF(image.size()).scaled(cell.size(), Qt::KeepAspectRatio));
        place.moveCenter(QRectF(cell).center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, image);
        const double scale = place.width() / std::max(1, sizes_[number].width());
        painter.setClipRect(cell);
        viewer::drawMarks(painter, marks_[number],
                          QTransform::fromTranslate(place.left(), place.top()).scale(scale, scale), 0.8, cell);
        painter.setClipping(false);
    }
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const QString text = QString::number(number);
    const QRect badge(cell.left(), cell.top(), metrics.horizontalAdvance(text) + 6, metrics.height());
    painter.fillRect(badge, QColor(0, 0, 0, 190));
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
    const bool isLit = std::ranges::find(lit_, number) != lit_.end();
    if (!isLit && !(hasFocus() && index == current_)) return;
    painter.setPen(QPen(isLit ? viewer::markColour(0) : palette().color(QPalette::Highlight), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.adjusted(1, 1, -1, -1));
}

void EvidenceRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int end = std::min(static_cast<int>(numbers_.size()), first_ + visibleCount());
    for (int i = first_; i < end; ++i)
        drawCell(painter, i);
}

bool EvidenceRow::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = indexAt(help->pos());
    const auto images = app::imagesOf(workspace_.session().exchanges(), exchange_);
    const auto found = index < 0 ? images.end() : images.find(numbers_[static_cast<std::size_t>(index)]);
    if (found == images.end()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(),
                           tr("%1: %2").arg(frameTitle(found->first), frameDetails(found->second->provenance)));
    }
    return true;
}

void EvidenceRow::mousePressEvent(QMouseEvent* event) {
    const int index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || index < 0) return;
    goTo(index);
    Q_EMIT imageClicked(exchange_, current());
}

void EvidenceRow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return goTo(current_ - 1);
        case Qt::Key_Right:
            return goTo(current_ + 1);
        case Qt::Key_Home:
            return goTo(0);
        case Qt::Key_End:
            return goTo(static_cast<int>(numbers_.size()) - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            Q_EMIT imageClicked(exchange_, current());
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void EvidenceRow::resizeEvent(QResizeEvent*) {
    goTo(current_);
}

QSize EvidenceRow::sizeHint() const {
    return {static_cast<int>(numbers_.size()) * (kSide + kGap), kSide};
}

QSize EvidenceRow::minimumSizeHint() const {
    return {kSide, kSide};
}

}  // namespace fleming::ui
