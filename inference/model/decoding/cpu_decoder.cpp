#include "inference/model/decoding/cpu_decoder.h"

#include "inference/kernels/cpu/parallel_gemv.h"
#include "inference/kernels/cpu/row_kernels.h"

#include <algorithm>
#include <array>

namespace fleming::inference {

namespace {

constexpr std::int64_t kColumnsPerTask = 4 * kGroupColumns;

/// Returns a copy as float32; `size` zeros if the tensor is undefined.
std::vector<float> toFloats(const torch::Tensor& tensor, std::int64_t size) {
    if (!tensor.defined()) return std::vector<float>(static_cast<std::size_t>(size), 0.0F);
    const torch::Tensor wide = tensor.to(torch::kFloat32).contiguous();
    return {wide.data_ptr<float>(), wide.data_ptr<float>() + wide.numel()};
}

/// The residual stream, float32 [count, size]. All threads of an OpenMP parallel region must call each function. Each
/// ends with a barrier.
struct Residual {
    float* data;
    std::int64_t count, size;

    float* row(std::int64_t m) const { return data + m * size; }

    /// Adds `other` (null: 0), then writes the RMSNorm to `result`, prepared for a matrix of type `next`.
    void addRmsNorm(const std::vector<float>* other, const std::vector<float>& weight, double eps, WeightType next,
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

/// Writes silu(gate) * up [rows, columns] to `result`, prepared for a matrix of type `next`. To be called by all
/// threads of an OpenMP parallel region.
void swiGlu(const std::vector<float>& gate, const std::vector<float>& up, WeightType next, Activations& result) {
    const std::int64_t columns = result.columns(), tasksPerRow = (columns + kColumnsPerTask - 1) / kColumnsPerTask;
#pragma omp for
    for (std::int64_t task = 0; task < result.rows() * tasksPerRow; ++task) {
        const std::int64_t m = task / tasksPerRow, first = task % tasksPerRow * kColumnsPerTask,
                           last = std::min(first + kColumnsPerTask, columns);
        swiGluRow(gate.data() + m * columns + first, up.data() + m * columns + first, last - first,
                  result.row(m) + first);
        result.prepare(m, next, first, last);
    }
}

}  // namespace

CpuDecoder::CpuDecoder(const LanguageWeights& weights, const LanguageConfig& config)
    : weights_(weights), config_(config), norm_(toFloats(weights.norm.weight, config.hidden)) {
    for (const LanguageLayerWeights& layer : weights.layers) {
        layers_.push_back({toFloats(layer.inputNorm.weight, config.hidden),
                           toFloats(layer.postAttentionNorm.weight, config.hidden),
                           toFloats(layer.q.bias, config.heads * config.headSize),
                           toFloats(layer.k.bias, config.kvHeads * config.headSize),
                           toFloats(layer.v.bias, config.kvHeads * config.headSize)});
    }
}

void CpuDecoder::decode(torch::Tensor& hidden, const std::vector<SequenceState>& sequences) const {
    const auto count = static_cast<std::int64_t>(sequences.size());
    CpuAttention attention(config_, sequences);
    Activations normed(count, config_.hidden), attended(count, config_.heads * config_.headSize),
        activated(count, config_.mlp);
    std::vector<float> gate(static_cast<std::size_t>(count * config_.mlp)), up(gate.size());
    std::vector<float> out(static_cast<std::size_t>(count * config_.hidden));
    const Residual residual{hidden.data_ptr<float>(), count, config_.hidden};

#pragma omp parallel num_threads(at::get_num_threads())
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const LanguageLayerWeights& w = weights_.layers[i];
        const LayerVectors& vectors = layers_[i];
        residual.addRmsNorm(i == 0 ? nullptr : &out, vectors.inputNorm, config_.normEps, w.q.type(), normed);
        parallelGemv(std::array{GemvTask{w.q.matrix(), &normed, attention.queries()},
                                GemvTask{w.k.matrix(), &normed, attention.keys()},
                                GemvTask{w.v.matrix(), &normed, attention.values()}});
        attention.run(i, {vectors.queryBias.data(), vectors.keyBias.data(), vectors.valueBias.data()}, w.o.type(),
                      attended);
        parallelGemv(std::array{GemvTask{w.o.matrix(), &attended, out.data()}});
        residual.addRmsNorm(&out, vectors.postAttentionNorm, config_.normEps, w.gate.type(), normed);
        parallelGemv(
            std::array{GemvTask{w.gate.matrix(), &normed, gate.data()}, GemvTask{w.up.matrix(), &normed, up.data()}});
        swiGlu(gate, up, w.down.type(), activated);
        parallelGemv(std::array{GemvTask{w.down.matrix(), &activated, out.data()}});
    }
    residual.add(out);
    for (const SequenceState& sequence : sequences)
        sequence.cache->advance(1, /*decoded=*/true);
}

torch::Tensor CpuDecoder::logits(const torch::Tensor& hidden) const {
    const std::int64_t count = hidden.size(0);
    torch::Tensor result = torch::empty({count, weights_.lmHead.out}, torch::kFloat32);
    Activations normed(count, config_.hidden);
    const Residual residual{hidden.data_ptr<float>(), count, config_.hidden};
#pragma omp parallel num_threads(at::get_num_threads())
    {
        residual.addRmsNorm(nullptr, norm_, config_.normEps, weights_.lmHead.type(), normed);
        parallelGemv(std::array{GemvTask{weights_.lmHead.matrix(), &normed, result.data_ptr<float>()}});
    }
    return result;
}

}  // namespace fleming::inference
