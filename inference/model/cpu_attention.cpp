#include "inference/model/cpu_attention.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "inference/kernels/cpu/multiply.h"
#include "inference/kernels/cpu/rows.h"
#include "inference/model/rotary.h"

namespace fleming::inference {

namespace {

constexpr std::int64_t kTokensInPart = 512;

}  // namespace

CpuAttention::CpuAttention(const LanguageConfig& config, const std::vector<DecodedSequence>& sequences, std::size_t layers)
    : heads_(config.heads),
      kvHeads_(config.kvHeads),
      group_(config.heads / config.kvHeads),
      size_(config.headSize),
      stride_(pairedColumns(config.headSize)),
      config_(config),
      kernels_(*kernelsHere().front()) {
    for (const DecodedSequence& decoded : sequences) addSequence(decoded, layers);
    firstPart_.push_back(parts_.size());
    const std::size_t count = sequences.size(), rows = parts_.size() * static_cast<std::size_t>(group_);
    queries_.resize(count * static_cast<std::size_t>(heads_ * size_));
    keys_.resize(count * static_cast<std::size_t>(kvHeads_ * size_));
    values_.resize(keys_.size());
    rotated_.resize(count * static_cast<std::size_t>(heads_ * stride_));
    scores_.resize(rows * static_cast<std::size_t>(longestPart_));
    mixed_.resize(rows * static_cast<std::size_t>(stride_));
    largest_.resize(rows);
    sums_.resize(rows);
}

void CpuAttention::addSequence(const DecodedSequence& decoded, std::size_t layers) {
    const KvCache& cache = *decoded.cache;
    Sequence sequence;
    sequence.length = cache.length() + 1;
    for (std::size_t i = 0; i < layers; ++i) {
        const torch::Tensor keys = cache.keys(i, sequence.length), values = cache.values(i, sequence.length);
        sequence.keys.push_back(static_cast<std::byte*>(keys.data_ptr()));
        sequence.values.push_back(static_cast<std::byte*>(values.data_ptr()));
        sequence.headBytes = keys.stride(0) * static_cast<std::int64_t>(keys.element_size());
        paired_ = keys.scalar_type() == torch::kBFloat16;
    }
    const RotaryTable rotary = rotaryTable(config_, cache.length(), 1, decoded.sequenceLength, torch::kCPU);
    const auto copied = [](const torch::Tensor& x) { return std::vector<float>(x.data_ptr<float>(), x.data_ptr<float>() + x.numel()); };
    sequence.cos = copied(rotary.cos);
    sequence.sin = copied(rotary.sin);
    for (std::int64_t keyHead = 0; keyHead < kvHeads_; ++keyHead) {
        firstPart_.push_back(parts_.size());
        for (std::int64_t first = 0; first < sequence.length; first += kTokensInPart) {
            const std::int64_t last = std::min(first + kTokensInPart, sequence.length);
            parts_.push_back({sequences_.size(), keyHead, first, last});
            longestPart_ = std::max(longestPart_, last - first);
        }
    }
    sequences_.push_back(std::move(sequence));
}

void CpuAttention::run(std::size_t layer, const float* queryBias, const float* keyBias, const float* valueBias,
                       Activations& mixed) {
    const auto count = static_cast<std::int64_t>(sequences_.size());
    const std::int64_t tasks = heads_ + kvHeads_;
#pragma omp for
    for (std::int64_t task = 0; task < count * tasks; ++task) {
        const std::int64_t m = task / tasks, head = task % tasks;
        if (head < heads_) {
            rotateQuery(m, head, queryBias);
        } else {
            storeKeyAndValue(m, head - heads_, layer, keyBias, valueBias);
        }
    }
#pragma omp for schedule(dynamic, 1)
    for (std::size_t part = 0; part < parts_.size(); ++part) attend(part, layer);
#pragma omp for
    for (std::int64_t task = 0; task < count * heads_; ++task) {
        const std::int64_t m = task / heads_, head = task % heads_;
        combine(m, head, mixed.row(m) + head * size_);
    }
}

void CpuAttention::rotateQuery(std::int64_t m, std::int64_t head, const float* bias) {
    thread_local std::vector<float> rotated;
    rotated.resize(static_cast<std::size_t>(size_));
    float* query = queries_.data() + (m * heads_ + head) * size_;
    addRow(query, bias + head * size_, size_);
    const Sequence& sequence = sequences_[static_cast<std::size_t>(m)];
    rotateRow(query, sequence.cos.data(), sequence.sin.data(), size_, rotated.data());
    const float scale = 1.0F / std::sqrt(static_cast<float>(size_));
    float* target = rotated_.data() + (m * heads_ + head) * stride_;
    for (std::int64_t c = 0; c < size_; ++c) {
        target[paired_ ? pairedPlace(c) : c] = rotated[static_cast<std::size_t>(c)] * scale;
    }
}

void CpuAttention::storeKeyAndValue(std::int64_t m, std::int64_t keyHead, std::size_t layer, const float* keyBias,
                                    const float* valueBias) {
    const Sequence& sequence = sequences_[static_cast<std::size_t>(m)];
    thread_local std::vector<float> rotated;
    rotated.resize(static_cast<std::size_t>(size_));
    float* key = keys_.data() + (m * kvHeads_ + keyHead) * size_;
    float* value = values_.data() + (m * kvHeads_ + keyHead) * size_;
    addRow(key, keyBias + keyHead * size_, size_);
    addRow(value, valueBias + keyHead * size_, size_);
    rotateRow(key, sequence.cos.data(), sequence.sin.data(), size_, rotated.data());
    const std::int64_t bytes = size_ * (paired_ ? 2 : 4), at = keyHead * sequence.headBytes + (sequence.length - 1) * bytes;
    const auto store = [&](std::byte* target, const float* row) {
        if (paired_) {
            bfloat16Row(row, size_, reinterpret_cast<Bfloat16*>(target));
        } else {
            std::copy_n(row, size_, reinterpret_cast<float*>(target));
        }
    };
    store(sequence.keys[layer] + at, rotated.data());
    store(sequence.values[layer] + at, value);
}

void CpuAttention::attend(std::size_t index, std::size_t layer) {
    const Part& part = parts_[index];
    const Sequence& sequence = sequences_[part.sequence];
    const std::int64_t bytes = size_ * (paired_ ? 2 : 4), at = part.keyHead * sequence.headBytes + part.first * bytes;
    const auto row = static_cast<std::int64_t>(index) * group_;
    const std::int64_t query = (static_cast<std::int64_t>(part.sequence) * heads_ + part.keyHead * group_) * stride_;
    const Attention attention{sequence.keys[layer] + at, sequence.values[layer] + at, part.last - part.first, size_, group_,
                              rotated_.data() + query, scores_.data() + row * longestPart_, mixed_.data() + row * stride_};
    (paired_ ? kernels_.scoresBfloat16 : kernels_.scoresFloat32)(attention);
    for (std::int64_t g = 0; g < group_; ++g) {
        const Softmax softmax = exponentialRow(attention.scores + g * attention.tokens, attention.tokens);
        largest_[static_cast<std::size_t>(row + g)] = softmax.largest;
        sums_[static_cast<std::size_t>(row + g)] = softmax.sum;
    }
    (paired_ ? kernels_.mixBfloat16 : kernels_.mixFloat32)(attention);
}

/// Brings the parts of a head's row together: each was made with its own largest score taken off.
void CpuAttention::combine(std::int64_t m, std::int64_t head, float* target) const {
    const auto place = static_cast<std::size_t>(m * kvHeads_ + head / group_);
    const auto rowOf = [&](std::size_t part) { return part * static_cast<std::size_t>(group_) + static_cast<std::size_t>(head % group_); };
    float largest = largest_[rowOf(firstPart_[place])];
    for (std::size_t part = firstPart_[place]; part < firstPart_[place + 1]; ++part) largest = std::max(largest, largest_[rowOf(part)]);
    std::fill_n(target, size_, 0.0F);
    float sum = 0.0F;
    const std::int64_t whole = size_ / 32 * 32;
    for (std::size_t part = firstPart_[place]; part < firstPart_[place + 1]; ++part) {
        const float share = std::exp(largest_[rowOf(part)] - largest);
        const float* mixed = mixed_.data() + static_cast<std::int64_t>(rowOf(part)) * stride_;
        sum += share * sums_[rowOf(part)];
        for (std::int64_t c = 0; c < size_; ++c) target[c] += share * mixed[paired_ && c < whole ? pairedPlace(c) : c];
    }
    for (std::int64_t c = 0; c < size_; ++c) target[c] /= sum;
}

}  // namespace fleming::inference
