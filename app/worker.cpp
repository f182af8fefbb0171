#include "app/worker.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace fleming::app {

namespace {

void lowerPriority() {
#ifdef __linux__
    constexpr int kNice = 10;
    setpriority(PRIO_PROCESS, 0, kNice);  // on Linux, of the calling thread only
#endif
}

}  // namespace

Worker::Worker(AtEnd atEnd, Priority priority)
    : atEnd_(atEnd), priority_(priority), thread_(QThread::create([this] { work(); })) {
    thread_->start();
}

Worker::~Worker() {
    if (atEnd_ == AtEnd::cancel) cancelAll();
    {
        const std::lock_guard guard(mutex_);
        ending_ = true;
        if (atEnd_ == AtEnd::cancel) waiting_.clear();
    }
    wake_.notify_one();
    thread_->wait();
}

std::stop_source Worker::post(Job job) {
    std::stop_source stop;
    {
        const std::lock_guard guard(mutex_);
        waiting_.push_back({std::move(job), stop});
    }
    wake_.notify_one();
    return stop;
}

void Worker::cancelAll() {
    const std::lock_guard guard(mutex_);
    running_.request_stop();
    for (Entry& entry : waiting_)
        entry.stop.request_stop();
}

void Worker::work() {
    if (priority_ == Priority::low) lowerPriority();
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        Entry entry = std::move(waiting_.front());
        waiting_.pop_front();
        running_ = entry.stop;
        lock.unlock();
        entry.job(entry.stop.get_token());
        entry.job = nullptr;  // destroys what the job holds without the mutex
        lock.lock();
        running_ = std::stop_source(std::nostopstate);
    }
}

}  // namespace fleming::app
