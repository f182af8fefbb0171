#define FLEMING_AVX2
#include "inference/kernels/cpu/simd_kernel_table.h"

namespace fleming::inference {

constinit const SimdKernels kAvx2Kernels = avx2::makeSimdKernels("AVX2");

}  // namespace fleming::inference
