// Measures the engine on a CUDA device:
//
//     fleming_gpu_bench SHAPE[,TYPE[,SEQUENCES]] ...
//
// SHAPE: 1b, 8b or 38b. TYPE: none, int8 or int4; without it, each of them. SEQUENCES: decoded at once, default 1.
// Prints one line of JSON per measurement.
#include "inference/benchmark.h"

#include <cstdio>
#include <exception>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace fleming::inference;

std::vector<std::string> splitAtCommas(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

void measure(const BenchmarkOptions& options) {
    const BenchmarkResult r = runBenchmark(options);
    std::printf(
        "{\"model\": \"%s\", \"type\": \"%s\", \"sequences\": %d, \"read_gb_s\": %.0f, \"matmul_gflops\": %.0f, "
        "\"vision_images_s\": %.1f, \"vision_percent\": %.0f, \"prefill_seconds\": %.4f, \"prefill_percent\": %.0f, "
        "\"decode_tokens_s\": %.1f, \"decode_percent\": %.1f, \"cold_s\": %.4f, \"warm_s\": %.4f, "
        "\"weights_gb\": %.2f, \"peak_gb\": %.1f, \"load_s\": %.1f}\n",
        r.model.c_str(), r.typeName.c_str(), options.sequences, r.readGigabytesPerSecond, r.matmulGigaflops,
        r.vision.rate, r.vision.percentOfLimit, r.prefill.seconds, r.prefill.percentOfLimit, r.decode.rate,
        r.decode.percentOfLimit, r.coldSeconds, r.warmSeconds, r.weightGigabytes, r.peakGigabytes, r.load.seconds);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    int failures = 0;
    for (int i = 1; i < argc; ++i) {
        try {
            const std::vector<std::string> parts = splitAtCommas(argv[i]);
            BenchmarkOptions options;
            options.shape = parts.at(0);
            options.engine.device = "cuda";
            options.newTokens = 256;
            if (parts.size() > 2) options.sequences = std::stoi(parts[2]);
            std::vector<Quantization> types{Quantization::none, Quantization::int8, Quantization::int4};
            if (parts.size() > 1) types = {quantizationFromString(parts[1])};
            for (const Quantization type : types) {
                options.engine.quantization = type;
                measure(options);
            }
        } catch (const std::exception& error) {
            ++failures;
            std::fprintf(stderr, "%s: %s\n", argv[i], error.what());
        }
    }
    return failures == 0 ? 0 : 1;
}
