#pragma once

#include <filesystem>
#include <string>

namespace fleming::inference {

/// The element type of activations, and of weights that are not quantized.
enum class DataType { automatic, float32, bfloat16, float16 };

/// Converts "auto", "float32", "bfloat16" or "float16" (also "fp32", "bf16", "fp16"). Throws
/// Error("engine.unknown_data_type") for any other name.
DataType dataTypeFromString(const std::string& name);

/// Returns "auto", "float32", "bfloat16" or "float16".
const char* toString(DataType type);

/// How the linear layers of the language model are stored: as they are, or as 8 or 4 bits per weight with one scale for
/// every 64 inputs, quantized while the checkpoint is loaded. Everything else keeps the DataType, and so do the results
/// of quantized layers.
enum class Quantization { none, int8, int4 };

/// Converts "none", "int8" or "int4". Throws Error("engine.unknown_quantization") for any other name.
Quantization quantizationFromString(const std::string& name);

/// Returns "none", "int8" or "int4".
const char* toString(Quantization quantization);

/// Returns both types as users and records see them: "bfloat16", "int4 (bfloat16)".
std::string typeName(DataType type, Quantization quantization);

/// Where and how an Engine computes.
struct EngineOptions {
    /// "auto" (the first CUDA device if there is one, else the CPU), "cpu", "cuda", "cuda:N", or a list such as
    /// "cuda:0,cuda:1" or "cuda:0,cpu": the first device takes as many layers as fit, the next device the rest.
    std::string device = "auto";
    /// automatic: the checkpoint's own type if the device computes it fast. float16 needs CUDA.
    DataType dtype = DataType::automatic;
    Quantization quantization = Quantization::none;
    /// The folder that caches quantized weights, so that the next start need not quantize. Empty: no cache.
    std::filesystem::path keepQuantizedIn;
    int threads = 0;  ///< CPU threads; 0: one per physical core
};

}  // namespace fleming::inference
