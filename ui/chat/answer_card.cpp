#include "ui/chat/answer_card.h"

#include "app/models/model_description.h"
#include "app/replay/replay_text.h"
#include "ui/chat/streaming_text.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/style/relative_font.h"
#include "ui/style/theme.h"
#include "viewer/text/number_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

QString endText(const app::Exchange& exchange) {
    switch (exchange.state) {
        case app::ExchangeState::streaming:
            return AnswerCard::tr("Answering…");
        case app::ExchangeState::failed:
            return AnswerCard::tr("Failed");
        case app::ExchangeState::interrupted:
            return AnswerCard::tr("Interrupted when the program closed");
        case app::ExchangeState::done:
            break;
    }
    switch (exchange.answer.finish) {
        case inference::Finish::stop:
            return AnswerCard::tr("Complete");
        case inference::Finish::length:
            return AnswerCard::tr("Stopped at the token limit");
        case inference::Finish::cancelled:
            return AnswerCard::tr("Stopped by you");
    }
    return {};
}

}  // namespace

QString factsLine(const app::Exchange& exchange) {
    const inference::Answer& answer = exchange.answer;
    const inference::Timing& timing = answer.timing;
    const double seconds = timing.visionSeconds + timing.prefillSeconds + timing.decodeSeconds;
    QStringList facts;
    if (!exchange.modelName.empty()) facts << QString::fromStdString(exchange.modelName);
    facts << AnswerCard::tr("%Ln token(s)", nullptr, static_cast<int>(exchange.tokenCount));
    if (timing.tokensPerSecond > 0) {
        facts << AnswerCard::tr("%1 tokens/s").arg(viewer::rateText(timing.tokensPerSecond));
    }
    if (seconds > 0) facts << viewer::durationText(seconds);
    facts << endText(exchange);
    return facts.join(QStringLiteral(" · "));
}

AnswerCard::AnswerCard(QWidget* parent) : Card(parent) {
    setMark(palette().color(QPalette::Highlight));
    auto* title = new QLabel(tr("Answer"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    copy_ = new QToolButton(this);
    copy_->setIcon(icon(Symbol::copy));
    copy_->setAutoRaise(true);
    copy_->setFocusPolicy(Qt::StrongFocus);
    copy_->setToolTip(tr("Copy the question, the reasoning and the answer"));
    copy_->setAccessibleName(tr("Copy"));
    replay_ = new QToolButton(this);
    replay_->setIcon(icon(Symbol::replay));
    replay_->setAutoRaise(true);
    replay_->setFocusPolicy(Qt::StrongFocus);
    replay_->setToolTip(tr("Replay: generate this answer again and compare all tokens"));
    replay_->setAccessibleName(tr("Replay"));
    replay_->hide();
    text_ = new StreamingText(this);
    text_->setAccessibleName(tr("Answer"));
    setRelativeFontSize(text_, 1.12);
    problem_ = new QLabel(this);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem_->hide();
    facts_ = new MutedLabel({}, this);
    facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    replayMark_ = new MutedLabel({}, this);
    replayMark_->hide();

    auto* row = new QHBoxLayout;
    row->addWidget(title, 1);
    row->addWidget(replay_);
    row->addWidget(copy_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 8, 8);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(text_);
    column->addWidget(problem_);
    column->addWidget(facts_);
    column->addWidget(replayMark_);
    connect(copy_, &QToolButton::clicked, this, &AnswerCard::copyRequested);
    connect(replay_, &QToolButton::clicked, this, &AnswerCard::replayRequested);
}

void AnswerCard::recolour() {
    const QColor colour = failed_ ? badColor() : mutedText();
    if (problem_->palette().color(QPalette::WindowText) != colour) {
        QPalette colours = problem_->palette();
        colours.setColor(QPalette::WindowText, colour);
        problem_->setPalette(colours);
    }
    setMark(failed_ ? badColor() : palette().color(QPalette::Highlight));
}

void AnswerCard::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolour();
}

void AnswerCard::setWaiting(const QString& what) {
    facts_->setText(what);
}

void AnswerCard::setFinished(const app::Exchange& exchange) {
    text_->flush();
    QString problem;
    if (exchange.state == app::ExchangeState::failed) {
        problem = QString::fromStdString(exchange.failure);
    } else if (text_->text().trimmed().isEmpty() && exchange.state != app::ExchangeState::streaming) {
        problem = tr("The model gave no final answer.");
    }
    failed_ = exchange.state == app::ExchangeState::failed;
    recolour();
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    text_->setVisible(!text_->text().isEmpty());
    QString facts = factsLine(exchange);
    const QString description = app::shownDescription(exchange.modelDescription);
    if (!description.isEmpty()) facts += QLatin1Char('\n') + description;
    facts_->setText(facts);
    setReplays(exchange);
}

void AnswerCard::setReplays(const app::Exchange& exchange) {
    replay_->setVisible(app::canReplay(exchange));
    const QString mark = app::replayMark(exchange.replays);
    replayMark_->setText(mark);
    replayMark_->setVisible(!mark.isEmpty());
}

}  // namespace fleming::ui
