#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace fleming::app {

/// One thread that does jobs in their order. It is made with the worker: who posts a job waits for nothing, not even
/// for a library that another thread is loading, which holds up the making of threads. A job must not throw.
class Worker {
public:
    using Job = std::function<void(std::stop_token)>;
    enum class Priority { normal, low };
    /// What becomes of the jobs when the worker is destroyed: cancelled, or done to the last.
    enum class AtEnd { cancel, finish };

    explicit Worker(AtEnd atEnd = AtEnd::cancel, Priority priority = Priority::normal);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// From any thread. The source cancels this job, also before it began; it is then still called, to say so.
    std::stop_source post(Job job);

    /// Asks the running job and all that wait to stop.
    void cancelAll();

private:
    struct Entry {
        Job job;
        std::stop_source stop;
    };
    void work();

    const AtEnd atEnd_;
    const Priority priority_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Entry> waiting_;
    std::stop_source running_{std::nostopstate};
    bool ending_ = false;
    std::unique_ptr<QThread> thread_;  // Qt's, since Qt's documents start timers, which other threads may not
};

/// Runs `result` on the thread of `receiver`, later; not at all once `receiver` is gone. `receiver` must be alive now:
/// an object joins its workers before it ends.
template <typename Function>
void deliver(QObject* receiver, Function&& result) {
    QMetaObject::invokeMethod(receiver, std::forward<Function>(result), Qt::QueuedConnection);
}

}  // namespace fleming::app
