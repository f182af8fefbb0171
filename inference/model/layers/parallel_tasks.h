#pragma once

#include <ATen/Parallel.h>

#include <atomic>
#include <c10/core/InferenceMode.h>
#include <cstdint>

namespace fleming::inference {

/// Calls work(task) for each task in [0, count) on the intra-op threads of libtorch, with dynamic scheduling. Inside a
/// task, libtorch's own functions run on the thread of the task alone, so the threads are not oversubscribed.
template <typename Work>
void parallelTasks(std::int64_t count, const Work& work) {
    std::atomic<std::int64_t> next{0};
    at::parallel_for(0, at::get_num_threads(), 1, [&](std::int64_t, std::int64_t) {
        const c10::InferenceMode inferenceMode;  // thread-local state
        for (std::int64_t task = next++; task < count; task = next++)
            work(task);
    });
}

}  // namespace fleming::inference
