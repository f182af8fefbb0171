#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace fleming::app::cli {

/// Hands events from the thread of a model to the thread of a command. Its functions may be called from any thread.
template <typename Event>
class EventQueue {
public:
    void push(Event event) {
        {
            const std::lock_guard guard(mutex_);
            events_.push_back(std::move(event));
        }
        changed_.notify_one();
    }

    /// Waits for the next event. Returns nothing if there is none when `stop` is requested.
    std::optional<Event> pop(std::stop_token stop = {}) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait(lock, std::move(stop), [this] { return !events_.empty(); })) return std::nullopt;
        std::optional<Event> event(std::move(events_.front()));
        events_.pop_front();
        return event;
    }

private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Event> events_;
};

}  // namespace fleming::app::cli
