#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

namespace fleming::app::cli {

/// Writes an NPY file, version 1.0, little-endian float32 in C order, piece by piece. The file is there, complete, once
/// finish() has returned; before, and after an error, whatever was there stays.
/// Source: NEP 1, "A Simple File Format for NumPy Arrays".
class NpyFile {
public:
    /// Throws Error where the file cannot be made.
    NpyFile(const std::filesystem::path& file, const std::vector<std::int64_t>& shape);
    ~NpyFile();
    NpyFile(const NpyFile&) = delete;
    NpyFile& operator=(const NpyFile&) = delete;

    void write(std::span<const float> values);

    /// Throws Error where not all of it could be written.
    void finish();

private:
    std::filesystem::path file_, partial_;
    std::ofstream out_;
};

}  // namespace fleming::app::cli
