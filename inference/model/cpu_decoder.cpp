#include "inference/model/cpu_decoder.h"

#include "inference/kernels/cpu/rows.h"
#include "inference/kernels/cpu/team.h"

#include <algorithm>
#include <array>

namespace fleming::inference {

namespace {

constexpr std::int64_t kColumnsInPart = 4 * kGroupColumns;

std::vector<float> floats(const torch::Tensor& tensor, std::int64_t size) {
    if (!tensor.defined()) return std::vector<float>(static_cast<std::size_t>(size), 0.0F);
    const torch::Tensor wide = tensor.to(torch::kFloat32).contiguous();
    return {wide.data_ptr<float>(), wide.data_ptr<float>() + wide.numel()};
}

/// Rows of float32, and how the stages of a layer work on them. Each function is called by all threads of an OpenMP
/// team and ends with all of them done.
struct Rows {
    float* data;
    std::int64_t count, size;

    float* row(std::int64_t m) const { return data + m * size; }

    /// Adds `other` (null: nothing), then makes the rows' RMSNorm for a product with a matrix of type `next`.
    void addAndNormalise(const std::vector<float>* other, const std::vector<float>& weight, double eps, WeightType next,
                         Activations& result) const {
#pragma omp for
        for (std::int64_t m = 0; m < count; ++m) {
            if (other != nullptr) addRow(row(m), other->data() + m * size, size);
            rmsNormRow(row(m), weight.data(), static_cast<float>(eps), size, result.row(m));
            result.prepare(m, next);
        }
    }

    void add(const std::vector<float>& other) const {
#pragma omp for
        for (std::int64_t m = 0; m < count; ++m)
            addRow(row(m), other.data() + m * size, size);
    }
};

/// silu(gate) * up [rows, columns], prepared for a product with a matrix of type `next`.
void swiGlu(const std::vector<float>& gate, const std::vector<float>& up, WeightType next, Activations& result) {
    const std::int64_t columns = result.columns(), parts = (columns + kColumnsInPart - 1) / kColumnsInPart;
#pragma omp for
    for (std::int64_t task = 0; task < result.rows() * parts; ++task) {
        const std::int64_t m = task / parts, first = task % parts * kColumnsInPart,
                           last = std::min(first + kColumnsInPart, columns);
        swiGluRow(gate.data() + m * columns + first, up.data() + m * columns + first, last - first,
                  result.row(m) + first);
        result.prepare(m, next, first, last);
    }
}

}  // namespace

CpuDecoder::CpuDecoder(const LanguageWeights& weights, const LanguageConfig& config)
    : weights_(weights), config_(config), norm_(floats(weights.norm.weight, config.hidden)) {
    for (const LanguageLayerWeights& layer : weights.layers) {
        layers_.push_back({floats(layer.inputNorm.weight, config.hidden),
                           floats(layer.postAttentionNorm.weight, config.hidden),
                           floats(layer.q.bias, config.heads * config.headSize),
                           floats(layer.k.bias, config.kvHeads * config.headSize),
                           floats(layer.v.bias, config.kvHeads * config.headSize)});
    }
}

void CpuDecoder::decode(torch::Tensor& hidden, const std::vector<DecodedSequence>& sequences) const {
    const auto count = static_cast<std::int64_t>(sequences.size());
    CpuAttention attention(config_, sequences);
    Activations normed(count, config_.hidden), mixed(count, config_.heads * config_.headSize),
        activated(count, config_.mlp);
    std::vector<float> gate(static_cast<std::size_t>(count * config_.mlp)), up(gate.size());
    std::vector<float> out(static_cast<std::size_t>(count * config_.hidden));
    const Rows rows{hidden.data_ptr<float>(), count, config_.hidden};

#pragma omp parallel num_threads(at::get_num_threads())
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const LanguageLayerWeights& w = weights_.layers[i];
        const LayerRows& small = layers_[i];
        rows.addAndNormalise(i == 0 ? nullptr : &out, small.inputNorm, config_.normEps, w.q.type(), normed);
        multiplyTogether(std::array{TeamProduct{w.q.matrix(), &normed, attention.queries()},
                                    TeamProduct{w.k.matrix(), &normed, attention.keys()},
                                    TeamProduct{w.v.matrix(), &normed, attention.values()}});
        attention.run(i, {small.queryBias.data(), small.keyBias.data(), small.valueBias.data()}, w.o.type(), mixed);
        multiplyTogether(std::array{TeamProduct{w.o.matrix(), &mixed, out.data()}});
        rows.addAndNormalise(&out, small.postAttentionNorm, config_.normEps, w.gate.type(), normed);
        multiplyTogether(std::array{TeamProduct{w.gate.matrix(), &normed, gate.data()},
                                    TeamProduct{w.up.matrix(), &normed, up.data()}});
        swiGlu(gate, up, w.down.type(), activated);
        multiplyTogether(std::array{TeamProduct{w.down.matrix(), &activated, out.data()}});
    }
    rows.add(out);
    for (const DecodedSequence& sequence : sequences)
        sequence.cache->advance(1);
}

torch::Tensor CpuDecoder::logits(const torch::Tensor& hidden) const {
    const std::int64_t count = hidden.size(0);
    torch::Tensor result = torch::empty({count, weights_.lmHead.out}, torch::kFloat32);
    Activations normed(count, config_.hidden);
    const Rows rows{hidden.data_ptr<float>(), count, config_.hidden};
#pragma omp parallel num_threads(at::get_num_threads())
    {
        rows.addAndNormalise(nullptr, norm_, config_.normEps, weights_.lmHead.type(), normed);
        multiplyTogether(std::array{TeamProduct{weights_.lmHead.matrix(), &normed, result.data_ptr<float>()}});
    }
    return result;
}

}  // namespace fleming::inference
