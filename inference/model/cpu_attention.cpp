#include "inference/model/cpu_attention.h"

#include "inference/kernels/cpu/multiply.h"
#include "inference/kernels/cpu/rows.h"
#include "inference/model/rotary.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace fleming::inference {

namespace {

constexpr std::int64_t kTokensInPart = 512;

/// Where the numbers of a key head's token lie in a layer's keys or values [kvHeads, capacity, headSize].
std::byte* numbersAt(const torch::Tensor& layer, std::int64_t keyHead, std::int64_t token) {
    const std::int64_t place = (keyHead * layer.size(1) + token) * layer.size(2);
    return static_cast<std::byte*>(layer.data_ptr()) + place * static_cast<std::int64_t>(layer.element_size());
}

/// row + bias; good until the thread's next call.
const float* biased(const float* row, const float* bias, std::int64_t size) {
    thread_local std::vector<float> sum;
    sum.assign(row, row + size);
    addRow(sum.data(), bias, size);
    return sum.data();
}

}  // namespace

CpuAttention::CpuAttention(const LanguageConfig& config, const std::vector<DecodedSequence>& sequences)
    : heads_(config.heads),
      kvHeads_(config.kvHeads),
      group_(config.heads / config.kvHeads),
      size_(config.headSize),
      stride_(pairedColumns(config.headSize)),
      kernels_(*kernelsHere().front()) {
    for (const DecodedSequence& decoded : sequences)
        addSequence(config, decoded);
    firstPart_.push_back(parts_.size());
    const std::size_t count = sequences.size(), rows = parts_.size() * static_cast<std::size_t>(group_);
    queries_.resize(count * static_cast<std::size_t>(heads_ * size_));
    keys_.resize(count * static_cast<std::size_t>(kvHeads_ * size_));
    values_.resize(keys_.size());
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

void CpuAttention::run(std::size_t layer, const Biases& biases, WeightType next, Activations& mixed) {
    const auto count = static_cast<std::int64_t>(sequences_.size());
#pragma omp for schedule(dynamic, 1)
    for (std::size_t part = 0; part < parts_.size(); ++part)
        attend(part, layer, biases);
    // Whole heads and whole groups of columns at a time.
    const std::int64_t columns = mixed.columns(), step = std::lcm(size_, kGroupColumns),
                       steps = (columns + step - 1) / step;
#pragma omp for
    for (std::int64_t task = 0; task < count * steps; ++task) {
        const std::int64_t m = task / steps, first = task % steps * step, last = std::min(first + step, columns);
        for (std::int64_t c = first; c < last; c += size_)
            combine(m, c / size_, mixed.row(m) + c);
        mixed.prepare(m, next, first, last);
    }
}

/// row + bias, rotated to the sequence's new position.
void CpuAttention::rotate(const Sequence& sequence, const float* row, const float* bias, float* rotated) const {
    rotateRow(biased(row, bias, size_), sequence.cos.data(), sequence.sin.data(), size_, rotated);
}

/// The rotated queries of a key head's group, times the scale of the scores: [group, stride], for the kernels.
const float* CpuAttention::rotatedQueries(const Part& part, const float* bias) const {
    thread_local std::vector<float> rotated, queries;
    rotated.assign(static_cast<std::size_t>(stride_), 0.0F);
    queries.resize(static_cast<std::size_t>(group_ * stride_));
    const float scale = 1.0F / std::sqrt(static_cast<float>(size_));
    for (std::int64_t g = 0; g < group_; ++g) {
        const std::int64_t head = part.keyHead * group_ + g;
        const float* query = queries_.data() + (static_cast<std::int64_t>(part.sequence) * heads_ + head) * size_;
        rotate(sequences_[part.sequence], query, bias + head * size_, rotated.data());
        float* target = queries.data() + g * stride_;
        if (paired_) {
            pairRow(rotated.data(), stride_, scale, target);
        } else {
            for (std::int64_t c = 0; c < size_; ++c)
                target[c] = rotated[static_cast<std::size_t>(c)] * scale;
        }
    }
    return queries.data();
}

/// The new token's key and value into the cache.
void CpuAttention::store(const Part& part, const KvCache::Layer& cached, const Biases& biases) const {
    const Sequence& sequence = sequences_[part.sequence];
    thread_local std::vector<float> rotated;
    rotated.resize(static_cast<std::size_t>(size_));
    const std::int64_t at = (static_cast<std::int64_t>(part.sequence) * kvHeads_ + part.keyHead) * size_;
    rotate(sequence, keys_.data() + at, biases.key + part.keyHead * size_, rotated.data());
    const auto put = [&](const torch::Tensor& where, const float* row) {
        std::byte* target = numbersAt(where, part.keyHead, sequence.length - 1);
        if (paired_) {
            bfloat16Row(row, size_, reinterpret_cast<Bfloat16*>(target));
        } else {
            std::copy_n(row, size_, reinterpret_cast<float*>(target));
        }
    };
    put(cached.keys, rotated.data());
    put(cached.values, biased(values_.data() + at, biases.value + part.keyHead * size_, size_));
}

void CpuAttention::attend(std::size_t index, std::size_t layer, const Biases& biases) {
    const Part& part = parts_[index];
    const KvCache::Layer& cached = sequences_[part.sequence].cache->layer(layer);
    if (part.last == sequences_[part.sequence].length) store(part, cached, biases);
    const auto row = static_cast<std::int64_t>(index) * group_;
    const Attention attention{numbersAt(cached.keys, part.keyHead, part.first),
                              numbersAt(cached.values, part.keyHead, part.first),
                              part.last - part.first,
                              size_,
                              group_,
                              rotatedQueries(part, biases.query),
                              scores_.data() + row * longestPart_,
                              mixed_.data() + row * stride_};
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
    const auto rowOf = [&](std::size_t part) {
        return part * static_cast<std::size_t>(group_) + static_cast<std::size_t>(head % group_);
    };
    float largest = largest_[rowOf(firstPart_[place])];
    for (std::size_t part = firstPart_[place]; part < firstPart_[place + 1]; ++part)
        largest = std::max(largest, largest_[rowOf(part)]);
    thread_local std::vector<float> total;
    total.assign(static_cast<std::size_t>(stride_), 0.0F);
    float sum = 0.0F;
    for (std::size_t part = firstPart_[place]; part < firstPart_[place + 1]; ++part) {
        const float share = std::exp(largest_[rowOf(part)] - largest);
        const float* mixed = mixed_.data() + static_cast<std::int64_t>(rowOf(part)) * stride_;
        sum += share * sums_[rowOf(part)];
        for (std::int64_t c = 0; c < size_; ++c)
            total[static_cast<std::size_t>(c)] += share * mixed[c];
    }
    const std::int64_t whole = paired_ ? size_ / 32 * 32 : 0;
    unpairRow(total.data(), whole, 1.0F / sum, target);
    for (std::int64_t c = whole; c < size_; ++c)
        target[c] = total[static_cast<std::size_t>(c)] / sum;
}

}  // namespace fleming::inference
