#pragma once

#include <torch/torch.h>

namespace fleming::inference {

/// Bytes a second that a device reads from its memory: on the CPU all threads together, from a buffer larger than the
/// caches; on CUDA by a copy, whose reads and writes both count. The best of several tries. GB/s (10^9 bytes).
double measureReadRate(torch::Device device);

/// Floating-point operations a second of a large product of matrices in `dtype`, through libtorch. The best of several
/// tries. GFLOP/s (10^9).
double measureMatmulRate(torch::Device device, torch::ScalarType dtype);

/// Starts counting the peak anew, and tells it: on the CPU the process's resident memory, on CUDA what torch has allocated
/// there. Bytes; 0 where the system does not tell.
void resetPeakMemory(torch::Device device);
std::int64_t peakMemory(torch::Device device);

}  // namespace fleming::inference
