#include "inference/model/decoding/cpu_attention.h"

#include "inference/kernels/cpu/gemv.h"
#include "inference/kernels/cpu/row_kernels.h"
#include "inference/model/layers/rotary.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace fleming::inference {

namespace {

constexpr std::int64_t kTokensPerSplit = 512;

/// Returns the address of a token of a key head in keys or values [kvHeads, capacity, headSize].
std::byte* tokenAddress(const torch::Tensor& layer, std::int64_t keyHead, std::int64_t token) {
    const std::int64_t offset = (keyHead * layer.size(1) + token) * layer.size(2);
    return static_cast<std::byte*>(layer.data_ptr()) + offset * static_cast<std::int64_t>(layer.element_size());
}

/// Returns row + bias in a thread-local buffer, valid until the next call.
const float* biased(const float* row, const float* bias, std::int64_t size) {
    thread_local std::vector<float> sum;
    sum.assign(row, row + size);
    addRow(sum.data(), bias, size);
    return sum.data();
}

}  // namespace

CpuAttention::CpuAttention(const LanguageConfig& config, const std::vector<SequenceState>& sequences)
    : heads_(config.heads),
      kvHeads_(config.kvHeads),
      group_(config.heads / config.kvHeads),
      size_(config.headSize),
      stride_(paddedColumns(config.headSize)),
      kernels_(*supportedSimdKernels().front()) {
    for (const SequenceState& state : sequences)
        addSequence(config, state);
    firstSplit_.push_back(splits_.size());
    const std::size_t count = sequences.size(), rows = splits_.size() * static_cast<std::size_t>(group_);
    queries_.resize(count * static_cast<std::size_t>(heads_ * size_));
    keys_.resize(count * static_cast<std::size_t>(kvHeads_ * size_));
    values_.resize(keys_.size());
    scores_.resize(rows * static_cast<std::size_t>(maxSplitTokens_));
    outputs_.resize(rows * static_cast<std::size_t>(stride_));
    maxima_.resize(rows);
    sums_.resize(rows);
}

void CpuAttention::addSequence(const LanguageConfig& config, const SequenceState& state) {
    const KvCache& cache = *state.cache;
    Sequence sequence{&cache, cache.length() + 1, {}, {}};
    interleaved_ = cache.layer(0).keys.scalar_type() == torch::kBFloat16;
    for (const float frequency : rotaryFrequencies(config, state.sequenceLength)) {
        const float angle = static_cast<float>(cache.length()) * frequency;
        sequence.cos.push_back(std::cos(angle));
        sequence.sin.push_back(std::sin(angle));
    }
    for (std::int64_t keyHead = 0; keyHead < kvHeads_; ++keyHead) {
        firstSplit_.push_back(splits_.size());
        for (std::int64_t first = 0; first < sequence.length; first += kTokensPerSplit) {
            const std::int64_t last = std::min(first + kTokensPerSplit, sequence.length);
            splits_.push_back({sequences_.size(), keyHead, first, last});
            maxSplitTokens_ = std::max(maxSplitTokens_, last - first);
        }
    }
    sequences_.push_back(std::move(sequence));
}

void CpuAttention::run(std::size_t layer, const Biases& biases, WeightType next, Activations& output) {
    const auto count = static_cast<std::int64_t>(sequences_.size());
#pragma omp for schedule(dynamic, 1)
    for (std::size_t split = 0; split < splits_.size(); ++split)
        attend(split, layer, biases);
    // A task is a whole number of heads and of quantization groups.
    const std::int64_t columns = output.columns(), step = std::lcm(size_, kGroupColumns),
                       steps = (columns + step - 1) / step;
#pragma omp for
    for (std::int64_t task = 0; task < count * steps; ++task) {
        const std::int64_t m = task / steps, first = task % steps * step, last = std::min(first + step, columns);
        for (std::int64_t c = first; c < last; c += size_)
            combine(m, c / size_, output.row(m) + c);
        output.prepare(m, next, first, last);
    }
}

/// Computes row + bias, rotated to the position of the new token.
void CpuAttention::rotate(const Sequence& sequence, const float* row, const float* bias, float* rotated) const {
    rotateRow(biased(row, bias, size_), sequence.cos.data(), sequence.sin.data(), size_, rotated);
}

/// Returns the rotated queries of the heads of a key head, scaled by 1 / sqrt(headSize), in the layout of
/// AttentionOperands: [group, stride], in a thread-local buffer.
const float* CpuAttention::rotatedQueries(const Split& split, const float* bias) const {
    thread_local std::vector<float> rotated, queries;
    rotated.assign(static_cast<std::size_t>(stride_), 0.0F);
    queries.resize(static_cast<std::size_t>(group_ * stride_));
    const float scale = 1.0F / std::sqrt(static_cast<float>(size_));
    for (std::int64_t g = 0; g < group_; ++g) {
        const std::int64_t head = split.keyHead * group_ + g;
        const float* query = queries_.data() + (static_cast<std::int64_t>(split.sequence) * heads_ + head) * size_;
        rotate(sequences_[split.sequence], query, bias + head * size_, rotated.data());
        float* target = queries.data() + g * stride_;
        if (interleaved_) {
            interleaveRow(rotated.data(), stride_, scale, target);
        } else {
            for (std::int64_t c = 0; c < size_; ++c)
                target[c] = rotated[static_cast<std::size_t>(c)] * scale;
        }
    }
    return queries.data();
}

/// Writes the key and value of the new token to the cache.
void CpuAttention::store(const Split& split, const KvCache::Layer& cached, const Biases& biases) const {
    const Sequence& sequence = sequences_[split.sequence];
    thread_local std::vector<float> rotated;
    rotated.resize(static_cast<std::size_t>(size_));
    const std::int64_t at = (static_cast<std::int64_t>(split.sequence) * kvHeads_ + split.keyHead) * size_;
    rotate(sequence, keys_.data() + at, biases.key + split.keyHead * size_, rotated.data());
    const auto write = [&](const torch::Tensor& layer, const float* row) {
        std::byte* target = tokenAddress(layer, split.keyHead, sequence.length - 1);
        if (interleaved_) {
            toBfloat16Row(row, size_, reinterpret_cast<Bfloat16*>(target));
        } else {
            std::copy_n(row, size_, reinterpret_cast<float*>(target));
        }
    };
    write(cached.keys, rotated.data());
    write(cached.values, biased(values_.data() + at, biases.value + split.keyHead * size_, size_));
}

void CpuAttention::attend(std::size_t index, std::size_t layer, const Biases& biases) {
    const Split& split = splits_[index];
    const KvCache::Layer& cached = sequences_[split.sequence].cache->layer(layer);
    if (split.last == sequences_[split.sequence].length) store(split, cached, biases);
    const auto row = static_cast<std::int64_t>(index) * group_;
    const AttentionOperands attention{tokenAddress(cached.keys, split.keyHead, split.first),
                                      tokenAddress(cached.values, split.keyHead, split.first),
                                      split.last - split.first,
                                      size_,
                                      group_,
                                      rotatedQueries(split, biases.query),
                                      scores_.data() + row * maxSplitTokens_,
                                      outputs_.data() + row * stride_};
    (interleaved_ ? kernels_.scoresBfloat16 : kernels_.scoresFloat32)(attention);
    for (std::int64_t g = 0; g < group_; ++g) {
        const SoftmaxStats softmax = exponentialRow(attention.scores + g * attention.tokens, attention.tokens);
        maxima_[static_cast<std::size_t>(row + g)] = softmax.maximum;
        sums_[static_cast<std::size_t>(row + g)] = softmax.sum;
    }
    (interleaved_ ? kernels_.weightedSumBfloat16 : kernels_.weightedSumFloat32)(attention);
}

/// Merges the splits of a head: rescales each from its own maximum score to the common one.
void CpuAttention::combine(std::int64_t m, std::int64_t head, float* target) const {
    const auto index = static_cast<std::size_t>(m * kvHeads_ + head / group_);
    const auto partialRow = [&](std::size_t split) {
        return split * static_cast<std::size_t>(group_) + static_cast<std::size_t>(head % group_);
    };
    float maximum = maxima_[partialRow(firstSplit_[index])];
    for (std::size_t split = firstSplit_[index]; split < firstSplit_[index + 1]; ++split)
        maximum = std::max(maximum, maxima_[partialRow(split)]);
    thread_local std::vector<float> total;
    total.assign(static_cast<std::size_t>(stride_), 0.0F);
    float sum = 0.0F;
    for (std::size_t split = firstSplit_[index]; split < firstSplit_[index + 1]; ++split) {
        const float weight = std::exp(maxima_[partialRow(split)] - maximum);
        const float* output = outputs_.data() + static_cast<std::int64_t>(partialRow(split)) * stride_;
        sum += weight * sums_[partialRow(split)];
        for (std::int64_t c = 0; c < size_; ++c)
            total[static_cast<std::size_t>(c)] += weight * output[c];
    }
    const std::int64_t whole = interleaved_ ? size_ / 32 * 32 : 0;
    deinterleaveRow(total.data(), whole, 1.0F / sum, target);
    for (std::int64_t c = whole; c < size_; ++c)
        target[c] = total[static_cast<std::size_t>(c)] / sum;
}

}  // namespace fleming::inference
