#include "inference/model/decoding/cuda_decoder.h"

#include "base/error.h"
#include "inference/kernels/cuda/launch.h"
#include "inference/model/forward.h"
#include "inference/model/layers/cuda_operands.h"
#include "inference/model/layers/rotary.h"

#include <ATen/cuda/CUDAContext.h>

#include <algorithm>
#include <c10/cuda/CUDAGuard.h>
#include <cuda_runtime_api.h>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fleming::inference {

namespace {

/// Throws Error `code` with the message of CUDA unless `error` is a success.
void check(cudaError_t error, const char* code) {
    if (error != cudaSuccess) throw Error(code, {}, {cudaGetErrorString(error)});
}

cuda::HeadShape headShape(const LanguageConfig& config) {
    return {static_cast<int>(config.heads), static_cast<int>(config.kvHeads), static_cast<int>(config.headSize)};
}

/// An executable CUDA graph.
class Graph {
public:
    Graph() = default;
    ~Graph() { clear(); }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    /// Captures the work that work(stream) enqueues.
    template <typename Work>
    void record(torch::Device device, const Work& work) {
        clear();
        const c10::cuda::CUDAStream stream = c10::cuda::getStreamFromPool(false, device.index());
        check(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal), "cuda.graph_failed");
        cudaGraph_t graph = nullptr;
        try {
            work(stream.stream());
        } catch (...) {
            cudaStreamEndCapture(stream, &graph);
            if (graph != nullptr) cudaGraphDestroy(graph);
            throw;
        }
        check(cudaStreamEndCapture(stream, &graph), "cuda.graph_failed");
        const cudaError_t error = cudaGraphInstantiate(&graph_, graph, 0);
        cudaGraphDestroy(graph);
        check(error, "cuda.graph_failed");
    }

    void replay(cudaStream_t stream) const { check(cudaGraphLaunch(graph_, stream), "cuda.step_failed"); }

private:
    void clear() {
        if (graph_ != nullptr) cudaGraphExecDestroy(graph_);
        graph_ = nullptr;
    }

    cudaGraphExec_t graph_ = nullptr;
};

/// The device buffers of a step for `count` sequences. A captured graph refers to their addresses.
struct StepBuffers {
    StepBuffers(std::int64_t count, const LanguageConfig& config, const cuda::HeadShape& shape, std::int64_t vocabulary,
                const torch::TensorOptions& activations) {
        const auto float32 = activations.dtype(torch::kFloat32), int32 = activations.dtype(torch::kInt32);
        inputs = torch::zeros({2, count}, int32);
        hostInputs = torch::zeros({2, count}, torch::TensorOptions().dtype(torch::kInt32).pinned_memory(true));
        frequencies = torch::empty({count, config.headSize / 2}, float32);
        rotations = torch::empty({count, config.headSize}, float32);
        residual = torch::empty({count, config.hidden}, float32);
        logits = torch::empty({count, vocabulary}, float32);
        workspace = torch::empty({cuda::attentionWorkspaceFloats(shape)}, float32);
        const std::int64_t widest = std::max({config.hidden, config.mlp, config.heads * config.headSize});
        quantized = torch::empty({cuda::gemvWorkspaceBytes(widest)}, activations.dtype(torch::kByte));
        for (torch::Tensor* tensor : {&normed, &out})
            *tensor = torch::empty({count, config.hidden}, activations);
        for (torch::Tensor* tensor : {&query, &attended})
            *tensor = torch::empty({count, config.heads * config.headSize}, activations);
        for (torch::Tensor* tensor : {&key, &value})
            *tensor = torch::empty({count, config.kvHeads * config.headSize}, activations);
        for (torch::Tensor* tensor : {&gate, &up, &active})
            *tensor = torch::empty({count, config.mlp}, activations);
        rotaryBases.resize(static_cast<std::size_t>(count));
    }

    std::int64_t count() const { return inputs.size(1); }
    int* tokens() const { return inputs.data_ptr<int>(); }
    int* lengths() const { return inputs.data_ptr<int>() + count(); }

    torch::Tensor inputs, hostInputs;  // int32 [2, count]: the token ids and the cached lengths; hostInputs is pinned
    torch::Tensor frequencies, rotations, residual, normed, out, query, attended, key, value, gate, up, active,
        workspace, quantized, logits;
    std::vector<double> rotaryBases;  // base of each row of frequencies
};

class CudaDecoder : public Decoder {
public:
    explicit CudaDecoder(const Model& model)
        : model_(model), config_(model.config.language), shape_(headShape(config_)) {
        const auto onDevice = torch::TensorOptions().device(model.device);
        argmaxWorkspace_ = torch::empty({cuda::argmaxWorkspaceBytes()}, onDevice.dtype(torch::kByte));
        argmax_ = torch::empty({2}, onDevice.dtype(torch::kInt32));
        hostArgmax_ = torch::empty({2}, torch::TensorOptions().dtype(torch::kInt32).pinned_memory(true));
    }

    torch::Tensor decode(std::span<const DecodeSequence> sequences) override {
        const c10::cuda::CUDAGuard guard(model_.device);
        const cudaStream_t stream = at::cuda::getCurrentCUDAStream();
        allocateBuffers(static_cast<std::int64_t>(sequences.size()));
        recordIfChanged(sequences);
        check(cudaStreamSynchronize(stream), "cuda.step_failed");  // the previous step has read hostInputs
        int* inputs = buffers_->hostInputs.data_ptr<int>();
        for (std::size_t m = 0; m < sequences.size(); ++m) {
            const auto length = static_cast<std::int64_t>(sequences[m].ids.size());
            updateFrequencies(m, length);
            inputs[m] = sequences[m].ids.back();
            inputs[sequences.size() + m] = static_cast<int>(length - 1);
        }
        graph_.replay(stream);
        for (const DecodeSequence& one : sequences)
            one.cache->advance(1, /*decoded=*/true);
        // A caller of a batch may decode one sequence alone before it has used all rows.
        return sequences.size() == 1 ? buffers_->logits : buffers_->logits.clone();
    }

    Choice choose(const torch::Tensor& logits, Sampler& sampler) override {
        if (!logits.is_cuda() || !sampler.isGreedy()) {
            const torch::Tensor here = logits.cpu();
            return sampler.choose({here.data_ptr<float>(), static_cast<std::size_t>(here.numel())});
        }
        const c10::cuda::CUDAGuard guard(model_.device);
        const cuda::LaunchContext context = contextOn(at::cuda::getCurrentCUDAStream());
        const bool inStep = buffers_ && count() == 1 && logits.data_ptr() == buffers_->logits.data_ptr();
        if (!inStep) launchArgmax(context, logits);
        check(cudaStreamSynchronize(context.stream), "cuda.step_failed");
        const auto* chosen = hostArgmax_.data_ptr<int>();
        const auto logProbability = __builtin_bit_cast(float, chosen[1]);
        if (!(logProbability <= 0.0F)) throwInvalidLogits();
        return {chosen[0], logProbability};
    }

private:
    cuda::LaunchContext contextOn(cudaStream_t stream) const {
        return {toElementType(model_.dtype), stream, at::cuda::getDeviceProperties(model_.device.index())->major >= 9};
    }

    void allocateBuffers(std::int64_t count) {
        if (buffers_ && buffers_->count() == count) return;
        recorded_.clear();  // refers to the buffers
        buffers_.reset();
        buffers_.emplace(count, config_, shape_, model_.weights.language.lmHead.out,
                         torch::TensorOptions().device(model_.device).dtype(model_.dtype));
    }

    /// Captures the step again if a cache is another one or was reallocated.
    void recordIfChanged(std::span<const DecodeSequence> sequences) {
        bool changed = recorded_.empty();
        recorded_.resize(model_.weights.language.layers.size());
        for (std::size_t i = 0; i < recorded_.size(); ++i) {
            recorded_[i].resize(sequences.size());
            for (std::size_t m = 0; m < sequences.size(); ++m) {
                const KvCache::Layer& layer = sequences[m].cache->layer(i);
                const cuda::Cache cache{layer.keys.data_ptr(), layer.values.data_ptr(), buffers_->lengths() + m,
                                        static_cast<int>(layer.keys.size(1))};
                changed = changed || !(cache == recorded_[i][m]);
                recorded_[i][m] = cache;
            }
        }
        if (!changed) return;
        try {
            graph_.record(model_.device, [&](cudaStream_t stream) { launchStep(contextOn(stream), recorded_); });
        } catch (...) {
            recorded_.clear();
            throw;
        }
    }

    /// Enqueues the argmax of logits [1, V], and its copy to hostArgmax_.
    void launchArgmax(const cuda::LaunchContext& context, const torch::Tensor& logits) const {
        cuda::argmaxToken(context, logits.data_ptr<float>(), static_cast<int>(logits.numel()), argmax_.data_ptr(),
                          argmaxWorkspace_.data_ptr());
        check(cudaMemcpyAsync(hostArgmax_.data_ptr(), argmax_.data_ptr(), argmax_.nbytes(), cudaMemcpyDeviceToHost,
                              context.stream),
              "cuda.copy_failed");
    }

    /// Updates row m of the frequencies for a sequence of `length` tokens.
    void updateFrequencies(std::size_t m, std::int64_t length) {
        const double base = rotaryBase(config_, length);
        if (base == buffers_->rotaryBases[m]) return;
        buffers_->frequencies.select(0, static_cast<std::int64_t>(m))
            .copy_(torch::tensor(rotaryFrequencies(config_, length)));
        buffers_->rotaryBases[m] = base;
    }

    int count() const { return static_cast<int>(buffers_->count()); }

    /// Returns where to write the input of `next` for a quantized matrix; null if it is not quantized, or if gemv() has
    /// to quantize the input itself.
    void* quantizedFor(const LinearWeights& next) const {
        const bool fits = count() <= cuda::maxQuantizedInputs() && model_.dtype != torch::kFloat32;
        return fits && isQuantized(next.type()) ? buffers_->quantized.data_ptr() : nullptr;
    }

    void addRmsNorm(const cuda::LaunchContext& context, const torch::Tensor* added, const torch::Tensor& weight,
                    void* quantized) const {
        cuda::addRmsNorm(context, buffers_->residual.data_ptr<float>(), added ? added->data_ptr() : nullptr,
                         weight.data_ptr(), static_cast<float>(config_.normEps), buffers_->normed.data_ptr(), quantized,
                         count(), static_cast<int>(config_.hidden));
    }

    /// Computes `gemvs` of x, or of the input in buffers_->quantized if `quantized` is not null.
    void gemv(const cuda::LaunchContext& context, const std::vector<cuda::Gemv>& gemvs, const torch::Tensor& x,
              const void* quantized, bool wide = false) const {
        cuda::gemv(context, gemvs, quantized ? nullptr : x.data_ptr(), wide, count(), buffers_->quantized.data_ptr());
    }

    void launchStep(const cuda::LaunchContext& context, const std::vector<std::vector<cuda::Cache>>& caches) const {
        const LanguageWeights& weights = model_.weights.language;
        const StepBuffers& b = *buffers_;
        check(cudaMemcpyAsync(b.inputs.data_ptr(), b.hostInputs.data_ptr(), b.inputs.nbytes(), cudaMemcpyHostToDevice,
                              context.stream),
              "cuda.copy_failed");
        cuda::LaunchContext afterCopy = context;
        afterCopy.overlap = false;
        cuda::embedTokens(afterCopy, weights.embedTokens.data_ptr(), b.tokens(), b.residual.data_ptr<float>(), count(),
                          static_cast<int>(config_.hidden));
        cuda::rotaryTable(context, b.lengths(), b.frequencies.data_ptr<float>(), b.rotations.data_ptr<float>(), count(),
                          shape_.size / 2);
        const torch::Tensor* added = nullptr;
        for (std::size_t i = 0; i < weights.layers.size(); ++i) {
            const LanguageLayerWeights& layer = weights.layers[i];
            void* quantized = quantizedFor(layer.q);
            addRmsNorm(context, added, layer.inputNorm.weight, quantized);
            gemv(context, {toGemv(layer.q, b.query), toGemv(layer.k, b.key), toGemv(layer.v, b.value)}, b.normed,
                 quantized);
            quantized = shape_.size >= 64 ? quantizedFor(layer.o) : nullptr;
            cuda::attend(context, shape_, b.query.data_ptr(), b.key.data_ptr(), b.value.data_ptr(), caches[i],
                         b.rotations.data_ptr<float>(), b.workspace.data_ptr<float>(), b.attended.data_ptr(),
                         quantized);
            gemv(context, {toGemv(layer.o, b.out)}, b.attended, quantized);
            quantized = quantizedFor(layer.gate);
            addRmsNorm(context, &b.out, layer.postAttentionNorm.weight, quantized);
            gemv(context, {toGemv(layer.gate, b.gate), toGemv(layer.up, b.up)}, b.normed, quantized);
            quantized = quantizedFor(layer.down);
            cuda::swiGlu(context, b.gate.data_ptr(), b.up.data_ptr(), b.active.data_ptr(), quantized, count(),
                         static_cast<int>(config_.mlp));
            gemv(context, {toGemv(layer.down, b.out)}, b.active, quantized);
            added = &b.out;
        }
        void* quantized = quantizedFor(weights.lmHead);
        addRmsNorm(context, added, weights.norm.weight, quantized);
        gemv(context, {toGemv(weights.lmHead, b.logits)}, b.normed, quantized, true);
        if (count() == 1) launchArgmax(context, b.logits);  // for choose()
    }

    const Model& model_;
    const LanguageConfig& config_;
    cuda::HeadShape shape_;
    std::optional<StepBuffers> buffers_;
    torch::Tensor argmax_, hostArgmax_, argmaxWorkspace_;  // int32 [2]: a token id and the bits of its log-probability
    Graph graph_;
    std::vector<std::vector<cuda::Cache>> recorded_;  // [layer][sequence], of the captured step
};

}  // namespace

std::shared_ptr<Decoder> makeCudaDecoder(const Model& model) {
    const LanguageConfig& config = model.config.language;
    const bool aligned = config.hidden % 8 == 0 && config.mlp % 8 == 0 && config.heads * config.headSize % 8 == 0;
    if (!cuda::supportsAttention(headShape(config)) || !aligned || config.hidden > cuda::maxNormColumns())
        return nullptr;
    return std::make_shared<CudaDecoder>(model);
}

}  // namespace fleming::inference
