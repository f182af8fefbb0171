#pragma once

#include <torch/torch.h>

#include <array>
#include <cstddef>
#include <memory>

namespace fleming::inference {

/// Copies tensors from main memory to CUDA devices through two pinned buffers: while one is on its way, the other is
/// filled, and the caller may go on and read the next part of a file.
class PinnedUpload {
public:
    PinnedUpload();
    ~PinnedUpload();

    /// A copy of a contiguous `source` on `device`; complete for all that the device's current stream does later.
    torch::Tensor copy(const torch::Tensor& source, torch::Device device);

private:
    struct Buffer;
    std::array<std::unique_ptr<Buffer>, 2> buffers_;
    std::size_t next_ = 0;
};

}  // namespace fleming::inference
