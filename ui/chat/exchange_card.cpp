#include "ui/chat/exchange_card.h"

#include "app/export/captions.h"
#include "app/privacy.h"
#include "app/studies/series_name.h"
#include "inference/reasoning_parser.h"
#include "ui/browser/series_text.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/branch_bar.h"
#include "ui/chat/reasoning_block.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/evidence_row.h"
#include "ui/review/review_panel.h"
#include "ui/review/span_editor.h"
#include "ui/style/card.h"
#include "ui/style/muted_label.h"
#include "ui/style/relative_font.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace fleming::ui {

namespace {

/// What a card says about its question and images.
struct About {
    std::int64_t exchange;
    int firstImage;
    QString when;
    std::vector<viewer::Frame> images;  // without pixels
};

/// Returns the names of the first few series that the images come from.
QString seriesText(const std::vector<viewer::Frame>& images) {
    constexpr qsizetype kNamed = 3;
    std::vector<viewer::Frame> visible = images;
    for (viewer::Frame& image : visible)
        image.provenance = app::shown(std::move(image.provenance));
    const QStringList names = app::seriesNames(visible, app::StudyNames(visible));
    const QString first = names.mid(0, kNamed).join(QStringLiteral("; "));
    const auto more = static_cast<int>(names.size() - kNamed);
    return more > 0 ? ExchangeCard::tr("%1 and %n more series", nullptr, more).arg(first) : first;
}

/// Returns "With Image-1 to Image-11" and their series, or that there are no images.
QString evidenceText(const About& about) {
    const int count = static_cast<int>(about.images.size());
    const int first = about.firstImage;
    if (count == 0 && first > 1) return ExchangeCard::tr("Follow-up, no new images");
    if (count == 0) return ExchangeCard::tr("No images");
    const QString images =
        count == 1 ? ExchangeCard::tr("With %1").arg(frameTitle(first))
                   : ExchangeCard::tr("With %1 to %2").arg(frameTitle(first), frameTitle(first + count - 1));
    return ExchangeCard::tr("%1 · %2", "images · their series").arg(images, seriesText(about.images));
}

/// Returns the number of the question in the session, as exports and the library name it, what it shows the model, and
/// when it was asked.
QString textOf(const About& about) {
    const QString question = ExchangeCard::tr("Question %1 · %2", "number · images and series")
                                 .arg(QString::number(about.exchange), evidenceText(about));
    return ExchangeCard::tr("%1 · %2", "evidence · time").arg(question, about.when);
}

void appendTrimmed(StreamingText* to, QString text) {
    if (to->text().isEmpty()) {
        while (!text.isEmpty() && text.front().isSpace())
            text.remove(0, 1);
    }
    if (!text.isEmpty()) to->append(text);
}

}  // namespace

ExchangeCard::ExchangeCard(const app::Exchange& exchange, app::ReviewDrafts& drafts, QMenu* againMenu, QWidget* parent)
    : QWidget(parent),
      id_(exchange.id),
      imageCount_(exchange.firstImage - 1 + static_cast<int>(exchange.evidence.size())) {
    buildQuestion(exchange);
    branches_ = new BranchBar(againMenu, this);
    reasoning_ = new ReasoningBlock(this);
    answer_ = new AnswerCard(this);
    review_ = new ReviewPanel(drafts, id_, this);
    spans_ = new SpanEditor(drafts, id_, reasoning_->text(), answer_->text(), this);
    for (StreamingText* text : {question_, evidence_, reasoning_->text(), answer_->text()}) {
        text->setImageCount(imageCount_);
        connect(text, &StreamingText::referenceClicked, this,
                [this](int number) { Q_EMIT referenceClicked(id_, number); });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(questionCard_);
    column->addWidget(branches_);
    column->addWidget(reasoning_);
    column->addWidget(answer_);
    column->addWidget(review_);
    reasoning_->hide();
    answer_->text()->hide();
    review_->hide();
    connect(answer_, &AnswerCard::copyRequested, this, [this] { QGuiApplication::clipboard()->setText(plainText()); });
    connect(answer_, &AnswerCard::replayRequested, this, [this] { Q_EMIT replayRequested(id_); });
    connect(review_, &ReviewPanel::editSpanRequested, spans_, &SpanEditor::edit);
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* submit = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(enter)), this);
        submit->setContext(Qt::WidgetWithChildrenShortcut);
        connect(submit, &QShortcut::activated, review_, &ReviewPanel::submit);
    }
    clock_.setInterval(500);
    connect(&clock_, &QTimer::timeout, this, &ExchangeCard::showProgress);

    for (const inference::Token& token : exchange.answer.tokens)
        addToken(token);
    if (exchange.answer.tokens.empty()) showText(exchange.answer);
    if (exchange.state == app::ExchangeState::streaming) {
        branches_->setCanCompare(false);
        elapsed_.start();
        clock_.start();
        showProgress();
    } else {
        finish(exchange);
        // A stored exchange shows its answer; the reasoning is folded if there is an answer.
        reasoning_->setExpanded(answer_->text()->text().isEmpty());
    }
}

void ExchangeCard::buildQuestion(const app::Exchange& exchange) {
    questionCard_ = new Card(this);
    question_ = new StreamingText(questionCard_);
    question_->setAccessibleName(tr("Question"));
    evidence_ = new StreamingText(questionCard_);
    setRelativeFontSize(evidence_, 0.9);
    question_->setText(QString::fromStdString(exchange.question));
    About about{exchange.id, exchange.firstImage, app::localTime(exchange.askedMs), {}};
    for (const viewer::Frame& frame : exchange.evidence)
        about.images.push_back({{}, frame.provenance});
    const auto show = [this, about = std::move(about)] { evidence_->setText(textOf(about)); };
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, show);
    show();
    auto* column = new QVBoxLayout(questionCard_);
    column->setContentsMargins(12, 8, 10, 8);
    column->setSpacing(4);
    column->addWidget(question_);
    column->addWidget(evidence_);
}

void ExchangeCard::showImages(EvidenceRow* images) {
    images_ = images;
    questionCard_->layout()->addWidget(images);
    QWidget::setTabOrder(evidence_, images);
}

void ExchangeCard::showNewConversation(bool begins) {
    if (heading_ == nullptr && begins) {
        heading_ = new MutedLabel(tr("New conversation"), this);
        heading_->setAlignment(Qt::AlignCenter);
        qobject_cast<QVBoxLayout*>(layout())->insertWidget(0, heading_);
    }
    if (heading_ != nullptr) heading_->setVisible(begins);
}

/// Shows a stored answer as it looked when its tokens arrived.
void ExchangeCard::showText(const inference::Answer& answer) {
    inference::ReasoningParser parser;
    std::vector<inference::TextPart> parts = parser.add(answer.text);
    std::ranges::move(parser.finish(), std::back_inserter(parts));
    // A model that sorts its tokens in another way needs no tags.
    if (parser.reasoning() != answer.reasoning || parser.finalAnswer() != answer.finalAnswer)
        parts = {{inference::Channel::reasoning, answer.reasoning}, {inference::Channel::answer, answer.finalAnswer}};
    for (const inference::TextPart& part : parts)
        showPart(QString::fromStdString(part.text), part.channel);
}

void ExchangeCard::setReading(const inference::ReadingProgress& progress) {
    reading_ = progress;
    showProgress();
}

void ExchangeCard::addToken(const inference::Token& token) {
    ++tokens_;
    for (const inference::TextPart& part : token.parts)
        showPart(QString::fromStdString(part.text), part.channel);
}

void ExchangeCard::showPart(const QString& text, inference::Channel channel) {
    if (channel == inference::Channel::reasoning) {
        appendTrimmed(reasoning_->text(), text);
        if (reasoning_->isHidden() && !reasoning_->text()->text().isEmpty()) {
            reasoning_->setStreaming(true);
            reasoning_->show();
        }
    } else if (channel != inference::Channel::markup) {
        appendTrimmed(answer_->text(), text);
        if (answer_->text()->isHidden() && !answer_->text()->text().isEmpty()) {
            reasoning_->setStreaming(false);
            answer_->text()->show();
        }
    }
}

void ExchangeCard::showProgress() {
    const QString seconds = viewer::durationText(static_cast<double>(elapsed_.elapsed()) / 1000.0);
    if (tokens_ > 0) {
        answer_->setWaiting(tr("%Ln token(s), %1", nullptr, tokens_).arg(seconds));
    } else if (reading_.encoded < reading_.total) {
        answer_->setWaiting(tr("Processing image %1 of %2, %3")
                                .arg(countText(reading_.encoded + 1), countText(reading_.total), seconds));
    } else if (reading_.read < reading_.total) {
        answer_->setWaiting(
            tr("Reading image %1 of %2, %3").arg(countText(reading_.read + 1), countText(reading_.total), seconds));
    } else {
        answer_->setWaiting(tr("Reading the question and its images, %1").arg(seconds));
    }
}

void ExchangeCard::finish(const app::Exchange& exchange) {
    clock_.stop();
    reasoning_->text()->flush();
    reasoning_->setStreaming(false);
    answer_->setFinished(exchange);
    review_->setVisible(exchange.state != app::ExchangeState::streaming);
    branches_->setCanCompare(exchange.state != app::ExchangeState::streaming);
    setReviews(exchange);
}

void ExchangeCard::setReviews(const app::Exchange& exchange) {
    answer_->setReplays(exchange);
    if (exchange.state == app::ExchangeState::streaming) return;
    review_->setExchange(exchange);
    spans_->setExchange(exchange);
}

void ExchangeCard::focusAnswer() {
    if (answer_->text()->isHidden()) {
        review_->verdicts()->buttons().front()->setFocus(Qt::ShortcutFocusReason);
    } else {
        answer_->text()->setFocus(Qt::ShortcutFocusReason);
    }
}

void ExchangeCard::keyPressEvent(QKeyEvent* event) {
    constexpr app::Verdict kVerdicts[] = {app::Verdict::correct, app::Verdict::partlyCorrect, app::Verdict::wrong,
                                          app::Verdict::cannotJudge};
    const int place = event->key() - Qt::Key_1;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if (isPlain && place >= 0 && place < static_cast<int>(std::size(kVerdicts)) && review_->isVisible()) {
        review_->choose(kVerdicts[place]);
    } else {
        QWidget::keyPressEvent(event);
    }
}

QString ExchangeCard::plainText() const {
    const QString reasoning = reasoning_->text()->text();
    const QString answer = answer_->text()->text();
    if (reasoning.isEmpty()) return tr("Question: %1\n\nAnswer: %2").arg(question_->text(), answer);
    return tr("Question: %1\n\nReasoning: %2\n\nAnswer: %3").arg(question_->text(), reasoning, answer);
}

}  // namespace fleming::ui
