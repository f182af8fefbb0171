#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace fleming::app {

/// Limits reports of progress to one in 30 ms. Thread-safe.
class Pace {
public:
    /// Returns true if a report is due; the next one is due 30 ms later.
    bool isDue() {
        const auto now = std::chrono::steady_clock::now().time_since_epoch() / std::chrono::milliseconds(1);
        auto next = next_.load();
        return now >= next && next_.compare_exchange_strong(next, now + kMilliseconds);
    }

private:
    static constexpr std::int64_t kMilliseconds = 30;
    std::atomic<std::int64_t> next_{0};
};

}  // namespace fleming::app
