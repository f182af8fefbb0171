#include "inference/side_by_side.h"

#include "inference/conversation/generation.h"
#include "inference/conversation/state.h"
#include "inference/module/core.h"

#include <algorithm>
#include <list>
#include <memory>
#include <utility>

namespace fleming::inference {

namespace {

/// An inquiry under way.
class Running {
public:
    Running(Engine::Parts& engine, std::size_t index, Inquiry inquiry)
        : index_(index),
          inquiry_(std::move(inquiry)),
          conversation_(core::startConversation(engine, inquiry_.systemText, {})) {}

    std::size_t index() const { return index_; }
    CachedSequence& cached() const { return conversation_->cached; }
    Generation& generation() { return *generation_; }

    /// Reads the next question.
    void read(const std::vector<const CachedSequence*>& others, const std::stop_token& stop) {
        guarded(
            [&] {
                generation_ = std::make_unique<Generation>(*conversation_, inquiry_.options, TokenCallback());
                generation_->read(inquiry_.turns[turn_], stop, {}, others);
                conversation_->noteCached();
            },
            conversation_->restorePoint());
    }

    /// Chooses the next token; where an answer ends, the next question is read. False where all have been answered.
    bool goOn(const std::vector<const CachedSequence*>& others, const std::stop_token& stop) {
        while (!generation_->choose(stop)) {
            answer_ = generation_->finish();
            if (answer_.finish == Finish::cancelled) throw Cancelled();
            if (++turn_ == inquiry_.turns.size()) return false;
            read(others, stop);
        }
        return true;
    }

    Answer takeAnswer() { return std::move(answer_); }

private:
    std::size_t index_;
    Inquiry inquiry_;
    std::shared_ptr<Conversation::State> conversation_;
    std::unique_ptr<Generation> generation_;
    std::size_t turn_ = 0;
    Answer answer_;
};

class SideBySide {
public:
    SideBySide(Engine::Parts& engine, std::size_t atOnce, const NextInquiry& next, const InquiryDone& done,
               std::stop_token stop)
        : engine_(engine), atOnce_(atOnce), next_(next), done_(done), stop_(std::move(stop)) {}

    void run() {
        while (fill()) {
            chooseAll();
            if (stop_.stop_requested()) throw Cancelled();
            computeAll();
        }
    }

private:
    using Place = std::list<Running>::iterator;

    std::vector<const CachedSequence*> othersThan(const Running& one) const {
        std::vector<const CachedSequence*> others;
        for (const Running& other : running_) {
            if (&other != &one) others.push_back(&other.cached());
        }
        return others;
    }

    void fail(Place place, std::exception_ptr failure) {
        const std::size_t index = place->index();
        running_.erase(place);
        done_(index, {}, std::move(failure));
    }

    /// Begins inquiries while there is room and there are any. False where none is left and none runs.
    bool fill() {
        while (running_.size() < atOnce_) {
            if (!waiting_ && !ended_) waiting_ = next_();
            ended_ = ended_ || !waiting_;
            if (!waiting_ || !begin()) break;
        }
        return !running_.empty();
    }

    /// Begins the one that waits. False where it has to wait on.
    bool begin() {
        running_.emplace_back(engine_, count_, *waiting_);
        const auto place = std::prev(running_.end());
        try {
            place->read(othersThan(*place), stop_);
        } catch (const TooLittleMemory&) {
            if (running_.size() > 1) {
                running_.erase(place);
                return false;
            }
            fail(place, std::current_exception());
        } catch (const Cancelled&) {
            throw;
        } catch (...) {
            fail(place, std::current_exception());
        }
        waiting_.reset();
        ++count_;
        return true;
    }

    void chooseAll() {
        for (auto place = running_.begin(); place != running_.end();) {
            const auto one = place++;
            try {
                if (one->goOn(othersThan(*one), stop_)) continue;
            } catch (const Cancelled&) {
                throw;
            } catch (...) {
                fail(one, std::current_exception());
                continue;
            }
            Answer answer = one->takeAnswer();
            const std::size_t index = one->index();
            running_.erase(one);
            done_(index, std::move(answer), nullptr);
        }
    }

    void computeAll() {
        if (running_.empty()) return;
        std::vector<OpenSequence> open;
        for (Running& one : running_) {
            Conversation::State& state = one.generation().conversation();
            open.push_back({state.sequence.ids, &state.cached.cache});
        }
        const torch::Tensor logits = guarded([&] { return decode(engine_.model, open, stop_); }, [] {});
        std::int64_t row = 0;
        for (Running& one : running_)
            one.generation().take(logits.narrow(0, row++, 1));
    }

    Engine::Parts& engine_;
    std::size_t atOnce_;
    const NextInquiry& next_;
    const InquiryDone& done_;
    std::stop_token stop_;
    std::list<Running> running_;
    std::optional<Inquiry> waiting_;
    bool ended_ = false;
    std::size_t count_ = 0;
};

}  // namespace

void core::answerSideBySide(Engine::Parts& engine, int atOnce, const NextInquiry& next, const InquiryDone& done,
                            std::stop_token stop) {
    const c10::InferenceMode inferenceMode;
    useThreads(engine.threads);
    SideBySide(engine, static_cast<std::size_t>(std::max(1, atOnce)), next, done, std::move(stop)).run();
}

}  // namespace fleming::inference
