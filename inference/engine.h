#pragma once

#include "inference/engine_options.h"
#include "inference/types.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace fleming::inference {

class Tokenizer;

/// A description of a checkpoint folder, from config.json and the tensor headers alone; no weights are read.
struct ModelInfo {
    std::filesystem::path path;
    std::string name;                  ///< the name of the folder
    std::string architecture;          ///< config.json "architectures"[0]
    std::string description;           ///< config.json "fleming_description": the purpose of the model; may be empty
    std::int64_t parameters = 0;       ///< elements of all tensors
    std::int64_t checkpointBytes = 0;  ///< bytes of all tensors as stored
    std::int64_t kvCacheBytesPerToken = 0;  ///< in `dtype`
    std::int64_t requiredBytes = 0;   ///< memory for the weights as computed, a cache of 4096 tokens and activations
    std::int64_t availableBytes = 0;  ///< free memory of the device now
    int imageSize = 448;              ///< side of an image in the vision tower, pixels
    int tokensPerImage = 256;
    int contextLength = 32768;  ///< max_position_embeddings; longer sequences stretch the rotary base (dynamic NTK)
    DataType dtype = DataType::float32;  ///< the type that is computed in; never automatic
    Quantization quantization = Quantization::none;
    std::string device;  ///< "cpu", "cuda:N", or a comma-separated list

    /// Returns the types as users and records see them: "bfloat16", "int4 (bfloat16)".
    std::string typeName() const { return inference::typeName(dtype, quantization); }
};

/// Describes the checkpoint in `folder` and checks whether it could be loaded, without loading it. Throws Error as
/// Engine does, except that too little memory is not an error.
ModelInfo inspectCheckpoint(const std::filesystem::path& folder, const EngineOptions& options = {});

/// A loaded Fleming-VL checkpoint: weights, tokenizer and image processor. It holds no conversation.
///
/// Use an Engine from one thread at a time. Several Conversations may share it. The first Engine, and the first call of
/// inspectCheckpoint() or runBenchmark(), loads the engine module (see module/engine_module.h) in about a second, and
/// throws Error with an "engine.module_" code if that fails.
class Engine {
public:
    /// Loads `folder`: config.json, *.safetensors and the tokenizer files. The safetensors files are memory-mapped; on
    /// the CPU a tensor that keeps its type is not copied. Throws Error with the damaged file as its source; Error if
    /// the device is unknown or has too little memory, before any weight is read; Cancelled on a stop request.
    explicit Engine(const std::filesystem::path& folder, const EngineOptions& options = {}, std::stop_token stop = {},
                    const ProgressCallback& progress = {});
    const ModelInfo& info() const;
    const Tokenizer& tokenizer() const;

    Engine(Engine&&) noexcept = default;
    Engine& operator=(Engine&&) noexcept = default;

    struct Parts;  // private to the engine module: config, weights, model
    Parts& parts() const { return *parts_; }

private:
    std::shared_ptr<Parts> parts_;  // shared_ptr: its deleter belongs to the module, which alone knows the type
};

}  // namespace fleming::inference
