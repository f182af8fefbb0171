#include "viewer/io/bytes/memory_source.h"

#include <cstring>
#include <utility>

namespace fleming::viewer {

MemorySource::MemorySource(std::string name, std::vector<std::byte> bytes)
    : ByteSource(std::move(name), bytes.size()),
      bytes_(std::make_shared<const std::vector<std::byte>>(std::move(bytes))) {}

std::size_t MemorySource::readRange(std::uint64_t offset, std::span<std::byte> to) const {
    std::memcpy(to.data(), bytes_->data() + offset, to.size());
    return to.size();
}

ByteView MemorySource::viewAll() const {
    return {*bytes_, bytes_};
}

}  // namespace fleming::viewer
