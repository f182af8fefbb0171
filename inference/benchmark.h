#pragma once

#include "inference/engine_options.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace fleming::inference {

/// What to measure: a checkpoint, or random weights in the sizes of a published model.
struct BenchmarkOptions {
    std::filesystem::path folder;  ///< a checkpoint; empty: `shape`
    std::string shape = "1b";      ///< the sizes of InternVL3-1B, -8B or -38B: "1b", "8b" or "38b"
    EngineOptions engine;
    int images = 11;     ///< images of the question
    int newTokens = 64;  ///< tokens to decode after the prompt
    int sequences = 1;   ///< sequences to decode at once, each after the same prompt
};

/// One phase of the work. Its limit is the time that the machine needs to read the bytes involved (load, decode) or to
/// do the floating-point operations involved (vision, prefill).
struct BenchmarkPhase {
    double seconds = 0.0;
    double rate = 0.0;            ///< in `unit`
    std::string unit;             ///< "GB/s", "images/s" or "tokens/s"
    double percentOfLimit = 0.0;  ///< for decode: of the median token
};

/// The measurements. 1 GB is 10^9 bytes, 1 GFLOP is 10^9 operations.
struct BenchmarkResult {
    double readGigabytesPerSecond = 0.0;  ///< memory bandwidth of all threads: the median of reads between the tokens
    double matmulGigaflops = 0.0;         ///< GFLOP/s of a large matmul in the computed type: the mean of measurements
                                          ///< before, between and after vision and prefill
    BenchmarkPhase load;                  ///< for a shape: generating and quantizing random weights
    BenchmarkPhase vision, prefill, decode;
    double coldSeconds = 0.0;      ///< from a question to its first token, with empty caches
    double warmSeconds = 0.0;      ///< the same after Conversation::prepare()
    double peakGigabytes = 0.0;    ///< peak memory of the process, or of the CUDA device
    double weightGigabytes = 0.0;  ///< all weights as computed
    std::int64_t parameters = 0;
    int promptTokens = 0, threads = 0;
    std::string model, device, typeName;
};

/// Receives the name of the phase that begins, "load", "vision", "prefill" or "decode", on the thread that does the
/// work.
using BenchmarkProgress = std::function<void(const std::string& phase)>;

/// Loads the model and measures every phase of one question. Throws Error as Engine does, or if the shape is unknown;
/// Cancelled on a stop request.
BenchmarkResult runBenchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress = {},
                             std::stop_token stop = {});

}  // namespace fleming::inference
