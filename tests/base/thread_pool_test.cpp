#include "base/thread_pool.h"

#include "base/cpu_count.h"
#include "base/error.h"

#include <atomic>
#include <gtest/gtest.h>
#include <latch>
#include <set>
#include <thread>
#include <unistd.h>
#include <vector>

namespace fleming {
namespace {

TEST(CpuCount, IsAtLeastOneAndAtMostTheProcessors) {
    EXPECT_GE(availableCores(), 1);
    EXPECT_LE(availableCores(), availableProcessors());
    EXPECT_LE(availableProcessors(), static_cast<int>(sysconf(_SC_NPROCESSORS_CONF)));
}

TEST(ParallelFor, CallsEachIndexOnce) {
    for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
        std::vector<std::atomic<int>> calls(count);
        parallelFor(count, {}, [&](std::size_t i) { ++calls[i]; });
        for (const auto& call : calls)
            EXPECT_EQ(call, 1);
    }
}

TEST(ParallelFor, UsesThePool) {
    std::latch both(2);  // passed only if two threads run at once
    parallelFor(2, {}, [&](std::size_t) { both.arrive_and_wait(); });
}

TEST(ParallelFor, ObeysItsLimitOfThreads) {
    std::set<std::thread::id> threads;
    parallelFor(
        100, {}, [&](std::size_t) { threads.insert(std::this_thread::get_id()); }, 1);
    EXPECT_EQ(threads, std::set{std::this_thread::get_id()});
}

TEST(ParallelFor, CanBeNested) {
    std::atomic<int> calls{0};
    parallelFor(20, {}, [&](std::size_t) { parallelFor(20, {}, [&](std::size_t) { ++calls; }); });
    EXPECT_EQ(calls, 400);
}

TEST(ParallelFor, RethrowsTheFirstExceptionAndCallsNoMore) {
    std::atomic<int> calls{0};
    try {
        parallelFor(100000, {}, [&](std::size_t i) {
            ++calls;
            if (i == 3) throw Error("test.fault");
        });
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "test.fault");
    }
    EXPECT_LT(calls, 100000);
}

TEST(ParallelFor, Stops) {
    std::stop_source source;
    std::atomic<int> calls{0};
    EXPECT_THROW(parallelFor(100000, source.get_token(),
                             [&](std::size_t) {
                                 if (++calls == 10) source.request_stop();
                             }),
                 Cancelled);
    EXPECT_LT(calls, 100000);
    // A stop after the last index was taken changes nothing.
    std::stop_source late;
    parallelFor(1, late.get_token(), [&](std::size_t) { late.request_stop(); });
}

TEST(ThreadPool, DropsWaitingTasksWhenDestroyed) {
    std::atomic<int> calls{0};
    {
        ThreadPool pool(0);
        pool.post([&] { ++calls; });
    }
    EXPECT_EQ(calls, 0);
    std::latch begun(1), finish(1);
    std::atomic<bool> done{false};
    {
        ThreadPool pool(1);
        pool.post([&] {
            begun.count_down();
            finish.wait();
            done = true;
        });
        begun.wait();
        finish.count_down();
    }
    EXPECT_TRUE(done);
}

TEST(Error, HasACodeASourceAndArguments) {
    const Error error("npy.version", "a.npy", {"9", "3"});
    EXPECT_EQ(error.code(), "npy.version");
    EXPECT_EQ(error.source(), "a.npy");
    EXPECT_EQ(error.arguments(), (std::vector<std::string>{"9", "3"}));
    EXPECT_STREQ(error.what(), "npy.version: a.npy: 9, 3");
    EXPECT_STREQ(Error("x.y").what(), "x.y");
    EXPECT_EQ(error.cause(), nullptr);
    const Error outer("npy.unreadable", "b.npy", {"1"}, error);
    EXPECT_EQ(*outer.cause(), error);
    EXPECT_STREQ(outer.what(), "npy.unreadable: b.npy: 1 <- npy.version: a.npy: 9, 3");
    EXPECT_EQ(Cancelled().code(), "cancelled");
}

}  // namespace
}  // namespace fleming
