#include "app/chat/branches.h"

#include <algorithm>

namespace fleming::app {

namespace {

/// Returns an exchange, or null. Ids ascend.
const Exchange* find(const std::vector<Exchange>& exchanges, std::int64_t id) {
    const auto found = std::ranges::lower_bound(exchanges, id, {}, &Exchange::id);
    return found != exchanges.end() && found->id == id ? &*found : nullptr;
}

}  // namespace

AskAgain toAskAgain(const Exchange& exchange) {
    AskAgain again;
    again.text = exchange.question;
    again.options = exchange.options;
    again.reasoningPrompt = exchange.reasoningPrompt;
    again.systemText = exchange.systemText;
    return again;
}

std::vector<std::int64_t> branchesAt(const std::vector<Exchange>& exchanges, const Exchange& exchange) {
    std::vector<std::int64_t> branches;
    for (const Exchange& each : exchanges) {
        if (each.conversation == exchange.conversation && each.follows == exchange.follows) branches.push_back(each.id);
    }
    return branches;
}

void ShownPath::choose(const std::vector<Exchange>& exchanges, std::int64_t exchange) {
    const Exchange* each = find(exchanges, exchange);
    while (each != nullptr) {
        chosen_[{each->conversation, each->follows}] = each->id;
        // In a damaged file, an exchange may follow a later one.
        each = each->follows < each->id ? find(exchanges, each->follows) : nullptr;
    }
}

std::vector<const Exchange*> ShownPath::shown(const std::vector<Exchange>& exchanges) const {
    std::map<std::int64_t, std::int64_t> newest;    // the newest exchange of the branch, by exchange
    std::map<Place, const Exchange*> next;          // the exchange that is shown at a place
    std::map<std::int64_t, std::int64_t> newestOf;  // by conversation
    for (auto each = exchanges.rbegin(); each != exchanges.rend(); ++each) {
        const std::int64_t last = std::max(each->id, newest[each->id]);
        newest[each->id] = last;
        newest[each->follows] = std::max(newest[each->follows], last);
        newestOf[each->conversation] = std::max(newestOf[each->conversation], each->id);
        const Exchange*& shown = next[{each->conversation, each->follows}];
        if (shown == nullptr || newest[shown->id] < last) shown = &*each;
    }
    for (const auto& [place, chosen] : chosen_) {
        const Exchange* exchange = find(exchanges, chosen);
        if (exchange != nullptr && Place(exchange->conversation, exchange->follows) == place) next[place] = exchange;
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> conversations;  // the newest exchange, the conversation
    conversations.reserve(newestOf.size());
    for (const auto& [conversation, last] : newestOf)
        conversations.emplace_back(last, conversation);
    std::ranges::sort(conversations);
    std::vector<const Exchange*> path;
    for (const auto& [last, conversation] : conversations) {
        std::int64_t at = 0;
        for (auto found = next.find({conversation, at}); found != next.end() && found->second->id > at;
             found = next.find({conversation, at})) {
            path.push_back(found->second);
            at = found->second->id;
        }
    }
    return path;
}

std::int64_t ShownPath::last(const std::vector<Exchange>& exchanges, std::int64_t conversation) const {
    std::int64_t last = 0;
    for (const Exchange* exchange : shown(exchanges)) {
        if (exchange->conversation == conversation) last = exchange->id;
    }
    return last;
}

}  // namespace fleming::app
