#include "inference/checkpoint/huge_pages.h"

#include <algorithm>
#include <new>
#include <sys/mman.h>

namespace fleming::inference {

namespace {

constexpr std::size_t kPageBytes = std::size_t{2} << 20;
constexpr std::size_t kBlockBytes = std::size_t{64} << 20;
constexpr std::size_t kAlignment = 64;

constexpr std::size_t roundUp(std::size_t count, std::size_t multiple) {
    return (count + multiple - 1) / multiple * multiple;
}

/// Maps `size` bytes that begin at a huge page.
std::shared_ptr<std::byte> mapPages(std::size_t size) {
    const std::size_t mapped = size + kPageBytes;  // room for the alignment
    void* address = ::mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (address == MAP_FAILED) throw std::bad_alloc();
    auto* first = reinterpret_cast<std::byte*>(roundUp(reinterpret_cast<std::size_t>(address), kPageBytes));
    ::madvise(first, size, MADV_HUGEPAGE);  // advice: failure is harmless
    return {first, [address, mapped](std::byte*) { ::munmap(address, mapped); }};
}

}  // namespace

torch::Tensor HugePageArena::allocate(std::int64_t bytes) {
    const std::size_t needed = roundUp(static_cast<std::size_t>(bytes), kAlignment);
    if (!block_ || used_ + needed > size_) {
        size_ = roundUp(std::max(needed, kBlockBytes), kPageBytes);
        block_ = mapPages(size_);
        used_ = 0;
    }
    std::byte* first = block_.get() + used_;
    used_ += needed;
    return torch::from_blob(
        first, {bytes}, [keep = block_](void*) {}, torch::kByte);
}

}  // namespace fleming::inference
