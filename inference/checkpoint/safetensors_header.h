#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fleming::inference {

/// One tensor of a safetensors header. `begin` and `end` are byte offsets into the data.
struct HeaderEntry {
    std::string name, typeName;
    std::vector<std::int64_t> shape;
    std::size_t begin = 0, end = 0;
};

struct SafetensorsHeader {
    std::vector<HeaderEntry> entries;  ///< in the order of their offsets
    std::span<const std::byte> data;   ///< the bytes after the header
};

/// Reads and validates the header of a safetensors file, whose `bytes` are 8 bytes of little-endian length, JSON, data.
/// Guarantees for every entry that the product of its shape and type does not overflow and is end - begin, and that the
/// entries cover the data without overlap or gap. Memory use is proportional to the length of the header. Throws Error
/// with a "safetensors." code and `file` as its source. Source: huggingface/safetensors, README, "Format".
SafetensorsHeader readSafetensorsHeader(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace fleming::inference
