#include "inference/model/cpu_attention.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "inference/kernels/cpu/multiply.h"
#include "inference/kernels/cpu/rows.h"
#include "inference/model/rotary.h"

namespace fleming::inference {

namespace {

constexpr std::int64_t kTokensInPart = 512;

/// Where the numbers of a key head's token lie in a layer's keys or values [kvHeads, capacity, headSize].
std::byte* numbersAt(const torch::Tensor& layer, std::int64_t keyHead, std::int64_t token) {
    const std::int64_t place = (keyHead * layer.size(1) + token) * layer.size(2);
    return static_cast<std::byte*>(layer.data_ptr()) + place * static_cast<std::int64_t>(layer.element_size());
}

}  // namespace

CpuAttention::CpuAttention(const LanguageConfig& config, const std::vector<DecodedSequence>& sequences)
    : heads_(config.heads),
      kvHeads_(config.kvHeads),
      group_(config.heads / config.kvHeads),
      size_(config.headSize),
      stride_(pairedColumns(config.headSize)),
      kernels_(*kernelsHere().front()) {
    for (const DecodedSequence& decoded : sequences) addSequence(config, decoded);
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

void CpuAttention::addSequence(const LanguageConfig& config, const DecodedSequence& decoded) {
    const KvCache& cache = *decoded.cache;
    Sequence sequence{&cache, cache.length() + 1, {}, {}};
    paired_ = cache.layer(0).keys.scalar_type() == torch::kBFloat16;
    for (const float frequency : rotaryFrequencies(config, decoded.sequenceLength)) {
        const float angle = static_cast<float>(cache.length()) * frequency;
        sequence.cos.push_back(std::cos(angle));
        sequence.sin.push_back(std::sin(angle));
    }
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
                       WeightType next, Activations& mixed) {
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
    // Whole heads and whole groups of columns at a time.
    const std::int64_t columns = mixed.columns(), step = std::lcm(size_, kGroupColumns), steps = (columns + step - 1) / step;
#pragma omp for
    for (std::int64_t task = 0; task < count * steps; ++task) {
        const std::int64_t m = task / steps, first = task % steps * step, last = std::min(first + step, columns);
        for (std::int64_t c = first; c < last; c += size_) combine(m, c / size_, mixed.row(m) + c);
        mixed.prepare(m, next, first, last);
    }
}

void CpuAttention::rotateQuery(std::int64_t m, std::int64_t head, const float* bias) {
    thread_local std::vector<float> rotated;
    rotated.assign(static_cast<std::size_t>(stride_), 0.0F);
    float* query = queries_.data() + (m * heads_ + head) * size_;
    addRow(query, bias + head * size_, size_);
    const Sequence& sequence = sequences_[static_cast<std::size_t>(m)];
    rotateRow(query, sequence.cos.data(), sequence.sin.data(), size_, rotated.data());
    const float scale = 1.0F / std::sqrt(static_cast<float>(size_));
    float* target = rotated_.data() + (m * heads_ + head) * stride_;
    if (paired_) {
        pairRow(rotated.data(), stride_, scale, target);
    } else {
        for (std::int64_t c = 0; c < size_; ++c) target[c] = rotated[static_cast<std::size_t>(c)] * scale;
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
    const auto store = [&](const torch::Tensor& cached, const float* row) {
        std::byte* target = numbersAt(cached, keyHead, sequence.length - 1);
        if (paired_) {
            bfloat16Row(row, size_, reinterpret_cast<Bfloat16*>(target));
        } else {
            std::copy_n(row, size_, reinterpret_cast<float*>(target));
        }
    };
    store(sequence.cache->layer(layer).keys, rotated.data());
    store(sequence.cache->layer(layer).values, value);
}

void CpuAttention::attend(std::size_t index, std::size_t layer) {
    const Part& part = parts_[index];
    const Sequence& sequence = sequences_[part.sequence];
    const KvCache::Layer& cached = sequence.cache->layer(layer);
    const auto row = static_cast<std::int64_t>(index) * group_;
    const std::int64_t query = (static_cast<std::int64_t>(part.sequence) * heads_ + part.keyHead * group_) * stride_;
    const Attention attention{numbersAt(cached.keys, part.keyHead, part.first), numbersAt(cached.values, part.keyHead, part.first),
                              part.last - part.first, size_, group_, rotated_.data() + query, scores_.data() + row * longestPart_, mixed_.data() + row * stride_};
    (paired_ ? kernels_.scoresBfloat16 : kernels_.scoresFloat32)(attention);
    for (std::int64_t g = 0; g < group_; ++g) {
        const Softmax softmax = exponentialRow(attention.scores + g * attention.tokens, attention.tokens);
        largest_[static_cast<std::size_t>(row + g)] = softmax.largest;
        sums_[static_cast<std::size_t>(row + g)] = softmax.sum;
    }
    (paired_ ? kernels_.mixBfloat16 : kernels_.mixFloat32)(attention);
}

/// Brings the parts of a head together: each was made with its own largest score taken off.
void CpuAttention::combine(std::int64_t m, std::int64_t head, float* target) const {
    const auto place = static_cast<std::size_t>(m * kvHeads_ + head / group_);
    const auto rowOf = [&](std::size_t part) { return part * static_cast<std::size_t>(group_) + static_cast<std::size_t>(head % group_); };
    float largest = largest_[rowOf(firstPart_[place])];
    for (std::size_t part = firstPart_[place]; part < firstPart_[place + 1]; ++part) largest = std::max(largest, largest_[rowOf(part)]);
    thread_local std::vector<float> total;
    total.assign(static_cast<std::size_t>(stride_), 0.0F);
    float sum = 0.0F;
    for (std::size_t part = firstPart_[place]; part < firstPart_[place + 1]; ++part) {
        const float share = std::exp(largest_[rowOf(part)] - largest);
        const float* mixed = mixed_.data() + static_cast<std::int64_t>(rowOf(part)) * stride_;
        sum += share * sums_[rowOf(part)];
        for (std::int64_t c = 0; c < size_; ++c) total[static_cast<std::size_t>(c)] += share * mixed[c];
    }
    const std::int64_t whole = paired_ ? size_ / 32 * 32 : 0;
    unpairRow(total.data(), whole, 1.0F / sum, target);
    for (std::int64_t c = whole; c < size_; ++c) target[c] = total[static_cast<std::size_t>(c)] / sum;
}

}  // namespace fleming::inference
