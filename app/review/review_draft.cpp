#include "app/review/review_draft.h"

#include <algorithm>
#include <utility>

namespace fleming::app {

namespace {

/// Removes what only the moment of storing decides, or what does not belong to the content.
Review contentOf(Review review) {
    review.reviewer.clear();
    review.reviewerCode.clear();
    review.reason.clear();
    review.taxonomy = {};
    review.activeMs.reset();
    review.timeMs = 0;
    return review;
}

bool knowsAllLabels(const Taxonomy& taxonomy, const std::vector<Span>& spans) {
    return std::ranges::all_of(spans, [&](const Span& span) { return taxonomy.find(span.label) != nullptr; });
}

}  // namespace

bool sameContent(const Review& a, const Review& b) {
    return contentOf(a) == contentOf(b);
}

ReviewDraft::ReviewDraft(Clock clock, QObject* parent) : QObject(parent), time_(std::move(clock)) {}

// --- whose review ---------------------------------------------------------------------------------------------------

void ReviewDraft::begin(const Reviewer& reviewer, const Taxonomy& taxonomy, const std::optional<Review>& stored) {
    stored_ = stored;
    review_ = stored.value_or(Review());
    verdict_ = stored ? std::optional(stored->verdict) : std::nullopt;
    review_.reviewer = reviewer.name;
    review_.reviewerCode = reviewer.code;
    review_.reason.clear();
    taxonomy_ = taxonomyOf(review_.taxonomy);
    if (knowsAllLabels(taxonomy, review_.spans)) taxonomy_ = taxonomy;
    time_.reset(review_.activeMs.value_or(0));
    hovered_.reset();
    selected_.reset();
    removals_.clear();
    Q_EMIT changed();
    Q_EMIT pointedChanged();
}

void ReviewDraft::restore(const WrittenReview& written) {
    const Reviewer reviewer{review_.reviewer, review_.reviewerCode};
    review_ = written.review;
    review_.reviewer = reviewer.name;
    review_.reviewerCode = reviewer.code;
    verdict_ = written.verdict;
    if (!knowsAllLabels(taxonomy_, review_.spans)) taxonomy_ = taxonomyOf(review_.taxonomy);
    time_.reset(review_.activeMs.value_or(0));
    hovered_.reset();
    selected_.reset();
    Q_EMIT changed();
    Q_EMIT pointedChanged();
}

void ReviewDraft::setStored(const Review& stored) {
    stored_ = stored;
    review_.reason.clear();
    Q_EMIT changed();
}

void ReviewDraft::discard() {
    begin({review_.reviewer, review_.reviewerCode}, taxonomy_, std::optional(stored_));
}

void ReviewDraft::setTaxonomy(const Taxonomy& taxonomy) {
    if (taxonomy_ == taxonomy || !knowsAllLabels(taxonomy, review_.spans)) return;
    taxonomy_ = taxonomy;
    Q_EMIT changed();
}

// --- what it says ---------------------------------------------------------------------------------------------------

Review ReviewDraft::review() const {
    Review review = review_;
    review.verdict = verdict_.value_or(Verdict::cannotJudge);
    review.taxonomy = versionOf(taxonomy_);
    review.activeMs = time_.totalMs();
    review.timeMs = 0;
    return review;
}

bool ReviewDraft::isDirty() const {
    const bool sameVerdict = verdict_ == (stored_ ? std::optional(stored_->verdict) : std::nullopt);
    Review written = review_;
    written.verdict = stored_ ? stored_->verdict : Review().verdict;
    return !sameVerdict || !review_.reason.empty() || !sameContent(written, stored_.value_or(Review()));
}

std::vector<ReviewDraft::Missing> ReviewDraft::missing() const {
    std::vector<Missing> missing;
    if (!verdict_) missing.push_back(Missing::verdict);
    if (review_.reviewer.empty() && review_.reviewerCode.empty()) missing.push_back(Missing::reviewer);
    if (stored_ && review_.reason.empty()) missing.push_back(Missing::reason);
    return missing;
}

void ReviewDraft::change() {
    time_.act();
    Q_EMIT changed();
}

template <typename Value>
void ReviewDraft::set(Value& value, const Value& to) {
    if (value == to) return;
    value = to;
    change();
}

void ReviewDraft::setVerdict(std::optional<Verdict> verdict) {
    set(verdict_, verdict);
}
void ReviewDraft::setConfidence(std::optional<int> confidence) {
    set(review_.confidence, confidence);
}
void ReviewDraft::setComment(const std::string& comment) {
    set(review_.comment, comment);
}
void ReviewDraft::setCorrectedAnswer(const std::string& answer) {
    set(review_.correctedAnswer, answer);
}
void ReviewDraft::setTags(const std::vector<std::string>& tags) {
    set(review_.tags, tags);
}
void ReviewDraft::setReason(const std::string& reason) {
    set(review_.reason, reason);
}

int ReviewDraft::addSpan(const Span& span) {
    review_.spans.push_back(span);
    change();
    return static_cast<int>(review_.spans.size()) - 1;
}

void ReviewDraft::changeSpan(int index, const Span& span) {
    set(review_.spans.at(static_cast<std::size_t>(index)), span);
}

void ReviewDraft::removeSpan(int index) {
    remove({Part::Kind::span, index});
}

int ReviewDraft::addMark(const Mark& mark) {
    review_.marks.push_back(mark);
    change();
    return static_cast<int>(review_.marks.size()) - 1;
}

void ReviewDraft::changeMark(int index, const Mark& mark) {
    set(review_.marks.at(static_cast<std::size_t>(index)), mark);
}

void ReviewDraft::removeMark(int index) {
    remove({Part::Kind::mark, index});
}

/// Removes a part and its links, also those of a span with measurements, and renumbers the parts behind it.
void ReviewDraft::remove(Part removed) {
    const Annotations before = annotations();
    const auto removeFrom = [&](auto& parts) {
        static_cast<void>(parts.at(static_cast<std::size_t>(removed.index)));
        parts.erase(parts.begin() + removed.index);
    };
    removed.kind == Part::Kind::span ? removeFrom(review_.spans) : removeFrom(review_.marks);
    const auto numberIn = [&](std::pair<int, int>& link) -> int& {
        return removed.kind == Part::Kind::span ? link.first : link.second;
    };
    std::erase_if(review_.links, [&](auto& link) { return numberIn(link) == removed.index; });
    for (auto& link : review_.links) {
        if (numberIn(link) > removed.index) --numberIn(link);
    }
    if (removed.kind == Part::Kind::span) {
        std::erase_if(review_.measured, [&](const auto& tie) { return tie.first == removed.index; });
        for (auto& [span, measurement] : review_.measured)
            span -= span > removed.index ? 1 : 0;
    }
    for (std::optional<Part>* part : {&hovered_, &selected_}) {
        if (!*part || (*part)->kind != removed.kind || (*part)->review != removed.review) continue;
        if ((*part)->index == removed.index) {
            part->reset();
        } else if ((*part)->index > removed.index) {
            --(*part)->index;
        }
    }
    removals_.emplace_back(before, annotations());
    change();
    Q_EMIT pointedChanged();
}

bool ReviewDraft::canUndoRemoval() const {
    return !removals_.empty() && removals_.back().second == annotations();
}

void ReviewDraft::undoRemoval() {
    if (!canUndoRemoval()) return;
    Annotations before = std::move(removals_.back().first);
    removals_.pop_back();
    review_.spans = std::move(before.spans);
    review_.marks = std::move(before.marks);
    review_.links = std::move(before.links);
    review_.measured = std::move(before.measured);
    hovered_.reset();
    selected_.reset();
    change();
    Q_EMIT pointedChanged();
}

void ReviewDraft::link(int span, int mark) {
    static_cast<void>(review_.spans.at(static_cast<std::size_t>(span)));
    static_cast<void>(review_.marks.at(static_cast<std::size_t>(mark)));
    const std::pair link(span, mark);
    const auto place = std::ranges::lower_bound(review_.links, link);
    if (place != review_.links.end() && *place == link) return;
    review_.links.insert(place, link);
    change();
    Q_EMIT pointedChanged();
}

void ReviewDraft::unlink(int span, int mark) {
    if (std::erase(review_.links, std::pair(span, mark)) == 0) return;
    change();
    Q_EMIT pointedChanged();
}

void ReviewDraft::setMeasured(int span, const std::vector<std::int64_t>& measurements) {
    static_cast<void>(review_.spans.at(static_cast<std::size_t>(span)));
    auto measured = review_.measured;
    std::erase_if(measured, [&](const auto& tie) { return tie.first == span; });
    for (const std::int64_t measurement : measurements)
        measured.emplace_back(span, measurement);
    std::ranges::sort(measured);
    measured.erase(std::unique(measured.begin(), measured.end()), measured.end());
    set(review_.measured, measured);
}

// --- pointing -------------------------------------------------------------------------------------------------------

void ReviewDraft::setHovered(std::optional<Part> part) {
    if (std::exchange(hovered_, part) != part) Q_EMIT pointedChanged();
}

void ReviewDraft::setSelected(std::optional<Part> part) {
    if (std::exchange(selected_, part) != part) Q_EMIT pointedChanged();
}

std::set<ReviewDraft::Part> ReviewDraft::lit(const std::vector<const Review*>& others) const {
    std::set<Part> lit;
    for (const std::optional<Part>& part : {hovered_, selected_}) {
        if (!part || part->review > std::ssize(others)) continue;
        lit.insert(*part);
        const Review& review = part->review == 0 ? review_ : *others[static_cast<std::size_t>(part->review) - 1];
        const bool isSpan = part->kind == Part::Kind::span;
        for (const int linked : isSpan ? marksLinkedWith(review, part->index) : spansLinkedWith(review, part->index))
            lit.insert({isSpan ? Part::Kind::mark : Part::Kind::span, linked, part->review});
    }
    return lit;
}

}  // namespace fleming::app
