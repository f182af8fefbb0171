#include "viewer/io/parallel.h"

#include "base/error.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace fleming::viewer {

void parallelFor(std::size_t count, std::stop_token stop, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto run = [&] {
        while (!failed.load(std::memory_order_relaxed) && !stop.stop_requested()) {
            const std::size_t index = next.fetch_add(1, std::memory_order_relaxed);
            if (index >= count) return;
            try {
                work(index);
            } catch (...) {
                const std::lock_guard lock(failureMutex);
                if (!failure) failure = std::current_exception();
                failed = true;
            }
        }
    };
    {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(cores, count); ++i)
            helpers.emplace_back(run);
        run();
    }
    if (failure) std::rethrow_exception(failure);
    if (stop.stop_requested() && next.load() < count) throw Cancelled();
}

}  // namespace fleming::viewer
