#define FLEMING_AVX512
#include "inference/kernels/cpu/attend.h"
#include "inference/kernels/cpu/kernel_sets.h"
#include "inference/kernels/cpu/strips.h"

namespace fleming::inference {

const Kernels kAvx512Kernels{
    "AVX-512 with VNNI",         avx512::float32Kernel,       avx512::bfloat16Kernel,         avx512::int8Kernel,
    avx512::int4Kernel,          avx512::scoresKernel<float>, avx512::scoresKernel<uint16_t>, avx512::mixKernel<float>,
    avx512::mixKernel<uint16_t>,
};

}  // namespace fleming::inference
