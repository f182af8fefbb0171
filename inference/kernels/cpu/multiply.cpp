#include "inference/kernels/cpu/multiply.h"

#include "inference/kernels/cpu/kernel_sets.h"

#include <vector>

namespace fleming::inference {

namespace {

std::vector<const Kernels*> findKernels() {
    std::vector<const Kernels*> kernels;
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

StripsKernel kernelFor(WeightType type, const Kernels& kernels) {
    switch (type) {
        case WeightType::float32:
            return kernels.float32;
        case WeightType::bfloat16:
            return kernels.bfloat16;
        case WeightType::float16:
            break;  // chooseDataType() refuses it on the CPU
        case WeightType::int8:
            return kernels.int8;
        case WeightType::int4:
            return kernels.int4;
    }
    return nullptr;
}

}  // namespace

std::span<const Kernels* const> kernelsHere() {
    static const std::vector<const Kernels*> kernels = findKernels();
    return kernels;
}

void multiply(const WeightMatrix& weights, const Activations& x, float* y, std::int64_t firstStrip,
              std::int64_t lastStrip, const Kernels& kernels) {
    kernelFor(weights.type, kernels)(x.product(weights, y), firstStrip, lastStrip);
}

}  // namespace fleming::inference
