#pragma once

#include <torch/torch.h>

namespace fleming::inference {

/// Measures the memory bandwidth of a device: on the CPU, all threads read a buffer larger than the caches; on CUDA, a
/// copy, whose reads and writes both count.
class ReadRate {
public:
    explicit ReadRate(torch::Device device);

    /// Reads the whole buffer once and returns the rate in GB/s (10^9 bytes).
    double measure() const;

private:
    torch::Device device_;
    torch::Tensor buffer_, target_;
};

/// Returns the rate of a large matmul in `dtype` in GFLOP/s (10^9): the best of several runs, of the faster of
/// libtorch's implementation and ours.
double measureMatmulRate(torch::Device device, torch::ScalarType dtype);

/// Restarts the measurement that peakMemory() returns.
void resetPeakMemory(torch::Device device);

/// Returns the peak memory in bytes: on the CPU, the resident memory of the process; on CUDA, the memory that libtorch
/// has allocated on the device. 0 if the system does not report it.
std::int64_t peakMemory(torch::Device device);

}  // namespace fleming::inference
