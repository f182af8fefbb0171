#include "app/cli/interrupt.h"

#include <chrono>
#include <csignal>
#include <ctime>
#include <unistd.h>

namespace fleming::app::cli {

Interrupt::Interrupt() {
    // A program that is started with a signal ignored (nohup, a background job of a script) keeps ignoring it.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM}) {
        struct sigaction before {};
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaddset(&signals, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiter_ = std::jthread([this, signals](const std::stop_token& ending) {
        using Clock = std::chrono::steady_clock;
        constexpr timespec kPollInterval{0, 50'000'000};
        // timeout(1) sends its signal to the program and to its group: one request can come as two signals.
        constexpr std::chrono::milliseconds kSameRequest{500};
        Clock::time_point first;
        while (!ending.stop_requested()) {
            const int signal = ::sigtimedwait(&signals, nullptr, &kPollInterval);
            if (signal < 0) continue;
            if (!stop_.stop_requested()) {
                first = Clock::now();
                stop_.request_stop();
            } else if (Clock::now() - first > kSameRequest) {
                ::_exit(128 + signal);
            }
        }
    });
}

Interrupt::~Interrupt() = default;

}  // namespace fleming::app::cli
