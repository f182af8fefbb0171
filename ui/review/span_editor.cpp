#include "ui/review/span_editor.h"

#include "ui/chat/streaming_text.h"
#include "ui/review/review_words.h"
#include "ui/review/span_popup.h"
#include "ui/review/undo_key.h"

#include <QKeyEvent>
#include <QTextBoundaryFinder>
#include <QTextCursor>
#include <QToolButton>

#include <algorithm>

namespace fleming::ui {

namespace {

using Kind = app::ReviewDraft::Part::Kind;

bool isForeign(int id) {
    return id < 0;
}

}  // namespace

SpanEditor::SpanEditor(app::ReviewDrafts& drafts, qint64 exchange, StreamingText* reasoning, StreamingText* answer,
                       QWidget* parent)
    : QObject(parent),
      drafts_(drafts),
      exchange_(exchange),
      shown_{Shown{app::Passage::reasoning, reasoning, {}}, Shown{app::Passage::answer, answer, {}}} {
    for (Shown& shown : shown_)
        connectText(shown);
    connect(&drafts_, &app::ReviewDrafts::reviewerChanged, this, &SpanEditor::refresh);
}

void SpanEditor::connectText(Shown& shown) {
    shown.text->installEventFilter(this);
    connect(shown.text, &StreamingText::highlightsHovered, this, [this](const std::vector<int>& ids) {
        if (!draft_) return;
        draft_->setHovered(ids.empty() ? std::nullopt : std::optional(partOf(ids.front())));
    });
    connect(shown.text, &StreamingText::highlightsClicked, this, &SpanEditor::click);
    connect(shown.text, &StreamingText::selectedByMouse, this, [this, &shown] { offerLabel(shown); });
    connect(shown.text, &QTextEdit::selectionChanged, this, [this] {
        if (offer_ != nullptr) offer_->hide();
    });
}

void SpanEditor::follow() {
    app::ReviewDraft* draft = drafts_.draft(exchange_);
    if (draft == draft_) return;
    draft_ = draft;
    connect(draft, &app::ReviewDraft::changed, this, &SpanEditor::refresh);
    connect(draft, &app::ReviewDraft::pointedChanged, this, &SpanEditor::refresh);
}

void SpanEditor::setExchange(const app::Exchange& exchange) {
    reviews_ = exchange.reviews;
    answer_.reasoning = exchange.answer.reasoning;
    answer_.finalAnswer = exchange.answer.finalAnswer;
    for (Shown& shown : shown_) {
        const std::string& stored = app::textOf(answer_, shown.passage);
        shown.positions = app::TextPositions(stored);
        if (stored.empty()) continue;
        // The text on the screen may also show what is outside the tags of the answer.
        qsizetype offset = shown.text->countedText().lastIndexOf(shown.positions.text());
        if (offset < 0) {
            shown.text->setText(QString::fromStdString(stored));
            offset = 0;
        }
        shown.offset = static_cast<int>(offset);
    }
    follow();
    refresh();
}

SpanPopup* SpanEditor::popup() const {
    return popup_;
}

SpanEditor::Shown& SpanEditor::shownOf(app::Passage passage) {
    return shown_[passage == app::Passage::reasoning ? 0 : 1];
}

SpanEditor::Shown* SpanEditor::shownBy(const QObject* text) {
    const auto found = std::ranges::find_if(shown_, [text](const Shown& shown) { return shown.text == text; });
    return found == shown_.end() ? nullptr : &*found;
}

// --- showing --------------------------------------------------------------------------------------------------------

Highlight SpanEditor::highlightOf(const Shown& shown, const app::Taxonomy& taxonomy, const app::Span& span) const {
    Highlight highlight;
    highlight.begin = shown.offset + static_cast<int>(shown.positions.positionAt(span.begin));
    highlight.end = shown.offset + static_cast<int>(shown.positions.positionAt(span.end));
    highlight.colour = labelColor(taxonomy, span.label);
    return highlight;
}

SpanEditor::Part SpanEditor::partOf(int id) const {
    return isForeign(id) ? foreign_.at(static_cast<std::size_t>(-id) - 1) : Part{Kind::span, id};
}

void SpanEditor::refresh() {
    if (!draft_) return;
    std::array<std::vector<Highlight>, 2> highlights;
    const auto add = [&](const app::Span& span, Highlight highlight) {
        if (highlight.begin < highlight.end)
            highlights[span.passage == app::Passage::reasoning ? 0 : 1].push_back(std::move(highlight));
    };
    const app::Review own = draft_->review();
    const std::vector<const app::Review*> others = app::reviewsOfOthers(reviews_, own);
    const std::set<Part> lit = draft_->lit(others);
    for (int i = 0; i < static_cast<int>(own.spans.size()); ++i) {
        const app::Span& span = own.spans[static_cast<std::size_t>(i)];
        Highlight highlight = highlightOf(shownOf(span.passage), draft_->taxonomy(), span);
        highlight.id = i;
        highlight.isLit = lit.contains({Kind::span, i});
        highlight.description = spanText(draft_->taxonomy(), span);
        add(span, std::move(highlight));
    }
    foreign_.clear();
    int number = 0;
    for (const app::Review* review : others) {
        ++number;
        const app::Taxonomy taxonomy = app::taxonomyOf(review->taxonomy);
        for (int i = 0; i < static_cast<int>(review->spans.size()); ++i) {
            const app::Span& span = review->spans[static_cast<std::size_t>(i)];
            foreign_.push_back({Kind::span, i, number});
            Highlight highlight = highlightOf(shownOf(span.passage), taxonomy, span);
            highlight.id = -static_cast<int>(foreign_.size());
            highlight.isOwn = false;
            highlight.isLit = lit.contains(foreign_.back());
            highlight.description =
                tr("%1: %2", "reviewer: label").arg(shownReviewer(*review), spanText(taxonomy, span));
            add(span, std::move(highlight));
        }
    }
    for (std::size_t i = 0; i < shown_.size(); ++i)
        shown_[i].text->setHighlights(std::move(highlights[i]));
}

// --- labelling ------------------------------------------------------------------------------------------------------

/// Returns the selected words as a span without a label, or nothing if none of the stored text is selected. A word that
/// is selected in part counts whole. Spaces at its ends do not count.
std::optional<app::Span> SpanEditor::selectedIn(const Shown& shown) const {
    const QTextCursor cursor = shown.text->textCursor();
    const QString& text = shown.positions.text();
    qsizetype begin = std::clamp<qsizetype>(cursor.selectionStart() - shown.offset, 0, text.size());
    qsizetype end = std::clamp<qsizetype>(cursor.selectionEnd() - shown.offset, 0, text.size());
    while (begin < end && text[begin].isSpace())
        ++begin;
    while (begin < end && text[end - 1].isSpace())
        --end;
    if (begin == end) return std::nullopt;
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(begin);
    if (!words.isAtBoundary()) begin = words.toPreviousBoundary();
    words.setPosition(end);
    if (!words.isAtBoundary()) end = words.toNextBoundary();
    app::Span span;
    span.passage = shown.passage;
    span.begin = shown.positions.byteAt(begin);
    span.end = shown.positions.byteAt(end);
    return span;
}

/// Shows a button beside the selected words.
void SpanEditor::offerLabel(Shown& shown) {
    if (!draft_ || !drafts_.canReview(exchange_) || !selectedIn(shown)) return;
    if (offer_ == nullptr) {
        offer_ = new QToolButton(shown.text->window());
        offer_->setText(tr("Label (L)"));
        offer_->setFocusPolicy(Qt::NoFocus);
        connect(this, &QObject::destroyed, offer_, &QObject::deleteLater);
    }
    offer_->disconnect(this);
    connect(offer_, &QToolButton::clicked, this, [this, &shown] { label(shown); });
    const QTextCursor cursor = shown.text->textCursor();
    const QRect place = shown.text->placeOf(cursor.selectionStart(), cursor.selectionEnd());
    const QRect room = offer_->parentWidget()->rect();
    offer_->adjustSize();
    const QPoint corner = shown.text->mapTo(offer_->parentWidget(), place.bottomRight() + QPoint(2, 4));
    offer_->move(std::min(corner.x(), room.right() - offer_->width()),
                 std::min(corner.y(), room.bottom() - offer_->height()));
    offer_->show();
    offer_->raise();
}

/// Labels the selected words or, without a selection, edits the span at the cursor.
void SpanEditor::label(Shown& shown) {
    if (!draft_ || !drafts_.canReview(exchange_)) return;
    if (const auto span = selectedIn(shown)) {
        openPopup(*span, std::nullopt);
        return;
    }
    const auto selected = draft_->selected();
    for (const Highlight* each : shown.text->highlights().at(shown.text->textCursor().position())) {
        const bool isSelected = selected && *selected == Part{Kind::span, each->id};
        if (isForeign(each->id) || (selected && selected->kind == Kind::span && !isSelected)) continue;
        edit(each->id);
        return;
    }
}

void SpanEditor::edit(int span) {
    if (!draft_ || !drafts_.canReview(exchange_)) return;
    openPopup(draft_->spans().at(static_cast<std::size_t>(span)), span);
}

void SpanEditor::openPopup(const app::Span& span, std::optional<int> index) {
    Shown& shown = shownOf(span.passage);
    QWidget* window = shown.text->window();
    if (!popup_) {
        popup_ = new SpanPopup(window);
        connect(this, &QObject::destroyed, popup_.data(), &QObject::deleteLater);
        connect(popup_, &SpanPopup::accepted, this, &SpanEditor::accept);
        connect(popup_, &SpanPopup::removed, this, [this] {
            if (draft_ && edited_) draft_->removeSpan(*edited_);
        });
    }
    if (offer_ != nullptr) offer_->hide();
    edited_ = index;
    const Highlight place = highlightOf(shown, draft_->taxonomy(), span);
    const QRect local = shown.text->placeOf(place.begin, place.end);
    const QString words = shown.text->countedText().mid(place.begin, place.end - place.begin);
    popup_->setMeasurements(drafts_.measurements(exchange_),
                            index ? app::measuredWith(draft_->review(), *index) : std::vector<std::int64_t>());
    popup_->open(draft_->taxonomy(), span, words, !index,
                 QRect(shown.text->mapTo(window, local.topLeft()), local.size()));
}

void SpanEditor::accept(const app::Span& span) {
    if (!draft_) return;
    const int index = edited_ ? *edited_ : draft_->addSpan(span);
    if (edited_) draft_->changeSpan(index, span);
    draft_->setMeasured(index, popup_->measured());
    draft_->setSelected({{Kind::span, index}});
    StreamingText* text = shownOf(span.passage).text;
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(cursor.selectionStart());
    text->setTextCursor(cursor);
}

// --- pointing -------------------------------------------------------------------------------------------------------

/// Selects the shortest span under the pointer. A second click on it opens its form.
void SpanEditor::click(std::vector<int> ids) {
    if (!draft_) return;
    std::erase_if(ids, isForeign);
    if (ids.empty()) {
        draft_->setSelected({});
        return;
    }
    const auto selected = draft_->selected();
    if (selected && *selected == Part{Kind::span, ids.front()}) {
        edit(ids.front());
    } else {
        draft_->setSelected({{Kind::span, ids.front()}});
    }
}

/// Selects the next span (step 1) or the one before (-1), in the order of the texts, and moves the cursor to it.
void SpanEditor::goToSpan(const Shown& from, int step) {
    struct Place {
        int passage, begin, span;
        auto operator<=>(const Place&) const = default;  // NOLINT(modernize-use-nullptr): false in version 14
    };
    std::vector<Place> places;
    const std::vector<app::Span>& spans = draft_->spans();
    for (int i = 0; i < static_cast<int>(spans.size()); ++i) {
        const app::Span& span = spans[static_cast<std::size_t>(i)];
        const Shown& shown = shownOf(span.passage);
        const int begin = highlightOf(shown, draft_->taxonomy(), span).begin;
        if (shown.text->isVisible()) places.push_back({static_cast<int>(&shown - shown_.data()), begin, i});
    }
    if (places.empty()) return;
    std::ranges::sort(places);
    const auto selected = draft_->selected();
    const bool hasSpan = selected && selected->kind == Kind::span;
    auto place = hasSpan ? std::ranges::find(places, selected->index, &Place::span) : places.end();
    if (place == places.end()) {
        const Place cursor{static_cast<int>(&from - shown_.data()), from.text->textCursor().position(), -1};
        place = std::ranges::lower_bound(places, cursor);
        if (step < 0) place = place == places.begin() ? std::prev(places.end()) : std::prev(place);
        if (place == places.end()) place = places.begin();
    } else if (step > 0) {
        place = std::next(place) == places.end() ? places.begin() : std::next(place);
    } else {
        place = place == places.begin() ? std::prev(places.end()) : std::prev(place);
    }
    StreamingText* text = shown_[static_cast<std::size_t>(place->passage)].text;
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(place->begin);
    text->setFocus();
    text->setTextCursor(cursor);
    draft_->setSelected({{Kind::span, place->span}});
}

/// Returns true if the key has done something.
bool SpanEditor::takeKey(Shown& shown, int key, Qt::KeyboardModifiers modifiers) {
    if (!draft_ || (modifiers & ~Qt::ShiftModifier) != 0) return false;
    if (key == Qt::Key_L && modifiers == Qt::NoModifier) {
        label(shown);
    } else if (key == Qt::Key_N) {
        goToSpan(shown, modifiers == Qt::ShiftModifier ? -1 : 1);
    } else if (key == Qt::Key_Delete && drafts_.canReview(exchange_)) {
        const auto selected = draft_->selected();
        if (!selected || selected->kind != Kind::span) return false;
        draft_->removeSpan(selected->index);
    } else {
        return false;
    }
    return true;
}

bool SpanEditor::eventFilter(QObject* watched, QEvent* event) {
    Shown* shown = shownBy(watched);
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (shown != nullptr && isKey && draft_ && takeUndo(*draft_, *static_cast<QKeyEvent*>(event))) return true;
    if (shown != nullptr && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (takeKey(*shown, key->key(), key->modifiers())) return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace fleming::ui
