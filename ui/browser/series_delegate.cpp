#include "ui/browser/series_delegate.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kThumbnailSide = 64;
constexpr int kPadding = 6;
constexpr int kHeadingPadding = 4;
constexpr int kIndent = 8;
constexpr int kArrowSide = 9;
constexpr int kSignSide = 15;
constexpr int kDetailLines = 3;

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

/// Returns the height of the thumbnail, or of a title and the lines of details if that is more.
int contentHeight(const QStyleOptionViewItem& option) {
    return std::max(kThumbnailSide, QFontMetrics(titleFont(option)).height() + 2 +
                                        kDetailLines * QFontMetrics(detailsFont(option)).lineSpacing());
}

SeriesDelegate::Kind kindOf(const QModelIndex& index) {
    return static_cast<SeriesDelegate::Kind>(index.data(SeriesDelegate::kKind).toInt());
}

int headingHeight(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool details = !index.data(SeriesDelegate::kDetails).toString().isEmpty();
    return QFontMetrics(titleFont(option)).height() + (details ? QFontMetrics(detailsFont(option)).lineSpacing() : 0) +
           2 * kHeadingPadding;
}

void drawLine(QPainter* painter, QRect& area, const QFont& font, const QColor& color, const QString& text) {
    if (text.isEmpty()) return;
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(text, Qt::ElideRight, area.width()));
    area.setTop(area.top() + metrics.lineSpacing());
}

void paintSelection(QPainter* painter, const QRect& area, const QPalette& palette) {
    QColor tint = palette.color(QPalette::Highlight);
    tint.setAlpha(isDark() ? 90 : 45);
    painter->fillRect(area, tint);
    painter->fillRect(QRect(area.topLeft(), QSize(3, area.height())), palette.color(QPalette::Highlight));
}

/// Draws a triangle that points down if the heading is open, else in the reading direction.
void paintArrow(QPainter* painter, const QRect& area, bool open, const QColor& color) {
    const QPointF centre = QRectF(area).center();
    const double r = kArrowSide / 2.0 - 1;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(
        open ? QPolygonF({centre + QPointF(-r, -r / 2), centre + QPointF(r, -r / 2), centre + QPointF(0, r / 1.5)})
             : QPolygonF({centre + QPointF(-r / 2, -r), centre + QPointF(-r / 2, r), centre + QPointF(r / 1.5, 0)}));
}

/// Paints a patient or a folder on a band, what lies below it further to the right.
void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    using Kind = SeriesDelegate::Kind;
    const Kind kind = kindOf(index);
    const bool isTop = kind == Kind::patient || kind == Kind::folder;
    const QRect area = option.rect;
    if (isTop) {
        painter->fillRect(area, option.palette.color(QPalette::AlternateBase));
        painter->fillRect(QRect(area.bottomLeft(), QSize(area.width(), 1)), cardBorder());
    }
    if (option.state & QStyle::State_Selected) paintSelection(painter, area, option.palette);
    const int indent = isTop ? 0 : kind == Kind::study ? kIndent : 2 * kIndent;
    QRect text = area.adjusted(kPadding + indent + kArrowSide + 3, kHeadingPadding, -4, 0);
    const QRect arrow(area.left() + kPadding + indent, text.top(), kArrowSide, option.fontMetrics.height());
    paintArrow(painter, arrow, option.state & QStyle::State_Open, mutedText());
    drawLine(painter, text, isTop ? titleFont(option) : option.font, option.palette.color(QPalette::Text),
             index.data(Qt::DisplayRole).toString());
    drawLine(painter, text, detailsFont(option), mutedText(), index.data(SeriesDelegate::kDetails).toString());
}

void paintThumbnail(QPainter* painter, const QRect& box, const QImage& image) {
    painter->fillRect(box, Qt::black);
    if (image.isNull()) return;
    QRect place(QPoint(), image.size().scaled(box.size(), Qt::KeepAspectRatio));
    place.moveCenter(box.center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, image);
}

/// Draws a text in up to kDetailLines lines; the last one is elided if there is more.
void drawDetails(QPainter* painter, const QRect& area, const QFont& font, const QString& text) {
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    int top = area.top();
    for (int number = 1; number <= kDetailLines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(area.width());
        const QString rest = text.mid(line.textStart());
        const bool isLast = number == kDetailLines;
        painter->drawText(
            QRect(area.left(), top, area.width(), metrics.height()), Qt::AlignLeft,
            isLast ? metrics.elidedText(rest, Qt::ElideRight, area.width()) : rest.left(line.textLength()));
        top += metrics.lineSpacing();
    }
    layout.endLayout();
}

void paintText(QPainter* painter, const QRect& area, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool hasNotes = index.data(SeriesDelegate::kHasNotes).toBool();
    const int titleWidth = area.width() - (hasNotes ? kSignSide + 1 : 0);
    const QFont font = titleFont(option);
    const QFontMetrics title(font);
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(QRect(area.topLeft(), QSize(titleWidth, title.height())), Qt::AlignLeft,
                      title.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, titleWidth));
    if (hasNotes) {
        icon(Symbol::warning).paint(painter, QRect(area.right() - kSignSide, area.top(), kSignSide, kSignSide));
    }
    painter->setFont(detailsFont(option));
    painter->setPen(mutedText());
    drawDetails(painter, area.adjusted(0, title.height() + 2, 0, 0), detailsFont(option),
                index.data(SeriesDelegate::kDetails).toString());
}

}  // namespace

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool isSeries = kindOf(index) == Kind::series;
    return {180, isSeries ? contentHeight(option) + 2 * kPadding : headingHeight(option, index)};
}

void SeriesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const QRect row = option.rect;
    if (kindOf(index) == Kind::series) {
        if (option.state & QStyle::State_Selected) paintSelection(painter, row, option.palette);
        const QRect box(row.left() + kPadding + 2, row.top() + kPadding, kThumbnailSide, kThumbnailSide);
        paintThumbnail(painter, box, index.data(kThumbnail).value<QImage>());
        const int left = box.right() + 9;
        paintText(painter, QRect(left, row.top() + kPadding, row.right() - left - 4, contentHeight(option)), option,
                  index);
    } else {
        paintHeading(painter, option, index);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1, Qt::DashLine));
        painter->drawRect(row.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

}  // namespace fleming::ui
