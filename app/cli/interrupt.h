#pragma once

#include <stop_token>
#include <thread>

namespace fleming::app::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request. A second signal ends the program at once. Create it before
/// any other thread, so that all threads block these signals.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    std::stop_token token() const { return stop_.get_token(); }

private:
    std::stop_source stop_;
    std::jthread waiter_;
};

}  // namespace fleming::app::cli
