#include "tests/app/session_import_testing.h"

#include "app/export/exporters.h"
#include "app/export/json/json_exporter.h"
#include "app/export/json/session_import.h"
#include "app/session/session.h"
#include "base/sha256.h"
#include "inference/reasoning_parser.h"
#include "tests/app/random_session.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_testing.h"

#include <QJsonDocument>

#include <cmath>
#include <fstream>
#include <random>

namespace fleming::app {

namespace {

/// Makes random sessions that use every field.
class RandomSession {
public:
    explicit RandomSession(unsigned seed) : random_(seed) {}

    SessionSnapshot make() {
        SessionSnapshot session;
        session.title = text();
        for (int i = below(3); i > 0; --i)
            session.imports.push_back({text(), digest(), {"log", below(9), digest()}, time()});
        for (std::int64_t id = 1 + below(3); id < 9; id += 1 + below(4)) {
            session.measurements.push_back(randomMeasurement(random_));
            RecordedMeasurement& made = session.measurements.back();
            made.id = id;
            made.name = text();
            made.note = text();
            made.timeMs = time();
        }
        for (int i = 1; i <= 8; ++i)
            session.exchanges.push_back(exchange(i, session.exchanges));
        return session;
    }

private:
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
    bool coin() { return below(2) == 0; }
    double real() { return std::uniform_real_distribution<>(-1e3, 1e3)(random_); }
    std::int64_t time() { return 1'700'000'000'000 + below(1'000'000'000); }
    std::string digest() {
        const std::string made = text();
        return sha256(std::as_bytes(std::span(made)));
    }

    /// Returns a text with whatever texts can have: not valid UTF-8 only if `bytes`.
    std::string text(bool bytes = false) {
        static const std::string parts[] = {"a",
                                            "肺",
                                            "\"",
                                            "\\",
                                            "\n",
                                            "\r",
                                            ",",
                                            " ",
                                            std::string(1, '\0'),
                                            "\xef\xbb\xbf",
                                            "\xf0\x9f\x98\x80",
                                            "\xef\xbf\xbe",
                                            "<answer>",
                                            "<think>",
                                            "</think>",
                                            "=1+1"};
        static const std::string broken[] = {"\xe8\x82", "\xba", "\xff", "\xed\xa0\x80"};
        std::string made;
        for (int i = below(6); i > 0; --i)
            made += bytes && below(3) == 0 ? broken[below(4)] : parts[below(std::size(parts))];
        return made;
    }

    inference::Token token() {
        constexpr inference::Channel kAll[] = {inference::Channel::reasoning, inference::Channel::answer,
                                               inference::Channel::outside, inference::Channel::markup};
        inference::Token made;
        made.id = below(200'000);
        made.channel = kAll[below(4)];
        const float special[] = {-std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN(),
                                 0.0F};
        made.logProbability = below(4) == 0 ? special[below(3)] : static_cast<float>(real());
        made.text = text(true);
        made.parts = {{made.channel, made.text}};
        if (made.text.size() > 1 && coin()) {
            const std::size_t cut = 1 + static_cast<std::size_t>(below(static_cast<int>(made.text.size()) - 1));
            made.parts = {{made.channel, made.text.substr(0, cut)}, {kAll[below(4)], made.text.substr(cut)}};
        }
        return made;
    }

    Review review(const Exchange& of) {
        Review made;
        made.verdict = static_cast<Verdict>(below(4));
        if (coin()) made.confidence = 1 + below(5);
        if (coin()) made.activeMs = below(1'000'000);
        made.comment = text();
        made.correctedAnswer = text();
        made.reviewer = text();
        made.reviewerCode = text();
        made.reason = text();
        made.timeMs = time();
        if (coin()) made.taxonomy = {"default", "1", "{\"labels\": []}"};
        for (int i = below(3); i > 0; --i)
            made.tags.push_back(text());
        for (const Passage passage : {Passage::reasoning, Passage::answer}) {
            const std::size_t size = textOf(of.answer, passage).size();
            if (size == 0) continue;
            Span span{passage, 0, 0, "wrong location", {}, text()};
            span.begin = static_cast<std::size_t>(below(static_cast<int>(size)));
            span.end = span.begin + 1 + static_cast<std::size_t>(below(static_cast<int>(size - span.begin)));
            if (coin()) span.severity = static_cast<Severity>(below(3));
            made.spans.push_back(span);
        }
        for (int i = below(3); i > 0; --i)
            made.marks.push_back(
                {1 + below(9), static_cast<MarkShape>(below(3)), real(), real(), real(), real(), text()});
        for (int span = 0; span < std::ssize(made.spans); ++span) {
            if (!made.marks.empty() && coin())
                made.links.emplace_back(span, below(static_cast<int>(made.marks.size())));
            if (coin()) made.measured.emplace_back(span, 1 + below(9));
        }
        return made;
    }

    Exchange exchange(std::int64_t id, const std::vector<Exchange>& before) {
        Exchange made = makeExchange(id, testQuestion(text(), below(3)), testModel());
        made.id = id;
        made.askedMs = time();
        if (!before.empty() && coin()) {
            const Exchange& earlier = before[static_cast<std::size_t>(below(static_cast<int>(before.size())))];
            made.conversation = earlier.conversation;
            made.follows = earlier.id;
            made.firstImage = earlier.firstImage + static_cast<int>(earlier.evidence.size());
        }
        made.options = {below(5000), std::abs(real()), below(50), real(), random_()};
        made.options.seed = (made.options.seed << 32) | random_();
        made.systemText = text();
        made.modelName = text();
        made.dtype = "int4 (bfloat16)";
        for (viewer::Frame& frame : made.evidence) {
            if (coin()) {
                frame.provenance.slab = viewer::Slab{3.5, viewer::SlabMode::mean};
                frame.provenance.slabSlices = 1 + below(9);
            }
            if (coin()) frame.provenance.seriesDescription.parts = {{viewer::SeriesPartKind::echo, "4.6", 0}};
            if (coin()) frame.provenance.plane.reset();
            if (coin()) frame.provenance.stored = {{"1.2", "1.3", below(3)}, coin(), coin(), coin()};
            if (id % 2 == 0) {
                const double seed = static_cast<double>(id) / 7.0;
                viewer::VolumeRendering rendering{{{seed, -3.25, 1e-9}, {0.6, 0.8, 0}, {0, 0, 1}, 1.0 + seed},
                                                  {"bone", {}, seed},
                                                  frame.provenance.width,
                                                  frame.provenance.height};
                if (id % 4 == 0) rendering.look.window = viewer::Window{-seed, 1.0 + seed};
                if (id % 3 == 0) rendering.look.crop = viewer::VolumeCrop{{seed, -0.5, 1.5}, {9.5, 20.25, 30 + seed}};
                frame.provenance.rendering = rendering;
            }
            if (coin()) frame.provenance.pixelsSha256.clear();
        }
        for (int i = below(9); i > 0; --i)
            made.answer.tokens.push_back(token());
        constexpr ExchangeState kStates[] = {ExchangeState::done, ExchangeState::failed, ExchangeState::interrupted};
        made.state = kStates[below(3)];
        if (made.state == ExchangeState::done) {
            for (const inference::Token& each : made.answer.tokens)
                made.answer.text += each.text;
            const inference::ParsedAnswer parsed = inference::parseAnswer(made.answer.text);
            made.answer.reasoning = parsed.reasoning;
            made.answer.finalAnswer = parsed.finalAnswer;
            made.answer.finish = static_cast<inference::Finish>(below(3));
            for (int i = below(4); i > 0; --i)
                made.answer.promptIds.push_back(below(1000) - 1);
            made.answer.promptTokens = below(5000);
            made.answer.prefilledTokens = below(5000);
            made.answer.imageTokens = below(5000);
            made.answer.timing = {real(), real(), real(), real()};
            if (coin()) made.run = "{\"threads\": 2}";
        }
        if (made.state == ExchangeState::failed) made.failure = text();
        for (int i = below(3); i > 0; --i)
            made.reviews.push_back(review(made));
        for (int i = below(2); i > 0; --i)
            made.replays.push_back({id, coin(), below(99), below(99), digest(), "float32", "cpu", "{}", time()});
        return made;
    }

    std::mt19937 random_;
};

bool isSame(float a, float b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

void expectSameAnswer(const inference::Answer& a, const inference::Answer& b) {
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.reasoning, b.reasoning);
    EXPECT_EQ(a.finalAnswer, b.finalAnswer);
    EXPECT_EQ(a.finish, b.finish);
    EXPECT_EQ(a.promptIds, b.promptIds);
    EXPECT_EQ(a.promptTokens, b.promptTokens);
    EXPECT_EQ(a.prefilledTokens, b.prefilledTokens);
    EXPECT_EQ(a.imageTokens, b.imageTokens);
    EXPECT_EQ(a.timing.visionSeconds, b.timing.visionSeconds);
    EXPECT_EQ(a.timing.prefillSeconds, b.timing.prefillSeconds);
    EXPECT_EQ(a.timing.decodeSeconds, b.timing.decodeSeconds);
    EXPECT_EQ(a.timing.tokensPerSecond, b.timing.tokensPerSecond);
    ASSERT_EQ(a.tokens.size(), b.tokens.size());
    for (std::size_t i = 0; i < a.tokens.size(); ++i) {
        const inference::Token &x = a.tokens[i], &y = b.tokens[i];
        EXPECT_EQ(x.id, y.id);
        EXPECT_EQ(x.text, y.text);
        EXPECT_EQ(x.channel, y.channel);
        EXPECT_TRUE(isSame(x.logProbability, y.logProbability)) << x.logProbability << " " << y.logProbability;
        ASSERT_EQ(x.parts.size(), y.parts.size());
        for (std::size_t part = 0; part < x.parts.size(); ++part) {
            EXPECT_EQ(x.parts[part].channel, y.parts[part].channel);
            EXPECT_EQ(x.parts[part].text, y.parts[part].text);
        }
    }
}

void expectSameReplays(const std::vector<ReplayRecord>& a, const std::vector<ReplayRecord>& b) {
    const auto values = [](const ReplayRecord& r) {
        return std::tuple(r.exchange, r.identical, r.tokens, r.same, r.modelSha256, r.dtype, r.device, r.run, r.timeMs);
    };
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        EXPECT_EQ(values(a[i]), values(b[i]));
}

void expectSameExchange(const Exchange& a, const Exchange& b) {
    const auto values = [](const Exchange& e) {
        return std::tuple(e.id, e.conversation, e.follows, e.askedMs, e.question, e.systemText, e.reasoningPrompt,
                          e.options.maxNewTokens, e.options.temperature, e.options.topK, e.options.topP, e.options.seed,
                          e.firstImage, e.state, e.failure, e.modelName, e.modelPath, e.modelSha256, e.dtype, e.device,
                          e.modelDescription, e.run);
    };
    EXPECT_EQ(values(a), values(b));
    EXPECT_EQ(a.reviews, b.reviews);
    expectSameAnswer(a.answer, b.answer);
    expectSameReplays(a.replays, b.replays);
    ASSERT_EQ(a.evidence.size(), b.evidence.size());
    for (std::size_t i = 0; i < a.evidence.size(); ++i) {
        EXPECT_EQ(a.evidence[i].image.rgb, b.evidence[i].image.rgb);
        EXPECT_EQ(a.evidence[i].image.width, b.evidence[i].image.width);
        const viewer::Provenance &p = a.evidence[i].provenance, &q = b.evidence[i].provenance;
        EXPECT_TRUE(viewer::isSameFrame(p, q));
        EXPECT_EQ(std::tuple(p.fileSha256, p.seriesUid, p.seriesDescription, p.seriesNumber, p.studyUid, p.studyDate,
                             p.modality, p.count, p.positionMm, p.slabSlices, p.stored),
                  std::tuple(q.fileSha256, q.seriesUid, q.seriesDescription, q.seriesNumber, q.studyUid, q.studyDate,
                             q.modality, q.count, q.positionMm, q.slabSlices, q.stored));
    }
}

}  // namespace

void expectSame(const SessionSnapshot& a, const SessionSnapshot& b) {
    EXPECT_EQ(a.title, b.title);
    ASSERT_EQ(a.measurements.size(), b.measurements.size());
    for (std::size_t i = 0; i < a.measurements.size(); ++i)
        expectSameMeasurement(a.measurements[i], b.measurements[i]);
    ASSERT_EQ(a.exchanges.size(), b.exchanges.size());
    for (std::size_t i = 0; i < a.exchanges.size(); ++i) {
        SCOPED_TRACE(i);
        expectSameExchange(a.exchanges[i], b.exchanges[i]);
    }
}

SessionSnapshot snapshotOf(const std::filesystem::path& file) {
    return Session(file, Session::Access::read).snapshot();
}

void Import::makeSession(unsigned seed) {
    std::filesystem::remove(file);
    Session(file).importSession(
        RandomSession(seed).make(),
        {"first.json", std::string(64, 'a'), {"log", 3, std::string(64, 'b')}, 1'600'000'000'000});
    exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
}

std::string Import::codeWith(const std::function<void(QJsonObject&)>& change) {
    QJsonObject changed = parsedJson(readFile(json)).object();
    change(changed);
    std::ofstream(other, std::ios::binary) << QJsonDocument(changed).toJson().toStdString();
    const std::string code = codeOf([&] { importSession(other, imported); });
    EXPECT_EQ(std::filesystem::exists(imported), code.empty());
    std::filesystem::remove(imported);
    return code;
}

}  // namespace fleming::app
