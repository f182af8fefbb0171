#include "viewer/io/bytes/byte_source.h"

#include "base/error.h"

#include <algorithm>
#include <utility>

namespace fleming::viewer {

ByteSource::ByteSource(std::string name, std::uint64_t size) : name_(std::move(name)), size_(size) {}

std::size_t ByteSource::readSome(std::uint64_t offset, std::span<std::byte> to) const {
    if (offset >= size_ || to.empty()) return 0;
    return readRange(offset, to.first(static_cast<std::size_t>(std::min<std::uint64_t>(to.size(), size_ - offset))));
}

void ByteSource::read(std::uint64_t offset, std::span<std::byte> to) const {
    if (readSome(offset, to) < to.size()) throw Error("file.cut_short", name_);
}

std::vector<std::byte> ByteSource::start(std::size_t count) const {
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, size_)));
    bytes.resize(readSome(0, bytes));
    return bytes;
}

ByteView ByteSource::view(const ByteRange& range) const {
    if (range.offset > size_ || range.length > size_ - range.offset) throw Error("file.cut_short", name_);
    ByteView view = viewAll();
    view.bytes = view.bytes.subspan(static_cast<std::size_t>(range.offset), static_cast<std::size_t>(range.length));
    return view;
}

ByteSourcePtr ByteSource::sibling(const std::filesystem::path&, Links) const {
    return nullptr;
}

}  // namespace fleming::viewer
