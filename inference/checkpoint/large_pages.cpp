#include "inference/checkpoint/large_pages.h"

#include <algorithm>
#include <new>
#include <sys/mman.h>

namespace fleming::inference {

namespace {

constexpr std::size_t kPage = std::size_t{2} << 20;
constexpr std::size_t kStretch = std::size_t{64} << 20;
constexpr std::size_t kAlignment = 64;

constexpr std::size_t roundedUp(std::size_t count, std::size_t to) {
    return (count + to - 1) / to * to;
}

/// `size` bytes, whole large pages.
std::shared_ptr<std::byte> mapped(std::size_t size) {
    const std::size_t whole = size + kPage;  // a large page begins somewhere in the first
    void* address = ::mmap(nullptr, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (address == MAP_FAILED) throw std::bad_alloc();
    auto* first = reinterpret_cast<std::byte*>(roundedUp(reinterpret_cast<std::size_t>(address), kPage));
    ::madvise(first, size, MADV_HUGEPAGE);  // only advice
    return {first, [address, whole](std::byte*) { ::munmap(address, whole); }};
}

}  // namespace

torch::Tensor LargePages::bytes(std::int64_t count) {
    const std::size_t needed = roundedUp(static_cast<std::size_t>(count), kAlignment);
    if (!stretch_ || used_ + needed > size_) {
        size_ = roundedUp(std::max(needed, kStretch), kPage);
        stretch_ = mapped(size_);
        used_ = 0;
    }
    std::byte* first = stretch_.get() + used_;
    used_ += needed;
    return torch::from_blob(
        first, {count}, [keep = stretch_](void*) {}, torch::kByte);
}

}  // namespace fleming::inference
