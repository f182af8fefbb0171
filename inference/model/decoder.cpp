#include "inference/model/decoder.h"

#include "inference/model/cpu_decoder.h"
#include "inference/model/forward.h"
#include "inference/model/language_model.h"

namespace fleming::inference {

namespace {

class DecoderOnCpu : public Decoder {
public:
    explicit DecoderOnCpu(const Model& model)
        : weights_(model.weights.language), decoder_(weights_, model.config.language) {}

    torch::Tensor decode(std::span<const OpenSequence> sequences) override {
        std::vector<std::int32_t> last;
        std::vector<DecodedSequence> decoded;
        for (const OpenSequence& one : sequences) {
            last.push_back(one.ids.back());
            decoded.push_back({one.cache, static_cast<std::int64_t>(one.ids.size())});
        }
        torch::Tensor hidden = embedTokens(last, weights_).to(torch::kFloat32).contiguous();
        decoder_.decode(hidden, decoded);
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
    if (model.device.is_cpu()) return std::make_shared<DecoderOnCpu>(model);
#ifdef FLEMING_CUDA
    return makeCudaDecoder(model);
#else
    return nullptr;
#endif
}

}  // namespace fleming::inference
