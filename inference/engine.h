#pragma once

#include "inference/types.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace fleming::inference {

class Tokenizer;

enum class DataType { automatic, float32, bfloat16, float16 };

/// "auto", "float32", "bfloat16" or "float16" (also "fp32", "bf16", "fp16"); throws Error on anything else.
DataType dataTypeFromString(const std::string& name);
const char* toString(DataType type);

/// What becomes of the language model's matrices: nothing, or 8 or 4 bits a weight with a scale for every 64 inputs,
/// made while the checkpoint is loaded. All else stays in the DataType, in which the results of products are too.
enum class Quantization { none, int8, int4 };

/// "none", "int8" or "int4"; throws Error on anything else.
Quantization quantizationFromString(const std::string& name);
const char* toString(Quantization quantization);

struct EngineOptions {
    /// auto (CUDA where there is one, else the CPU), cpu, cuda, cuda:N; or a list, "cuda:0,cuda:1" or "cuda:0,cpu": the
    /// first takes as many layers as fit, then the next
    std::string device = "auto";
    DataType dtype = DataType::automatic;  ///< automatic: the checkpoint's own type where the device computes it well;
                                           ///< float16: on CUDA
    Quantization quantization = Quantization::none;
    std::filesystem::path
        keepQuantizedIn;  ///< folder of files that spare the next start the quantising; empty: none is kept
    int threads = 0;      ///< CPU threads; 0: one a core
};

/// What a checkpoint folder holds, from its config and tensor headers alone (no weights are read).
struct ModelInfo {
    std::filesystem::path path;
    std::string name;          ///< the folder's name
    std::string architecture;  ///< config.json "architectures"[0]
    std::string description;   ///< config.json "fleming_description", where a model says what it is for; else empty
    std::int64_t parameters = 0;
    std::int64_t checkpointBytes = 0;       ///< of all weights as stored
    std::int64_t kvCacheBytesPerToken = 0;  ///< in `dtype`
    std::int64_t requiredBytes = 0;         ///< memory for weights as computed, a 4096-token cache and activations
    std::int64_t availableBytes = 0;        ///< free on the device now
    int imageSize = 448;                    ///< side of a tile, pixels
    int tokensPerImage = 256;
    int contextLength = 32768;  ///< max_position_embeddings; longer sequences stretch the rotary base (dynamic NTK)
    DataType dtype = DataType::float32;  ///< as it will be, or is, computed
    Quantization quantization = Quantization::none;
    std::string device;  ///< "cpu", "cuda:N", or a list of them

    /// The types for a person and a record: "bfloat16", "int4 (bfloat16)".
    std::string typeName() const;
};

/// Reads what a checkpoint folder is and whether it would fit, without loading it.
/// Throws Error, naming the file and the fault, as Engine does, but never for too little memory.
ModelInfo inspectCheckpoint(const std::filesystem::path& folder, const EngineOptions& options = {});

/// A loaded Fleming-VL checkpoint: weights, tokenizer, image processor. Holds no conversation.
/// An Engine is used by one thread at a time; several Conversations may share it. The first one, and the first call of
/// inspectCheckpoint() or runBenchmark(), loads the engine module (see module/engine_module.h), which takes the better
/// part of a second; they throw Error where it cannot be loaded.
class Engine {
public:
    /// Loads `folder`: config.json, *.safetensors (memory-mapped; a tensor whose type is kept on the CPU is not
    /// copied), tokenizer files. Throws Error, naming the file and the fault, for whatever is wrong with the folder,
    /// for an unknown device, or for too little memory (before anything is loaded; needed and free are said). Throws
    /// Cancelled on a stop request.
    explicit Engine(const std::filesystem::path& folder, const EngineOptions& options = {}, std::stop_token stop = {},
                    const ProgressCallback& progress = {});
    const ModelInfo& info() const;
    const Tokenizer& tokenizer() const;

    Engine(Engine&&) noexcept = default;
    Engine& operator=(Engine&&) noexcept = default;

    struct Parts;  // private to the engine module: config, weights, model
    Parts& parts() const { return *parts_; }

private:
    std::shared_ptr<Parts> parts_;  // shared_ptr: it ends as the module says
};

}  // namespace fleming::inference
