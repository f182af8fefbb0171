#include "inference/benchmark.h"

#include "inference/module/engine_module.h"

#include <utility>

namespace fleming::inference {

BenchmarkResult runBenchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress, std::stop_token stop) {
    return engineModule().runBenchmark(options, progress, std::move(stop));
}

}  // namespace fleming::inference
