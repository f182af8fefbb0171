#include "ui/library/sessions_dialog.h"

#include "app/export/captions.h"
#include "app/workspace.h"
#include "ui/browser/series_text.h"
#include "ui/dialogs/scrollable.h"
#include "ui/library/session_results.h"
#include "ui/style/clear_button.h"
#include "ui/style/elided_label.h"
#include "ui/style/muted_label.h"
#include "viewer/views/flow_layout.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

constexpr int kTypingPause = 150;  // ms
constexpr int kAnyTime = 0, kChosenDays = -1;
constexpr int kAnyState = -1, kReviewed = -2, kUnreviewed = -3;  // others are a Verdict

/// Replaces the entries after the first one, and keeps the choice.
void setEntries(QComboBox* box, const QStringList& entries) {
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentIndex() > 0 ? box->currentText() : QString();
    while (box->count() > 1)
        box->removeItem(1);
    for (const QString& entry : entries)
        box->addItem(entry, entry);
    const int index = chosen.isEmpty() ? 0 : box->findText(chosen);
    box->setCurrentIndex(index < 0 ? 0 : index);
}

QComboBox* makeBox(const QString& first, const QString& name, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    constexpr int kWidest = 24;  // characters
    box->setMaximumWidth(box->fontMetrics().averageCharWidth() * kWidest + 40);
    box->addItem(first, QVariant());
    box->setAccessibleName(name);
    return box;
}

qint64 startOf(const QDate& day) {
    return day.startOfDay().toMSecsSinceEpoch();
}

}  // namespace

SessionsDialog::SessionsDialog(app::Workspace& workspace, QWidget* parent)
    : QDialog(parent), library_(workspace.session()), current_(workspace.session().file()) {
    setWindowTitle(tr("Sessions"));
    text_ = new QLineEdit(this);
    text_->setPlaceholderText(tr("Search in questions, answers, reviews, tags, series and titles"));
    text_->setAccessibleName(tr("Text to search for"));
    addClearButton(text_);
    results_ = new SessionResults(this);
    status_ = new MutedLabel({}, this);
    skipped_ = new ElidedLabel(this);
    skipped_->hide();
    auto* column = new QVBoxLayout(this);
    column->addWidget(text_);
    column->addLayout(makeFilters());
    column->addWidget(results_, 1);
    column->addWidget(makeTitleRow());
    column->addWidget(skipped_);
    column->addLayout(makeButtons());
    connectParts();
    constexpr int kWidth = 760, kHeight = 560;
    fitToScreen(this, kWidth);
    resize(width(), qMin(kHeight, qMax(height(), parent != nullptr ? parent->height() - 60 : kHeight)));
    text_->setFocus();
    library_.update();
    search();
}

QLayout* SessionsDialog::makeFilters() {
    period_ = makeBox(tr("Any time"), tr("When the question was asked"), this);
    period_->setItemData(0, kAnyTime);
    for (const int days : {1, 7, 30, 365})
        period_->addItem(days == 1 ? tr("Today") : tr("Last %n day(s)", nullptr, days), days);
    period_->addItem(tr("From … to …"), kChosenDays);
    firstDay_ = new QDateEdit(QDate::currentDate().addMonths(-1), this);
    firstDay_->setAccessibleName(tr("First day"));
    lastDay_ = new QDateEdit(QDate::currentDate(), this);
    lastDay_->setAccessibleName(tr("Last day"));
    for (QDateEdit* day : {firstDay_, lastDay_}) {
        day->setCalendarPopup(true);
        day->hide();
    }
    state_ = makeBox(tr("Reviewed or not"), tr("Verdict"), this);
    state_->setItemData(0, kAnyState);
    state_->addItem(tr("Not reviewed"), kUnreviewed);
    state_->addItem(tr("Reviewed"), kReviewed);
    for (const app::Verdict verdict :
         {app::Verdict::correct, app::Verdict::partlyCorrect, app::Verdict::wrong, app::Verdict::cannotJudge})
        state_->addItem(app::describe(verdict), static_cast<int>(verdict));
    reviewer_ = makeBox(tr("Any reviewer"), tr("Reviewer"), this);
    model_ = makeBox(tr("Any model"), tr("Model"), this);
    auto* row = new viewer::FlowLayout(6);
    for (QWidget* each : std::initializer_list<QWidget*>{period_, firstDay_, lastDay_, state_, reviewer_, model_})
        row->addWidget(each);
    return row;
}

/// Returns the row that is visible while a session is renamed.
QWidget* SessionsDialog::makeTitleRow() {
    titleRow_ = new QWidget(this);
    auto* label = new QLabel(tr("&New title:"), titleRow_);
    title_ = new QLineEdit(titleRow_);
    title_->setMaxLength(200);
    label->setBuddy(title_);
    auto* row = new QHBoxLayout(titleRow_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(title_, 1);
    titleRow_->hide();
    return titleRow_;
}

QLayout* SessionsDialog::makeButtons() {
    rename_ = new QPushButton(tr("&Rename"), this);
    rename_->setToolTip(tr("Give the session a title (F2)"));
    open_ = new QPushButton(tr("&Open"), this);
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {rename_, open_, close})
        button->setAutoDefault(false);
    open_->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(status_, 1);
    row->addWidget(rename_);
    row->addWidget(open_);
    row->addWidget(close);
    return row;
}

void SessionsDialog::connectParts() {
    typing_.setSingleShot(true);
    typing_.setInterval(kTypingPause);
    connect(&typing_, &QTimer::timeout, this, &SessionsDialog::search);
    connect(text_, &QLineEdit::textChanged, this, [this] { typing_.start(); });
    for (QComboBox* box : {period_, state_, reviewer_, model_})
        connect(box, &QComboBox::currentIndexChanged, this, &SessionsDialog::search);
    for (QDateEdit* day : {firstDay_, lastDay_})
        connect(day, &QDateEdit::dateChanged, this, &SessionsDialog::search);
    connect(period_, &QComboBox::currentIndexChanged, this, [this] {
        for (QDateEdit* day : {firstDay_, lastDay_})
            day->setVisible(period_->currentData().toInt() == kChosenDays);
    });
    connect(open_, &QPushButton::clicked, this, [this] { title_->hasFocus() ? rename() : openCurrent(); });
    connect(rename_, &QPushButton::clicked, this, &SessionsDialog::beginRename);
    connect(new QShortcut(Qt::Key_F2, this), &QShortcut::activated, this, &SessionsDialog::beginRename);
    connect(results_, &QListWidget::itemActivated, this, &SessionsDialog::openCurrent);
    connect(results_, &QListWidget::currentRowChanged, this, [this](int row) {
        open_->setEnabled(row >= 0);
        rename_->setEnabled(row >= 0);
    });
    text_->installEventFilter(this);
    title_->installEventFilter(this);

    connect(&library_, &app::SessionLibrary::found, this, [this](const auto& hits) { show(*hits); });
    connect(&library_, &app::SessionLibrary::progressed, this, [this](int done, int total) {
        progress_ = tr("Reading the sessions: %1 of %2").arg(countText(done), countText(total));
        showStatus();
    });
    connect(&library_, &app::SessionLibrary::updated, this,
            [this](const QStringList& skipped, const app::FilterChoices& choices) {
                progress_.clear();
                skipped_->setVisible(!skipped.isEmpty());
                skipped_->setText(tr("%n session(s) could not be read: %1", nullptr, static_cast<int>(skipped.size()))
                                      .arg(skipped.join(QStringLiteral("; "))));
                setChoices(choices);
                search();
            });
    connect(&library_, &app::SessionLibrary::failed, this, [this](const QString& message) {
        progress_.clear();
        found_ = message;
        showStatus();
    });
}

/// The arrow keys move through the results while the text is typed. Esc ends the renaming, not the dialog.
bool SessionsDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == title_ && key->key() == Qt::Key_Escape) {
        titleRow_->hide();
        results_->setFocus();
        return true;
    }
    const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp ||
                       key->key() == Qt::Key_PageDown;
    if (watched == text_ && moves) {
        QCoreApplication::sendEvent(results_, event);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

app::SessionFilter SessionsDialog::filter() const {
    app::SessionFilter filter;
    filter.text = text_->text();
    const int days = period_->currentData().toInt();
    if (days > 0) {
        filter.fromMs = startOf(QDate::currentDate().addDays(1 - days));
    } else if (days == kChosenDays) {
        filter.fromMs = startOf(firstDay_->date());
        filter.untilMs = startOf(lastDay_->date().addDays(1));
    }
    const int state = state_->currentData().toInt();
    if (state == kReviewed || state == kUnreviewed) filter.isReviewed = state == kReviewed;
    if (state >= 0) filter.verdict = static_cast<app::Verdict>(state);
    filter.reviewer = reviewer_->currentData().toString();
    filter.model = model_->currentData().toString();
    return filter;
}

void SessionsDialog::search() {
    typing_.stop();
    library_.search(filter());
}

void SessionsDialog::show(const app::SessionHits& hits) {
    results_->setHits(hits);
    const int count = static_cast<int>(hits.hits.size());
    found_ = count == 0   ? tr("Nothing was found.")
             : hits.isCut ? tr("The first %n result(s). Add a word or a filter to see others.", nullptr, count)
                          : tr("%n result(s)", nullptr, count);
    open_->setEnabled(count > 0);
    rename_->setEnabled(count > 0);
    showStatus();
}

void SessionsDialog::setChoices(const app::FilterChoices& choices) {
    setEntries(reviewer_, choices.reviewers);
    setEntries(model_, choices.models);
}

void SessionsDialog::showStatus() {
    status_->setText(progress_.isEmpty() ? found_ : progress_);
}

void SessionsDialog::openCurrent() {
    const app::SessionHit* hit = results_->currentHit();
    if (hit == nullptr) return;
    const QString file = hit->file;
    const qint64 exchange = hit->exchange;
    accept();
    Q_EMIT chosen(file, exchange);
}

void SessionsDialog::beginRename() {
    const app::SessionHit* hit = results_->currentHit();
    if (hit == nullptr) return;
    renamed_ = hit->file;
    title_->setText(hit->title);
    titleRow_->show();
    title_->selectAll();
    title_->setFocus();
}

void SessionsDialog::rename() {
    titleRow_->hide();
    results_->setFocus();
    if (!title_->text().trimmed().isEmpty()) library_.rename(renamed_, title_->text());
}

}  // namespace fleming::ui
