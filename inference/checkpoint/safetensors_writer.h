#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fleming::inference {

/// A tensor to be written: type as the format names it ("BF16"), sizes, and shape x type bytes, little-endian.
struct TensorToWrite {
    std::string typeName;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;
};

/// Writes a safetensors file: header padded with spaces to 8 bytes, then the tensors in order of their names. Throws
/// Error where the file cannot be written.
void writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorToWrite>& tensors);

}  // namespace fleming::inference
