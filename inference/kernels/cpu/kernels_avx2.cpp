#define FLEMING_AVX2
#include "inference/kernels/cpu/attend.h"
#include "inference/kernels/cpu/kernel_sets.h"
#include "inference/kernels/cpu/strips.h"

namespace fleming::inference {

const Kernels kAvx2Kernels{
    "AVX2",
    avx2::float32Kernel,
    avx2::bfloat16Kernel,
    avx2::int8Kernel,
    avx2::int4Kernel,
    avx2::scoresKernel<float>,
    avx2::scoresKernel<uint16_t>,
    avx2::mixKernel<float>,
    avx2::mixKernel<uint16_t>,
};

}  // namespace fleming::inference
