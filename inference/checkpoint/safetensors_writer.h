#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fleming::inference {

/// Writes a safetensors file tensor by tensor, in any order. The header is padded with spaces to a multiple of 64
/// bytes; the tensors follow in the order of their names. Every function throws Error("safetensors.cannot_write") if
/// the file cannot be written.
class SafetensorsWriter {
public:
    struct Entry {
        std::string typeName;  ///< a type of the format: "BF16", ...
        std::vector<std::int64_t> shape;
        std::size_t bytes = 0;  ///< product of shape and type
    };

    /// Creates the file and writes the header.
    SafetensorsWriter(const std::filesystem::path& file, const std::map<std::string, Entry>& entries);

    /// Writes all bytes of the entry `name`, little-endian. Throws Error("safetensors.unexpected_tensor") if there is
    /// no such entry of that size, or if it has been written.
    void write(const std::string& name, std::span<const std::byte> bytes);

    /// Closes the file. Throws Error("safetensors.unwritten_tensor") if an entry has not been written.
    void close();

private:
    void check();

    std::filesystem::path file_;
    std::ofstream out_;
    std::map<std::string, std::pair<std::size_t, std::size_t>> missing_;  // offset in the file and bytes
};

/// A tensor to write: see SafetensorsWriter::Entry.
struct TensorToWrite {
    std::string typeName;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;
};

/// Writes a whole safetensors file. Throws Error as SafetensorsWriter does.
void writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorToWrite>& tensors);

}  // namespace fleming::inference
