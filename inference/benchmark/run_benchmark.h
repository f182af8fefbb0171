#pragma once

#include "inference/benchmark.h"

#include <stop_token>

// The engine module's side of inference/benchmark.h, which documents the function of the same name.
namespace fleming::inference::core {

BenchmarkResult runBenchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress, std::stop_token stop);

}  // namespace fleming::inference::core
