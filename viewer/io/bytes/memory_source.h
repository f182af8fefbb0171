#pragma once

#include "viewer/io/bytes/byte_source.h"

namespace fleming::viewer {

/// Bytes in memory.
class MemorySource final : public ByteSource {
public:
    /// Takes ownership of `bytes`. `name` identifies them in errors and series.
    MemorySource(std::string name, std::vector<std::byte> bytes);

private:
    std::size_t readRange(std::uint64_t offset, std::span<std::byte> to) const override;
    ByteView viewAll() const override;

    std::shared_ptr<const std::vector<std::byte>> bytes_;
};

}  // namespace fleming::viewer
