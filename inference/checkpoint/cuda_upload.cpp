#include "inference/checkpoint/cuda_upload.h"

#include "base/error.h"

#include <ATen/cuda/CUDAContext.h>
#include <ATen/cuda/CUDAEvent.h>

#include <algorithm>
#include <c10/cuda/CUDAGuard.h>
#include <cstring>
#include <cuda_runtime_api.h>

namespace fleming::inference {

struct PinnedUpload::Buffer {
    static constexpr std::size_t kBytes = std::size_t{32} << 20;

    torch::Tensor memory = torch::empty({static_cast<std::int64_t>(kBytes)},
                                        torch::TensorOptions().dtype(torch::kByte).pinned_memory(true));
    std::unique_ptr<at::cuda::CUDAEvent> sent;  // after the last copy from this buffer
};

PinnedUpload::PinnedUpload() {
    for (auto& buffer : buffers_)
        buffer = std::make_unique<Buffer>();
}

PinnedUpload::~PinnedUpload() {
    for (const auto& buffer : buffers_) {
        if (buffer->sent) buffer->sent->synchronize();
    }
}

torch::Tensor PinnedUpload::copy(const torch::Tensor& source, torch::Device device) {
    const c10::cuda::CUDAGuard guard(device);
    torch::Tensor target = torch::empty(source.sizes(), source.options().device(device));
    const auto* from = static_cast<const std::byte*>(source.data_ptr());
    auto* to = static_cast<std::byte*>(target.data_ptr());
    for (std::size_t at = 0; at < source.nbytes(); at += Buffer::kBytes) {
        Buffer& buffer = *buffers_[next_];
        next_ = 1 - next_;
        if (buffer.sent) buffer.sent->synchronize();
        const std::size_t bytes = std::min(Buffer::kBytes, source.nbytes() - at);
        std::memcpy(buffer.memory.data_ptr(), from + at, bytes);
        if (cudaMemcpyAsync(to + at, buffer.memory.data_ptr(), bytes, cudaMemcpyHostToDevice,
                            at::cuda::getCurrentCUDAStream()) != cudaSuccess)
            throw Error("cuda.upload_failed");
        buffer.sent = std::make_unique<at::cuda::CUDAEvent>();  // an event belongs to one device
        buffer.sent->record();
    }
    return target;
}

}  // namespace fleming::inference
