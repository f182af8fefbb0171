#pragma once

#include "inference/checkpoint/safetensors_writer.h"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Tiny checkpoints that tests write, damage and read. Their names and shapes are written out by hand from the
/// descriptions of the layouts: they must not come from the tested code.
namespace fleming::test {

using Tensors = std::map<std::string, inference::TensorToWrite>;

struct TinyCheckpoint {
    nlohmann::json config;
    Tensors tensors;
};

/// Returns an InternVLChatModel: layer_norm tower with qkv biases, untied embeddings. `typeName` is "BF16", "F16" or
/// "F32".
TinyCheckpoint publishedCheckpoint(const std::string& typeName = "BF16");

/// Returns the same with an rms_norm tower, qk normalization and no qkv biases, as in the 38B model.
TinyCheckpoint publishedRmsCheckpoint(const std::string& typeName = "BF16");

/// Returns publishedCheckpoint() in the layout of transformers: other names, separate q, k and v, the same values.
TinyCheckpoint transformersCheckpoint(const std::string& typeName = "BF16");

/// Returns a tensor whose values follow from `seed` and are exact in every type.
inference::TensorToWrite tensorOf(const std::string& typeName, std::vector<std::int64_t> shape, unsigned seed);

/// Returns element `i` of tensorOf(..., seed).
float valueOf(unsigned seed, std::size_t i);

/// Creates `folder` and writes config.json and model.safetensors.
void write(const TinyCheckpoint& checkpoint, const std::filesystem::path& folder);

/// Creates `folder` and writes config.json, two shards and their index.
void writeSharded(const TinyCheckpoint& checkpoint, const std::filesystem::path& folder);

void writeText(const std::filesystem::path& file, const std::string& text);
std::string readText(const std::filesystem::path& file);

/// A new folder that is removed with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace fleming::test
