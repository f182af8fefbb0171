#include "inference/model/decoding/decoder.h"

#include "inference/model/decoding/cpu_decoder.h"
#include "inference/model/forward.h"
#include "inference/model/language/language_model.h"
#ifdef FLEMING_CUDA
#include "inference/model/decoding/cuda_decoder.h"
#endif

namespace fleming::inference {

namespace {

/// CpuDecoder as a Decoder.
class CpuDecoderAdapter : public Decoder {
public:
    explicit CpuDecoderAdapter(const Model& model)
        : weights_(model.weights.language), decoder_(weights_, model.config.language) {}

    torch::Tensor decode(std::span<const DecodeSequence> sequences) override {
        std::vector<std::int32_t> last;
        std::vector<SequenceState> states;
        for (const DecodeSequence& one : sequences) {
            last.push_back(one.ids.back());
            states.push_back({one.cache, static_cast<std::int64_t>(one.ids.size())});
        }
        torch::Tensor hidden = embedTokens(last, weights_).to(torch::kFloat32).contiguous();
        decoder_.decode(hidden, states);
        return decoder_.logits(hidden);
    }

    Choice choose(const torch::Tensor& logits, Sampler& sampler) override {
        return sampler.choose({logits.data_ptr<float>(), static_cast<std::size_t>(logits.numel())});
    }

private:
    const LanguageWeights& weights_;
    CpuDecoder decoder_;
};

}  // namespace

std::shared_ptr<Decoder> makeDecoder(const Model& model) {
    if (model.placement.isSplit()) return nullptr;
    if (model.device.is_cpu()) return std::make_shared<CpuDecoderAdapter>(model);
#ifdef FLEMING_CUDA
    return makeCudaDecoder(model);
#else
    return nullptr;
#endif
}

}  // namespace fleming::inference
