#pragma once

#include <torch/torch.h>

namespace fleming::inference {

/// How fast a device reads its memory: on the CPU all threads together, from a buffer larger than the caches; on CUDA
/// by a copy, whose reads and writes both count.
class ReadRate {
public:
    explicit ReadRate(torch::Device device);

    /// One read of the whole buffer: GB/s (10^9 bytes).
    double measure() const;

private:
    torch::Device device_;
    torch::Tensor buffer_, target_;
};

/// Floating-point operations a second of a large product of matrices in `dtype`, the faster of libtorch's and our own.
/// The best of several tries. GFLOP/s (10^9).
double measureMatmulRate(torch::Device device, torch::ScalarType dtype);

/// Starts counting the peak anew, and tells it: on the CPU the process's resident memory, on CUDA what torch has
/// allocated there. Bytes; 0 where the system does not tell.
void resetPeakMemory(torch::Device device);
std::int64_t peakMemory(torch::Device device);

}  // namespace fleming::inference
