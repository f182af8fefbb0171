#pragma once

#include "inference/checkpoint/safetensors_writer.h"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// Tiny checkpoints that tests write, damage and read. Their names and shapes are listed here once more, by hand, from
/// the layouts' descriptions: they must not come from the code that is tested.
namespace fleming::test {

using Tensors = std::map<std::string, inference::TensorToWrite>;

struct TinyCheckpoint {
    nlohmann::json config;
    Tensors tensors;
};

/// InternVLChatModel: layer_norm tower with qkv biases; untied. `typeName` is "BF16", "F16" or "F32".
TinyCheckpoint publishedCheckpoint(const std::string& typeName = "BF16");

/// The same, with an rms_norm tower, qk normalisation and no qkv biases, as the 38B has it.
TinyCheckpoint publishedRmsCheckpoint(const std::string& typeName = "BF16");

/// transformers' own layout of publishedCheckpoint(): other names, q, k and v apart, the same values.
TinyCheckpoint transformersCheckpoint(const std::string& typeName = "BF16");

/// A tensor of `shape` whose values follow from `seed`; they are exact in every type.
inference::TensorToWrite tensorOf(const std::string& typeName, std::vector<std::int64_t> shape, unsigned seed);

/// Element `i` of tensorOf(..., seed).
float valueOf(unsigned seed, std::size_t i);

/// Writes config.json and model.safetensors into `folder`, which is made.
void write(const TinyCheckpoint& checkpoint, const std::filesystem::path& folder);

/// The same in two shards and an index.
void writeSharded(const TinyCheckpoint& checkpoint, const std::filesystem::path& folder);

void writeText(const std::filesystem::path& file, const std::string& text);
std::string readText(const std::filesystem::path& file);

/// A fresh folder, removed at the end.
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
