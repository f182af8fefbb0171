#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

namespace fleming::app::cli {

/// Writes an NPY file, version 1.0: little-endian float32 in C order. finish() puts the complete file in its place;
/// before that, and after an error, a file that was there stays. Source: NEP 1, "A Simple File Format for NumPy
/// Arrays".
class NpyFile {
public:
    /// Throws Error if the file cannot be created.
    NpyFile(const std::filesystem::path& file, const std::vector<std::int64_t>& shape);
    ~NpyFile();
    NpyFile(const NpyFile&) = delete;
    NpyFile& operator=(const NpyFile&) = delete;

    /// Appends values. finish() reports a failure.
    void write(std::span<const float> values);

    /// Completes the file. Throws Error if not everything could be written.
    void finish();

private:
    std::filesystem::path file_, partial_;
    std::ofstream out_;
};

}  // namespace fleming::app::cli
