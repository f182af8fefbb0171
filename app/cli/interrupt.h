#pragma once

#include <stop_token>
#include <thread>

namespace fleming::app::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request; a second one ends the program at once. Make it before any
/// other thread: they must have these signals blocked too.
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
