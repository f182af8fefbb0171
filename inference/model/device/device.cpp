#include "inference/model/device/device.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#ifdef FLEMING_CUDA
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAGuard.h>
#include <cuda_runtime_api.h>
#endif

#include "base/cpu_count.h"
#include "base/error.h"
#include "base/memory.h"
#include "inference/model/device/memory.h"

namespace fleming::inference {

namespace {

int cudaDevices() {
    return torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
}

torch::Device cudaDevice(const std::string& name, int index) {
    const int count = cudaDevices();
    if (count == 0) throw Error("device.no_cuda", {}, {name});
    if (index >= count) throw Error("device.no_such_index", {}, {name, "cuda:" + std::to_string(count - 1)});
    return {torch::kCUDA, static_cast<c10::DeviceIndex>(index)};
}

/// Returns true if libtorch has fast bfloat16 matmuls: oneDNN needs these instructions.
bool hasFastBfloat16() {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq");
#else
    return false;
#endif
}

}  // namespace

torch::Device deviceFromString(const std::string& name) {
    if (name == "cpu") return {torch::kCPU};
    if (name == "auto") return cudaDevices() > 0 ? cudaDevice("cuda:0", 0) : torch::Device(torch::kCPU);
    if (name == "cuda") return cudaDevice(name, 0);
    const std::string prefix = "cuda:";
    if (name.rfind(prefix, 0) == 0) {
        int index = -1;
        const char* end = name.data() + name.size();
        const auto [rest, error] = std::from_chars(name.data() + prefix.size(), end, index);
        if (error == std::errc{} && rest == end && index >= 0) return cudaDevice(name, index);
    }
    throw Error("device.unknown", {}, {name});
}

std::string toString(torch::Device device) {
    return device.is_cpu() ? "cpu" : "cuda:" + std::to_string(static_cast<int>(device.index()));
}

std::int64_t availableMemory(torch::Device device) {
#ifdef FLEMING_CUDA
    if (device.is_cuda()) {
        const c10::cuda::CUDAGuard guard(device);
        std::size_t free = 0, total = 0;
        if (cudaMemGetInfo(&free, &total) != cudaSuccess) throw Error("device.memory_unknown", {}, {toString(device)});
        return static_cast<std::int64_t>(free);
    }
#else
    (void)device;
#endif
    return fleming::availableMemory();
}

DataType chooseDataType(DataType wanted, const std::string& stored, torch::Device device) {
    if (wanted == DataType::float16 && device.is_cpu()) throw Error("device.no_float16");
    if (wanted != DataType::automatic) return wanted;
    if (device.is_cuda()) return stored == "float32" ? DataType::float32 : DataType::bfloat16;
    return stored == "bfloat16" && hasFastBfloat16() ? DataType::bfloat16 : DataType::float32;
}

void waitFor(torch::Device device) {
    if (device.is_cuda()) torch::cuda::synchronize(device.index());
}

torch::ScalarType scalarType(DataType type) {
    return type == DataType::bfloat16 ? torch::kBFloat16 : type == DataType::float16 ? torch::kHalf : torch::kFloat32;
}

std::int64_t elementBytes(DataType type) {
    return static_cast<std::int64_t>(c10::elementSize(scalarType(type)));
}

std::optional<WeightType> weightTypeOf(Quantization quantization) {
    if (quantization == Quantization::none) return std::nullopt;
    return quantization == Quantization::int8 ? WeightType::int8 : WeightType::int4;
}

int defaultThreads() {
    if (const char* asked = std::getenv("OMP_NUM_THREADS")) {
        if (const int threads = std::atoi(asked); threads > 0) return threads;
    }
    return availableCores();
}

void useThreads(int threads) {
    at::set_num_threads(threads > 0 ? threads : defaultThreads());
}

ThreadCount::ThreadCount(int threads) : former_(at::get_num_threads()) {
    const int wanted = threads > 0 ? threads : defaultThreads();
    if (wanted != former_) at::set_num_threads(wanted);
}

ThreadCount::~ThreadCount() {
    if (at::get_num_threads() != former_) at::set_num_threads(former_);
}

void throwTorchError(const std::string& code, const std::string& memoryCode, const c10::Error& error,
                     const std::string& source) {
    if (dynamic_cast<const c10::OutOfMemoryError*>(&error) != nullptr) {
#ifdef FLEMING_CUDA
        c10::cuda::CUDACachingAllocator::emptyCache();
#endif
        throw TooLittleMemory("device.out_of_memory", source);
    }
    const std::string text = error.what_without_backtrace();
    // The allocator of main memory throws a plain c10::Error.
    if (text.find("DefaultCPUAllocator") != std::string::npos) throw TooLittleMemory(memoryCode, source);
    throw Error(code, source, {text.substr(0, text.find('\n'))});
}

}  // namespace fleming::inference
