#include "ui/dialogs/compare_dialog.h"

#include "app/export/captions.h"
#include "base/error.h"
#include "ui/chat/answer_card.h"
#include "ui/dialogs/scrollable.h"
#include "ui/review/review_words.h"
#include "ui/style/muted_label.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

using Kind = app::DiffPart::Kind;

/// Returns "2. Is there a nodule? · Fleming-VL-8B".
QString choiceText(const app::Exchange& exchange, int number) {
    constexpr qsizetype kLength = 60;
    QString question = QString::fromStdString(exchange.question).simplified();
    if (question.size() > kLength) question = question.left(kLength - 1) + QChar(0x2026);
    return CompareDialog::tr("%1. %2 · %3", "number, question, model")
        .arg(number)
        .arg(question, QString::fromStdString(exchange.modelName));
}

/// Returns the verdicts that count, one line a reviewer.
QStringList verdictLines(const app::Exchange& exchange) {
    QStringList lines;
    for (const app::Review* review : app::currentReviews(exchange.reviews)) {
        const QString who = QString::fromStdString(review->reviewer);
        lines << (who.isEmpty() ? CompareDialog::tr("Verdict: %1").arg(verdictName(review->verdict))
                                : CompareDialog::tr("Verdict: %1 (%2)").arg(verdictName(review->verdict), who));
    }
    if (lines.isEmpty()) lines << CompareDialog::tr("No verdict yet");
    return lines;
}

}  // namespace

CompareDialog::CompareDialog(app::Workspace& workspace, qint64 left, qint64 right, QWidget* parent)
    : QDialog(parent), workspace_(workspace) {
    setWindowTitle(tr("Compare answers"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fillChoices(left, right);
    for (const Side& side : sides_)
        connect(side.choice, &QComboBox::currentIndexChanged, this, &CompareDialog::compare);
    using app::CurrentSession;
    const CurrentSession* session = &workspace_.session();
    connect(session, &CurrentSession::replaced, this, &QDialog::reject);
    connect(session, &CurrentSession::exchangesChanged, this, [this] {
        showFacts(0);
        showFacts(1);
    });
    connect(session, &CurrentSession::exchangeFinished, this, [this] {
        fillChoices(sides_[0].choice->currentData().toLongLong(), sides_[1].choice->currentData().toLongLong());
        compare();
    });
    compare();
    fitToScreen(this, 900);
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::showFor(app::Workspace& workspace, qint64 left, qint64 right, QWidget* parent) {
    auto* dialog = new CompareDialog(workspace, left, right, parent);
    dialog->show();
    dialog->sides_[0].texts[answer]->setFocus();
}

CompareDialog::Side CompareDialog::buildSide(QWidget* parent) {
    Side side{};
    side.choice = new QComboBox(parent);
    side.choice->setAccessibleName(tr("Exchange"));
    side.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.choice->setMinimumContentsLength(12);
    side.facts = new MutedLabel({}, parent);
    side.facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    side.facts->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    for (QPlainTextEdit*& text : side.texts) {
        text = new QPlainTextEdit(parent);
        text->setReadOnly(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setTabChangesFocus(true);
        text->setMinimumHeight(3 * text->fontMetrics().lineSpacing());
    }
    side.texts[reasoning]->setAccessibleName(tr("Reasoning"));
    side.texts[answer]->setAccessibleName(tr("Answer"));
    return side;
}

void CompareDialog::build() {
    auto* page = new QWidget(this);
    sides_ = {buildSide(page), buildSide(page)};
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    const std::array titles{tr("Reasoning"), tr("Answer")};
    for (int column = 0; column < 2; ++column) {
        const Side& side = sides_[static_cast<std::size_t>(column)];
        grid->addWidget(side.choice, 0, column);
        grid->addWidget(side.facts, 1, column);
        for (int part = 0; part < 2; ++part) {
            auto* title = new QLabel(titles[static_cast<std::size_t>(part)], page);
            QFont bold = title->font();
            bold.setWeight(QFont::DemiBold);
            title->setFont(bold);
            grid->addWidget(title, 2 + 2 * part, column);
            grid->addWidget(side.texts[static_cast<std::size_t>(part)], 3 + 2 * part, column);
        }
        grid->setColumnStretch(column, 1);
    }
    grid->setRowStretch(3, 3);
    grid->setRowStretch(5, 2);

    summary_ = new MutedLabel({}, this);
    previous_ = new QPushButton(tr("&Previous difference"), this);
    previous_->setShortcut(QKeySequence(tr("Shift+F3")));
    previous_->setToolTip(tr("Go to the previous difference (Shift+F3)"));
    next_ = new QPushButton(tr("&Next difference"), this);
    next_->setShortcut(QKeySequence(tr("F3")));
    next_->setToolTip(tr("Go to the next difference (F3)"));
    connect(previous_, &QPushButton::clicked, this, [this] { step(-1); });
    connect(next_, &QPushButton::clicked, this, [this] { step(1); });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QPushButton* button : {previous_, next_}) {
        buttons->addButton(button, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
    }
    auto* column = new QVBoxLayout(this);
    column->addWidget(page, 1);
    column->addWidget(summary_);
    column->addWidget(buttons);
}

/// Lists the exchanges that have ended.
void CompareDialog::fillChoices(qint64 left, qint64 right) {
    for (int i = 0; i < 2; ++i) {
        QComboBox* choice = sides_[static_cast<std::size_t>(i)].choice;
        const QSignalBlocker blocker(choice);
        choice->clear();
        int number = 0;
        for (const app::Exchange& exchange : workspace_.session().exchanges()) {
            ++number;
            if (exchange.state != app::ExchangeState::streaming)
                choice->addItem(choiceText(exchange, number), QVariant::fromValue<qint64>(exchange.id));
        }
        choice->setCurrentIndex(std::max(0, choice->findData(QVariant::fromValue<qint64>(i == 0 ? left : right))));
    }
}

void CompareDialog::showFacts(int side) {
    const Side& shown = sides_[static_cast<std::size_t>(side)];
    const app::Exchange* exchange = workspace_.session().find(shown.choice->currentData().toLongLong());
    if (exchange == nullptr) return;
    QStringList lines{QString::fromStdString(exchange->question).trimmed(), factsLine(*exchange)};
    shown.facts->setText((lines + verdictLines(*exchange)).join(QLatin1Char('\n')));
}

void CompareDialog::compare() {
    worker_.cancelAll();
    showFacts(0);
    showFacts(1);
    summary_->setText(tr("Comparing…"));
    std::array<std::array<QString, 2>, 2> texts;  // by part and side
    for (std::size_t side = 0; side < 2; ++side) {
        const app::Exchange* exchange = workspace_.session().find(sides_[side].choice->currentData().toLongLong());
        if (exchange == nullptr) continue;
        texts[reasoning][side] = QString::fromStdString(exchange->answer.reasoning).trimmed();
        texts[answer][side] = QString::fromStdString(exchange->answer.finalAnswer).trimmed();
    }
    worker_.post([this, texts, serial = ++serial_](const std::stop_token& stop) {
        Parts parts;
        try {
            for (std::size_t part = 0; part < 2; ++part)
                parts[part] = app::wordDiff(texts[part][0], texts[part][1], stop);
        } catch (const Cancelled&) {
            return;
        }
        app::deliver(this, [this, parts = std::move(parts), serial] {
            if (serial == serial_) showParts(parts);
        });
    });
}

void CompareDialog::showParts(const Parts& parts) {
    differences_.clear();
    current_ = -1;
    showPart(reasoning, parts[reasoning]);
    showPart(answer, parts[answer]);
    const int count = static_cast<int>(differences_.size());
    summary_->setText(count == 0 ? tr("The reasoning and the answers are the same.")
                                 : tr("%n difference(s)", nullptr, count));
    previous_->setEnabled(count > 0);
    next_->setEnabled(count > 0);
    showSelections();
}

void CompareDialog::showPart(Part part, const std::vector<app::DiffPart>& parts) {
    std::array<QString, 2> texts;
    bool wasChanged = false;
    for (const app::DiffPart& each : parts) {
        const bool isChanged = each.kind != Kind::same;
        const std::array<int, 2> begin{static_cast<int>(texts[0].size()), static_cast<int>(texts[1].size())};
        if (each.kind != Kind::added) texts[0] += each.text;
        if (each.kind != Kind::removed) texts[1] += each.text;
        if (isChanged && !wasChanged) differences_.push_back({part, begin, begin});
        if (isChanged) differences_.back().end = {static_cast<int>(texts[0].size()), static_cast<int>(texts[1].size())};
        wasChanged = isChanged;
    }
    for (std::size_t side = 0; side < 2; ++side)
        sides_[side].texts[part]->setPlainText(texts[side]);
}

/// Marks the words that differ by colour and underline, and the current difference by a stronger line.
void CompareDialog::showSelections() {
    for (std::size_t side = 0; side < 2; ++side) {
        std::array<QList<QTextEdit::ExtraSelection>, 2> marks;
        for (std::size_t i = 0; i < differences_.size(); ++i) {
            const Difference& difference = differences_[i];
            if (difference.begin[side] == difference.end[side]) continue;
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(sides_[side].texts[difference.part]->document());
            mark.cursor.setPosition(difference.begin[side]);
            mark.cursor.setPosition(difference.end[side], QTextCursor::KeepAnchor);
            mark.format.setBackground(side == 0 ? removedBackground() : addedBackground());
            mark.format.setUnderlineColor(side == 0 ? badColor() : goodColor());
            mark.format.setUnderlineStyle(side == 0 ? QTextCharFormat::DashUnderline
                                                    : QTextCharFormat::SingleUnderline);
            if (static_cast<int>(i) == current_) {
                mark.format.setBackground(palette().color(QPalette::Highlight));
                mark.format.setForeground(palette().color(QPalette::HighlightedText));
            }
            marks[difference.part].append(mark);
        }
        sides_[side].texts[reasoning]->setExtraSelections(marks[reasoning]);
        sides_[side].texts[answer]->setExtraSelections(marks[answer]);
    }
}

void CompareDialog::step(int by) {
    const int count = static_cast<int>(differences_.size());
    if (count == 0) return;
    current_ = current_ < 0 ? (by > 0 ? 0 : count - 1) : (current_ + by + count) % count;
    const Difference& difference = differences_[static_cast<std::size_t>(current_)];
    for (std::size_t side = 0; side < 2; ++side) {
        QPlainTextEdit* text = sides_[side].texts[difference.part];
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(difference.begin[side]);
        text->setTextCursor(cursor);
        text->centerCursor();
    }
    summary_->setText(tr("Difference %1 of %2").arg(current_ + 1).arg(count));
    showSelections();
}

void CompareDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showSelections();
}

}  // namespace fleming::ui
