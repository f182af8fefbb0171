#pragma once

#include "app/review/active_time.h"
#include "app/review/review_json.h"
#include "app/review/reviewer.h"
#include "app/review/taxonomy.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fleming::app {

/// Returns true if two reviews say the same: everything but the reviewer, the reason and the times is equal.
bool sameContent(const Review& a, const Review& b);

/// The review of one exchange that a reviewer is writing. It begins with the review that the session holds of the
/// reviewer, if there is one, and replaces it once it is submitted. Spans and marks are known by their index; when one
/// is removed, the indices of those behind it become one smaller.
///
/// It also holds at which span or mark the user points, for the text and the images, which show it together with what
/// is linked with it.
class ReviewDraft : public QObject {
    Q_OBJECT

public:
    enum class Missing { verdict, reviewer, reason };

    /// A span or a mark, of this draft or, to point at it, of another reviewer.
    struct Part {
        enum class Kind { span, mark };
        Kind kind = Kind::span;
        int index = 0;
        int review = 0;                                 ///< 0: this draft; n: the n-th of reviewsOfOthers()
        auto operator<=>(const Part&) const = default;  // NOLINT(modernize-use-nullptr): false in version 14
    };

    explicit ReviewDraft(Clock clock = monotonicMs, QObject* parent = nullptr);

    // --- whose review ----------------------------------------------------------------------------------------------

    /// Begins anew for a reviewer: with the reviewer's review in the session, or empty.
    void begin(const Reviewer& reviewer, const Taxonomy& taxonomy, const std::optional<Review>& stored);

    /// Puts back what was written earlier.
    void restore(const WrittenReview& written);

    /// Takes over that the session now holds `stored` of this reviewer. What has changed since stays.
    void setStored(const Review& stored);

    /// Discards what is not submitted.
    void discard();

    /// Returns the review in the session that this one replaces, or nothing.
    const std::optional<Review>& stored() const { return stored_; }

    /// Returns the labels for spans. A review whose spans have labels of an older version keeps that version.
    const Taxonomy& taxonomy() const { return taxonomy_; }

    /// Changes to the labels of `taxonomy`, unless it lacks the label of a span.
    void setTaxonomy(const Taxonomy& taxonomy);

    // --- what it says ----------------------------------------------------------------------------------------------

    /// Returns the review as it would be stored now, without its time. Its verdict counts only if verdict() has one.
    Review review() const;

    /// Returns the same with the verdict, if there is one.
    WrittenReview written() const { return {verdict_, review()}; }

    std::optional<Verdict> verdict() const { return verdict_; }
    const std::vector<Span>& spans() const { return review_.spans; }
    const std::vector<Mark>& marks() const { return review_.marks; }

    /// Returns true if it differs from the stored review or, if there is none, if anything was entered.
    bool isDirty() const;

    /// Returns what must be entered before it may be submitted: a verdict, the reviewer's name or code, and a reason if
    /// it replaces another review.
    std::vector<Missing> missing() const;

    void setVerdict(std::optional<Verdict> verdict);
    void setConfidence(std::optional<int> confidence);
    void setComment(const std::string& comment);
    void setCorrectedAnswer(const std::string& answer);
    void setTags(const std::vector<std::string>& tags);
    void setReason(const std::string& reason);

    // Each function that adds returns the index. An index must exist.

    int addSpan(const Span& span);
    void changeSpan(int index, const Span& span);
    void removeSpan(int index);
    int addMark(const Mark& mark);
    void changeMark(int index, const Mark& mark);
    void removeMark(int index);

    /// Returns true if nothing has changed in spans, marks and their links since a span or mark was removed.
    bool canUndoRemoval() const;

    /// Puts back the span or mark that was removed last, with its links. Does nothing unless canUndoRemoval().
    void undoRemoval();

    /// Ties a span to a mark, or unties them.
    void link(int span, int mark);
    void unlink(int span, int mark);

    /// Ties a span to these measurements, and to no others. They are named by their ids in the session.
    void setMeasured(int span, const std::vector<std::int64_t>& measurements);

    // --- pointing --------------------------------------------------------------------------------------------------

    /// Sets the span or mark under the mouse.
    void setHovered(std::optional<Part> part);

    /// Sets the span or mark of this draft that the user has chosen.
    void setSelected(std::optional<Part> part);

    std::optional<Part> hovered() const { return hovered_; }
    std::optional<Part> selected() const { return selected_; }

    /// Returns the parts to be lit up: the hovered one, the selected one, and all that are linked with them. `others`
    /// are the reviewsOfOthers().
    std::set<Part> lit(const std::vector<const Review*>& others = {}) const;

    // --- time ------------------------------------------------------------------------------------------------------

    /// Notes an input of the reviewer. Every change above does so too.
    void act() { time_.act(); }

    /// Notes that the reviewer turns to something else.
    void pause() { time_.pause(); }

Q_SIGNALS:
    /// What the review says, or whose it is, has changed.
    void changed();
    /// hovered(), selected() or lit() have changed.
    void pointedChanged();

private:
    template <typename Value>
    void set(Value& value, const Value& to);
    void change();
    void remove(Part part);

    struct Annotations {
        std::vector<Span> spans;
        std::vector<Mark> marks;
        std::vector<std::pair<int, int>> links;
        std::vector<std::pair<int, std::int64_t>> measured;
        bool operator==(const Annotations&) const = default;
    };
    Annotations annotations() const { return {review_.spans, review_.marks, review_.links, review_.measured}; }

    std::optional<Review> stored_;
    Taxonomy taxonomy_;
    Review review_;  // without verdict, taxonomy and time
    std::optional<Verdict> verdict_;
    std::optional<Part> hovered_, selected_;
    std::vector<std::pair<Annotations, Annotations>> removals_;  // before and after each, oldest first
    ActiveTime time_;
};

}  // namespace fleming::app
