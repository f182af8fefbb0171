#pragma once

#include <torch/torch.h>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace fleming::inference {

/// Allocates memory for weights, which every token reads from the first byte to the last: in transparent huge pages if
/// the system has them, with tensors directly after one another, so that small tensors are in huge pages too.
class HugePageArena {
public:
    /// Allocates an uninitialized byte tensor, 64-byte aligned. Its memory is freed with the last tensor of its block.
    /// Throws std::bad_alloc.
    torch::Tensor allocate(std::int64_t bytes);

private:
    std::shared_ptr<std::byte> block_;
    std::size_t used_ = 0, size_ = 0;  // bytes of block_
};

}  // namespace fleming::inference
