#pragma once

#include "inference/engine.h"
#include "inference/kernels/weight_matrix.h"

#include <torch/torch.h>

#include <cstdint>
#include <optional>
#include <string>

namespace fleming::inference {

/// Parses a device name: auto (the first CUDA device if there is one, else the CPU), cpu, cuda or cuda:N.
/// Throws Error "device.unknown" (argument: the name), "device.no_cuda" (the name) if there is no CUDA device, or
/// "device.no_such_index" (the name, the last available device) if N is too large.
torch::Device deviceFromString(const std::string& name);

/// Returns "cpu" or "cuda:N".
std::string toString(torch::Device device);

/// Returns the free memory of the device, in bytes. Throws Error "device.memory_unknown" if CUDA cannot tell.
std::int64_t availableMemory(torch::Device device);

/// Returns the element type to compute in: `wanted` if it is not automatic; else the checkpoint's own type (`stored`,
/// the torch_dtype of config.json) if the device computes it fast, which is bfloat16 on CUDA and on CPUs with AVX-512;
/// else float32. Throws Error "device.no_float16" if float16 is wanted on the CPU.
DataType chooseDataType(DataType wanted, const std::string& stored, torch::Device device);

/// Waits until the device has completed all enqueued work. Call it before reading a clock.
void waitFor(torch::Device device);

/// Converts a data type, which is not automatic, to that of libtorch.
torch::ScalarType scalarType(DataType type);

/// Returns the bytes of one element of this type.
std::int64_t elementBytes(DataType type);

/// Converts a quantization to the type of the quantized matrices; nullopt for none.
std::optional<WeightType> weightTypeOf(Quantization quantization);

/// Returns the number of CPU threads that compute fastest: OMP_NUM_THREADS if it is set, else one for each physical
/// core that this process may use. A second hyper-thread of a core does not speed up a matmul.
int defaultThreads();

/// Sets the number of CPU threads that libtorch uses for work of the calling thread. 0 means defaultThreads().
void useThreads(int threads);

/// Sets the number of CPU threads as useThreads() does; the destructor sets the former number.
class ThreadCount {
public:
    explicit ThreadCount(int threads);
    ~ThreadCount();
    ThreadCount(const ThreadCount&) = delete;
    ThreadCount& operator=(const ThreadCount&) = delete;

private:
    int former_;
};

/// Rethrows an exception of libtorch as an Error: TooLittleMemory "device.out_of_memory" if a device has no free memory
/// left, after releasing the memory that libtorch caches; TooLittleMemory `memoryCode` if main memory does not suffice;
/// else Error `code` with the first line of the exception's message as argument. All have the source `source`.
[[noreturn]] void throwTorchError(const std::string& code, const std::string& memoryCode, const c10::Error& error,
                                  const std::string& source = {});

}  // namespace fleming::inference
