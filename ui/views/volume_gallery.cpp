#include "ui/views/volume_gallery.h"

#include "viewer/text/name_text.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPixmap>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

/// Returns an icon whose colours stay as they are when it is selected.
QIcon iconOf(const QImage& image) {
    QIcon icon;
    for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected})
        icon.addPixmap(QPixmap::fromImage(image), mode);
    return icon;
}

}  // namespace

VolumeGallery::VolumeGallery(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setFrameShape(QFrame::StyledPanel);
    list_ = new QListWidget(this);
    list_->setViewMode(QListView::IconMode);
    list_->setMovement(QListView::Static);
    list_->setResizeMode(QListView::Adjust);
    list_->setWordWrap(true);
    list_->setIconSize(kThumbnail);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setGridSize({kThumbnail.width() + 12, kThumbnail.height() + 2 * fontMetrics().height() + 10});
    list_->setAccessibleName(tr("Looks of the volume"));
    list_->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(list_);
    connect(list_, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) {
        close();
        Q_EMIT chosen(item->data(Qt::UserRole).toString());
    });
}

void VolumeGallery::open(const std::vector<const viewer::VolumePreset*>& presets, const std::string& current,
                         const QWidget* anchor) {
    list_->clear();
    QImage empty(kThumbnail, QImage::Format_RGB32);
    empty.fill(Qt::black);
    for (const viewer::VolumePreset* preset : presets) {
        auto* item = new QListWidgetItem(iconOf(empty), viewer::volumePresetName(preset->id), list_);
        item->setData(Qt::UserRole, QString::fromStdString(preset->id));
        if (preset->id == current) list_->setCurrentItem(item);
    }
    const QRect screen = anchor->screen()->availableGeometry();
    const QSize cell = list_->gridSize();
    const int columns = std::clamp((screen.width() - 60) / cell.width(), 1, 4);
    const int rows = (list_->count() + columns - 1) / columns;
    const QSize size(columns * cell.width() + 32, std::min(rows * cell.height() + 16, screen.height() * 3 / 4));
    resize(size);
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height()));
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())));
    at.setY(std::clamp(at.y(), screen.top(), std::max(screen.top(), screen.bottom() - size.height())));
    move(at);
    show();
    list_->setFocus();
    if (list_->currentItem() != nullptr) list_->scrollToItem(list_->currentItem());
}

void VolumeGallery::setThumbnail(const QString& preset, const QImage& image) {
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->data(Qt::UserRole) == preset) list_->item(row)->setIcon(iconOf(image));
    }
}

bool VolumeGallery::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) &&
            list_->currentItem() != nullptr) {
            Q_EMIT list_->itemClicked(list_->currentItem());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace fleming::ui
