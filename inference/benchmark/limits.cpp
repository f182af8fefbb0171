#include "inference/benchmark/limits.h"

#include "base/target_clones.h"
#include "inference/model/device/device.h"
#include "inference/model/layers/amx_layers.h"
#include "inference/model/layers/layers.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <string>

#ifdef FLEMING_CUDA
#include <c10/cuda/CUDACachingAllocator.h>
#endif

namespace fleming::inference {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRuns = 3;
constexpr std::int64_t kReadBytes = std::int64_t{1} << 28, kReadBytesOnCuda = std::int64_t{1} << 30;
constexpr std::int64_t kPiece = 1 << 17;  // words per task

/// Returns the seconds of the fastest of several runs of work(), device work included.
template <typename Work>
double fastestRun(torch::Device device, const Work& work) {
    double best = 1e9;
    for (int i = 0; i < kRuns; ++i) {
        const auto start = Clock::now();
        work();
        waitFor(device);
        best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
    }
    return best;
}

FLEMING_TARGET_CLONES
std::uint64_t readWords(const std::uint64_t* words, std::int64_t count) {
    std::uint64_t lanes[32] = {};  // independent, so that the compiler can vectorize
    for (std::int64_t i = 0; i + 32 <= count; i += 32) {
        for (std::int64_t lane = 0; lane < 32; ++lane)
            lanes[lane] ^= words[i + lane];
    }
    std::uint64_t sum = 0;
    for (const std::uint64_t lane : lanes)
        sum ^= lane;
    return sum;
}

}  // namespace

ReadRate::ReadRate(torch::Device device) : device_(device) {
    if (device.is_cuda()) {
        buffer_ = torch::ones({kReadBytesOnCuda / 2}, torch::TensorOptions().dtype(torch::kByte).device(device));
        target_ = torch::empty_like(buffer_);
    } else {
        buffer_ = torch::ones({kReadBytes / 8}, torch::kInt64);
    }
    measure();  // warm-up
}

double ReadRate::measure() const {
    const int rounds = device_.is_cuda() ? 8 : 1;  // a copy is too short to be timed alone
    waitFor(device_);
    const auto start = Clock::now();
    if (device_.is_cuda()) {
        for (int i = 0; i < rounds; ++i)
            target_.copy_(buffer_);
        waitFor(device_);
    } else {
        const auto* words = reinterpret_cast<const std::uint64_t*>(buffer_.data_ptr<std::int64_t>());
        std::atomic<std::uint64_t> kept{0};
        at::parallel_for(0, kReadBytes / 8 / kPiece, 1, [&](std::int64_t first, std::int64_t last) {
            kept ^= readWords(words + first * kPiece, (last - first) * kPiece);
        });
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return static_cast<double>(buffer_.nbytes()) * rounds * (device_.is_cuda() ? 2.0 : 1.0) / seconds / 1e9;
}

double measureMatmulRate(torch::Device device, torch::ScalarType dtype) {
    const std::int64_t size = device.is_cuda() ? 8192 : 2048;
    const auto options = torch::TensorOptions().dtype(dtype).device(device);
    const torch::Tensor a = torch::rand({size, size}, options), b = torch::rand({size, size}, options);
    torch::Tensor c = torch::empty({size, size}, options);
    at::mm_out(c, a, b);
    const double operations = 2.0 * static_cast<double>(size * size) * static_cast<double>(size);
    double seconds = fastestRun(device, [&] { at::mm_out(c, a, b); });
    if (usesAmx(a)) seconds = std::min(seconds, fastestRun(device, [&] { linear(a, {b, {}, size, size}); }));
    return operations / seconds / 1e9;
}

void resetPeakMemory(torch::Device device) {
#ifdef FLEMING_CUDA
    if (device.is_cuda()) {
        torch::empty({1}, device);  // initializes the allocator
        return c10::cuda::CUDACachingAllocator::resetPeakStats(device.index());
    }
#endif
    (void)device;
    std::ofstream("/proc/self/clear_refs") << "5";  // Linux: resets the peak to the present size
}

std::int64_t peakMemory(torch::Device device) {
#ifdef FLEMING_CUDA
    if (device.is_cuda()) {
        const auto stats = c10::cuda::CUDACachingAllocator::getDeviceStats(device.index());
        return stats.allocated_bytes[0].peak;
    }
#endif
    (void)device;
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        std::int64_t kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

}  // namespace fleming::inference
