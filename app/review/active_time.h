#pragma once

#include <cstdint>
#include <functional>
#include <optional>

namespace fleming::app {

/// Returns the time in ms of a clock that never goes back; its zero is arbitrary.
using Clock = std::function<std::int64_t()>;

/// Returns the time of the system's monotonic clock, ms.
std::int64_t monotonicMs();

/// Measures the time that a person spends on something, without the pauses. The person is active for 30 s after each
/// input, unless pause() comes earlier.
class ActiveTime {
public:
    static constexpr std::int64_t kIdleAfterMs = 30'000;

    explicit ActiveTime(Clock clock = monotonicMs) : clock_(std::move(clock)) {}

    /// Sets the time that was spent before, ms. It is not active then.
    void reset(std::int64_t spentMs);

    /// Notes an input.
    void act();

    /// Ends the activity: the person turns to something else.
    void pause();

    /// Returns the active time up to now, ms.
    std::int64_t totalMs() const;

private:
    std::int64_t sinceLastMs() const;

    Clock clock_;
    std::int64_t spentMs_ = 0;          // up to the last input
    std::optional<std::int64_t> last_;  // the last input; none during a pause
};

}  // namespace fleming::app
