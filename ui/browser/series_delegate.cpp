#include "ui/browser/series_delegate.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kThumbnailSide = 64;
constexpr int kPadding = 6;
constexpr int kSignSide = 15;

QFont titleFont(const QStyleOptionViewItem& option) {
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont detailsFont(const QStyleOptionViewItem& option) {
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

/// Returns the height of the thumbnail, or of a title and three lines of details if that is more.
int contentHeight(const QStyleOptionViewItem& option) {
    return std::max(kThumbnailSide,
                    option.fontMetrics.height() + 2 + 3 * QFontMetrics(detailsFont(option)).lineSpacing());
}

int headingHeight(const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (index.data(SeriesDelegate::kHeading).toString().isEmpty()) return 0;
    const bool details = !index.data(SeriesDelegate::kHeadingDetails).toString().isEmpty();
    return QFontMetrics(titleFont(option)).height() + (details ? QFontMetrics(detailsFont(option)).lineSpacing() : 0) +
           2 * kPadding;
}

void drawLine(QPainter* painter, QRect& area, const QFont& font, const QColor& color, const QString& text) {
    if (text.isEmpty()) return;
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(text, Qt::ElideRight, area.width()));
    area.setTop(area.top() + metrics.lineSpacing());
}

void paintHeading(QPainter* painter, const QRect& area, const QStyleOptionViewItem& option, const QModelIndex& index) {
    painter->fillRect(area, option.palette.color(QPalette::AlternateBase));
    painter->fillRect(QRect(area.bottomLeft(), QSize(area.width(), 1)), cardBorder());
    QRect text = area.adjusted(kPadding + 2, kPadding, -4, 0);
    drawLine(painter, text, titleFont(option), option.palette.color(QPalette::Text),
             index.data(SeriesDelegate::kHeading).toString());
    drawLine(painter, text, detailsFont(option), mutedText(), index.data(SeriesDelegate::kHeadingDetails).toString());
}

void paintSelection(QPainter* painter, const QRect& area, const QPalette& palette) {
    QColor tint = palette.color(QPalette::Highlight);
    tint.setAlpha(isDark() ? 90 : 45);
    painter->fillRect(area, tint);
    painter->fillRect(QRect(area.topLeft(), QSize(3, area.height())), palette.color(QPalette::Highlight));
}

void paintThumbnail(QPainter* painter, const QRect& box, const QImage& image) {
    painter->fillRect(box, Qt::black);
    if (image.isNull()) return;
    QRect place(QPoint(), image.size().scaled(box.size(), Qt::KeepAspectRatio));
    place.moveCenter(box.center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, image);
}

void paintText(QPainter* painter, const QRect& area, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool hasNotes = index.data(SeriesDelegate::kHasNotes).toBool();
    const int titleWidth = area.width() - (hasNotes ? kSignSide + 1 : 0);
    const QFont font = titleFont(option);
    const QFontMetrics title(font);
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(QRect(area.topLeft(), QSize(titleWidth, title.height())), Qt::AlignLeft,
                      title.elidedText(index.data(SeriesDelegate::kTitle).toString(), Qt::ElideMiddle, titleWidth));
    if (hasNotes) {
        icon(Symbol::warning).paint(painter, QRect(area.right() - kSignSide, area.top(), kSignSide, kSignSide));
    }
    painter->setFont(detailsFont(option));
    painter->setPen(mutedText());
    painter->drawText(area.adjusted(0, title.height() + 2, 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
                      index.data(SeriesDelegate::kDetails).toString());
}

}  // namespace

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {180, headingHeight(option, index) + contentHeight(option) + 2 * kPadding};
}

void SeriesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const int heading = headingHeight(option, index);
    if (heading > 0) {
        const QRect area(option.rect.topLeft(), QSize(option.rect.width(), heading));
        paintHeading(painter, area, option, index);
    }
    const QRect row = option.rect.adjusted(0, heading, 0, 0);
    if (option.state & QStyle::State_Selected) paintSelection(painter, row, option.palette);
    const QRect box(row.left() + kPadding + 2, row.top() + kPadding, kThumbnailSide, kThumbnailSide);
    paintThumbnail(painter, box, index.data(kThumbnail).value<QImage>());
    const int left = box.right() + 9;
    paintText(painter, QRect(left, row.top() + kPadding, row.right() - left - 4, contentHeight(option)), option, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1, Qt::DashLine));
        painter->drawRect(row.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

}  // namespace fleming::ui
