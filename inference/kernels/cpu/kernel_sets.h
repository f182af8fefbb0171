#pragma once

#include "inference/kernels/cpu/product.h"

namespace fleming::inference {

// Each is compiled in a file of its own, with the options of its instruction set.
extern const Kernels kAvx512Kernels, kAvx2Kernels, kPortableKernels;

}  // namespace fleming::inference
