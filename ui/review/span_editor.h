#pragma once

#include "app/review/review_drafts.h"
#include "app/review/text_positions.h"
#include "app/session/exchange.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <optional>
#include <vector>

class QToolButton;

namespace fleming::ui {

class SpanPopup;
class StreamingText;
struct Highlight;

/// Lets the user label words of an exchange's reasoning and answer. It shows the spans of the draft and those of other
/// reviewers in the texts, and takes the keys of the texts: L labels the selected words or edits the span at the
/// cursor, N and Shift+N go from span to span, Delete removes the selected one.
class SpanEditor : public QObject {
    Q_OBJECT

public:
    /// All arguments outlive this object. The texts are those of the exchange.
    SpanEditor(app::ReviewDrafts& drafts, qint64 exchange, StreamingText* reasoning, StreamingText* answer,
               QWidget* parent);

    /// Shows the spans of an exchange that has ended. If a text on the screen does not contain what is stored, shows
    /// what is stored.
    void setExchange(const app::Exchange& exchange);

    /// Opens the form for a span of the draft.
    void edit(int span);

    /// Returns the form, or null if it has not been opened yet.
    SpanPopup* popup() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Part = app::ReviewDraft::Part;

    struct Shown {
        app::Passage passage;
        StreamingText* text;
        app::TextPositions positions;
        int offset = 0;  // in the document, of what is stored
    };

    void connectText(Shown& shown);
    void follow();
    void refresh();
    void offerLabel(Shown& shown);
    Shown& shownOf(app::Passage passage);
    Shown* shownBy(const QObject* text);
    std::optional<app::Span> selectedIn(const Shown& shown) const;
    Part partOf(int highlight) const;
    Highlight highlightOf(const Shown& shown, const app::Taxonomy& taxonomy, const app::Span& span) const;
    bool takeKey(Shown& shown, int key, Qt::KeyboardModifiers modifiers);
    void label(Shown& shown);
    void click(std::vector<int> ids);
    void goToSpan(const Shown& from, int step);
    void openPopup(const app::Span& span, std::optional<int> index);
    void accept(const app::Span& span);

    app::ReviewDrafts& drafts_;
    qint64 exchange_;
    QPointer<app::ReviewDraft> draft_;
    std::vector<app::Review> reviews_;
    std::vector<Part> foreign_;  // the highlights of other reviewers; their ids are -1, -2, ...
    inference::Answer answer_;   // without tokens
    std::array<Shown, 2> shown_;
    QPointer<SpanPopup> popup_;
    std::optional<int> edited_;     // the span in the form, unless it is a new one
    QToolButton* offer_ = nullptr;  // beside words that were selected with the mouse
};

}  // namespace fleming::ui
