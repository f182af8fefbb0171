#pragma once

#include <torch/torch.h>

#include <array>
#include <cstddef>
#include <memory>

namespace fleming::inference {

/// Copies tensors from main memory to CUDA devices through two pinned buffers: one is filled while the other is sent,
/// and the caller can read the next part of a file meanwhile.
class PinnedUpload {
public:
    PinnedUpload();
    ~PinnedUpload();

    /// Copies a contiguous tensor to `device`. Work that the device's current stream does later sees the complete copy.
    /// Throws Error("cuda.upload_failed").
    torch::Tensor copy(const torch::Tensor& source, torch::Device device);

private:
    struct Buffer;
    std::array<std::unique_ptr<Buffer>, 2> buffers_;
    std::size_t next_ = 0;
};

}  // namespace fleming::inference
