#include "ui/library/scans_dialog.h"

#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/dialogs/scrollable.h"
#include "ui/library/scan_tree.h"
#include "ui/style/clear_button.h"
#include "ui/style/muted_label.h"

#include <QCoreApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace fleming::ui {

ScansDialog::ScansDialog(app::ScanLibrary& library, QWidget* parent) : QDialog(parent), library_(library) {
    setWindowTitle(tr("Local library"));
    filter_ = new QLineEdit(this);
    filter_->setPlaceholderText(tr("Find a patient, study or series: name, ID, date, description, modality"));
    filter_->setAccessibleName(tr("Find"));
    addClearButton(filter_);
    tree_ = new ScanTree(this);
    status_ = new MutedLabel({}, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(filter_);
    column->addWidget(tree_, 1);
    column->addWidget(makeQuestion());
    column->addWidget(status_);
    column->addLayout(makeButtons());
    connectLibrary();
    connectParts();
    constexpr int kWidth = 960, kHeight = 600;
    fitToScreen(this, kWidth);
    resize(width(), qMin(kHeight, qMax(height(), parent != nullptr ? parent->height() - 60 : kHeight)));
    tree_->setColumnWidth(0, width() * 35 / 100);
    tree_->setColumnWidth(1, width() * 35 / 100);
    filter_->setFocus();
    setFinding(library_.isFindingChanges());
    updateButtons();
    library_.load();
}

ScansDialog::~ScansDialog() {
    library_.cancelChanges();
}

/// Returns the row that asks before folders are removed; it is hidden at other times.
QWidget* ScansDialog::makeQuestion() {
    question_ = new QWidget(this);
    questionText_ = new QLabel(question_);
    questionText_->setTextFormat(Qt::PlainText);
    questionText_->setWordWrap(true);
    confirm_ = new QPushButton(tr("Remove from the &library"), question_);
    auto* keep = new QPushButton(tr("&Keep"), question_);
    auto* row = new QHBoxLayout(question_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(questionText_, 1);
    row->addWidget(confirm_);
    row->addWidget(keep);
    connect(confirm_, &QPushButton::clicked, this, &ScansDialog::remove);
    connect(keep, &QPushButton::clicked, this, &ScansDialog::endQuestion);
    question_->hide();
    return question_;
}

QLayout* ScansDialog::makeButtons() {
    changes_ = new QPushButton(tr("Find &changes"), this);
    auto* menu = new QMenu(changes_);
    connect(menu->addAction(tr("In &this folder")), &QAction::triggered, this,
            [this] { findChanges(tree_->currentRoots()); });
    connect(menu->addAction(tr("In &all folders")), &QAction::triggered, this, [this] { findChanges({}); });
    changes_->setMenu(menu);
    cancel_ = new QPushButton(tr("Cancel the &search"), this);
    remove_ = new QPushButton(tr("&Remove…"), this);
    remove_->setToolTip(tr("Remove the folder from the library (Delete). Its files are not deleted."));
    open_ = new QPushButton(tr("&Open"), this);
    auto* close = new QPushButton(tr("Close"), this);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton* button : {changes_, cancel_, remove_, open_, close})
        row->addWidget(button);
    for (QPushButton* button : {changes_, cancel_, remove_, open_, close})
        button->setAutoDefault(false);
    open_->setDefault(true);
    connect(cancel_, &QPushButton::clicked, &library_, &app::ScanLibrary::cancelChanges);
    connect(remove_, &QPushButton::clicked, this, &ScansDialog::askToRemove);
    connect(open_, &QPushButton::clicked, this, &ScansDialog::openCurrent);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void ScansDialog::connectLibrary() {
    connect(&library_, &app::ScanLibrary::loaded, this, [this](const std::shared_ptr<const app::KnownScans>& scans) {
        tree_->setScans(scans);
        showStatus();
        updateButtons();
    });
    connect(&library_, &app::ScanLibrary::missingFound, tree_, &ScanTree::setMissing);
    connect(&library_, &app::ScanLibrary::changed, &library_, &app::ScanLibrary::load);
    connect(&library_, &app::ScanLibrary::progressed, this, [this](int done, int total) {
        say(done == 0 ? tr("Searching the folders: %1 files found").arg(countText(total))
                      : tr("Reading %1 of %2 files").arg(countText(done), countText(total)));
    });
    connect(&library_, &app::ScanLibrary::changesFound, this, &ScansDialog::showChanges);
    connect(&library_, &app::ScanLibrary::changesCancelled, this, [this] {
        setFinding(false);
        say(tr("The search was cancelled."));
    });
    connect(&library_, &app::ScanLibrary::failed, this, [this](const QString& message) {
        setFinding(false);
        say(message);
    });
}

void ScansDialog::connectParts() {
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        tree_->setFilter(text);
        if (!library_.isFindingChanges()) say({});
        updateButtons();
    });
    connect(tree_, &QTreeWidget::currentItemChanged, this, &ScansDialog::updateButtons);
    connect(tree_, &QTreeWidget::itemDoubleClicked, this, &ScansDialog::openCurrent);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, [this] {
        endQuestion();
        say({});
        updateButtons();
    });
    tree_->setExpandsOnDoubleClick(false);
    filter_->installEventFilter(this);
    tree_->installEventFilter(this);
}

/// The arrow keys move through the rows while the text is typed.
bool ScansDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool moves = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (watched == filter_ && moves) {
        QCoreApplication::sendEvent(tree_, event);
        return true;
    }
    if (watched == tree_ && key == Qt::Key_Delete) {
        askToRemove();
        return true;
    }
    if (watched == tree_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        openCurrent();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

/// Esc ends the question, not the dialog.
void ScansDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && question_->isVisible()) {
        endQuestion();
    } else {
        QDialog::keyPressEvent(event);
    }
}

void ScansDialog::openCurrent() {
    const std::vector<int> series = tree_->currentSeries();
    if (series.empty()) return;
    if (tree_->isCurrentMissing()) {
        say(tr("These files are missing. Connect the disk that holds them and try again: %1")
                .arg(tree_->pathsOf(tree_->currentRoots())));
        return library_.load();  // the disk may be there by now
    }
    accept();
    Q_EMIT chosen(series);
}

// --- changes --------------------------------------------------------------------------------------------------------

void ScansDialog::findChanges(const std::vector<qint64>& roots) {
    if (library_.isFindingChanges()) return;
    library_.findChanges(roots);
    say(tr("Searching the folders…"));
    setFinding(true);
}

void ScansDialog::showChanges(const app::ScanChanges& changes) {
    setFinding(false);
    QStringList text;
    if (changes.added + changes.changed + changes.gone == 0) {
        text << tr("Nothing has changed.");
    } else {
        text << tr("Files added: %1, changed: %2, gone: %3.")
                    .arg(countText(changes.added), countText(changes.changed), countText(changes.gone));
    }
    QStringList missing;
    for (const std::string& path : changes.missing)
        missing << app::shownPath(QDir::toNativeSeparators(QString::fromStdString(path)));
    missing.removeDuplicates();
    if (!missing.isEmpty())
        text << tr("Missing folders, kept in the library: %1").arg(missing.join(QStringLiteral(", ")));
    say(text.join(QLatin1Char(' ')));
}

void ScansDialog::setFinding(bool finding) {
    changes_->setVisible(!finding);
    cancel_->setVisible(finding);
}

// --- removing -------------------------------------------------------------------------------------------------------

void ScansDialog::askToRemove() {
    removed_ = tree_->currentRoots();
    if (removed_.empty()) return;
    questionText_->setText(tr("Remove %1 and its %n series from the library? The files are not deleted.", nullptr,
                              tree_->seriesCount(removed_))
                               .arg(tree_->pathsOf(removed_)));
    question_->show();
    confirm_->setFocus();
}

void ScansDialog::remove() {
    library_.forget(removed_);
    endQuestion();
    say({});
}

void ScansDialog::endQuestion() {
    if (question_->isVisible()) tree_->setFocus();
    question_->hide();
}

void ScansDialog::say(const QString& message) {
    message_ = message;
    showStatus();
}

void ScansDialog::showStatus() {
    status_->setText(!message_.isEmpty() ? message_
                     : tree_->topLevelItemCount() == 0
                         ? tr("The library is empty. Folders and files are added when you open them.")
                     : tree_->matchCount() == 0 ? tr("Nothing was found.")
                                                : tr("%n series", nullptr, tree_->matchCount()));
}

void ScansDialog::updateButtons() {
    const bool any = tree_->currentItem() != nullptr;
    open_->setEnabled(any);
    remove_->setEnabled(any);
    changes_->setEnabled(tree_->topLevelItemCount() > 0);
}

}  // namespace fleming::ui
