#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace fleming::inference {

/// A safetensors file that is written tensor by tensor, in any order: header padded with spaces to 64 bytes, then the
/// tensors in order of their names. All of its functions throw Error where the file cannot be written.
class SafetensorsWriter {
public:
    struct Entry {
        std::string typeName;  ///< as the format names it ("BF16")
        std::vector<std::int64_t> shape;
        std::size_t bytes = 0;  ///< shape x type
    };

    /// Makes the file, and room in it for all `entries`.
    SafetensorsWriter(const std::filesystem::path& file, const std::map<std::string, Entry>& entries);

    /// Writes all bytes of one of the entries, little-endian.
    void write(const std::string& name, std::span<const std::byte> bytes);

    /// Ends the file. Throws Error where a tensor has not been written.
    void close();

private:
    void check();

    std::filesystem::path file_;
    std::ofstream out_;
    std::map<std::string, std::pair<std::size_t, std::size_t>> missing_;  // place in the file and bytes
};

/// A tensor to be written as a whole: see SafetensorsWriter::Entry.
struct TensorToWrite {
    std::string typeName;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;
};

/// Writes a safetensors file. Throws Error where it cannot be written.
void writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorToWrite>& tensors);

}  // namespace fleming::inference
