// Measures the engine on a CUDA device. Arguments: shapes (1b, 8b, 38b). Prints one line of JSON per shape and type.
#include "inference/benchmark.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    using namespace fleming::inference;
    for (int i = 1; i < argc; ++i) {
        for (const Quantization bits : {Quantization::none, Quantization::int8, Quantization::int4}) {
            try {
                BenchmarkOptions options;
                options.shape = argv[i];
                options.engine.device = "cuda";
                options.engine.quantization = bits;
                options.newTokens = 256;
                const BenchmarkResult r = runBenchmark(options);
                std::printf(
                    "{\"model\": \"%s\", \"type\": \"%s\", \"read_gb_s\": %.0f, \"matmul_gflops\": %.0f, "
                    "\"vision_images_s\": %.1f, \"vision_percent\": %.0f, "
                    "\"prefill_seconds\": %.3f, \"prefill_percent\": %.0f, \"decode_tokens_s\": %.1f, "
                    "\"decode_percent\": %.0f, \"peak_gb\": %.1f}\n",
                    r.model.c_str(), r.typeName.c_str(), r.readGigabytesPerSecond, r.matmulGigaflops, r.vision.rate,
                    r.vision.percentOfLimit, r.prefill.seconds, r.prefill.percentOfLimit, r.decode.rate,
                    r.decode.percentOfLimit, r.peakGigabytes);
            } catch (const std::exception& error) {
                std::fprintf(stderr, "%s, %s: %s\n", argv[i], toString(bits), error.what());
            }
        }
    }
    return 0;
}
