// Compares CpuDecoder with languageModel() and logits(), on random models of awkward sizes.

#include "inference/model/decoding/cpu_decoder.h"

#include "inference/checkpoint/quantized_tensor.h"
#include "inference/checkpoint/tensor_map.h"
#include "inference/model/device/placement.h"
#include "inference/model/language/language_model.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <stop_token>
#include <string>
#include <vector>

using namespace fleming::inference;

namespace {

constexpr std::int64_t kVocabulary = 333;

Config randomConfig(std::int64_t headSize, std::int64_t heads, std::int64_t kvHeads) {
    Config config;
    config.vision = {.layers = 0, .hidden = 4, .heads = 1, .mlp = 4, .imageSize = 28};
    config.language = {.layers = 3,
                       .hidden = 104,
                       .heads = heads,
                       .kvHeads = kvHeads,
                       .headSize = headSize,
                       .mlp = 1100,
                       .vocabulary = kVocabulary};
    config.language.ropeTheta = 10000.0;
    return config;
}

Weights randomWeights(const Config& config, torch::ScalarType dtype) {
    Weights weights;
    forEachTensor(
        config, weights, [&](torch::Tensor& tensor, const std::string& name, const std::vector<std::int64_t>& shape) {
            const bool norm = name.find("norm") != std::string::npos;
            tensor =
                (norm ? torch::rand(shape) + 0.5 : torch::randn(shape) * (shape.size() > 1 ? 0.08 : 0.3)).to(dtype);
        });
    return weights;
}

void quantizeAll(const Config& config, Weights& weights, WeightType type) {
    HugePageArena arena;
    forEachTensor(
        config, weights, [&](torch::Tensor& tensor, const std::string& name, const std::vector<std::int64_t>&) {
            if (!isQuantizable(name)) return;
            const torch::Tensor plain = tensor;
            tensor = quantizeTensor(
                plain.size(0), plain.size(1), type,
                [&](std::int64_t first, std::int64_t last) { return plain.narrow(0, first, last - first); }, arena);
        });
}

KvCache makeTestCache(const Config& config, torch::ScalarType dtype) {
    KvCache cache(config.language, Placement::on(torch::kCPU, config).layers, dtype,
                  [](torch::Device) { return std::numeric_limits<std::int64_t>::max() / 4; });
    cache.reserve(2000);
    return cache;
}

/// A sequence of random tokens, in two equal caches.
struct Sequence {
    Sequence(const Config& config, const Weights& weights, torch::ScalarType dtype, std::int64_t tokens)
        : reference(makeTestCache(config, dtype)), decoded(makeTestCache(config, dtype)) {
        if (tokens == 0) return;
        const torch::Tensor embeddings = torch::randn({tokens, config.language.hidden});
        for (KvCache* cache : {&reference, &decoded})
            languageModel(embeddings, *cache, tokens, weights.language, config.language, {});
    }
    KvCache reference, decoded;
};

double difference(const torch::Tensor& a, const torch::Tensor& b) {
    return ((a - b).norm() / b.norm()).item<double>();
}

}  // namespace

TEST(CpuDecoder, MatchesTheLanguageModel) {
    const c10::InferenceMode inferenceMode;
    struct Case {
        torch::ScalarType dtype;
        int bits;
        double tolerance;
    };
    // bfloat16: both round about ten times per layer, at different points, by at most 2^-9 each time.
    // Quantized: CpuDecoder also quantizes the activations to 8 bits, languageModel() does not.
    const Case cases[] = {{torch::kFloat32, 32, 1e-5},
                          {torch::kBFloat16, 16, 0.02},
                          {torch::kFloat32, 8, 0.06},
                          {torch::kFloat32, 4, 0.06},
                          {torch::kBFloat16, 4, 0.06}};
    for (const auto& [dtype, bits, tolerance] : cases) {
        for (const auto& [size, heads, kvHeads] : {std::tuple{32, 6, 2}, {64, 3, 1}, {20, 8, 8}}) {
            const Config config = randomConfig(size, heads, kvHeads);
            Weights weights = randomWeights(config, dtype);
            if (bits < 16) quantizeAll(config, weights, bits == 8 ? WeightType::int8 : WeightType::int4);
            const CpuDecoder decoder(weights.language, config.language);
            for (const std::int64_t length : {0, 7, 600}) {
                Sequence sequence(config, weights, dtype, length);
                for (int step = 0; step < 3; ++step) {
                    const std::int64_t tokens = length + step + 1;
                    const torch::Tensor embedding = torch::randn({1, config.language.hidden});
                    const torch::Tensor expected =
                        languageModel(embedding, sequence.reference, tokens, weights.language, config.language, {});
                    torch::Tensor hidden = embedding.clone();
                    decoder.decode(hidden, {{&sequence.decoded, tokens}});
                    EXPECT_EQ(sequence.decoded.length(), tokens);
                    EXPECT_LT(difference(hidden, expected), tolerance)
                        << bits << " bits, head " << size << ", " << length;
                    EXPECT_LT(difference(decoder.logits(hidden), logits(hidden, weights.language, config.language)),
                              tolerance);
                    for (std::size_t layer = 0; layer < 3; ++layer) {
                        EXPECT_LT(difference(sequence.decoded.keys(layer, tokens).to(torch::kFloat32),
                                             sequence.reference.keys(layer, tokens).to(torch::kFloat32)),
                                  tolerance);
                        EXPECT_LT(difference(sequence.decoded.values(layer, tokens).to(torch::kFloat32),
                                             sequence.reference.values(layer, tokens).to(torch::kFloat32)),
                                  tolerance);
                    }
                }
            }
        }
    }
}

TEST(CpuDecoder, ComputesTheSameBitsInABatchAsAlone) {
    const c10::InferenceMode inferenceMode;
    const Config config = randomConfig(32, 6, 2);
    for (const int bits : {32, 16, 8, 4}) {
        const torch::ScalarType dtype = bits == 32 ? torch::kFloat32 : torch::kBFloat16;
        Weights weights = randomWeights(config, dtype);
        if (bits < 16) quantizeAll(config, weights, bits == 8 ? WeightType::int8 : WeightType::int4);
        const CpuDecoder decoder(weights.language, config.language);
        constexpr std::int64_t kSequences = 11;
        std::vector<Sequence> sequences;
        std::vector<SequenceState> together;
        for (std::int64_t m = 0; m < kSequences; ++m)
            sequences.emplace_back(config, weights, dtype, 61 * m);
        for (std::int64_t m = 0; m < kSequences; ++m)
            together.push_back({&sequences[static_cast<std::size_t>(m)].decoded, 61 * m + 1});
        const torch::Tensor embeddings = torch::randn({kSequences, config.language.hidden});
        torch::Tensor hidden = embeddings.clone();
        decoder.decode(hidden, together);
        const torch::Tensor allLogits = decoder.logits(hidden);
        for (const int threads : {1, 3}) {
            at::set_num_threads(threads);
            for (std::int64_t m = 0; m < kSequences; ++m) {
                KvCache& cache = sequences[static_cast<std::size_t>(m)].reference;
                torch::Tensor alone = embeddings.narrow(0, m, 1).clone();
                decoder.decode(alone, {{&cache, 61 * m + 1}});
                EXPECT_TRUE(torch::equal(alone, hidden.narrow(0, m, 1)))
                    << bits << " bits, sequence " << m << ", " << threads;
                EXPECT_TRUE(torch::equal(decoder.logits(alone), allLogits.narrow(0, m, 1)));
                cache.truncate(61 * m);
            }
        }
    }
}
