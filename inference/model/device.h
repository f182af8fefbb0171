#pragma once

#include "inference/engine.h"
#include "inference/kernels/weight_matrix.h"

#include <torch/torch.h>

#include <cstdint>
#include <optional>
#include <string>

namespace fleming::inference {

/// The device that a name means: auto (CUDA where there is one, else the CPU), cpu, cuda, cuda:N.
/// Throws Error, with the names that would do, on anything else or a CUDA device that is not there.
torch::Device deviceFromString(const std::string& name);

/// "cpu" or "cuda:N".
std::string toString(torch::Device device);

/// Bytes of memory that are free on the device now.
std::int64_t availableMemory(torch::Device device);

/// The type to compute in: `wanted`, or for automatic the checkpoint's own (`stored`, torch_dtype as written) where the
/// device computes it well: bfloat16 on CUDA and on CPUs whose bfloat16 products are fast, else float32.
DataType chooseDataType(DataType wanted, const std::string& stored, torch::Device device);

/// Waits until the device has done all that it was given, so that a clock read afterwards tells the truth.
void waitFor(torch::Device device);

torch::ScalarType scalarType(DataType type);

/// Bytes of a number of this type.
std::int64_t elementBytes(DataType type);

/// The type of quantised matrices; none where they stay as they are.
std::optional<WeightType> weightTypeOf(Quantization quantization);

/// Returns the number of CPU threads that compute fastest: OMP_NUM_THREADS if it is set, else one for each physical
/// core that this process may use. A second hyper-thread of a core does not speed up a matmul.
int defaultThreads();

/// Sets how many CPU threads torch uses for the calling thread's work; 0: defaultThreads().
void useThreads(int threads);

/// What torch's exceptions become: an Error that begins with `what`, in one line; TooLittleMemory where a device is
/// full.
[[noreturn]] void throwTorchError(const std::string& what, const c10::Error& error);

}  // namespace fleming::inference
