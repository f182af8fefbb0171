#pragma once

#include "inference/kernels/cpu/activations.h"
#include "inference/kernels/cpu/multiply.h"
#include "inference/kernels/weight_matrix.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace fleming::inference {

/// One product of a stage.
struct TeamProduct {
    WeightMatrix weights;
    const Activations* x = nullptr;  ///< prepared for the weights' type
    float* y = nullptr;              ///< [x->rows(), weights.rows]
};

/// All the products, by all threads of the OpenMP team that calls it: pieces of the matrices, whoever is free takes the
/// next. All are done when it returns.
template <std::size_t N>
void multiplyTogether(const std::array<TeamProduct, N>& products) {
    constexpr std::int64_t kPieceBytes = 32 * 1024;
    std::array<std::int64_t, N> stripsInPiece{};
    std::array<std::int64_t, N + 1> firstPiece{};
    for (std::size_t i = 0; i < N; ++i) {
        const WeightMatrix& w = products[i].weights;
        stripsInPiece[i] = std::max<std::int64_t>(1, kPieceBytes / weightBytes(w.type, kStripRows, w.columns));
        firstPiece[i + 1] = firstPiece[i] + (stripsOf(w.rows) + stripsInPiece[i] - 1) / stripsInPiece[i];
    }
// Guided: long stretches first, which memory gives at full speed, then ever shorter ones, so that all are done
// together.
#pragma omp for schedule(guided, 1)
    for (std::int64_t piece = 0; piece < firstPiece[N]; ++piece) {
        std::size_t i = 0;
        while (piece >= firstPiece[i + 1])
            ++i;
        const std::int64_t first = (piece - firstPiece[i]) * stripsInPiece[i];
        const std::int64_t last = std::min(first + stripsInPiece[i], stripsOf(products[i].weights.rows));
        multiply(products[i].weights, *products[i].x, products[i].y, first, last);
    }
}

}  // namespace fleming::inference
