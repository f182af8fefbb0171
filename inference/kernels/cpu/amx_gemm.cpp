#include "inference/kernels/cpu/amx_gemm.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#if defined(__x86_64__) && defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace fleming::inference {

namespace {

// Cache blocking: one pass packs 32 steps of one tile panel of the weights and multiplies them with up to 32 tile
// panels of x. The packed weights and the sums stay in the L2 cache of a core.
constexpr std::int64_t kStepsPerPass = 32;
constexpr std::int64_t kPanelsPerPass = 32;
constexpr std::int64_t kNonTemporalBytes = std::int64_t{2} << 20;

/// Returns true if the CPU has AMX and Linux grants this process its use, which a process must request (Linux kernel,
/// Documentation/arch/x86/xstate.rst).
bool requestAmx() {
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

PackSource toPackSource(const WeightMatrix& w) {
    const auto layout = w.type == WeightType::int8   ? PackSource::int8
                        : w.type == WeightType::int4 ? PackSource::int4
                                                     : PackSource::rowMajor;
    return {layout, reinterpret_cast<const std::uint8_t*>(w.data), w.rows, w.columns, w.columns};
}

/// Returns the memory of the steps [first, last) of a tile panel.
PrefetchRange prefetchRange(const WeightMatrix& w, std::int64_t panel, std::int64_t first, std::int64_t last) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(w.data);
    if (!isQuantized(w.type)) {
        const std::int64_t row = panel * kTilePanelRows, rows = std::min(kTilePanelRows, w.rows - row);
        const std::int64_t bytes = 2 * (std::min(last * kStepDepth, w.columns) - first * kStepDepth);
        return {data + 2 * (row * w.columns + first * kStepDepth), rows, bytes, 2 * w.columns};
    }
    const std::int64_t panelBytes = groupCount(w.columns) * blockBytes(w.type),
                       panels = std::min<std::int64_t>(2, panelCount(w.rows) - 2 * panel);
    const std::int64_t groups = (last + kStepsPerGroup - 1) / kStepsPerGroup - first / kStepsPerGroup;
    return {data + 2 * panel * panelBytes + first / kStepsPerGroup * blockBytes(w.type), panels,
            groups * blockBytes(w.type), panelBytes};
}

}  // namespace

const AmxKernels* amxKernels() {
#if defined(__x86_64__)
    static const AmxKernels* const kernels =
        std::getenv("FLEMING_NO_AMX") == nullptr && requestAmx() ? &kAmxKernels : nullptr;
    return kernels;
#else
    return nullptr;
#endif
}

AmxRows::AmxRows(std::int64_t rows, std::int64_t columns) : rows_(rows), columns_(columns), steps_(stepCount(columns)) {
    tiles_.resize(panels() * panelElements());
}

void packLeftRow(std::uint16_t* panel, std::int64_t row, const Bfloat16* elements, std::int64_t size) {
    std::uint16_t* target = panel + row * kStepDepth;
    const std::int64_t whole = size / kStepDepth;
    for (std::int64_t step = 0; step < whole; ++step) {
        std::memcpy(target + step * kStepElements, elements + step * kStepDepth, kStepDepth * sizeof(Bfloat16));
    }
    if (size == whole * kStepDepth) return;
    std::uint16_t* last = target + whole * kStepElements;
    std::fill(std::copy(elements + whole * kStepDepth, elements + size, last), last + kStepDepth, std::uint16_t{0});
}

void AmxRows::set(std::int64_t row, const Bfloat16* elements) {
    packLeftRow(tiles_.data() + row / kTilePanelRows * panelElements(), row % kTilePanelRows, elements, columns_);
}

void amxGemm(const AmxKernels& kernels, const WeightMatrix& weights, const Bfloat16* bias, const AmxRows& x,
             std::int64_t task, Bfloat16* y) {
    thread_local AlignedBuffer<std::uint16_t> packed;
    thread_local AlignedBuffer<float> sums;
    const std::int64_t steps = stepCount(weights.columns), firstRow = task * kGemmTaskRows;
    const std::int64_t rows = std::min(kGemmTaskRows, weights.rows - firstRow), panels = tilePanelCount(rows);
    const std::int64_t width = panels * kTilePanelRows, firstPanel = firstRow / kTilePanelRows;
    packed.resize(std::min(steps, kStepsPerPass) * kStepElements);
    sums.resize(std::min(x.panels(), kPanelsPerPass) * kTilePanelRows * width);
    float* c = sums.data();
    const PackSource source = toPackSource(weights);
    const bool nonTemporal = x.rows() * weights.rows * static_cast<std::int64_t>(sizeof(Bfloat16)) > kNonTemporalBytes;
    for (std::int64_t left = 0; left < x.panels(); left += kPanelsPerPass) {
        const std::int64_t leftPanels = std::min(kPanelsPerPass, x.panels() - left);
        for (std::int64_t first = 0; first < steps; first += kStepsPerPass) {
            const std::int64_t last = std::min(first + kStepsPerPass, steps);
            for (std::int64_t panel = 0; panel < panels; ++panel) {
                kernels.packRight(source, firstPanel + panel, first, last, packed.data());
                const bool nextSteps = panel + 1 == panels;
                const PrefetchRange range =
                    !nextSteps     ? prefetchRange(weights, firstPanel + panel + 1, first, last)
                    : last < steps ? prefetchRange(weights, firstPanel, last, std::min(last + kStepsPerPass, steps))
                                   : PrefetchRange{};
                kernels.gemm(x.panel(left) + first * kStepElements, x.panelElements(), leftPanels, packed.data(), 0, 1,
                             last - first, c + panel * kTilePanelRows, width, first > 0, range);
            }
        }
        const std::int64_t row = left * kTilePanelRows;
        kernels.storeResult(c, width, bias == nullptr ? nullptr : bias + firstRow,
                            std::min(leftPanels * kTilePanelRows, x.rows() - row), rows,
                            y + row * weights.rows + firstRow, weights.rows, nonTemporal);
    }
}

}  // namespace fleming::inference
