#include "ui/browser/study_panel.h"

#include "app/errors/error_text.h"
#include "ui/browser/notes_model.h"
#include "ui/browser/series_delegate.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_text.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/window/commands.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

/// The open series of one study, in the order in which they were opened.
struct StudyGroup {
    viewer::Study study;
    std::vector<const app::OpenSeries*> series;
};

bool isSameStudy(const viewer::Study& a, const viewer::Study& b) {
    return a.uid.empty() && b.uid.empty() ? a == b : a.uid == b.uid;
}

std::vector<StudyGroup> groupByStudy(const std::vector<app::OpenSeries>& series) {
    std::vector<StudyGroup> groups;
    for (const app::OpenSeries& open : series) {
        const viewer::Study& study = open.series.study;
        const auto known = std::find_if(groups.begin(), groups.end(),
                                        [&](const StudyGroup& group) { return isSameStudy(group.study, study); });
        StudyGroup& group = known == groups.end() ? groups.emplace_back(StudyGroup{study, {}}) : *known;
        group.series.push_back(&open);
    }
    return groups;
}

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
    connect(cancel_, &QToolButton::clicked, this, [this] { workspace_.studies().cancelOpen(); });

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
    // Rows of one line and of equal height keep lists of hundreds of thousands of files fast; the tooltip has the rest.
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
        if (item != nullptr && !rebuilding_) workspace_.studies().choose(item->data(SeriesDelegate::kSeriesId).toInt());
    });
    connect(&workspace_.studies(), &app::Studies::seriesChanged, this, [this] {
        rebuildSeries();
        rebuildNotes();
        chooseNew();
    });
    connect(&workspace_.studies(), &app::Studies::thumbnailReady, this, &StudyPanel::updateItem);
    connect(&workspace_.studies(), &app::Studies::pixelsChanged, this, [this](int id) {
        if (const auto* series = workspace_.studies().find(id); series != nullptr && !series->error.isEmpty()) {
            updateItem(id);
            rebuildNotes();
        }
    });
    connect(&workspace_.studies(), &app::Studies::chosenChanged, this, &StudyPanel::showChosen);
    connect(&workspace_.studies(), &app::Studies::openProgress, this, [this](int done, int found) {
        progress_->setRange(0, found);
        progress_->setValue(done);
        progressText_->setText(tr("Opening: %1 of %2 files read").arg(countText(done), countText(found)));
        showProgress();
    });
    connect(&workspace_.studies(), &app::Studies::openFinished, this, [this] {
        showProgress();
        rebuildNotes();
    });
    rebuildSeries();
    rebuildNotes();
    showProgress();
}

void StudyPanel::showProgress() {
    progressRow_->setVisible(workspace_.studies().isOpening());
}

void StudyPanel::rebuildSeries() {
    rebuilding_ = true;
    list_->clear();
    const std::vector<StudyGroup> groups = groupByStudy(workspace_.studies().series());
    const bool headings = groups.size() > 1 || (!groups.empty() && !studyLines(groups.front().study).isEmpty());
    for (const StudyGroup& group : groups) {
        for (const app::OpenSeries* open : group.series) {
            auto* item = new QListWidgetItem(list_);
            item->setData(SeriesDelegate::kSeriesId, open->id);
            if (headings && open == group.series.front()) addHeading(item, group.study);
            updateItem(open->id);
        }
    }
    rebuilding_ = false;
    showChosen(workspace_.studies().chosen());
}

void StudyPanel::addHeading(QListWidgetItem* item, const viewer::Study& study) {
    const bool known = study != viewer::Study{};
    item->setData(SeriesDelegate::kHeading, known ? studyTitle(study) : tr("Other series"));
    item->setData(SeriesDelegate::kHeadingDetails, studyDetails(study));
}

void StudyPanel::chooseNew() {
    int first = -1;
    for (const auto& open : workspace_.studies().series()) {
        if (open.id <= newest_) continue;
        if (first < 0) first = open.id;
    }
    for (const auto& open : workspace_.studies().series())
        newest_ = std::max(newest_, open.id);
    if (first >= 0) workspace_.studies().choose(first);
}

void StudyPanel::updateItem(int seriesId) {
    const auto* open = workspace_.studies().find(seriesId);
    for (int row = 0; open != nullptr && row < list_->count(); ++row) {
        QListWidgetItem* item = list_->item(row);
        if (item->data(SeriesDelegate::kSeriesId).toInt() != seriesId) continue;
        const QString title = seriesTitle(open->series);
        const QString details = open->error.isEmpty() ? seriesDetails(open->series) : open->error;
        item->setData(SeriesDelegate::kTitle, title);
        item->setData(SeriesDelegate::kDetails, details);
        item->setData(SeriesDelegate::kThumbnail, open->thumbnail);
        item->setData(SeriesDelegate::kHasNotes, !open->series.notes.empty() || !open->error.isEmpty());
        QStringList spoken{item->data(SeriesDelegate::kHeading).toString(),
                           item->data(SeriesDelegate::kHeadingDetails).toString(), title, details};
        spoken.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, spoken.join(QStringLiteral(", ")));
        QStringList tip{title, details};
        for (const viewer::Note& note : open->series.notes)
            tip << app::noteText(note);
        tip << studyLines(open->series.study);
        item->setToolTip(
            QStringLiteral("<qt>%1</qt>")
                .arg(tip.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))));
    }
}

void StudyPanel::showChosen(int seriesId) {
    rebuilding_ = true;
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->data(SeriesDelegate::kSeriesId).toInt() == seriesId) {
            list_->setCurrentRow(row);
            list_->scrollToItem(list_->item(row));
        }
    }
    rebuilding_ = false;
}

void StudyPanel::rebuildNotes() {
    QStringList texts;
    for (const auto& open : workspace_.studies().series()) {
        for (const viewer::Note& note : open.series.notes)
            texts << tr("%1: %2").arg(seriesTitle(open.series), app::noteText(note));
        if (!open.error.isEmpty()) texts << open.error;
    }
    notesModel_->setContent(texts, &workspace_.studies().skipped());
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

Panel seriesPanel() {
    return {QStringLiteral("series"),
            StudyPanel::tr("&Series panel"),
            Symbol::series,
            QKeySequence(Qt::Key_F7),
            PanelPlace::left,
            {0.18, 150, 250, 0.22},
            [](const PanelContext& context, QWidget* parent) -> PanelWidget {
                auto* panel = new StudyPanel(context.workspace, parent);
                QObject::connect(panel, &StudyPanel::openFilesRequested, &context.commands, &Commands::openFiles);
                QObject::connect(panel, &StudyPanel::openFolderRequested, &context.commands, &Commands::openFolder);
                return {panel, panel->seriesList()};
            }};
}

}  // namespace fleming::ui
