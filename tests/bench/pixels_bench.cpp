// Measures pixelValues() for the 11 slices of a volume. peers_pixels.py measures Pillow and CLIPImageProcessor on the
// same images.

#include "inference/image_processor.h"

#include <benchmark/benchmark.h>
#include <cstdint>
#include <vector>

namespace {

using namespace fleming::inference;

constexpr int kSlices = 11;
constexpr int kSide = 448;

/// Returns grey slices with the value (7 x + 13 y + 31 slice) mod 256 in all three channels, as peers_pixels.py.
std::vector<ImageInput> makeSlices(int size, Fit fit) {
    std::vector<ImageInput> slices;
    for (int slice = 0; slice < kSlices; ++slice) {
        Image image{size, size, {}};
        for (int y = 0; y < size; ++y) {
            for (int x = 0; x < size; ++x)
                image.rgb.insert(image.rgb.end(), 3, static_cast<std::uint8_t>(7 * x + 13 * y + 31 * slice));
        }
        slices.push_back({std::move(image), fit});
    }
    return slices;
}

void pixelValuesOf11Slices(benchmark::State& state, int size, Fit fit) {
    const std::vector<ImageInput> slices = makeSlices(size, fit);
    for (auto _ : state)
        benchmark::DoNotOptimize(pixelValues(slices, kSide));
    state.counters["slices/s"] = benchmark::Counter(kSlices, benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK_CAPTURE(pixelValuesOf11Slices, 256x256_cover, 256, Fit::cover)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(pixelValuesOf11Slices, 512x512_stretch, 512, Fit::stretch)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
