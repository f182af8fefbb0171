#include "base/thread_pool.h"

#include "base/cpu_count.h"
#include "base/error.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

namespace fleming {

ThreadPool::ThreadPool(int threads) {
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

ThreadPool::~ThreadPool() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
}

ThreadPool& ThreadPool::shared() {
    static ThreadPool pool(std::max(1, availableProcessors() - 1));
    return pool;
}

void ThreadPool::post(std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void ThreadPool::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
        if (ending_) return;
        const std::function<void()> task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

namespace {

/// One parallelFor(). A pool thread that starts after its end finds no index to take and uses nothing of the caller.
class Loop {
public:
    Loop(std::size_t count, std::stop_token stop, const std::function<void(std::size_t)>& work)
        : count_(count), stop_(std::move(stop)), work_(work) {}

    /// Takes indices until none is left.
    void take() {
        std::unique_lock lock(mutex_);
        ++active_;
        while (next_ < count_ && !failure_ && !stop_.stop_requested()) {
            const std::size_t index = next_++;
            lock.unlock();
            std::exception_ptr failure;
            try {
                work_(index);
            } catch (...) {
                failure = std::current_exception();
            }
            lock.lock();
            if (failure && !failure_) failure_ = failure;
        }
        if (--active_ == 0) idle_.notify_all();
    }

    /// Waits for the calls that have begun.
    void finish() {
        std::unique_lock lock(mutex_);
        idle_.wait(lock, [this] { return active_ == 0; });
        if (failure_) std::rethrow_exception(failure_);
        if (next_ < count_) throw Cancelled();
    }

private:
    const std::size_t count_;
    const std::stop_token stop_;
    const std::function<void(std::size_t)>& work_;  // outlives every call: finish() waits for them
    std::mutex mutex_;
    std::condition_variable idle_;
    std::size_t next_ = 0;
    int active_ = 0;
    std::exception_ptr failure_;
};

}  // namespace

void parallelFor(std::size_t count, std::stop_token stop, const std::function<void(std::size_t)>& work,
                 int maxThreads) {
    const auto loop = std::make_shared<Loop>(count, std::move(stop), work);
    ThreadPool& pool = ThreadPool::shared();
    std::size_t helpers = std::min(static_cast<std::size_t>(pool.size()), count > 0 ? count - 1 : 0);
    if (maxThreads > 0) helpers = std::min(helpers, static_cast<std::size_t>(maxThreads - 1));
    for (std::size_t i = 0; i < helpers; ++i)
        pool.post([loop] { loop->take(); });
    loop->take();
    loop->finish();
}

}  // namespace fleming
