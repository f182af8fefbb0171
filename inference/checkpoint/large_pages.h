#pragma once

#include <torch/torch.h>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace fleming::inference {

/// Memory for weights that are read from one end to the other for every token: in large pages where the system has
/// them, and one tensor right after another, so that the small ones lie in large pages too.
class LargePages {
public:
    /// A tensor of bytes, on a multiple of 64; its memory is free again when all tensors of its stretch are gone.
    /// Throws std::bad_alloc.
    torch::Tensor bytes(std::int64_t count);

private:
    std::shared_ptr<std::byte> stretch_;
    std::size_t used_ = 0, size_ = 0;
};

}  // namespace fleming::inference
