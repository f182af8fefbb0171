#include "ui/browser/study_panel.h"

#include "app/errors/error_text.h"
#include "app/privacy.h"
#include "ui/browser/notes_model.h"
#include "ui/browser/series_text.h"
#include "ui/browser/series_tree.h"
#include "ui/style/clear_button.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/window/commands.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

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

    filter_ = new QLineEdit(this);
    filter_->setPlaceholderText(tr("Find: name, ID, date, modality, description"));
    filter_->setAccessibleName(tr("Find in the open series"));
    filter_->setToolTip(tr("Show only series that have these words (Ctrl+F)"));
    addClearButton(filter_);
    filter_->installEventFilter(this);
    tree_ = new SeriesTree(workspace.studies(), this);
    nothing_ = new MutedLabel({}, this);
    nothing_->setObjectName(QStringLiteral("nothingFound"));
    nothing_->setContentsMargins(8, 4, 8, 4);
    connect(filter_, &QLineEdit::textChanged, tree_, &SeriesTree::setFilter);
    connect(tree_, &SeriesTree::matchesChanged, this, &StudyPanel::showFilter);

    progressRow_ = new QWidget(this);
    progressText_ = new MutedLabel({}, progressRow_);
    progress_ = new QProgressBar(progressRow_);
    progress_->setAccessibleName(tr("Opening"));
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
    auto* filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(6, 0, 6, 4);
    filterRow->addWidget(filter_);
    column->addLayout(filterRow);
    column->addWidget(nothing_);
    column->addWidget(tree_, 1);
    column->addWidget(progressRow_);
    column->addWidget(notesHeader_);
    column->addWidget(notes_);

    connect(&workspace_.studies(), &app::Studies::seriesChanged, this, [this] {
        rebuildNotes();
        chooseNew();
    });
    connect(&workspace_.studies(), &app::Studies::pixelsChanged, this, [this](int id) {
        if (const auto* series = workspace_.studies().find(id); series != nullptr && !series->error.isEmpty()) {
            rebuildNotes();
        }
    });
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
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &StudyPanel::rebuildNotes);
    connect(&app::Privacy::mode(), &app::Privacy::changed, filter_, &QLineEdit::clear);  // it may hold a name
    showFilter();
    rebuildNotes();
    showProgress();
}

void StudyPanel::showProgress() {
    progressRow_->setVisible(workspace_.studies().isOpening());
}

void StudyPanel::showFilter() {
    const int open = static_cast<int>(workspace_.studies().series().size());
    filter_->setVisible(open > 1 || !filter_->text().isEmpty());
    const bool nothing = open > 0 && tree_->matchCount() == 0;
    nothing_->setText(tr("None of the %n open series matches.", nullptr, open));
    nothing_->setVisible(nothing);
}

void StudyPanel::find() {
    showFilter();
    filter_->setVisible(true);
    filter_->setFocus(Qt::ShortcutFocusReason);
    filter_->selectAll();
}

bool StudyPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != filter_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !filter_->text().isEmpty()) {
        filter_->clear();
    } else if (key == Qt::Key_Escape || key == Qt::Key_Down) {
        tree_->setFocus();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        for (QTreeWidgetItem* row : tree_->seriesRows()) {
            if (row->isHidden()) continue;
            tree_->setCurrentItem(row);
            break;
        }
        tree_->setFocus();
    } else {
        return QWidget::eventFilter(watched, event);
    }
    return true;
}

void StudyPanel::chooseNew() {
    int first = -1;  // in the order of the tree: not a localizer, if there is anything else
    for (const QTreeWidgetItem* row : tree_->seriesRows()) {
        const int id = SeriesTree::seriesOf(row).front();
        if (id > newest_ && first < 0) first = id;
    }
    for (const auto& open : workspace_.studies().series())
        newest_ = std::max(newest_, open.id);
    if (first >= 0) workspace_.studies().choose(first);
}

void StudyPanel::rebuildNotes() {
    QStringList texts;
    for (const auto& open : workspace_.studies().series()) {
        for (const viewer::Note& note : open.series.notes)
            texts << tr("%1: %2").arg(seriesTitle(app::shown(open.series)), app::noteText(note));
        if (!open.error.isEmpty() && !app::Privacy::mode().isOn()) texts << open.error;
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
    return {StudyPanel::kId,
            StudyPanel::tr("&Series panel"),
            Symbol::series,
            QKeySequence(Qt::Key_F7),
            PanelPlace::left,
            {0.18, 150, 250, 0.22},
            [](const PanelContext& context, QWidget* parent) -> PanelWidget {
                auto* panel = new StudyPanel(context.workspace, parent);
                QObject::connect(panel, &StudyPanel::openFilesRequested, &context.commands, &Commands::openFiles);
                QObject::connect(panel, &StudyPanel::openFolderRequested, &context.commands, &Commands::openFolder);
                QObject::connect(panel->seriesTree(), &SeriesTree::tagsRequested, &context.commands,
                                 &Commands::showTags);
                return {panel, panel->seriesTree()};
            }};
}

}  // namespace fleming::ui
