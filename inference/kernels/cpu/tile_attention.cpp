#include "inference/kernels/cpu/tile_attention.h"

#include "inference/kernels/cpu/clones.h"

#include <algorithm>
#include <cmath>

namespace fleming::inference {

namespace {

FLEMING_FOR_EACH_CPU
void scaledRow(const float* row, std::int64_t size, float factor, Bfloat16* target) {
    for (std::int64_t i = 0; i < size; ++i)
        target[i] = toBfloat16(row[i] * factor);
}

}  // namespace

/// What a thread works with.
struct TiledHead::Scratch {
    TileBuffer<std::uint16_t> queries, shares;
    TileBuffer<float> scores, mixed;
    float sums[kBandRows] = {};
    std::int64_t steps = 0;  ///< of keys that the band sees
};

TiledHead::TiledHead(const TileKernels& kernels, std::int64_t length, std::int64_t size)
    : kernels_(&kernels),
      length_(length),
      size_(size),
      keyBands_(bandsOf(length)),
      keySteps_(stepsOf(size)),
      valueBands_(bandsOf(size)) {
    keys_.resize(keyBands_ * keySteps_ * kStepNumbers);
    values_.resize(valueBands_ * keyBands_ * kStepNumbers);
}

void TiledHead::pack(std::int64_t band, HeadRows keys, HeadRows values) {
    const TileSource keySource{TileSource::byRows, reinterpret_cast<const std::uint8_t*>(keys.data), length_, size_,
                               keys.stride};
    const TileSource valueSource{TileSource::byColumns, reinterpret_cast<const std::uint8_t*>(values.data), size_,
                                 length_, values.stride};
    kernels_->packRight(keySource, band, 0, keySteps_, keys_.data() + band * keySteps_ * kStepNumbers);
    for (std::int64_t v = 0; v < valueBands_; ++v) {
        kernels_->packRight(valueSource, v, band, band + 1, values_.data() + (v * keyBands_ + band) * kStepNumbers);
    }
}

void TiledHead::takeShares(const HeadQueries& q, std::int64_t firstRow, std::int64_t rows, Scratch& scratch) const {
    const float scale = 1.0F / std::sqrt(static_cast<float>(size_));
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t visible = std::min(length_, q.visible + (firstRow + r) / q.group * q.visibleMore);
        scratch.sums[r] = kernels_->share(scratch.scores.data() + r * scratch.steps * kStepTerms, visible, scale,
                                          scratch.steps, scratch.shares.data() + r * kStepTerms);
    }
}

void TiledHead::attend(const HeadQueries& q, std::int64_t band) const {
    thread_local Scratch scratch;
    const std::int64_t firstRow = band * kBandRows, rows = std::min(kBandRows, q.rows - firstRow);
    const std::int64_t seen = std::min(length_, q.visible + (firstRow + rows - 1) / q.group * q.visibleMore);
    scratch.steps = stepsOf(seen);
    scratch.queries.resize(keySteps_ * kStepNumbers);
    scratch.shares.resize(keyBands_ * kStepNumbers);
    scratch.scores.resize(kBandRows * keyBands_ * kStepTerms);
    scratch.mixed.resize(kBandRows * valueBands_ * kBandRows);
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t token = (firstRow + r) / q.group, head = (firstRow + r) % q.group;
        setBandRow(scratch.queries.data(), r, q.queries + token * q.stride + head * size_, size_);
    }
    kernels_->multiply(scratch.queries.data(), 0, 1, keys_.data(), keySteps_ * kStepNumbers, scratch.steps, keySteps_,
                       scratch.scores.data(), scratch.steps * kStepTerms, false, SoonWanted{});
    takeShares(q, firstRow, rows, scratch);
    const std::int64_t width = valueBands_ * kBandRows;
    kernels_->multiply(scratch.shares.data(), 0, 1, values_.data(), keyBands_ * kStepNumbers, valueBands_,
                       scratch.steps, scratch.mixed.data(), width, false, SoonWanted{});
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t token = (firstRow + r) / q.group, head = (firstRow + r) % q.group;
        scaledRow(scratch.mixed.data() + r * width, size_, 1.0F / scratch.sums[r],
                  q.mixed + token * q.mixedStride + head * size_);
    }
}

}  // namespace fleming::inference
