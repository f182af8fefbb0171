// Fills the SimdKernels table of the instruction set that the including source file is compiled for (see simd.h).
#pragma once

#include "inference/kernels/cpu/attention_kernels.h"
#include "inference/kernels/cpu/gemv_kernels.h"
#include "inference/kernels/cpu/simd_kernels.h"

namespace fleming::inference::FLEMING_SIMD {

/// Returns the table with this name.
constexpr SimdKernels makeSimdKernels(const char* name) {
    return {
        name,
        gemvFloat32,
        gemvBfloat16,
        gemvInt8,
        gemvInt4,
        scoresKernel<float>,
        scoresKernel<uint16_t>,
        weightedSumKernel<float>,
        weightedSumKernel<uint16_t>,
    };
}

}  // namespace fleming::inference::FLEMING_SIMD
