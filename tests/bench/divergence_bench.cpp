// Measures the error of quantization: compares the language model in int8 and int4 with the checkpoint in bfloat16,
// along the greedy answers of the latter:
//
//     fleming_bench_divergence MODEL QUESTIONS.jsonl [COUNT]
//
// Prints the Kullback-Leibler divergence of the next token, in nats, and how often the argmax token is the same. Skips
// follow-up questions.
#include "app/cli/evidence_source.h"
#include "app/evaluation/items.h"
#include "app/models/question.h"
#include "inference/conversation.h"
#include "inference/conversation/state.h"
#include "inference/engine.h"
#include "inference/model/engine_parts.h"
#include "inference/model/forward.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <vector>

namespace {

using namespace fleming;

constexpr int kLongestAnswer = 400;

/// One model, which follows an answer token by token.
class Walk {
public:
    Walk(const std::filesystem::path& model, inference::Quantization quantization)
        : engine_(model, options(quantization)) {}

    void begin(const inference::Turn& turn) {
        inference::Engine::Parts& parts = engine_.parts();
        conversation_.emplace(engine_);
        inference::Conversation::State& state = conversation_->state();
        state.appendQuestion(turn);
        parts.chat.appendAnswer(state.sequence, {});
        state.reuse();
        state.encodeImages({}, {});
        take(state.prefillPrompt(inference::LogitPositions::last, kLongestAnswer, {}, {}));
    }

    void step(std::int32_t id) {
        inference::Conversation::State& state = conversation_->state();
        state.sequence.ids.push_back(id);
        state.cached.cache.reserve(state.length());
        take(inference::decode(engine_.parts().model, {{state.sequence.ids, &state.cached.cache}}, {}));
    }

    bool ends(std::int32_t id) const {
        const std::vector<std::int32_t>& ends = engine_.parts().endTokens;
        return std::ranges::find(ends, id) != ends.end();
    }
    const torch::Tensor& logProbabilities() const { return logProbabilities_; }  // float64 [V]

private:
    static inference::EngineOptions options(inference::Quantization quantization) {
        inference::EngineOptions options;
        options.dtype = inference::DataType::bfloat16;
        options.quantization = quantization;
        return options;
    }

    void take(const torch::Tensor& logits) {
        logProbabilities_ = torch::log_softmax(logits.to(torch::kDouble).flatten(), 0);
    }

    inference::Engine engine_;
    std::optional<inference::Conversation> conversation_;
    torch::Tensor logProbabilities_;
};

struct Distance {
    std::vector<double> divergences;
    std::size_t same = 0;

    void add(const torch::Tensor& reference, const torch::Tensor& other) {
        divergences.push_back((reference.exp() * (reference - other)).sum().item<double>());
        same += reference.argmax().item<std::int64_t>() == other.argmax().item<std::int64_t>();
    }

    void print(const char* name) {
        std::ranges::sort(divergences);
        double sum = 0;
        for (const double one : divergences)
            sum += one;
        const auto n = static_cast<double>(divergences.size());
        std::cout << name << ": " << divergences.size() << " tokens, mean " << sum / n << ", 99th percentile "
                  << divergences[static_cast<std::size_t>(0.99 * (n - 1))] << ", same argmax token in "
                  << 100.0 * static_cast<double>(same) / n << " %\n";
    }
};

inference::Turn makeTurn(const app::evaluation::Item& item, app::cli::Console& console) {
    inference::Turn turn{item.question, {}, true};
    for (const viewer::Frame& frame : app::cli::collectFrames({item.paths, item.series, item.selection}, console))
        turn.images.push_back(app::toImageInput(frame));
    return turn;
}

void run(const std::filesystem::path& model, const std::filesystem::path& questions, std::size_t count) {
    app::cli::Console console{std::cin, std::cout, std::cerr, false, {}};
    Walk reference(model, inference::Quantization::none);
    Walk others[] = {{model, inference::Quantization::int8}, {model, inference::Quantization::int4}};
    Distance distances[2];
    for (const app::evaluation::Item& item : app::evaluation::readQuestions(questions).items) {
        if (!item.before.empty()) continue;
        if (count-- == 0) break;
        const inference::Turn turn = makeTurn(item, console);
        reference.begin(turn);
        for (Walk& other : others)
            other.begin(turn);
        for (int length = 0; length < kLongestAnswer; ++length) {
            for (int k = 0; k < 2; ++k)
                distances[k].add(reference.logProbabilities(), others[k].logProbabilities());
            const auto id = static_cast<std::int32_t>(reference.logProbabilities().argmax().item<std::int64_t>());
            if (reference.ends(id)) break;
            reference.step(id);
            for (Walk& other : others)
                other.step(id);
        }
    }
    distances[0].print("int8");
    distances[1].print("int4");
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " MODEL QUESTIONS.jsonl [COUNT]\n";
        return 2;
    }
    try {
        run(argv[1], argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 200);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}
