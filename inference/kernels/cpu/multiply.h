#pragma once

#include "inference/kernels/cpu/activations.h"
#include "inference/kernels/cpu/product.h"
#include "inference/kernels/weight_matrix.h"

#include <cstdint>
#include <span>

namespace fleming::inference {

/// The kernels that this machine can run, the fastest first; the portable ones are always there.
std::span<const Kernels* const> kernelsHere();

/// The rows of the strips [firstStrip, lastStrip) of y = W x for each row of `x`: y [x.rows(), weights.rows]. The
/// activations' columns are the matrix', and they have been prepared for its type. Every weight of the strips is read
/// once. Different strips may be done by different threads.
void multiply(const WeightMatrix& weights, const Activations& x, float* y, std::int64_t firstStrip,
              std::int64_t lastStrip, const Kernels& kernels = *kernelsHere().front());

}  // namespace fleming::inference
