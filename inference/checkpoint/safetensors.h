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

/// One tensor of a safetensors file: its bytes lie in the mapping, nothing is copied.
struct StoredTensor {
    StoredType type = StoredType::other;
    std::string typeName;  ///< as written: "BF16", ...
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;  ///< valid while the TensorStore lives
    std::filesystem::path file;        ///< for messages

    std::int64_t elements() const;
};

/// A checkpoint folder's tensors by name: model.safetensors, or model.safetensors.index.json and its shards. Each file
/// is memory-mapped and its header checked completely before any tensor is handed out (see safetensors_header.h). Where
/// there is an index, it decides: shards are plain file names in the folder (links are followed), no tensor is in two
/// of them, and each that it names is there. Throws Error, naming the file, the tensor and the fault.
class TensorStore {
public:
    explicit TensorStore(const std::filesystem::path& folder);

    const std::map<std::string, StoredTensor>& tensors() const { return tensors_; }
    /// model.safetensors or model.safetensors.index.json, with its folder.
    const std::filesystem::path& source() const { return source_; }
    std::int64_t totalBytes() const;
    std::int64_t totalElements() const;

private:
    std::filesystem::path source_;
    std::vector<MappedFile> files_;
    std::map<std::string, StoredTensor> tensors_;
};

}  // namespace fleming::inference
