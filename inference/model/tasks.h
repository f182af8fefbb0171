#pragma once

#include <ATen/Parallel.h>

#include <atomic>
#include <c10/core/InferenceMode.h>
#include <cstdint>

namespace fleming::inference {

/// Calls work(task) for the tasks 0 .. count - 1, by all threads: who is free takes the next. What torch computes in
/// there runs on the thread itself.
template <typename Work>
void forTasks(std::int64_t count, const Work& work) {
    std::atomic<std::int64_t> next{0};
    at::parallel_for(0, at::get_num_threads(), 1, [&](std::int64_t, std::int64_t) {
        const c10::InferenceMode inferenceMode;  // each thread has its own
        for (std::int64_t task = next++; task < count; task = next++)
            work(task);
    });
}

}  // namespace fleming::inference
