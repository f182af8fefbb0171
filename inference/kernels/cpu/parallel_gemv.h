#pragma once

#include "inference/kernels/cpu/activations.h"
#include "inference/kernels/cpu/gemv.h"
#include "inference/kernels/weight_matrix.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace fleming::inference {

/// One y = W x of parallelGemv().
struct GemvTask {
    WeightMatrix weights;
    const Activations* x = nullptr;  ///< prepared for the weights' type
    float* y = nullptr;              ///< [x->rows(), weights.rows]
};

/// Computes all tasks with the threads of the enclosing OpenMP parallel region, each of which must call it. Returns
/// after a barrier, when all results are complete.
template <std::size_t N>
void parallelGemv(const std::array<GemvTask, N>& tasks) {
    constexpr std::int64_t kChunkBytes = 32 * 1024;
    std::array<std::int64_t, N> panelsPerChunk{};
    std::array<std::int64_t, N + 1> firstChunk{};
    for (std::size_t i = 0; i < N; ++i) {
        const WeightMatrix& w = tasks[i].weights;
        panelsPerChunk[i] = std::max<std::int64_t>(1, kChunkBytes / weightBytes(w.type, kPanelRows, w.columns));
        firstChunk[i + 1] = firstChunk[i] + (panelCount(w.rows) + panelsPerChunk[i] - 1) / panelsPerChunk[i];
    }
// Guided: long runs of chunks first, which stream from memory at full bandwidth, then shorter ones, so that all threads
// finish at the same time.
#pragma omp for schedule(guided, 1)
    for (std::int64_t chunk = 0; chunk < firstChunk[N]; ++chunk) {
        std::size_t i = 0;
        while (chunk >= firstChunk[i + 1])
            ++i;
        const std::int64_t first = (chunk - firstChunk[i]) * panelsPerChunk[i];
        const std::int64_t last = std::min(first + panelsPerChunk[i], panelCount(tasks[i].weights.rows));
        gemv(tasks[i].weights, *tasks[i].x, tasks[i].y, first, last);
    }
}

}  // namespace fleming::inference
