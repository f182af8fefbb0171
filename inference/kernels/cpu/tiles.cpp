#include "inference/kernels/cpu/tiles.h"

#include "inference/kernels/cpu/kernel_sets.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#if defined(__x86_64__) && defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace fleming::inference {

namespace {

// Of a matrix 32 rows and so many terms are packed at a time, and multiplied with so many rows of the other side: all
// of it, and the sums, stay in a core's second cache.
constexpr std::int64_t kStepsAtOnce = 32;
constexpr std::int64_t kBandsAtOnce = 32;
constexpr std::int64_t kFarBytes = std::int64_t{2} << 20;

/// The system gives a process tile registers when it asks for them: Linux, Documentation/arch/x86/xstate.rst.
bool mayUseTiles() {
#if defined(__x86_64__) && defined(__linux__)
    constexpr long kRequestPermission = 0x1023, kTileData = 18;
    return __builtin_cpu_supports("amx-tile") && __builtin_cpu_supports("amx-bf16") &&
           __builtin_cpu_supports("avx512bf16") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           ::syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
#else
    return false;
#endif
}

TileSource sourceOf(const WeightMatrix& w) {
    const auto layout = w.type == WeightType::int8   ? TileSource::int8
                        : w.type == WeightType::int4 ? TileSource::int4
                                                     : TileSource::byRows;
    return {layout, reinterpret_cast<const std::uint8_t*>(w.data), w.rows, w.columns, w.columns};
}

/// Where the steps [first, last) of a band lie in memory.
SoonWanted bytesOf(const WeightMatrix& w, std::int64_t band, std::int64_t first, std::int64_t last) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(w.data);
    if (!isQuantized(w.type)) {
        const std::int64_t row = band * kBandRows, rows = std::min(kBandRows, w.rows - row);
        const std::int64_t bytes = 2 * (std::min(last * kStepTerms, w.columns) - first * kStepTerms);
        return {data + 2 * (row * w.columns + first * kStepTerms), rows, bytes, 2 * w.columns};
    }
    const std::int64_t stripBytes = groupsOf(w.columns) * blockBytes(w.type),
                       strips = std::min<std::int64_t>(2, stripsOf(w.rows) - 2 * band);
    const std::int64_t groups = (last + kStepsOfGroup - 1) / kStepsOfGroup - first / kStepsOfGroup;
    return {data + 2 * band * stripBytes + first / kStepsOfGroup * blockBytes(w.type), strips,
            groups * blockBytes(w.type), stripBytes};
}

}  // namespace

const TileKernels* tileKernelsHere() {
#if defined(__x86_64__)
    static const TileKernels* const kernels =
        std::getenv("FLEMING_NO_TILES") == nullptr && mayUseTiles() ? &kAmxKernels : nullptr;
    return kernels;
#else
    return nullptr;
#endif
}

TiledRows::TiledRows(std::int64_t rows, std::int64_t columns)
    : rows_(rows), columns_(columns), steps_(stepsOf(columns)) {
    tiles_.resize(bands() * bandNumbers());
}

void setBandRow(std::uint16_t* band, std::int64_t row, const Bfloat16* numbers, std::int64_t size) {
    std::uint16_t* target = band + row * kStepTerms;
    const std::int64_t whole = size / kStepTerms;
    for (std::int64_t step = 0; step < whole; ++step) {
        std::memcpy(target + step * kStepNumbers, numbers + step * kStepTerms, kStepTerms * sizeof(Bfloat16));
    }
    if (size == whole * kStepTerms) return;
    std::uint16_t* last = target + whole * kStepNumbers;
    std::fill(std::copy(numbers + whole * kStepTerms, numbers + size, last), last + kStepTerms, std::uint16_t{0});
}

void TiledRows::set(std::int64_t row, const Bfloat16* numbers) {
    setBandRow(tiles_.data() + row / kBandRows * bandNumbers(), row % kBandRows, numbers, columns_);
}

void multiplyTiles(const TileKernels& kernels, const WeightMatrix& weights, const Bfloat16* bias, const TiledRows& x,
                   std::int64_t task, Bfloat16* y) {
    thread_local TileBuffer<std::uint16_t> packed;
    thread_local TileBuffer<float> sums;
    const std::int64_t steps = stepsOf(weights.columns), firstRow = task * kTileTaskRows;
    const std::int64_t rows = std::min(kTileTaskRows, weights.rows - firstRow), bands = bandsOf(rows);
    const std::int64_t width = bands * kBandRows, firstBand = firstRow / kBandRows;
    packed.resize(std::min(steps, kStepsAtOnce) * kStepNumbers);
    sums.resize(std::min(x.bands(), kBandsAtOnce) * kBandRows * width);
    float* c = sums.data();
    const TileSource source = sourceOf(weights);
    const bool far = x.rows() * weights.rows * static_cast<std::int64_t>(sizeof(Bfloat16)) > kFarBytes;
    for (std::int64_t left = 0; left < x.bands(); left += kBandsAtOnce) {
        const std::int64_t leftBands = std::min(kBandsAtOnce, x.bands() - left);
        for (std::int64_t first = 0; first < steps; first += kStepsAtOnce) {
            const std::int64_t last = std::min(first + kStepsAtOnce, steps);
            for (std::int64_t band = 0; band < bands; ++band) {
                kernels.packRight(source, firstBand + band, first, last, packed.data());
                const bool nextSteps = band + 1 == bands;
                const SoonWanted soon = !nextSteps ? bytesOf(weights, firstBand + band + 1, first, last)
                                        : last < steps
                                            ? bytesOf(weights, firstBand, last, std::min(last + kStepsAtOnce, steps))
                                            : SoonWanted{};
                kernels.multiply(x.band(left) + first * kStepNumbers, x.bandNumbers(), leftBands, packed.data(), 0, 1,
                                 last - first, c + band * kBandRows, width, first > 0, soon);
            }
        }
        const std::int64_t row = left * kBandRows;
        kernels.finish(c, width, bias == nullptr ? nullptr : bias + firstRow,
                       std::min(leftBands * kBandRows, x.rows() - row), rows, y + row * weights.rows + firstRow,
                       weights.rows, far);
    }
}

}  // namespace fleming::inference
