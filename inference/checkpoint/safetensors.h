#pragma once

#include "base/mapped_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fleming::inference {

enum class StoredType { float32, float16, bfloat16, other };

/// One tensor of a mapped safetensors file.
struct StoredTensor {
    StoredType type = StoredType::other;
    std::string typeName;  ///< as stored: "BF16", ...
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;  ///< in the mapping; valid while the TensorStore lives
    std::filesystem::path file;        ///< for errors

    /// Returns the number of elements.
    std::int64_t elements() const;
};

/// The tensors of a checkpoint folder by name. Every file is memory-mapped.
class TensorStore {
public:
    /// Maps model.safetensors, or the shards of model.safetensors.index.json, and validates every header (see
    /// safetensors_header.h). If there is an index, it decides which tensors belong to the checkpoint: shards are names
    /// of files in the folder (links are followed), no tensor is in two of them, and every tensor of the index exists.
    /// Throws Error with a "checkpoint.", "safetensors.", "json." or "file." code and the damaged file as its source.
    explicit TensorStore(const std::filesystem::path& folder);

    const std::map<std::string, StoredTensor>& tensors() const { return tensors_; }

    /// Returns the path of model.safetensors or model.safetensors.index.json.
    const std::filesystem::path& source() const { return source_; }

    /// Return the bytes and the elements of all tensors.
    std::int64_t totalBytes() const;
    std::int64_t totalElements() const;

private:
    std::filesystem::path source_;
    std::vector<MappedFile> files_;
    std::map<std::string, StoredTensor> tensors_;
};

}  // namespace fleming::inference
