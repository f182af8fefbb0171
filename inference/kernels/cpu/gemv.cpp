#include "inference/kernels/cpu/gemv.h"

#include <vector>

namespace fleming::inference {

namespace {

std::vector<const SimdKernels*> detectKernels() {
    std::vector<const SimdKernels*> kernels;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni")) {
        kernels.push_back(&kAvx512Kernels);
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) kernels.push_back(&kAvx2Kernels);
#endif
    kernels.push_back(&kPortableKernels);
    return kernels;
}

GemvKernel selectKernel(WeightType type, const SimdKernels& kernels) {
    switch (type) {
        case WeightType::float32:
            return kernels.gemvFloat32;
        case WeightType::bfloat16:
            return kernels.gemvBfloat16;
        case WeightType::float16:
            break;  // rejected by chooseDataType() on the CPU
        case WeightType::int8:
            return kernels.gemvInt8;
        case WeightType::int4:
            return kernels.gemvInt4;
    }
    return nullptr;
}

}  // namespace

std::span<const SimdKernels* const> supportedSimdKernels() {
    static const std::vector<const SimdKernels*> kernels = detectKernels();
    return kernels;
}

void gemv(const WeightMatrix& weights, const Activations& x, float* y, std::int64_t firstPanel, std::int64_t lastPanel,
          const SimdKernels& kernels) {
    selectKernel(weights.type, kernels)(x.operands(weights, y), firstPanel, lastPanel);
}

}  // namespace fleming::inference
