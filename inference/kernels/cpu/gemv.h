#pragma once

#include "inference/kernels/cpu/activations.h"
#include "inference/kernels/cpu/simd_kernels.h"
#include "inference/kernels/weight_matrix.h"

#include <cstdint>
#include <span>

namespace fleming::inference {

/// Returns the kernel tables that this CPU supports, fastest first. The portable table is always the last.
std::span<const SimdKernels* const> supportedSimdKernels();

/// Computes the rows of the panels [firstPanel, lastPanel) of y = W x for each row of `x`: y [x.rows(), weights.rows],
/// float32. x.columns() equals weights.columns, and prepare(weights.type) was called for each row of `x`. Reads each
/// weight once from memory. weights.type is not float16. Disjoint panel ranges may be computed concurrently.
void gemv(const WeightMatrix& weights, const Activations& x, float* y, std::int64_t firstPanel, std::int64_t lastPanel,
          const SimdKernels& kernels = *supportedSimdKernels().front());

}  // namespace fleming::inference
