#pragma once

#include "base/mapped_file.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/checkpoint/safetensors_writer.h"
#include "inference/kernels/weight_matrix.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace fleming::inference {

/// Caches the quantized matrices of a checkpoint in a safetensors file of blocks (see weight_matrix.h), so that only
/// the first start quantizes them. A folder has one file per checkpoint and type. The file is valid while the paths,
/// sizes, inodes and times of the checkpoint's files are unchanged; a changed checkpoint replaces it. No function
/// throws: if the cache cannot be read or written (no space, no permission, a damaged file), the matrices are quantized
/// again.
class QuantizedFile {
public:
    /// Opens the file of `store` in `folder`, or begins a new one. `bytes` has the size of each matrix by name. An
    /// empty `folder` caches nothing.
    QuantizedFile(const std::filesystem::path& folder, const TensorStore& store, WeightType type,
                  const std::map<std::string, std::int64_t>& bytes);
    ~QuantizedFile();
    QuantizedFile(const QuantizedFile&) = delete;
    QuantizedFile& operator=(const QuantizedFile&) = delete;

    /// Returns the cached blocks of a matrix, or an empty span. Valid while this object lives.
    std::span<const std::byte> find(const std::string& name) const;

    /// Writes the blocks of a matrix to a new file.
    void keep(const std::string& name, std::span<const std::byte> blocks);

    /// Completes a new file: later starts find it. Call it once every matrix has been written.
    void finish();

private:
    bool open(const std::map<std::string, std::int64_t>& bytes);
    void begin(const std::map<std::string, std::int64_t>& bytes);
    void giveUp();

    std::filesystem::path file_, part_;  // the complete file, and the temporary file that becomes it
    std::string stem_;                   // prefix of all file names of this checkpoint and type
    std::optional<MappedFile> mapped_;
    std::map<std::string, std::span<const std::byte>> found_;
    std::unique_ptr<SafetensorsWriter> writer_;
};

}  // namespace fleming::inference
