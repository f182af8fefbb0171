#pragma once

#include "inference/kernels/cpu/product.h"
#include "inference/kernels/cpu/tile_kernels.h"

namespace fleming::inference {

// Each is compiled in a file of its own, with the options of its instruction set.
extern const Kernels kAvx512Kernels, kAvx2Kernels, kPortableKernels;
extern const TileKernels kAmxKernels;

}  // namespace fleming::inference
