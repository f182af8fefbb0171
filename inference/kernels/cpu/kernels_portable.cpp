#include "inference/kernels/cpu/attend.h"
#include "inference/kernels/cpu/kernel_sets.h"
#include "inference/kernels/cpu/strips.h"

namespace fleming::inference {

const Kernels kPortableKernels{
    "portable",
    portable::float32Kernel,
    portable::bfloat16Kernel,
    portable::int8Kernel,
    portable::int4Kernel,
    portable::scoresKernel<float>,
    portable::scoresKernel<uint16_t>,
    portable::mixKernel<float>,
    portable::mixKernel<uint16_t>,
};

}  // namespace fleming::inference
