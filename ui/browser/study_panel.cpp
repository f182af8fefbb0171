#include "ui/browser/study_panel.h"

#include "ui/browser/notes_model.h"
#include "ui/browser/series_text.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QProgressBar>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

enum Role { kSeriesId = Qt::UserRole, kTitle, kDetails, kThumbnail, kOdd };
constexpr int kThumbnailSide = 64;
constexpr int kPadding = 6;

/// A series: thumbnail on black, title, details in two lines, a sign where there is something to know.
class SeriesDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {180, contentHeight(option) + 2 * kPadding};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QPalette& palette = option.palette;
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected) {
            QColor tint = palette.color(QPalette::Highlight);
            tint.setAlpha(isDark() ? 90 : 45);
            painter->fillRect(option.rect, tint);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              palette.color(QPalette::Highlight));
        }
        const QRect box(option.rect.left() + kPadding + 2, option.rect.top() + kPadding, kThumbnailSide,
                        kThumbnailSide);
        painter->fillRect(box, Qt::black);
        const QImage image = index.data(kThumbnail).value<QImage>();
        if (!image.isNull()) {
            QRect place(QPoint(), image.size().scaled(box.size(), Qt::KeepAspectRatio));
            place.moveCenter(box.center());
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(place, image);
        }
        paintText(painter, option, index, box.right() + 9);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(palette.color(QPalette::Highlight), 1, Qt::DashLine));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    /// The thumbnail, or a title and three lines of details where they are higher.
    static int contentHeight(const QStyleOptionViewItem& option) {
        return std::max(kThumbnailSide,
                        option.fontMetrics.height() + 2 + 3 * QFontMetrics(smallFont(option)).lineSpacing());
    }

    static QFont smallFont(const QStyleOptionViewItem& option) {
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.88);
        return small;
    }

    static void paintText(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index, int left) {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        const QFont small = smallFont(option);
        const bool odd = index.data(kOdd).toBool();
        const QRect area(left, option.rect.top() + kPadding, option.rect.right() - left - 4, contentHeight(option));
        const int signSide = odd ? 16 : 0;
        const QFontMetrics title(bold);
        painter->setFont(bold);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(QRect(area.topLeft(), QSize(area.width() - signSide, title.height())), Qt::AlignLeft,
                          title.elidedText(index.data(kTitle).toString(), Qt::ElideMiddle, area.width() - signSide));
        if (odd) icon(Symbol::warning).paint(painter, QRect(area.right() - 15, area.top(), 15, 15));
        painter->setFont(small);
        painter->setPen(mutedText());
        painter->drawText(area.adjusted(0, title.height() + 2, 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
                          index.data(kDetails).toString());
    }
};

QListWidget* listWidget(QWidget* parent) {
    auto* list = new QListWidget(parent);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return list;
}

}  // namespace

StudyPanel::StudyPanel(app::Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    auto* heading = new QLabel(tr("Series"), this);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    const auto headerButton = [this](Symbol symbol, const QString& tip) {
        auto* button = new QToolButton(this);
        button->setIcon(icon(symbol));
        button->setAutoRaise(true);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setFocusPolicy(Qt::StrongFocus);
        return button;
    };
    QToolButton* openFiles = headerButton(Symbol::openFile, tr("Open files"));
    QToolButton* openFolder = headerButton(Symbol::openFolder, tr("Open folder"));
    connect(openFiles, &QToolButton::clicked, this, &StudyPanel::openFilesRequested);
    connect(openFolder, &QToolButton::clicked, this, &StudyPanel::openFolderRequested);

    list_ = listWidget(this);
    list_->setObjectName(QStringLiteral("seriesList"));
    list_->setItemDelegate(new SeriesDelegate(list_));
    list_->setAccessibleName(tr("Open series"));

    progressRow_ = new QWidget(this);
    progressText_ = new MutedLabel({}, progressRow_);
    progress_ = new QProgressBar(progressRow_);
    progress_->setTextVisible(false);
    progress_->setMaximumHeight(8);
    cancel_ = new QToolButton(progressRow_);
    cancel_->setIcon(icon(Symbol::close));
    cancel_->setAutoRaise(true);
    cancel_->setFocusPolicy(Qt::StrongFocus);
    cancel_->setToolTip(tr("Cancel opening"));
    cancel_->setAccessibleName(tr("Cancel opening"));
    connect(cancel_, &QToolButton::clicked, this, [this] { workspace_.cancelOpen(); });

    notesHeader_ = new QToolButton(this);
    notesHeader_->setCheckable(true);
    notesHeader_->setAutoRaise(true);
    notesHeader_->setFocusPolicy(Qt::StrongFocus);
    notesHeader_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    notesHeader_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    notesModel_ = new NotesModel(this);
    notes_ = new QListView(this);
    notes_->setFrameShape(QFrame::NoFrame);
    notes_->setModel(notesModel_);
    notes_->setObjectName(QStringLiteral("notesList"));
    // One line a row, all of one height: what does not fit is in the tool tip, and hundreds of thousands of rows cost
    // nothing.
    notes_->setUniformItemSizes(true);
    notes_->setLayoutMode(QListView::Batched);
    notes_->setBatchSize(2000);
    notes_->setTextElideMode(Qt::ElideMiddle);
    notes_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    notes_->setMaximumHeight(180);
    notes_->setSelectionMode(QAbstractItemView::NoSelection);
    notes_->setAccessibleName(tr("Notes and skipped files"));
    connect(notesHeader_, &QToolButton::toggled, this, [this](bool on) {
        notes_->setVisible(on && notesModel_->rowCount() > 0);
        notesHeader_->setIcon(icon(on ? Symbol::collapse : Symbol::expand));
    });
    notesHeader_->setIcon(icon(Symbol::expand));
    notes_->hide();
    notesHeader_->hide();

    auto* headerRow = new QHBoxLayout;
    headerRow->setContentsMargins(8, 2, 4, 2);
    headerRow->addWidget(heading, 1);
    headerRow->addWidget(openFiles);
    headerRow->addWidget(openFolder);
    auto* progressLayout = new QHBoxLayout(progressRow_);
    progressLayout->setContentsMargins(8, 4, 4, 4);
    auto* progressColumn = new QVBoxLayout;
    progressColumn->addWidget(progressText_);
    progressColumn->addWidget(progress_);
    progressLayout->addLayout(progressColumn, 1);
    progressLayout->addWidget(cancel_);
    progressRow_->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(headerRow);
    column->addWidget(list_, 1);
    column->addWidget(progressRow_);
    column->addWidget(notesHeader_);
    column->addWidget(notes_);

    connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr && !rebuilding_) workspace_.choose(item->data(kSeriesId).toInt());
    });
    connect(&workspace_, &app::Workspace::seriesChanged, this, [this] {
        rebuildSeries();
        rebuildNotes();
        chooseNew();
    });
    connect(&workspace_, &app::Workspace::thumbnailReady, this, &StudyPanel::updateItem);
    connect(&workspace_, &app::Workspace::pixelsChanged, this, [this](int id) {
        if (const auto* series = workspace_.find(id); series != nullptr && !series->error.isEmpty()) {
            updateItem(id);
            rebuildNotes();
        }
    });
    connect(&workspace_, &app::Workspace::chosenChanged, this, &StudyPanel::showChosen);
    connect(&workspace_, &app::Workspace::openProgress, this, [this](int done, int found) {
        progress_->setRange(0, found);
        progress_->setValue(done);
        progressText_->setText(tr("Opening: %1 of %2 files read").arg(countText(done), countText(found)));
        showProgress();
    });
    connect(&workspace_, &app::Workspace::openFinished, this, [this] {
        showProgress();
        rebuildNotes();
    });
    rebuildSeries();
    rebuildNotes();
    showProgress();
}

void StudyPanel::showProgress() {
    progressRow_->setVisible(workspace_.isOpening());
}

void StudyPanel::rebuildSeries() {
    rebuilding_ = true;
    list_->clear();
    for (const auto& open : workspace_.series()) {
        auto* item = new QListWidgetItem(list_);
        item->setData(kSeriesId, open.id);
        updateItem(open.id);
    }
    rebuilding_ = false;
    showChosen(workspace_.chosen());
}

void StudyPanel::chooseNew() {
    int first = -1;
    for (const auto& open : workspace_.series()) {
        if (open.id <= newest_) continue;
        if (first < 0) first = open.id;
    }
    for (const auto& open : workspace_.series())
        newest_ = std::max(newest_, open.id);
    if (first >= 0) workspace_.choose(first);
}

void StudyPanel::updateItem(int seriesId) {
    const auto* open = workspace_.find(seriesId);
    for (int row = 0; open != nullptr && row < list_->count(); ++row) {
        QListWidgetItem* item = list_->item(row);
        if (item->data(kSeriesId).toInt() != seriesId) continue;
        const QString title = seriesTitle(open->series);
        const QString details = open->error.isEmpty() ? seriesDetails(open->series) : open->error;
        item->setData(kTitle, title);
        item->setData(kDetails, details);
        item->setData(kThumbnail, open->thumbnail);
        item->setData(kOdd, !open->series.notes.empty() || !open->error.isEmpty());
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(title, details));
        QStringList tip{title, details};
        for (const std::string& note : open->series.notes)
            tip << QString::fromStdString(note);
        item->setToolTip(
            QStringLiteral("<qt>%1</qt>")
                .arg(tip.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))));
    }
}

void StudyPanel::showChosen(int seriesId) {
    rebuilding_ = true;
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->data(kSeriesId).toInt() == seriesId) {
            list_->setCurrentRow(row);
            list_->scrollToItem(list_->item(row));
        }
    }
    rebuilding_ = false;
}

void StudyPanel::rebuildNotes() {
    QStringList texts = workspace_.notes();
    for (const auto& open : workspace_.series()) {
        for (const std::string& note : open.series.notes) {
            texts << tr("%1: %2").arg(seriesTitle(open.series), QString::fromStdString(note));
        }
        if (!open.error.isEmpty()) texts << open.error;
    }
    notesModel_->setContent(texts, &workspace_.skipped());
    const int notes = notesModel_->noteCount(), skipped = notesModel_->skippedCount();
    if (notes > 0 && skipped > 0) {
        notesHeader_->setText(tr("Notes (%1), skipped files (%2)").arg(countText(notes), countText(skipped)));
    } else if (skipped > 0) {
        notesHeader_->setText(tr("Skipped files (%1)").arg(countText(skipped)));
    } else {
        notesHeader_->setText(tr("Notes (%1)").arg(countText(notes)));
    }
    const bool any = notes + skipped > 0;
    notesHeader_->setVisible(any);
    notes_->setVisible(any && notesHeader_->isChecked());
}

}  // namespace fleming::ui
