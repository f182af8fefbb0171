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

/// A thread that runs jobs in the order of post(). Jobs must not throw. The constructor starts the thread: starting it
/// in post() could block, since a new thread waits while another thread loads a library.
class Worker {
public:
    using Job = std::function<void(std::stop_token)>;
    enum class Priority { normal, low };
    /// What the destructor does with unfinished jobs: `cancel` requests the running job to stop and drops the waiting
    /// ones, `finish` runs all of them. Both wait for the thread.
    enum class AtEnd { cancel, finish };

    explicit Worker(AtEnd atEnd = AtEnd::cancel, Priority priority = Priority::normal);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Appends a job and returns a source that cancels it. Callable from any thread. A job that is cancelled while it
    /// waits still runs, with a stopped token, so that it can report the cancellation.
    std::stop_source post(Job job);

    /// Requests the running job and all waiting jobs to stop. Callable from any thread.
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
    std::unique_ptr<QThread> thread_;  // not std::thread: QTextDocument starts timers, which need a QThread
};

/// Runs `result` on the thread of `receiver` later, unless `receiver` is destroyed first. `receiver` must exist during
/// the call, so an object joins its workers before its destructor ends.
template <typename Function>
void deliver(QObject* receiver, Function&& result) {
    QMetaObject::invokeMethod(receiver, std::forward<Function>(result), Qt::QueuedConnection);
}

}  // namespace fleming::app
