#include "app/review/active_time.h"

#include <algorithm>
#include <chrono>

namespace fleming::app {

std::int64_t monotonicMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::int64_t ActiveTime::sinceLastMs() const {
    return last_ ? std::clamp<std::int64_t>(clock_() - *last_, 0, kIdleAfterMs) : 0;
}

void ActiveTime::reset(std::int64_t spentMs) {
    spentMs_ = spentMs;
    last_.reset();
}

void ActiveTime::act() {
    spentMs_ += sinceLastMs();
    last_ = clock_();
}

void ActiveTime::pause() {
    spentMs_ += sinceLastMs();
    last_.reset();
}

std::int64_t ActiveTime::totalMs() const {
    return spentMs_ + sinceLastMs();
}

}  // namespace fleming::app
