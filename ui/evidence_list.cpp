#include "ui/evidence_list.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/series_text.h"
#include "ui/theme.h"

namespace fleming::ui {

namespace {

enum Role { kDetails = Qt::UserRole, kThumbnail, kDigest };
constexpr int kSmallestSide = 36;   // of a thumbnail, device-independent pixels
constexpr int kLargestSide = 128;
constexpr int kPadding = 4;
constexpr int kExtraWidth = 14;

/// The side of the thumbnails that makes the rows as high as the list.
int thumbnailSide(const QWidget* list, const QFontMetrics& metrics) {
    return qBound(kSmallestSide, list->height() - metrics.height() - 2 * kPadding - 2, kLargestSide);
}

/// A thumbnail on black with its number in the corner and where it comes from below.
class FrameDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        const int side = thumbnailSide(static_cast<const QAbstractItemView*>(option.widget)->viewport(), option.fontMetrics);
        return {side + 2 * kPadding + kExtraWidth, side + 2 * kPadding + option.fontMetrics.height() + 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        const QRect cell = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
        const QRect box(cell.left(), cell.top(), cell.width(), cell.height() - option.fontMetrics.height() - 2);
        painter->fillRect(box, Qt::black);
        const QImage image = index.data(kThumbnail).value<QImage>();
        if (!image.isNull()) {
            QRect place(QPoint(), image.size().scaled(box.size(), Qt::KeepAspectRatio));
            place.moveCenter(box.center());
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(place, image);
        }
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter->setFont(small);
        const QFontMetrics metrics(small);
        const QString name = index.data(Qt::DisplayRole).toString();
        const QRect badge(box.left(), box.top(), metrics.horizontalAdvance(name) + 10, metrics.height() + 3);
        painter->fillRect(badge, QColor(0, 0, 0, 190));
        painter->setPen(Qt::white);
        painter->drawText(badge, Qt::AlignCenter, name);
        painter->setPen(mutedText());
        const QRect line(cell.left(), box.bottom() + 2, cell.width(), metrics.height());
        painter->drawText(line, Qt::AlignCenter,
                          metrics.elidedText(index.data(kDetails).toString(), Qt::ElideRight, line.width()));
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
            painter->drawRect(box.adjusted(1, 1, -1, -1));
        } else if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1, Qt::DashLine));
            painter->drawRect(box.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }
};

}  // namespace

EvidenceList::EvidenceList(QWidget* parent) : ReorderList(parent) {
    setObjectName(QStringLiteral("evidenceList"));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new FrameDelegate(this));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Evidence: the pictures that go with the question"));
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { Q_EMIT showRequested(row(item)); });
}

void EvidenceList::setFrames(const std::vector<viewer::Frame>& frames) {
    const int count = static_cast<int>(frames.size());
    const int before = this->count();
    while (this->count() > count) delete takeItem(this->count() - 1);
    while (this->count() < count) addItem(new QListWidgetItem);
    for (int i = 0; i < count; ++i) {
        const viewer::Frame& frame = frames[static_cast<std::size_t>(i)];
        QListWidgetItem* shown = item(i);
        const QString details = frameDetails(frame.provenance);
        shown->setText(frameTitle(i + 1));
        shown->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(frameTitle(i + 1), details));
        shown->setData(kDetails, details);
        // The pixels' digest tells whether the thumbnail is made already.
        const QString digest = QString::fromStdString(frame.provenance.pixelsSha256);
        if (digest.isEmpty() || shown->data(kDigest).toString() != digest) {
            shown->setData(kThumbnail, smallImage(frame.image, 2 * kLargestSide));
            shown->setData(kDigest, digest);
        }
        shown->setToolTip(tr("%1: %2\n%3").arg(frameTitle(i + 1), details,
                                               QString::fromStdString(frame.provenance.seriesDescription)));
    }
    if (count > before) scrollToItem(item(before));
}

void EvidenceList::resizeEvent(QResizeEvent* event) {
    ReorderList::resizeEvent(event);
    if (event->oldSize().height() != event->size().height()) scheduleDelayedItemsLayout();
}

void EvidenceList::keyPressEvent(QKeyEvent* event) {
    const int row = currentRow();
    if (event->matches(QKeySequence::Delete) || event->key() == Qt::Key_Backspace) {
        if (row >= 0) Q_EMIT removeRequested(row);
    } else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Left) {
        requestMove(row, row - 1);
    } else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Right) {
        requestMove(row, row + 1);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (row >= 0) Q_EMIT showRequested(row);
    } else {
        ReorderList::keyPressEvent(event);
    }
}

}  // namespace fleming::ui
