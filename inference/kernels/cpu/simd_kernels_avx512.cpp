#define FLEMING_AVX512
#include "inference/kernels/cpu/simd_kernel_table.h"

namespace fleming::inference {

constinit const SimdKernels kAvx512Kernels = avx512::makeSimdKernels("AVX-512 with VNNI");

}  // namespace fleming::inference
