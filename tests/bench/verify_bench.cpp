// Verification of a session with 100,000 events, one token each, and of one with 500 images of 512 x 512.
#include "app/session/session.h"
#include "base/error.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <filesystem>
#include <random>
#include <span>

namespace {

using namespace fleming;

/// An image that PNG cannot pack to nothing: a ramp with noise, as a CT slice has.
viewer::Frame noisyFrame(int seed) {
    constexpr int kSide = 512;
    std::mt19937 random(static_cast<unsigned>(seed));
    viewer::Frame frame;
    frame.image.width = frame.image.height = kSide;
    for (int i = 0; i < kSide * kSide; ++i) {
        const auto gray = static_cast<std::uint8_t>(i / kSide / 4 + static_cast<int>(random() % 32));
        frame.image.rgb.insert(frame.image.rgb.end(), 3, gray);
    }
    return frame;
}

std::filesystem::path pathIn(const QTemporaryDir& folder) {
    return std::filesystem::path(folder.path().toStdString()) / "a.fleming";
}

void verifyOften(benchmark::State& state, const std::filesystem::path& file) {
    for (auto each : state) {
        const app::Audit audit = app::Session(file, app::Session::Access::read).audit({}, {});
        if (!audit.faults.empty()) state.SkipWithError("not complete");
        state.counters["events"] = static_cast<double>(audit.verification.events);
    }
}

void verifyTokens(benchmark::State& state) {
    const QTemporaryDir folder;
    {
        app::Session session(pathIn(folder));
        app::Question question;
        question.text = "How long?";
        const std::int64_t id = session.begin(session.newConversation(), question, {}).id;
        for (int i = 3; i < 100'000; ++i) {
            inference::Token token;
            token.id = i;
            token.text = "token ";
            session.append(id, std::span(&token, 1));
        }
    }
    verifyOften(state, pathIn(folder));
}
BENCHMARK(verifyTokens)->Unit(benchmark::kMillisecond)->UseRealTime();

void verifyImages(benchmark::State& state) {
    const QTemporaryDir folder;
    {
        app::Session session(pathIn(folder));
        const std::int64_t conversation = session.newConversation();
        for (int i = 0; i < 500; i += 10) {
            app::Question question;
            for (int n = 0; n < 10; ++n)
                question.evidence.push_back(noisyFrame(i + n));
            session.fail(session.begin(conversation, question, {}).id, "none");
        }
    }
    verifyOften(state, pathIn(folder));
}
BENCHMARK(verifyImages)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
