// One token at a time on a CUDA device: all kernels of a token are recorded once, as a CUDA graph, and replayed for each.
#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <ATen/cuda/CUDAContext.h>
#include <c10/cuda/CUDAGuard.h>
#include <cuda_runtime_api.h>

#include "base/error.h"
#include "inference/kernels/cuda/launch.h"
#include "inference/model/cuda_numbers.h"
#include "inference/model/decoder.h"
#include "inference/model/forward.h"
#include "inference/model/rotary.h"

namespace fleming::inference {

namespace {

void check(cudaError_t error, const char* what) {
    if (error != cudaSuccess) throw Error(std::string("CUDA could not ") + what + ": " + cudaGetErrorString(error));
}

/// A recorded token of one cache.
class Graph {
public:
    Graph() = default;
    ~Graph() { clear(); }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    /// Records what `work` queues on a stream of its own.
    template <typename Work>
    void record(torch::Device device, const Work& work) {
        clear();
        const c10::cuda::CUDAStream stream = c10::cuda::getStreamFromPool(false, device.index());
        check(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal), "begin to record a token");
        cudaGraph_t graph = nullptr;
        try {
            work(stream.stream());
        } catch (...) {
            cudaStreamEndCapture(stream, &graph);
            if (graph != nullptr) cudaGraphDestroy(graph);
            throw;
        }
        check(cudaStreamEndCapture(stream, &graph), "record a token");
        const cudaError_t error = cudaGraphInstantiate(&graph_, graph, 0);
        cudaGraphDestroy(graph);
        check(error, "prepare what was recorded");
    }

    void replay(cudaStream_t stream) const { check(cudaGraphLaunch(graph_, stream), "compute a token"); }

private:
    void clear() {
        if (graph_ != nullptr) cudaGraphExecDestroy(graph_);
        graph_ = nullptr;
    }

    cudaGraphExec_t graph_ = nullptr;
};

class CudaDecoder : public Decoder {
public:
    explicit CudaDecoder(const Model& model)
        : model_(model),
          config_(model.config.language),
          shape_{static_cast<int>(config_.heads), static_cast<int>(config_.kvHeads), static_cast<int>(config_.headSize)},
          queue_{numberOf(model.dtype), nullptr} {
        const auto wide = torch::TensorOptions().device(model.device).dtype(torch::kFloat32);
        const auto narrow = wide.dtype(model.dtype);
        const auto row = [&](std::int64_t size, const torch::TensorOptions& options) { return torch::empty({size}, options); };
        place_ = torch::zeros({2}, wide.dtype(torch::kInt32));
        hostPlace_ = torch::zeros({2}, torch::TensorOptions().dtype(torch::kInt32).pinned_memory(true));
        frequencies_ = row(config_.headSize / 2, wide);
        residual_ = row(config_.hidden, wide);
        for (torch::Tensor* tensor : {&normed_, &out_}) *tensor = row(config_.hidden, narrow);
        for (torch::Tensor* tensor : {&query_, &mixed_}) *tensor = row(config_.heads * config_.headSize, narrow);
        for (torch::Tensor* tensor : {&key_, &value_}) *tensor = row(config_.kvHeads * config_.headSize, narrow);
        for (torch::Tensor* tensor : {&gate_, &up_, &active_}) *tensor = row(config_.mlp, narrow);
        room_ = row(cuda::attentionFloats(shape_), wide);
        logits_ = torch::empty({1, model.weights.language.lmHead.out}, wide);
        choiceRoom_ = row(cuda::choiceBytes(), wide.dtype(torch::kByte));
        choice_ = torch::empty({2}, wide.dtype(torch::kInt32));
        hostChoice_ = torch::empty({2}, hostPlace_.options());
    }

    torch::Tensor decode(std::span<const OpenSequence> sequences) override {
        const c10::cuda::CUDAGuard guard(model_.device);
        std::vector<torch::Tensor> rows;
        for (const OpenSequence& one : sequences) {
            decodeOne(one);
            rows.push_back(sequences.size() == 1 ? logits_ : logits_.clone());
        }
        return rows.size() == 1 ? rows.front() : at::cat(rows);
    }

    Choice choose(const torch::Tensor& logits, Sampler& sampler) override {
        if (!logits.is_cuda() || !sampler.isGreedy()) {
            const torch::Tensor here = logits.cpu();
            return sampler.choose({here.data_ptr<float>(), static_cast<std::size_t>(here.numel())});
        }
        const c10::cuda::CUDAGuard guard(model_.device);
        const cuda::Queue queue = queueOn(at::cuda::getCurrentCUDAStream());
        int* place = place_.data_ptr<int>();
        cuda::chooseLikeliest(queue, logits.data_ptr<float>(), static_cast<int>(logits.numel()), choice_.data_ptr(), place, place + 1,
                              choiceRoom_.data_ptr());
        check(cudaMemcpyAsync(hostChoice_.data_ptr(), choice_.data_ptr(), choice_.nbytes(), cudaMemcpyDeviceToHost, queue.stream), "read a token");
        check(cudaStreamSynchronize(queue.stream), "compute a token");
        const auto* chosen = hostChoice_.data_ptr<int>();
        const auto logProbability = __builtin_bit_cast(float, chosen[1]);
        if (!(logProbability <= 0.0F)) throwBrokenLogits();
        return {chosen[0], logProbability};
    }

private:
    cuda::Queue queueOn(cudaStream_t stream) const { return {queue_.number, stream}; }

    void decodeOne(const OpenSequence& one) {
        const auto length = static_cast<std::int64_t>(one.ids.size());
        const cudaStream_t stream = at::cuda::getCurrentCUDAStream();
        follow(*one.cache);
        useBase(length);
        check(cudaStreamSynchronize(stream), "compute a token");  // the last place has been read
        hostPlace_.data_ptr<int>()[0] = one.ids.back();
        hostPlace_.data_ptr<int>()[1] = static_cast<int>(length - 1);
        check(cudaMemcpyAsync(place_.data_ptr(), hostPlace_.data_ptr(), place_.nbytes(), cudaMemcpyHostToDevice, stream), "write a token");
        graph_.replay(stream);
        one.cache->advance(1);
    }

    /// Records anew where the cache is another, or has grown.
    void follow(const KvCache& cache) {
        std::vector<cuda::Cache> layers;
        for (std::size_t i = 0; i < model_.weights.language.layers.size(); ++i) {
            const KvCache::Layer& layer = cache.layer(i);
            layers.push_back({layer.keys.data_ptr(), layer.values.data_ptr(), place_.data_ptr<int>() + 1, static_cast<int>(layer.keys.size(1))});
        }
        const auto alike = [](const cuda::Cache& a, const cuda::Cache& b) {
            return a.keys == b.keys && a.values == b.values && a.capacity == b.capacity;
        };
        if (std::ranges::equal(layers, recorded_, alike)) return;
        recorded_.clear();
        graph_.record(model_.device, [&](cudaStream_t stream) { queueToken(queueOn(stream), layers); });
        recorded_ = std::move(layers);
    }

    /// The rotary base of a sequence of `length` tokens.
    void useBase(std::int64_t length) {
        const double base = rotaryBase(config_, length);
        if (base == base_) return;
        frequencies_.copy_(torch::tensor(rotaryFrequencies(config_, length)));
        base_ = base;
    }

    void multiply(const cuda::Queue& queue, const LinearWeights& weights, const torch::Tensor& x, const torch::Tensor& y) const {
        cuda::multiply(queue, matrixOf(weights), x.data_ptr(), weights.bias.defined() ? weights.bias.data_ptr() : nullptr, y.data_ptr(),
                       y.scalar_type() == torch::kFloat32, 1);
    }

    void normalise(const cuda::Queue& queue, const torch::Tensor* added, const torch::Tensor& weight) const {
        cuda::addAndNormalise(queue, residual_.data_ptr<float>(), added ? added->data_ptr() : nullptr, weight.data_ptr(),
                              static_cast<float>(config_.normEps), normed_.data_ptr(), 1, static_cast<int>(config_.hidden));
    }

    void queueToken(const cuda::Queue& queue, const std::vector<cuda::Cache>& caches) const {
        const LanguageWeights& weights = model_.weights.language;
        cuda::embed(queue, weights.embedTokens.data_ptr(), place_.data_ptr<int>(), residual_.data_ptr<float>(), 1, static_cast<int>(config_.hidden));
        const torch::Tensor* added = nullptr;
        for (std::size_t i = 0; i < weights.layers.size(); ++i) {
            const LanguageLayerWeights& layer = weights.layers[i];
            normalise(queue, added, layer.inputNorm.weight);
            multiply(queue, layer.q, normed_, query_);
            multiply(queue, layer.k, normed_, key_);
            multiply(queue, layer.v, normed_, value_);
            cuda::attend(queue, shape_, query_.data_ptr(), key_.data_ptr(), value_.data_ptr(), caches[i], frequencies_.data_ptr<float>(),
                         room_.data_ptr<float>(), mixed_.data_ptr());
            multiply(queue, layer.o, mixed_, out_);
            normalise(queue, &out_, layer.postAttentionNorm.weight);
            multiply(queue, layer.gate, normed_, gate_);
            multiply(queue, layer.up, normed_, up_);
            cuda::swiGlu(queue, gate_.data_ptr(), up_.data_ptr(), active_.data_ptr(), static_cast<int>(config_.mlp));
            multiply(queue, layer.down, active_, out_);
            added = &out_;
        }
        normalise(queue, added, weights.norm.weight);
        multiply(queue, weights.lmHead, normed_, logits_);
    }

    const Model& model_;
    const LanguageConfig& config_;
    cuda::HeadShape shape_;
    cuda::Queue queue_;
    torch::Tensor place_, hostPlace_;  // int32 [2]: the token, and how many tokens are before it
    torch::Tensor frequencies_, residual_, normed_, out_, query_, mixed_, key_, value_, gate_, up_, active_, room_, logits_;
    torch::Tensor choice_, hostChoice_, choiceRoom_;  // int32 [2]: a token and the bits of its log-probability
    double base_ = 0.0;
    Graph graph_;
    std::vector<cuda::Cache> recorded_;
};

}  // namespace

std::shared_ptr<Decoder> makeCudaDecoder(const Model& model) {
    const LanguageConfig& config = model.config.language;
    const cuda::HeadShape shape{static_cast<int>(config.heads), static_cast<int>(config.kvHeads), static_cast<int>(config.headSize)};
    const bool even = config.hidden % 8 == 0 && config.mlp % 8 == 0 && config.heads * config.headSize % 8 == 0;
    if (!cuda::canAttend(shape) || !even) return nullptr;
    return std::make_shared<CudaDecoder>(model);
}

}  // namespace fleming::inference
