#include "inference/kernels/cpu/simd_kernel_table.h"

namespace fleming::inference {

constinit const SimdKernels kPortableKernels = portable::makeSimdKernels("portable");

}  // namespace fleming::inference
