// A token of each of some sequences on a CUDA device: all kernels of such a step are recorded once, as a CUDA graph,
// and replayed until the sequences are other ones. Every weight is read once a step.
#include "base/error.h"
#include "inference/kernels/cuda/launch.h"
#include "inference/model/cuda_numbers.h"
#include "inference/model/decoder.h"
#include "inference/model/forward.h"
#include "inference/model/rotary.h"

#include <ATen/cuda/CUDAContext.h>

#include <c10/cuda/CUDAGuard.h>
#include <cuda_runtime_api.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fleming::inference {

namespace {

void check(cudaError_t error, const char* what) {
    if (error != cudaSuccess) throw Error(std::string("CUDA could not ") + what + ": " + cudaGetErrorString(error));
}

/// A recorded step.
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

/// Rows of a step's sequences. On the device, at fixed places, since a recorded step refers to them.
struct StepRows {
    StepRows(std::int64_t count, const LanguageConfig& config, const cuda::HeadShape& shape, std::int64_t vocabulary,
             const torch::TensorOptions& narrow) {
        const auto wide = narrow.dtype(torch::kFloat32), whole = narrow.dtype(torch::kInt32);
        place = torch::zeros({2, count}, whole);
        hostPlace = torch::zeros({2, count}, torch::TensorOptions().dtype(torch::kInt32).pinned_memory(true));
        frequencies = torch::empty({count, config.headSize / 2}, wide);
        residual = torch::empty({count, config.hidden}, wide);
        logits = torch::empty({count, vocabulary}, wide);
        room = torch::empty({cuda::attentionFloats(shape)}, wide);
        for (torch::Tensor* tensor : {&normed, &out})
            *tensor = torch::empty({count, config.hidden}, narrow);
        for (torch::Tensor* tensor : {&query, &mixed})
            *tensor = torch::empty({count, config.heads * config.headSize}, narrow);
        for (torch::Tensor* tensor : {&key, &value})
            *tensor = torch::empty({count, config.kvHeads * config.headSize}, narrow);
        for (torch::Tensor* tensor : {&gate, &up, &active})
            *tensor = torch::empty({count, config.mlp}, narrow);
        bases.resize(static_cast<std::size_t>(count));
    }

    std::int64_t count() const { return place.size(1); }
    int* tokens() const { return place.data_ptr<int>(); }
    int* lengths() const { return place.data_ptr<int>() + count(); }

    torch::Tensor place, hostPlace;  // int32 [2, count]: the tokens, and how many are before them
    torch::Tensor frequencies, residual, normed, out, query, mixed, key, value, gate, up, active, room, logits;
    std::vector<double> bases;  // that the rotary frequencies are made for
};

class CudaDecoder : public Decoder {
public:
    explicit CudaDecoder(const Model& model)
        : model_(model),
          config_(model.config.language),
          shape_{static_cast<int>(config_.heads), static_cast<int>(config_.kvHeads),
                 static_cast<int>(config_.headSize)} {
        const auto here = torch::TensorOptions().device(model.device);
        choiceRoom_ = torch::empty({cuda::choiceBytes()}, here.dtype(torch::kByte));
        choice_ = torch::empty({2}, here.dtype(torch::kInt32));
        hostChoice_ = torch::empty({2}, torch::TensorOptions().dtype(torch::kInt32).pinned_memory(true));
    }

    torch::Tensor decode(std::span<const OpenSequence> sequences) override {
        const c10::cuda::CUDAGuard guard(model_.device);
        const cudaStream_t stream = at::cuda::getCurrentCUDAStream();
        makeRows(static_cast<std::int64_t>(sequences.size()));
        follow(sequences);
        check(cudaStreamSynchronize(stream), "compute a token");  // the last places have been read
        int* place = rows_->hostPlace.data_ptr<int>();
        for (std::size_t m = 0; m < sequences.size(); ++m) {
            const auto length = static_cast<std::int64_t>(sequences[m].ids.size());
            useBase(m, length);
            place[m] = sequences[m].ids.back();
            place[sequences.size() + m] = static_cast<int>(length - 1);
        }
        check(cudaMemcpyAsync(rows_->place.data_ptr(), place, rows_->place.nbytes(), cudaMemcpyHostToDevice, stream),
              "write tokens");
        graph_.replay(stream);
        for (const OpenSequence& one : sequences)
            one.cache->advance(1);
        // Some may still be wanted when a sequence is decoded alone in between.
        return sequences.size() == 1 ? rows_->logits : rows_->logits.clone();
    }

    Choice choose(const torch::Tensor& logits, Sampler& sampler) override {
        if (!logits.is_cuda() || !sampler.isGreedy()) {
            const torch::Tensor here = logits.cpu();
            return sampler.choose({here.data_ptr<float>(), static_cast<std::size_t>(here.numel())});
        }
        const c10::cuda::CUDAGuard guard(model_.device);
        const cuda::Queue queue = queueOn(at::cuda::getCurrentCUDAStream());
        cuda::chooseLikeliest(queue, logits.data_ptr<float>(), static_cast<int>(logits.numel()), choice_.data_ptr(),
                              choiceRoom_.data_ptr());
        check(cudaMemcpyAsync(hostChoice_.data_ptr(), choice_.data_ptr(), choice_.nbytes(), cudaMemcpyDeviceToHost,
                              queue.stream),
              "read a token");
        check(cudaStreamSynchronize(queue.stream), "compute a token");
        const auto* chosen = hostChoice_.data_ptr<int>();
        const auto logProbability = __builtin_bit_cast(float, chosen[1]);
        if (!(logProbability <= 0.0F)) throwBrokenLogits();
        return {chosen[0], logProbability};
    }

private:
    cuda::Queue queueOn(cudaStream_t stream) const { return {numberOf(model_.dtype), stream}; }

    void makeRows(std::int64_t count) {
        if (rows_ && rows_->count() == count) return;
        recorded_.clear();  // it refers to the rows
        rows_.reset();
        rows_.emplace(count, config_, shape_, model_.weights.language.lmHead.out,
                      torch::TensorOptions().device(model_.device).dtype(model_.dtype));
    }

    /// Records anew where a cache is another, or has grown.
    void follow(std::span<const OpenSequence> sequences) {
        std::vector<std::vector<cuda::Cache>> layers(model_.weights.language.layers.size());
        for (std::size_t i = 0; i < layers.size(); ++i) {
            for (std::size_t m = 0; m < sequences.size(); ++m) {
                const KvCache::Layer& layer = sequences[m].cache->layer(i);
                layers[i].push_back({layer.keys.data_ptr(), layer.values.data_ptr(), rows_->lengths() + m,
                                     static_cast<int>(layer.keys.size(1))});
            }
        }
        if (layers == recorded_) return;
        recorded_.clear();
        graph_.record(model_.device, [&](cudaStream_t stream) { queueStep(queueOn(stream), layers); });
        recorded_ = std::move(layers);
    }

    /// The rotary base of a sequence of `length` tokens, for row m.
    void useBase(std::size_t m, std::int64_t length) {
        const double base = rotaryBase(config_, length);
        if (base == rows_->bases[m]) return;
        rows_->frequencies.select(0, static_cast<std::int64_t>(m))
            .copy_(torch::tensor(rotaryFrequencies(config_, length)));
        rows_->bases[m] = base;
    }

    int count() const { return static_cast<int>(rows_->count()); }

    void normalise(const cuda::Queue& queue, const torch::Tensor* added, const torch::Tensor& weight) const {
        cuda::addAndNormalise(queue, rows_->residual.data_ptr<float>(), added ? added->data_ptr() : nullptr,
                              weight.data_ptr(), static_cast<float>(config_.normEps), rows_->normed.data_ptr(), count(),
                              static_cast<int>(config_.hidden));
    }

    void multiply(const cuda::Queue& queue, const std::vector<cuda::Product>& products, const torch::Tensor& x) const {
        cuda::multiply(queue, products, x.data_ptr(), false, count());
    }

    void queueStep(const cuda::Queue& queue, const std::vector<std::vector<cuda::Cache>>& caches) const {
        const LanguageWeights& weights = model_.weights.language;
        const StepRows& r = *rows_;
        cuda::embed(queue, weights.embedTokens.data_ptr(), r.tokens(), r.residual.data_ptr<float>(), count(),
                    static_cast<int>(config_.hidden));
        const torch::Tensor* added = nullptr;
        for (std::size_t i = 0; i < weights.layers.size(); ++i) {
            const LanguageLayerWeights& layer = weights.layers[i];
            normalise(queue, added, layer.inputNorm.weight);
            multiply(queue, {productOf(layer.q, r.query), productOf(layer.k, r.key), productOf(layer.v, r.value)},
                     r.normed);
            cuda::attend(queue, shape_, r.query.data_ptr(), r.key.data_ptr(), r.value.data_ptr(), caches[i],
                         r.frequencies.data_ptr<float>(), r.room.data_ptr<float>(), r.mixed.data_ptr());
            multiply(queue, {productOf(layer.o, r.out)}, r.mixed);
            normalise(queue, &r.out, layer.postAttentionNorm.weight);
            multiply(queue, {productOf(layer.gate, r.gate), productOf(layer.up, r.up)}, r.normed);
            cuda::swiGlu(queue, r.gate.data_ptr(), r.up.data_ptr(), r.active.data_ptr(),
                         static_cast<int>(r.active.numel()));
            multiply(queue, {productOf(layer.down, r.out)}, r.active);
            added = &r.out;
        }
        normalise(queue, added, weights.norm.weight);
        cuda::multiply(queue, {productOf(weights.lmHead, r.logits)}, r.normed.data_ptr(), true, count());
    }

    const Model& model_;
    const LanguageConfig& config_;
    cuda::HeadShape shape_;
    std::optional<StepRows> rows_;
    torch::Tensor choice_, hostChoice_, choiceRoom_;  // int32 [2]: a token and the bits of its log-probability
    Graph graph_;
    std::vector<std::vector<cuda::Cache>> recorded_;  // of each layer: of each sequence
};

}  // namespace

std::shared_ptr<Decoder> makeCudaDecoder(const Model& model) {
    const LanguageConfig& config = model.config.language;
    const cuda::HeadShape shape{static_cast<int>(config.heads), static_cast<int>(config.kvHeads),
                                static_cast<int>(config.headSize)};
    const bool even = config.hidden % 8 == 0 && config.mlp % 8 == 0 && config.heads * config.headSize % 8 == 0;
    if (!cuda::canAttend(shape) || !even || config.hidden > cuda::mostNormColumns()) return nullptr;
    return std::make_shared<CudaDecoder>(model);
}

}  // namespace fleming::inference
