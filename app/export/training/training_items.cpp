#include "app/export/training/training_items.h"

#include "app/export/exchange_selection.h"

#include <algorithm>
#include <set>
#include <utility>

namespace fleming::app {

namespace {

constexpr const char* kPlaceholder = "<image>";
constexpr const char* kGoodLabel = "right";  // of the default taxonomy

/// Thrown where an exchange cannot be used; the reason is in English.
struct Unusable {
    const char* reason;
};

bool hasPlaceholder(const Exchange& exchange) {
    return exchange.question.find(kPlaceholder) != std::string::npos;
}

/// Returns the reviews that count. Throws Unusable unless they agree.
std::vector<const Review*> agreedReviews(const Exchange& exchange) {
    std::vector<const Review*> reviews = currentReviews(exchange.reviews);
    if (reviews.empty()) throw Unusable{"no review"};
    if (exchange.state != ExchangeState::done) throw Unusable{"the answer is not complete"};
    const Verdict verdict = reviews.front()->verdict;
    if (std::ranges::any_of(reviews, [&](const Review* each) { return each->verdict != verdict; }))
        throw Unusable{"the reviewers disagree about the verdict"};
    if (verdict == Verdict::cannotJudge) throw Unusable{"the reviewers cannot judge the answer"};
    return reviews;
}

/// Returns the corrected answer; nothing if no reviewer wrote one. Throws Unusable if they differ.
std::optional<std::string> correctedAnswer(const std::vector<const Review*>& reviews) {
    std::optional<std::string> corrected;
    for (const Review* review : reviews) {
        if (review->correctedAnswer.empty()) continue;
        if (corrected && *corrected != review->correctedAnswer)
            throw Unusable{"the reviewers' corrected answers differ"};
        corrected = review->correctedAnswer;
    }
    return corrected;
}

bool hasMarkedProblem(const std::vector<const Review*>& reviews) {
    return std::ranges::any_of(reviews, [](const Review* review) {
        return std::ranges::any_of(review->spans, [](const Span& span) { return span.label != kGoodLabel; });
    });
}

/// Returns the turn that a model should learn. Throws Unusable.
TrainingTurn turnOf(const Exchange& exchange) {
    const std::vector<const Review*> reviews = agreedReviews(exchange);
    if (hasPlaceholder(exchange)) throw Unusable{"the question contains the text \"<image>\""};
    if (const auto corrected = correctedAnswer(reviews)) return {&exchange, false, *corrected};
    if (reviews.front()->verdict != Verdict::correct)
        throw Unusable{"the answer is not correct and no reviewer corrected it"};
    if (exchange.answer.finish != inference::Finish::stop) throw Unusable{"the answer was cut off"};
    if (hasMarkedProblem(reviews)) throw Unusable{"a reviewer marked a problem in the correct answer"};
    return {&exchange, exchange.reasoningPrompt, exchange.answer.text};
}

RewardedAnswer rewardedAnswer(const SessionSnapshot& session, const Exchange& exchange) {
    const std::vector<const Review*> reviews = agreedReviews(exchange);
    if (exchange.answer.finish == inference::Finish::cancelled) throw Unusable{"the user stopped the answer"};
    ExportedPath path = exportedPathTo(session, exchange);
    if (!path.isWhole) throw Unusable{"an earlier question of the conversation is not in this export"};
    if (std::ranges::any_of(path.exchanges, [](const Exchange* each) { return hasPlaceholder(*each); }))
        throw Unusable{"a question contains the text \"<image>\""};
    RewardedAnswer rewarded{std::move(path.exchanges), 0.0, {}};
    const Verdict verdict = reviews.front()->verdict;
    rewarded.reward = verdict == Verdict::correct ? 1.0 : verdict == Verdict::partlyCorrect ? 0.5 : 0.0;
    const auto corrected = correctedAnswer(reviews);
    rewarded.reference = corrected ? *corrected : verdict == Verdict::correct ? exchange.answer.finalAnswer : "";
    return rewarded;
}

/// Adds the conversations that end with an exchange which no usable one follows.
void addConversations(const SessionSnapshot& session, TrainingItems& items) {
    std::map<std::int64_t, TrainingConversation> usable;
    std::set<std::int64_t> continued;
    for (const Exchange& exchange : session.exchanges) {
        if (exchange.reviews.empty()) continue;
        try {
            TrainingTurn turn = turnOf(exchange);
            TrainingConversation conversation;
            if (exchange.follows != 0) {
                const auto before = usable.find(exchange.follows);
                if (before == usable.end()) throw Unusable{"an earlier answer of the conversation was left out"};
                conversation = before->second;
                continued.insert(exchange.follows);
            }
            conversation.push_back(std::move(turn));
            usable.emplace(exchange.id, std::move(conversation));
        } catch (const Unusable& unusable) {
            ++items.leftOutOfConversations[unusable.reason];
        }
    }
    for (auto& [id, conversation] : usable) {
        if (!continued.contains(id)) items.conversations.push_back(std::move(conversation));
    }
}

}  // namespace

TrainingItems trainingItems(const SessionSnapshot& session) {
    TrainingItems items;
    addConversations(session, items);
    for (const Exchange& exchange : session.exchanges) {
        if (exchange.reviews.empty()) continue;
        ++items.reviewed;
        try {
            items.rewarded.push_back(rewardedAnswer(session, exchange));
        } catch (const Unusable& unusable) {
            ++items.leftOutOfRewarded[unusable.reason];
        }
    }
    return items;
}

}  // namespace fleming::app
