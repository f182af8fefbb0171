#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fleming::inference {

/// One tensor as a safetensors header describes it; `begin` and `end` are offsets into the data.
struct HeaderEntry {
    std::string name, typeName;
    std::vector<std::int64_t> shape;
    std::size_t begin = 0, end = 0;
};

struct SafetensorsHeader {
    std::vector<HeaderEntry> entries;  ///< in the order of their bytes
    std::span<const std::byte> data;   ///< all that follows the header
};

/// Reads and checks the header of a whole safetensors file: 8 bytes of little-endian length, JSON, data. Afterwards
/// every entry is true: its product of sizes does not overflow and times its type's size is end - begin, and the
/// entries cover the data exactly, without overlap or hole. Memory used is in proportion to the header's length. Throws
/// Error, naming `file`, the tensor and the fault. Source: the safetensors format description (huggingface/safetensors,
/// README).
SafetensorsHeader readSafetensorsHeader(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace fleming::inference
