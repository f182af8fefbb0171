#include "app/replay/replay.h"

#include "app/chat/past_turn.h"
#include "base/error.h"

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace fleming::app {

namespace {

using inference::Answer;
using inference::Token;

/// Asks and waits for the answer.
Answer askAndWait(ModelChat& chat, RequestId id, Question question, const std::function<void()>& onToken,
                  const std::stop_token& stop) {
    const auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> answer = promise->get_future();
    AnswerCallbacks callbacks;
    callbacks.onToken = [&onToken](const Token&) { onToken(); };
    callbacks.onDone = [promise](const Answer& done) { promise->set_value(done); };
    callbacks.onFailed = [promise](std::exception_ptr failure) { promise->set_exception(std::move(failure)); };
    const std::stop_callback cancel(stop, [&chat, id] { chat.cancel(id); });
    chat.ask(id, std::move(question), std::move(callbacks));
    if (stop.stop_requested()) chat.cancel(id);  // the request came before ask()
    return answer.get();
}

std::int64_t tokenCount(const Exchange& exchange) {
    return static_cast<std::int64_t>(exchange.answer.tokens.size());
}

/// Returns true if the answer was cut at an arbitrary token.
bool wasCut(const Exchange& exchange) {
    return exchange.state == ExchangeState::interrupted || exchange.answer.finish == inference::Finish::cancelled;
}

bool hasSameModel(const Exchange& a, const Exchange& b) {
    return a.modelSha256 == b.modelSha256 && a.dtype == b.dtype && a.device == b.device;
}

class Comparison {
public:
    Comparison(const Exchange& stored, const Answer& replayed, const ModelIdentity& model,
               const inference::RunFacts& run)
        : stored_(stored), replayed_(replayed) {
        result_.runIsKnown = run.threads > 0;
        result_.promptDiffersAt = replayed.promptDiffersAt;
        result_.sameAnswer = stored.answer.finalAnswer == replayed.finalAnswer;
        compareTokens();
        compareConditions(model, run);
        ReplayRecord& record = result_.record;
        record.exchange = stored.id;
        record.tokens = tokenCount(stored);
        record.identical = !result_.difference && !result_.promptDiffersAt;
        record.modelSha256 = model.sha256;
        record.dtype = model.info.typeName();
        record.device = model.info.device;
        record.run = inference::toJson(replayed.run);
    }

    ExchangeReplay result() && { return std::move(result_); }

private:
    void compareTokens() {
        const std::vector<Token>&a = stored_.answer.tokens, &b = replayed_.tokens;
        const auto [first, second] = std::ranges::mismatch(a, b, {}, &Token::id, &Token::id);
        result_.record.same = first - a.begin();
        result_.sameProbabilities =
            std::ranges::equal(a.begin(), first, b.begin(), second, {}, &Token::logProbability, &Token::logProbability);
        if (first == a.end() && second == b.end()) return;
        result_.difference = TokenDifference{result_.record.same, {}, {}};
        if (first != a.end()) result_.difference->stored = *first;
        if (second != b.end()) result_.difference->replayed = *second;
    }

    void compareConditions(const ModelIdentity& model, const inference::RunFacts& run) {
        compare(Condition::model, stored_.modelSha256, model.sha256);
        compare(Condition::type, stored_.dtype, model.info.typeName());
        compare(Condition::device, stored_.device, model.info.device);
        if (!result_.runIsKnown) return;
        const inference::RunFacts& now = replayed_.run;
        compare(Condition::processor, run.processor, now.processor);
        compare(Condition::kernels, run.kernels, now.kernels);
        compare(Condition::libraries, run.libraries, now.libraries);
        if (result_.conditions.empty())
            compare(Condition::threads, std::to_string(run.threads), std::to_string(now.threads));
    }

    void compare(Condition condition, const std::string& stored, const std::string& now) {
        if (stored != now) result_.conditions.push_back({condition, stored, now});
    }

    const Exchange& stored_;
    const Answer& replayed_;
    ExchangeReplay result_;
};

class Replayer {
public:
    Replayer(Model& model, const std::vector<Exchange>& exchanges, const ReplayCallbacks& callbacks,
             const std::stop_token& stop)
        : model_(model), exchanges_(exchanges), callbacks_(callbacks), stop_(stop) {}

    void run(std::span<const std::int64_t> wanted) {
        for (const std::int64_t id : wanted) {
            const Exchange& exchange = *pathTo(exchanges_, id).back();
            if (!canReplay(exchange)) throw Error("replay.no_answer", {}, {std::to_string(id)});
            wanted_.insert(id);
            addPredecessors(exchange);
        }
        todo_.insert(wanted_.begin(), wanted_.end());
        for (const std::int64_t id : todo_)
            total_ += workOf(*pathTo(exchanges_, id).back());
        for (const std::int64_t id : todo_)
            replayOne(*pathTo(exchanges_, id).back());
    }

private:
    static double workOf(const Exchange& exchange) { return 1.0 + static_cast<double>(tokenCount(exchange)); }

    /// Adds the exchanges that must be replayed before `exchange`: if its session does not say how its prompt was
    /// computed, the state of the cache follows from the earlier answers.
    void addPredecessors(const Exchange& exchange) {
        if (!exchange.run.empty()) return;
        const std::vector<const Exchange*> path = pathTo(exchanges_, exchange.id);
        for (auto past = std::next(path.rbegin()); past != path.rend(); ++past) {
            if (!canReplay(**past) || !hasSameModel(**past, exchange)) break;
            todo_.insert((*past)->id);
        }
    }

    void replayOne(const Exchange& exchange) {
        if (stop_.stop_requested()) throw Cancelled();
        const ExchangeReplay result = compared(exchange);
        if (stop_.stop_requested()) throw Cancelled();
        chat_.erase(exchange.follows);
        if (!result.record.identical) chat_.erase(exchange.id);
        if (wanted_.contains(exchange.id) && callbacks_.onReplayed) callbacks_.onReplayed(result);
        done_ += workOf(exchange);
        report(0.0);
    }

    ExchangeReplay compared(const Exchange& exchange) {
        const ModelIdentity& model = model_.identity();
        try {
            const inference::RunFacts run =
                exchange.run.empty() ? inference::RunFacts() : inference::runFactsFromJson(exchange.run);
            Answer answer;
            if (wasCut(exchange) && exchange.answer.tokens.empty()) {
                answer.run = run;  // stopped before the first token: there is nothing to generate
            } else {
                answer = generate(exchange, run);
            }
            return Comparison(exchange, answer, model, run).result();
        } catch (const Error& error) {
            if (error.code() != "run.damaged" && error.code() != "run.other_prompt") throw;
            ExchangeReplay result = Comparison(exchange, {}, model, {}).result();
            result.record.identical = false;
            result.fault = error;
            return result;
        }
    }

    Answer generate(const Exchange& exchange, const inference::RunFacts& run) {
        const ModelIdentity& model = model_.identity();
        const bool sameWeights = exchange.modelSha256 == model.sha256;
        const bool sameType = exchange.dtype == model.info.typeName() && exchange.device == model.info.device;
        Question question{exchange.question, exchange.evidence, exchange.reasoningPrompt, exchange.systemText,
                          exchange.options};
        question.repeat.emplace();
        if (sameWeights) question.repeat->promptIds = exchange.answer.promptIds;
        if (sameWeights && sameType) question.repeat->facts = run;
        if (wasCut(exchange)) question.options.maxNewTokens = static_cast<int>(tokenCount(exchange));
        std::shared_ptr<ModelChat> chat = chatFor(exchange);
        double tokens = 0.0;
        const auto onToken = [&] {
            tokens += 1.0;
            report(std::min(tokens, workOf(exchange)));
        };
        Answer answer = askAndWait(*chat, exchange.id, std::move(question), onToken, stop_);
        if (isFollowed(exchange)) chat_[exchange.id] = std::move(chat);
        return answer;
    }

    /// Returns the chat that has just given the answer before this one, or a new one with the stored turns.
    std::shared_ptr<ModelChat> chatFor(const Exchange& exchange) {
        if (auto before = chat_.extract(exchange.follows)) return std::move(before.mapped());
        std::vector<inference::PastTurn> history;
        for (const Exchange* past : pathTo(exchanges_, exchange.id)) {
            if (past != &exchange) history.push_back(toPastTurn(*past, model_.identity().sha256));
        }
        return model_.openChat(exchange.systemText, std::move(history));
    }

    bool isFollowed(const Exchange& exchange) const {
        return std::ranges::any_of(exchanges_, [&](const Exchange& next) {
            return next.follows == exchange.id && todo_.contains(next.id) && hasSameModel(next, exchange);
        });
    }

    void report(double tokens) const {
        if (callbacks_.onProgress) callbacks_.onProgress(std::min(1.0, (done_ + tokens) / total_));
    }

    Model& model_;
    const std::vector<Exchange>& exchanges_;
    const ReplayCallbacks& callbacks_;
    const std::stop_token& stop_;
    std::set<std::int64_t> wanted_, todo_;
    std::map<std::int64_t, std::shared_ptr<ModelChat>> chat_;  // by the exchange that it has just answered as stored
    double total_ = 0.0, done_ = 0.0;
};

}  // namespace

bool canReplay(const Exchange& exchange) {
    return exchange.state == ExchangeState::done || exchange.state == ExchangeState::interrupted;
}

void replay(Model& model, const std::vector<Exchange>& exchanges, std::span<const std::int64_t> wanted,
            const ReplayCallbacks& callbacks, const std::stop_token& stop) {
    Replayer(model, exchanges, callbacks, stop).run(wanted);
}

}  // namespace fleming::app
