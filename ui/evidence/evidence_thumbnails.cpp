#include "ui/evidence/evidence_thumbnails.h"

#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <memory>
#include <utility>

namespace fleming::ui {

namespace {

enum Role { kDetails = Qt::UserRole, kSeries, kThumbnail };
constexpr int kSmallestSide = 36;   // of a thumbnail, device-independent pixels
constexpr int kSideForSeries = 40;  // smallest side that leaves room for the series below the thumbnail
constexpr int kLargestSide = 128;
constexpr int kPadding = 4;
constexpr int kExtraWidth = 14;
constexpr int kCaptionCharacters = 15;

/// The layout of one thumbnail, which is as high as the list.
struct Cell {
    int side;   ///< of the thumbnail
    int lines;  ///< of text below the thumbnail: 1 for the slice, 2 with the series
};

Cell cellOf(const QStyleOptionViewItem& option) {
    const int height = static_cast<const QAbstractItemView*>(option.widget)->viewport()->height() - 2 * kPadding - 2;
    const int line = option.fontMetrics.height();
    const int lines = height - 2 * line >= kSideForSeries ? 2 : 1;
    return {qBound(kSmallestSide, height - lines * line, kLargestSide), lines};
}

/// A frame in the list. Its texts are made when they are shown: a stored conversation can have thousands of frames.
class FrameItem : public QListWidgetItem {
public:
    /// Shows a frame with its number. Returns true if the item did not have the frame's thumbnail yet.
    bool showFrame(int number, const viewer::Frame& frame, std::shared_ptr<const app::StudyNames> studies) {
        // The digest of the pixels tells whether the item has this thumbnail already.
        const std::string& digest = frame.provenance.pixelsSha256;
        const bool isNew = digest.empty() || from_.pixelsSha256 != digest;
        number_ = number;
        from_ = frame.provenance;
        studies_ = std::move(studies);
        if (!isNew) return false;
        const bool hasPixels = !frame.image.rgb.empty();
        if (hasPixels || !data(kThumbnail).isNull())
            setData(kThumbnail, hasPixels ? smallImage(frame.image, 2 * kLargestSide) : QImage());
        return true;
    }

    QVariant data(int role) const override {
        switch (role) {
            case Qt::DisplayRole:
                return frameTitle(number_);
            case kDetails:
                return frameDetails(from_);
            case kSeries:
                return series();
            case Qt::AccessibleTextRole:
                return EvidenceThumbnails::tr("%1, %2, %3").arg(frameTitle(number_), frameDetails(from_), series());
            case Qt::ToolTipRole:
                return tip();
            default:
                return QListWidgetItem::data(role);
        }
    }

private:
    QString series() const { return studies_ ? app::seriesName(app::shown(from_), *studies_) : QString(); }

    QString tip() const {
        QStringList lines{EvidenceThumbnails::tr("%1: %2").arg(frameTitle(number_), frameDetails(from_)), series(),
                          frameStudyDate(app::shown(from_)), app::slabName(from_), frameWindow(from_)};
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n'));
    }

    int number_ = 0;
    viewer::Provenance from_;
    std::shared_ptr<const app::StudyNames> studies_;
};

/// Paints a thumbnail on black with its number in the corner, and below it where the frame comes from.
class FrameDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        const auto [side, lines] = cellOf(option);
        const int width = qMax(side + kExtraWidth, kCaptionCharacters * option.fontMetrics.averageCharWidth());
        return {width + 2 * kPadding, side + 2 * kPadding + lines * option.fontMetrics.height() + 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        const QRect cell = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
        const auto [side, lines] = cellOf(option);
        const QRect box(cell.left(), cell.top(), cell.width(), side);
        painter->fillRect(box, Qt::black);
        const QImage image = index.data(kThumbnail).value<QImage>();
        if (image.isNull()) {
            Q_EMIT qobject_cast<EvidenceThumbnails*>(parent())->pixelsWanted(index.row());
        } else {
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
        QRect line(cell.left(), box.bottom() + 2, cell.width(), metrics.height());
        for (const Role role : {kDetails, kSeries}) {
            if (role == kSeries && lines < 2) break;
            painter->drawText(line, Qt::AlignCenter,
                              metrics.elidedText(index.data(role).toString(), Qt::ElideRight, line.width()));
            line.translate(0, line.height());
        }
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

EvidenceThumbnails::EvidenceThumbnails(QWidget* parent) : ReorderList(parent) {
    setObjectName(QStringLiteral("evidenceList"));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new FrameDelegate(this));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(kSmallestSide + 2 * kPadding);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Evidence: the images that are sent with the question"));
    connect(&app::Privacy::mode(), &app::Privacy::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { Q_EMIT showRequested(row(item)); });
}

void EvidenceThumbnails::setFrames(const std::vector<viewer::Frame>& frames) {
    const int count = static_cast<int>(frames.size());
    const int before = this->count();
    while (this->count() > count)
        delete takeItem(this->count() - 1);
    while (this->count() < count)
        addItem(new FrameItem);
    const auto studies = std::make_shared<const app::StudyNames>(frames);
    int firstNew = before;  // an image that was put back can be anywhere
    for (int i = 0; i < count; ++i) {
        const viewer::Frame& frame = frames[static_cast<std::size_t>(i)];
        auto* shown = static_cast<FrameItem*>(item(i));
        if (shown->showFrame(i + 1, frame, studies)) firstNew = std::min(firstNew, i);
    }
    viewport()->update();
    if (count > before) scrollToItem(item(firstNew));
}

void EvidenceThumbnails::setThumbnail(int index, const viewer::RgbImage& image) {
    item(index)->setData(kThumbnail, smallImage(image, 2 * kLargestSide));
}

void EvidenceThumbnails::resizeEvent(QResizeEvent* event) {
    ReorderList::resizeEvent(event);
    if (event->oldSize().height() != event->size().height()) scheduleDelayedItemsLayout();
}

void EvidenceThumbnails::keyPressEvent(QKeyEvent* event) {
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
