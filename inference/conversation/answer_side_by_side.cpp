#include "inference/conversation/answer_side_by_side.h"

#include "inference/conversation/generation.h"
#include "inference/conversation/state.h"

#include <list>
#include <utility>
#include <vector>

namespace fleming::inference {

namespace {

/// A request whose answer is being generated.
class Running {
public:
    explicit Running(Request request)
        : request_(std::move(request)),
          state_(request_.conversation->state()),
          restore_(state_.restorePoint()),
          threads_(request_.repeat && request_.repeat->facts.threads > 0 ? request_.repeat->facts.threads
                                                                         : state_.parts->threads) {}

    /// Returns the keys and values that other requests may copy, or null if there are none.
    const CachedSequence* shared() const { return state_.isolated ? nullptr : &state_.cached; }
    DecodeSequence open() { return {state_.sequence.ids, &state_.cached.cache}; }
    void take(torch::Tensor logits) { generation_->take(std::move(logits)); }

    /// Computes the prompt, except what it has in common with one of `others`.
    void read(const std::vector<const CachedSequence*>& others) {
        const ThreadCount threads(threads_);
        guarded(
            [&] {
                generation_.emplace(state_, request_.options, request_.onToken);
                generation_->read(request_.turn, request_.stop, request_.onReading, others,
                                  request_.repeat ? &*request_.repeat : nullptr);
                state_.noteCached();
            },
            restore_);
        request_.turn.images.clear();  // the conversation has what it needs of them
    }

    /// Chooses the next token. Returns false if the answer is complete.
    bool choose() {
        return guarded([&] { return generation_->choose(request_.stop); }, restore_);
    }

    /// Computes the logits after the chosen token, without those of other requests.
    void computeAlone() {
        const ThreadCount threads(threads_);
        guarded([&] { generation_->compute(request_.stop); }, restore_);
    }

    /// Brings the conversation back to what it was before the request.
    void restore() { restore_(); }

    void finish() { request_.onDone(generation_->finish()); }
    void fail(std::exception_ptr failure) { request_.onFailed(std::move(failure)); }

    Request takeRequest() { return std::move(request_); }

private:
    Request request_;
    Conversation::State& state_;
    std::function<void()> restore_;
    int threads_;
    std::optional<Generation> generation_;
};

class SideBySide {
public:
    SideBySide(Engine::Parts& engine, const NextRequest& next) : engine_(engine), next_(next) {}

    void run() {
        while (fill()) {
            chooseAll();
            computeAll();
        }
    }

private:
    using Place = std::list<Running>::iterator;

    std::vector<const CachedSequence*> othersThan(const Running& one) const {
        std::vector<const CachedSequence*> others;
        for (const Running& other : running_) {
            if (&other != &one && other.shared() != nullptr) others.push_back(other.shared());
        }
        return others;
    }

    /// Takes the request out of the list, then reports its end: a callback may ask the next question.
    void finish(Place place) {
        std::list<Running> ended;
        ended.splice(ended.begin(), running_, place);
        ended.front().finish();
    }
    void fail(Place place, std::exception_ptr failure) {
        std::list<Running> ended;
        ended.splice(ended.begin(), running_, place);
        ended.front().fail(std::move(failure));
    }

    /// Begins requests as long as there are any and memory suffices. Returns false if none runs.
    bool fill() {
        for (;;) {
            if (!waiting_) waiting_ = next_();
            if (!waiting_ || !begin()) return !running_.empty();
        }
    }

    /// Begins the waiting request. Returns false if it has to wait for memory.
    bool begin() {
        running_.emplace_back(*std::exchange(waiting_, std::nullopt));
        const auto place = std::prev(running_.end());
        try {
            place->read(othersThan(*place));
        } catch (const TooLittleMemory&) {
            if (running_.size() > 1) {
                waiting_ = place->takeRequest();
                running_.erase(place);
                return false;
            }
            fail(place, std::current_exception());
        } catch (...) {
            fail(place, std::current_exception());
        }
        return true;
    }

    void chooseAll() {
        for (auto place = running_.begin(); place != running_.end();) {
            const auto one = place++;
            try {
                if (one->choose()) continue;
            } catch (...) {
                fail(one, std::current_exception());
                continue;
            }
            finish(one);
        }
    }

    void computeAll() {
        try {
            if (running_.size() == 1) {
                running_.front().computeAlone();
            } else if (!running_.empty()) {
                computeTogether();
            }
        } catch (...) {
            while (!running_.empty())
                fail(running_.begin(), std::current_exception());
        }
    }

    void computeTogether() {
        std::vector<DecodeSequence> open;
        for (Running& one : running_)
            open.push_back(one.open());
        const auto restoreAll = [&] {
            for (Running& one : running_)
                one.restore();
        };
        const torch::Tensor logits = guarded([&] { return decode(engine_.model, open, {}); }, restoreAll);
        std::int64_t row = 0;
        for (Running& one : running_)
            one.take(logits.narrow(0, row++, 1));
    }

    Engine::Parts& engine_;
    const NextRequest& next_;
    std::list<Running> running_;
    std::optional<Request> waiting_;
};

}  // namespace

void core::answerSideBySide(Engine::Parts& engine, const NextRequest& next) {
    const c10::InferenceMode inferenceMode;
    useThreads(engine.threads);
    SideBySide(engine, next).run();
}

}  // namespace fleming::inference
