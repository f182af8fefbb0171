#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace fleming {

/// A fixed number of threads that run tasks in the order in which they were posted.
class ThreadPool {
public:
    /// Starts `threads` threads. With 0 threads no task ever runs.
    explicit ThreadPool(int threads);

    /// Waits for the running tasks. Tasks that have not begun are dropped.
    ~ThreadPool();

    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    /// The pool of the process, started at the first call. With the calling thread it occupies availableProcessors().
    static ThreadPool& shared();

    int size() const { return static_cast<int>(threads_.size()); }

    /// Queues a task. It must not throw, and it must not wait for another task of this pool. Thread-safe.
    void post(std::function<void()> task);

private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> tasks_;
    bool ending_ = false;
    std::vector<std::jthread> threads_;
};

/// Calls work(0), work(1), ... work(count - 1), each once. The calling thread and the threads of the shared pool take
/// the next index in order, at most `maxThreads` threads at a time (0: no limit). Returns after the last call has
/// ended. May be called from inside `work`: the calling thread always works itself, so a busy pool delays nothing
/// forever. After the first exception, or a stop request, no further call begins. Rethrows the first exception; throws
/// Cancelled if a stop request left indices out.
void parallelFor(std::size_t count, std::stop_token stop, const std::function<void(std::size_t)>& work,
                 int maxThreads = 0);

}  // namespace fleming
