// Checks the engine on a CUDA device against the references of the CPU tests: tokens and logits of transformers, and
// the engine on the CPU for what transformers lacks. Does not need GoogleTest, which a GPU machine may lack.
#include "inference/checkpoint/tensor_map.h"
#include "inference/engine.h"
#include "inference/model/device/device.h"
#include "tests/inference/reference.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace fleming::inference::reference {
namespace {

int failures = 0;

void report(const std::string& what, double value, double limit) {
    const bool good = value <= limit;  // false for NaN
    failures += good ? 0 : 1;
    std::printf("%s  %-60s %.3g (limit %.3g)\n", good ? "ok  " : "FAIL", what.c_str(), value, limit);
}

Engine makeEngine(const std::filesystem::path& folder, const std::string& device, DataType dtype,
                  Quantization quantization = Quantization::none) {
    EngineOptions options;
    options.device = device;
    options.dtype = dtype;
    options.quantization = quantization;
    return Engine(folder, options);
}

/// Returns the maximum difference, relative to the maximum expected magnitude.
double difference(const torch::Tensor& ours, const torch::Tensor& expected) {
    return ((ours - expected).abs().max() / expected.abs().max()).item<double>();
}

/// Returns the number of turns whose greedy tokens differ from the reference.
int differentTurns(Engine& engine, const Reference& reference) {
    int different = 0;
    for (const ReferenceConversation& expected : reference.conversations) {
        Conversation conversation(engine, expected.system);
        for (const ReferenceTurn& turn : expected.turns) {
            GenerationOptions options;
            options.maxNewTokens = static_cast<int>(turn.greedyIds.size());
            different += idsOf(conversation.ask(turn.turn, options)) == turn.greedyIds ? 0 : 1;
        }
    }
    return different;
}

/// Returns the model of the engine without its decoder: the layers of the prefill compute single tokens too.
Model withoutDecoder(const Engine& engine) {
    Model model = engine.parts().model;
    model.decoder = nullptr;
    return model;
}

/// Returns the model of the engine with the second half of its layers on the CPU, as a list of devices may place it.
Model halfOnCpu(const Engine& engine) {
    Model model = withoutDecoder(engine);
    std::vector<torch::Device>& layers = model.placement.layers;
    std::fill(layers.begin() + static_cast<std::ptrdiff_t>(layers.size() / 2), layers.end(), torch::kCPU);
    forEachTensor(model.config, model.weights,
                  [&](torch::Tensor& tensor, const std::string& name, const std::vector<std::int64_t>&) {
                      if (tensor.is_cuda()) tensor = tensor.to(model.placement.deviceOf(name));
                  });
    return model;
}

/// Returns the logits [last, V] of the last tokens of the prompt, computed one at a time. `engine` encodes the images.
torch::Tensor logitsByDecoding(const Model& model, const Engine& engine, const ReferenceConversation& conversation,
                               std::int64_t last) {
    const std::vector<std::int32_t>& ids = conversation.turns.back().promptIds;
    const auto count = static_cast<std::int64_t>(ids.size());
    KvCache cache = makeCache(model);
    cache.reserve(count);
    const std::span<const std::int32_t> all(ids);
    prefill(model, all.first(static_cast<std::size_t>(count - last)), placeImages(engine, conversation), cache,
            LogitPositions::none, {});
    std::vector<torch::Tensor> rows;
    for (std::int64_t i = count - last; i < count; ++i)
        rows.push_back(decode(model, {{all.first(static_cast<std::size_t>(i) + 1), &cache}}, {}).cpu().clone());
    return at::cat(rows);
}

/// Returns the maximum difference of the next-token logits between a batch of sequences and each sequence alone.
double batchDifference(const Engine& engine, const ReferenceConversation& conversation) {
    const Model& model = engine.parts().model;
    const std::span<const std::int32_t> ids(conversation.turns.back().promptIds);
    const std::vector<std::size_t> lengths{ids.size(), ids.size() - 3, ids.size() - 1, ids.size() / 2, ids.size()};
    std::vector<KvCache> caches;
    for (std::size_t i = 0; i < 2 * lengths.size(); ++i) {
        const std::size_t length = lengths[i % lengths.size()];
        caches.push_back(makeCache(model));
        caches.back().reserve(static_cast<std::int64_t>(length));
        prefill(model, ids.first(length - 1), placeImages(engine, conversation), caches.back(), LogitPositions::none,
                {});
    }
    std::vector<DecodeSequence> batch;
    std::vector<torch::Tensor> alone;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        batch.push_back({ids.first(lengths[i]), &caches[i]});
        alone.push_back(decode(model, {{ids.first(lengths[i]), &caches[lengths.size() + i]}}, {}).cpu().clone());
    }
    return (decode(model, batch, {}).cpu() - at::cat(alone)).abs().max().item<double>();
}

void checkFolder(const std::filesystem::path& folder) {
    const Reference reference = read(folder);
    const std::string name = folder.filename().string() + ", ";
    Engine exact = makeEngine(folder, "cuda", DataType::float32);
    const Engine exactOnCpu = makeEngine(folder, "cpu", DataType::float32);
    report(name + "turns with tokens other than those of transformers (float32)", differentTurns(exact, reference), 0);
    Engine listed = makeEngine(folder, "cuda:0,cpu", DataType::float32);
    report(name + "the same with a list of devices", differentTurns(listed, reference), 0);
    for (const ReferenceConversation& conversation : reference.conversations) {
        const torch::Tensor expected = logitsEverywhere(exact, conversation);
        if (conversation.logits.defined())
            report(name + "logits, float32", (expected - conversation.logits).abs().max().item<double>(), 1e-3);
        // Not the end of `expected`: with dynamic NTK scaling, a shorter sequence has other keys.
        constexpr std::int64_t kLast = 5;
        const torch::Tensor end = logitsByDecoding(withoutDecoder(exactOnCpu), exactOnCpu, conversation, kLast);
        report(name + "layers on two devices, float32",
               difference(logitsByDecoding(halfOnCpu(exact), exact, conversation, kLast), end), 1e-3);
        report(name + "one token at a time, float32",
               difference(logitsByDecoding(exact.parts().model, exact, conversation, kLast), end), 1e-3);
        for (const DataType type : {DataType::bfloat16, DataType::float16}) {
            const Engine narrow = makeEngine(folder, "cuda", type);
            report(name + "logits, " + toString(type), difference(logitsEverywhere(narrow, conversation), expected),
                   2e-2);
            report(name + "one token at a time, " + toString(type),
                   difference(logitsByDecoding(narrow.parts().model, narrow, conversation, kLast), end), 2e-2);
            report(name + "several sequences at once, " + toString(type), batchDifference(narrow, conversation), 0);
        }
        for (const Quantization bits : {Quantization::int8, Quantization::int4}) {
            const Engine here = makeEngine(folder, "cuda", DataType::float32, bits),
                         there = makeEngine(folder, "cpu", DataType::float32, bits);
            const torch::Tensor onCpu = logitsEverywhere(there, conversation),
                                endOnCpu = logitsByDecoding(withoutDecoder(there), there, conversation, kLast);
            report(name + "logits, " + toString(bits), difference(logitsEverywhere(here, conversation), onCpu), 1e-3);
            report(name + "one token at a time, " + toString(bits),
                   difference(logitsByDecoding(here.parts().model, here, conversation, kLast), endOnCpu), 1e-3);
            const Engine narrow = makeEngine(folder, "cuda", DataType::bfloat16, bits);
            report(name + "one token at a time, bfloat16 and " + toString(bits),
                   difference(logitsByDecoding(narrow.parts().model, narrow, conversation, kLast), endOnCpu), 2e-2);
            report(name + "several sequences at once, " + toString(bits), batchDifference(narrow, conversation), 0);
        }
    }
}

void checkSeeds(const std::filesystem::path& folder) {
    Engine engine = makeEngine(folder, "cuda", DataType::bfloat16);
    GenerationOptions options;
    options.maxNewTokens = 100;
    options.temperature = 1.0;
    options.seed = 7;
    const auto ask = [&] { return idsOf(Conversation(engine).ask({"What is it?", {}, true}, options)); };
    const std::vector<std::int32_t> once = ask();
    report("the same seed draws different tokens", ask() == once ? 0 : 1, 0);
}

}  // namespace
}  // namespace fleming::inference::reference

int main() {
    using namespace fleming::inference;
    try {
        const c10::InferenceMode inferenceMode;
        at::globalContext().setAllowTF32CuBLAS(false);
        std::printf("device %s\n", toString(deviceFromString("cuda")).c_str());
        for (const std::filesystem::path& folder : reference::folders())
            reference::checkFolder(folder);
        reference::checkSeeds(reference::folders().front());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    std::printf(reference::failures == 0 ? "all checks passed\n" : "%d checks failed\n", reference::failures);
    return reference::failures == 0 ? 0 : 1;
}
