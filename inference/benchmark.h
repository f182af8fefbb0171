#pragma once

#include "inference/engine.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace fleming::inference {

/// What is measured: a checkpoint, or random weights in the sizes of a published model.
struct BenchmarkOptions {
    std::filesystem::path folder;  ///< empty: `shape`
    std::string shape = "1b";      ///< 1b, 8b or 38b: InternVL3's sizes
    EngineOptions engine;
    int images = 11;     ///< pictures of the question, each one tile
    int newTokens = 64;  ///< that are decoded after the prompt
};

/// One part of the work. The limit is what the machine could do with the bytes that must be read (load, decode) or the
/// operations that must be done (vision, prefill).
struct BenchmarkPhase {
    double seconds = 0.0;
    double rate = 0.0;            ///< in `unit`
    std::string unit;             ///< "GB/s", "images/s", "tokens/s"
    double percentOfLimit = 0.0;  ///< of decode: of its median token
};

struct BenchmarkResult {
    double readGigabytesPerSecond = 0.0;  ///< of memory, all threads: the median of reads between the tokens
    double matmulGigaflops = 0.0;  ///< a large product of matrices in the type computed in: the mean before, between
                                   ///< and after vision and prefill
    BenchmarkPhase load;           ///< of a shape: making random weights, and quantising them
    BenchmarkPhase vision, prefill, decode;
    double coldSeconds = 0.0;      ///< from a question to its first token, when nothing of it was read before
    double warmSeconds = 0.0;      ///< the same, when its pictures had been read while it was written
    double peakGigabytes = 0.0;    ///< most memory that the process (or, on CUDA, the device) had in use
    double weightGigabytes = 0.0;  ///< of all weights as computed
    std::int64_t parameters = 0;
    int promptTokens = 0, threads = 0;
    std::string model, device, typeName;
};

/// Which phase is being measured, on the thread that does the work.
using BenchmarkProgress = std::function<void(const std::string& phase)>;

/// Measures. Throws Error as Engine does, and for an unknown shape; Cancelled.
BenchmarkResult runBenchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress = {},
                             std::stop_token stop = {});

}  // namespace fleming::inference
