#include "inference/kernels/cpu/amx_attention.h"

#include "base/target_clones.h"

#include <algorithm>
#include <cmath>

namespace fleming::inference {

namespace {

FLEMING_TARGET_CLONES
void scaleToBfloat16(const float* row, std::int64_t size, float factor, Bfloat16* target) {
    for (std::int64_t i = 0; i < size; ++i)
        target[i] = toBfloat16(row[i] * factor);
}

}  // namespace

/// Work buffers of a thread.
struct AmxHead::Scratch {
    AlignedBuffer<std::uint16_t> queries, weights;
    AlignedBuffer<float> scores, output;
    float sums[kTilePanelRows] = {};
    std::int64_t steps = 0;  ///< steps of the keys that the query panel sees
};

AmxHead::AmxHead(const AmxKernels& kernels, std::int64_t length, std::int64_t size)
    : kernels_(&kernels),
      length_(length),
      size_(size),
      keyPanels_(tilePanelCount(length)),
      keySteps_(stepCount(size)),
      valuePanels_(tilePanelCount(size)) {
    keys_.resize(keyPanels_ * keySteps_ * kStepElements);
    values_.resize(valuePanels_ * keyPanels_ * kStepElements);
}

void AmxHead::pack(std::int64_t panel, StridedRows keys, StridedRows values) {
    const PackSource keySource{PackSource::rowMajor, reinterpret_cast<const std::uint8_t*>(keys.data), length_, size_,
                               keys.stride};
    const PackSource valueSource{PackSource::columnMajor, reinterpret_cast<const std::uint8_t*>(values.data), size_,
                                 length_, values.stride};
    kernels_->packRight(keySource, panel, 0, keySteps_, keys_.data() + panel * keySteps_ * kStepElements);
    for (std::int64_t v = 0; v < valuePanels_; ++v) {
        kernels_->packRight(valueSource, v, panel, panel + 1,
                            values_.data() + (v * keyPanels_ + panel) * kStepElements);
    }
}

void AmxHead::computeWeights(const QueryRows& q, std::int64_t firstRow, std::int64_t rows, Scratch& scratch) const {
    const float scale = 1.0F / std::sqrt(static_cast<float>(size_));
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t visible = std::min(length_, q.visible + (firstRow + r) / q.group * q.visibleIncrement);
        scratch.sums[r] = kernels_->exponentialRow(scratch.scores.data() + r * scratch.steps * kStepDepth, visible,
                                                   scale, scratch.steps, scratch.weights.data() + r * kStepDepth);
    }
}

void AmxHead::attend(const QueryRows& q, std::int64_t panel) const {
    thread_local Scratch scratch;
    const std::int64_t firstRow = panel * kTilePanelRows, rows = std::min(kTilePanelRows, q.rows - firstRow);
    const std::int64_t visible = std::min(length_, q.visible + (firstRow + rows - 1) / q.group * q.visibleIncrement);
    scratch.steps = stepCount(visible);
    scratch.queries.resize(keySteps_ * kStepElements);
    scratch.weights.resize(keyPanels_ * kStepElements);
    scratch.scores.resize(kTilePanelRows * keyPanels_ * kStepDepth);
    scratch.output.resize(kTilePanelRows * valuePanels_ * kTilePanelRows);
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t token = (firstRow + r) / q.group, head = (firstRow + r) % q.group;
        packLeftRow(scratch.queries.data(), r, q.queries + token * q.stride + head * size_, size_);
    }
    kernels_->gemm(scratch.queries.data(), 0, 1, keys_.data(), keySteps_ * kStepElements, scratch.steps, keySteps_,
                   scratch.scores.data(), scratch.steps * kStepDepth, false, PrefetchRange{});
    computeWeights(q, firstRow, rows, scratch);
    const std::int64_t width = valuePanels_ * kTilePanelRows;
    kernels_->gemm(scratch.weights.data(), 0, 1, values_.data(), keyPanels_ * kStepElements, valuePanels_,
                   scratch.steps, scratch.output.data(), width, false, PrefetchRange{});
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t token = (firstRow + r) / q.group, head = (firstRow + r) % q.group;
        scaleToBfloat16(scratch.output.data() + r * width, size_, 1.0F / scratch.sums[r],
                        q.output + token * q.outputStride + head * size_);
    }
}

}  // namespace fleming::inference
