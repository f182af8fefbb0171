// fleming import, and the JSON that it reads: everything of a session comes back.
#include "app/export/json/session_import.h"

#include "app/export/exporters.h"
#include "app/export/json/json_exporter.h"
#include "app/export/json/session_reader.h"
#include "app/session/session.h"
#include "base/error.h"
#include "base/sha256.h"
#include "inference/reasoning_parser.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"
#include "tests/base/thrown_error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>

#include <cmath>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

constexpr ExportOptions kWhole{.includePaths = true, .keepIdentity = true};

/// Makes random sessions that use every field.
class RandomSession {
public:
    explicit RandomSession(unsigned seed) : random_(seed) {}

    SessionSnapshot make() {
        SessionSnapshot session;
        session.title = text();
        for (int i = below(3); i > 0; --i)
            session.imports.push_back({text(), digest(), {"log", below(9), digest()}, time()});
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

void expectSame(const SessionSnapshot& a, const SessionSnapshot& b) {
    EXPECT_EQ(a.title, b.title);
    ASSERT_EQ(a.exchanges.size(), b.exchanges.size());
    for (std::size_t i = 0; i < a.exchanges.size(); ++i) {
        SCOPED_TRACE(i);
        expectSameExchange(a.exchanges[i], b.exchanges[i]);
    }
}

SessionSnapshot snapshotOf(const std::filesystem::path& file) {
    return Session(file, Session::Access::read).snapshot();
}

class Import : public ::testing::Test {
protected:
    /// Makes a session of random content and exports it whole.
    void makeSession(unsigned seed) {
        std::filesystem::remove(file);
        Session(file).importSession(
            RandomSession(seed).make(),
            {"first.json", std::string(64, 'a'), {"log", 3, std::string(64, 'b')}, 1'600'000'000'000});
        exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
    }

    /// Returns the code with which the import of a changed export fails.
    std::string codeWith(const std::function<void(QJsonObject&)>& change) {
        QJsonObject changed = parsedJson(readFile(json)).object();
        change(changed);
        std::ofstream(other, std::ios::binary) << QJsonDocument(changed).toJson().toStdString();
        const std::string code = codeOf([&] { importSession(other, imported); });
        EXPECT_EQ(std::filesystem::exists(imported), code.empty());
        std::filesystem::remove(imported);
        return code;
    }

    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming", json = folder / "a.json", other = folder / "b.json",
                                imported = folder / "b.fleming";
};

TEST_F(Import, BringsBackEverything) {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        SCOPED_TRACE(seed);
        makeSession(seed);
        const SessionSnapshot before = snapshotOf(file);
        expectSame(before, readSessionJson(json));
        std::filesystem::remove(imported);
        const Outcome outcome = runCli({"import", json.string(), "-o", imported.string()});
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.out, imported.string() + "\n");
        const SessionSnapshot after = snapshotOf(imported);
        expectSame(before, after);

        const Verification check = verificationOf(imported);
        EXPECT_FALSE(check.fault) << check.fault->what();
        EXPECT_NE(check.completeUpTo.log, before.record->completeUpTo.log);
        ASSERT_EQ(after.imports.size(), before.imports.size() + 1);
        for (std::size_t i = 0; i < before.imports.size(); ++i)
            EXPECT_EQ(after.imports[i].head, before.imports[i].head);
        const ImportRecord& record = after.imports.back();
        EXPECT_EQ(record.head, before.record->completeUpTo);
        EXPECT_EQ(record.sha256, sha256OfFile(json));
        EXPECT_EQ(record.fileName, "a.json");
        EXPECT_GT(record.timeMs, 1'700'000'000'000);
    }
}

TEST_F(Import, ContinuesAsAnySession) {
    makeSession(7);
    importSession(json, imported);
    Session session(imported);
    const std::int64_t last = session.exchanges().back().id;
    const std::int64_t id = askAndAnswer(session, "And now?", 1);
    EXPECT_GT(id, last);
    session.review(last, testReview(Verdict::correct, "later"));
    EXPECT_FALSE(verificationOf(imported).fault);
}

TEST_F(Import, TakesAPartOfASessionThatIsWhole) {
    {
        Session session(file);
        for (const char* question : {"one", "two", "three"})
            askAndAnswer(session, question, 1);
    }
    ASSERT_EQ(runCli({"export", file.string(), "-o", json.string(), "--exchanges", "2-3", "--keep-identity",
                      "--include-paths"})
                  .code,
              0);
    importSession(json, imported);
    EXPECT_EQ(snapshotOf(imported).exchanges.front().id, 2);
    EXPECT_FALSE(verificationOf(imported).fault);
    // What an exchange follows must be there.
    std::filesystem::remove(imported);
    EXPECT_EQ(codeWith([](QJsonObject& changed) {
                  QJsonArray exchanges = changed["exchanges"].toArray();
                  QJsonObject first = exchanges[0].toObject();
                  first["follows"] = 1;
                  exchanges[0] = first;
                  changed["exchanges"] = exchanges;
              }),
              "session.no_exchange");
}

TEST_F(Import, RefusesWhatLacksIdentityOrPaths) {
    makeSession(3);
    for (const ExportOptions& options :
         {ExportOptions{}, ExportOptions{.includePaths = true}, ExportOptions{.keepIdentity = true}}) {
        exportTo(json, kJsonExporter, snapshotOf(file), options);
        EXPECT_EQ(codeOf([&] { importSession(json, imported); }), "import.without_identity");
        EXPECT_FALSE(std::filesystem::exists(imported));
    }
}

TEST_F(Import, RefusesWhatIsDamaged) {
    {
        Session session(file);
        const std::int64_t id = askAndAnswer(session, "What is it?", 1);
        Review review = testReview(Verdict::wrong, "no", "Dr. A");
        review.spans = {{Passage::answer, 0, 3, "wrong", {}, {}}};
        session.review(id, review);
    }
    exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
    EXPECT_EQ(codeWith([](QJsonObject&) {}), "");
    const auto exchange = [&](const std::function<void(QJsonObject&)>& change) {
        return codeWith([&](QJsonObject& changed) {
            QJsonObject first = changed["exchanges"].toArray()[0].toObject();
            change(first);
            changed["exchanges"] = QJsonArray{first};
        });
    };
    for (const char* key : {"id", "question", "asked", "answer", "evidence", "reviews", "model", "parameters", "state"})
        EXPECT_EQ(exchange([&](QJsonObject& e) { e.remove(QLatin1String(key)); }), "import.damaged") << key;
    EXPECT_EQ(exchange([](QJsonObject& e) { e["id"] = 1.5; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["id"] = 0; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["asked"] = "yesterday"; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["state"] = "dreaming"; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["follows"] = e["id"]; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["first_image"] = -7; }), "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) { e["first_image"] = 999; }), "import.damaged");
    const auto inside = [&](const char* list, const std::function<void(QJsonObject&)>& change) {
        return exchange([&](QJsonObject& e) {
            QJsonObject first = e[QLatin1String(list)].toArray()[0].toObject();
            change(first);
            e[QLatin1String(list)] = QJsonArray{first};
        });
    };
    EXPECT_EQ(inside("evidence", [](QJsonObject& e) { e["png"] = "not Base64!"; }), "import.damaged");
    EXPECT_EQ(inside("evidence", [](QJsonObject& e) { e["png"] = "AAAA"; }), "session.image_damaged");
    EXPECT_EQ(inside("evidence", [](QJsonObject& e) { e["pixels_sha256"] = QString(64, 'a'); }),
              "session.image_damaged");
    EXPECT_EQ(inside("reviews", [](QJsonObject& e) { e["verdict"] = "maybe"; }), "import.damaged");
    EXPECT_EQ(inside("reviews", [](QJsonObject& e) { e["confidence"] = 6; }), "import.damaged");
    EXPECT_EQ(inside("reviews",
                     [](QJsonObject& e) {
                         e["links"] = QJsonArray{QJsonObject{{"span", 0}, {"mark", 0}}};
                     }),
              "import.damaged");
    EXPECT_EQ(inside("reviews",
                     [](QJsonObject& e) {  // the span is not where it was
                         QJsonObject span = e["spans"].toArray()[0].toObject();
                         span["begin"] = 1;
                         e["spans"] = QJsonArray{span};
                     }),
              "import.damaged");
    EXPECT_EQ(inside("reviews",
                     [](QJsonObject& e) {
                         const QJsonObject mark{{"image", 1}, {"shape", "box"}, {"x1", 1},   {"y1", 1},
                                                {"x2", 2},    {"y2", 2},        {"note", ""}};
                         const QJsonObject link{{"span", 0}, {"mark", 0}};
                         e["marks"] = QJsonArray{mark};
                         e["links"] = QJsonArray{link, link};
                     }),
              "import.damaged");
    EXPECT_EQ(exchange([](QJsonObject& e) {
                  QJsonObject answer = e["answer"].toObject();
                  answer["prompt_ids"] = QJsonArray{1, 2.5};
                  e["answer"] = answer;
              }),
              "import.damaged");
    EXPECT_EQ(codeWith([](QJsonObject& s) { s["format"] = "other"; }), "import.not_an_export");
    EXPECT_EQ(codeWith([](QJsonObject& s) { s["version"] = 3; }), "import.newer_version");
    EXPECT_EQ(codeWith([](QJsonObject& s) {
                  QJsonObject record = s["record"].toObject();
                  record["fault"] = QJsonObject{{"code", "record.event_changed"}, {"text", "x"}};
                  s["record"] = record;
              }),
              "import.faulty_record");
    const std::string whole = readFile(json);
    std::ofstream(other, std::ios::binary) << whole.substr(0, whole.size() / 2);
    EXPECT_EQ(codeOf([&] { importSession(other, imported); }), "import.not_json");
    EXPECT_EQ(codeOf([&] { importSession(folder / "absent.json", imported); }), "import.cannot_be_read");
}

/// Changes a text and, if it is there, its bytes.
void changeText(QJsonObject& json, const QString& key, const QString& text) {
    json[key] = text;
    json.remove(key + "_base64");
}

TEST_F(Import, RefusesAnAnswerThatIsNotTheTextOfItsTokens) {
    {
        Session session(file);
        askAndAnswer(session, "What is it?", 0);
        askAndAnswer(session, "And this?", 0);
        const std::int64_t interrupted = session.begin(session.newConversation(), testQuestion("?"), testModel()).id;
        session.append(interrupted, testTokens());
    }
    { const Session marksItAsInterrupted(file); }
    exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
    const auto withAnswer = [&](int index, const std::function<void(QJsonObject&)>& change) {
        return codeWith([&](QJsonObject& changed) {
            QJsonArray exchanges = changed["exchanges"].toArray();
            QJsonObject exchange = exchanges[index].toObject(), answer = exchange["answer"].toObject();
            change(answer);
            exchange["answer"] = answer;
            exchanges[index] = exchange;
            changed["exchanges"] = exchanges;
        });
    };
    for (const int index : {0, 1, 2}) {
        SCOPED_TRACE(index);
        EXPECT_EQ(withAnswer(index, [](QJsonObject&) {}), "");
        for (const char* text : {"text", "reasoning", "final_answer"})
            EXPECT_EQ(withAnswer(index, [&](QJsonObject& answer) { changeText(answer, text, "No finding."); }),
                      "import.other_answer")
                << text;
        EXPECT_EQ(withAnswer(index,
                             [](QJsonObject& answer) {
                                 QJsonArray tokens = answer["tokens"].toArray();
                                 QJsonObject token = tokens[1].toObject();
                                 changeText(token, "text", "Leber ");
                                 tokens[1] = token;
                                 answer["tokens"] = tokens;
                             }),
                  "import.other_answer");
        EXPECT_EQ(withAnswer(index,
                             [](QJsonObject& answer) {
                                 QJsonArray tokens = answer["tokens"].toArray();
                                 tokens.removeLast();
                                 answer["tokens"] = tokens;
                             }),
                  "import.other_answer");
        EXPECT_EQ(withAnswer(index, [](QJsonObject& answer) { answer["tokens"] = QJsonArray(); }),
                  "import.other_answer");
    }
    withAnswer(1, [](QJsonObject& answer) { changeText(answer, "final_answer", "No finding."); });
    const Outcome outcome = runCli({"import", other.string(), "-o", imported.string()});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.err.find("b.json"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("question number 2"), std::string::npos) << outcome.err;
}

/// Returns a random value in place of `value`.
QJsonValue changedValue(const QJsonValue& value, std::mt19937& random) {
    switch (value.type()) {
        case QJsonValue::Double: {
            const double changes[] = {value.toDouble() + 1, -value.toDouble() - 1, 0.5, 1e18, 0};
            return changes[random() % 5];
        }
        case QJsonValue::String: {
            const QString changes[] = {value.toString() + "x", value.toString().mid(1), "", "AAAA"};
            return changes[random() % 4];
        }
        case QJsonValue::Bool:
            return !value.toBool();
        default:
            return random() % 2 == 0 ? QJsonValue() : QJsonValue("?");
    }
}

/// Changes, removes or repeats a random value that lies in `value` at any depth.
QJsonValue changedAnywhere(const QJsonValue& value, std::mt19937& random) {
    if (value.isObject() && !value.toObject().isEmpty()) {
        QJsonObject object = value.toObject();
        const QString key = object.keys()[static_cast<qsizetype>(random() % static_cast<std::size_t>(object.size()))];
        if (random() % 12 == 0)
            object.remove(key);
        else
            object[key] = changedAnywhere(object[key], random);
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty()) {
        QJsonArray array = value.toArray();
        const auto index = static_cast<qsizetype>(random() % static_cast<std::size_t>(array.size()));
        if (random() % 12 == 0)
            array.removeAt(index);
        else if (random() % 12 == 0)
            array.append(QJsonValue(array[index]));
        else
            array[index] = changedAnywhere(array[index], random);
        return array;
    }
    return changedValue(value, random);
}

TEST_F(Import, RefusesAChangedFileOrMakesASessionThatVerifies) {
    std::mt19937 random(11);
    int refused = 0, taken = 0;
    for (unsigned round = 0; round < 120; ++round) {
        SCOPED_TRACE(round);
        if (round % 20 == 0) makeSession(round + 1);
        QJsonObject changed = parsedJson(readFile(json)).object();
        for (std::size_t changes = 1 + random() % 2; changes > 0; --changes)
            changed["exchanges"] = changedAnywhere(changed["exchanges"], random);
        std::ofstream(other, std::ios::binary) << QJsonDocument(changed).toJson().toStdString();
        std::filesystem::remove(imported);
        if (const auto error = test::thrownError([&] { importSession(other, imported); })) {
            EXPECT_EQ(error->source(), other.string()) << error->code();
            EXPECT_FALSE(std::filesystem::exists(imported));
            ++refused;
            continue;
        }
        ++taken;
        const Verification check = verificationOf(imported);
        EXPECT_FALSE(check.fault) << check.fault->what();
        expectSame(readSessionJson(other), snapshotOf(imported));
    }
    EXPECT_GT(refused, 10);
    EXPECT_GT(taken, 10);
    for (const auto& each : std::filesystem::directory_iterator(folder / "."))
        EXPECT_FALSE(each.path().filename().string().starts_with(".fleming-export-")) << each.path();
}

TEST_F(Import, TakesSessionsOfAllVersions) {
    for (int version = 1; version <= 4; ++version) {
        SCOPED_TRACE(version);
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(file.string() + suffix);
            const std::string fixture =
                FLEMING_SOURCE_DIR "/tests/fixtures/sessions/version-" + std::to_string(version) + ".fleming" + suffix;
            if (std::filesystem::exists(fixture)) std::filesystem::copy_file(fixture, file.string() + suffix);
        }
        { const Session migrated(file); }
        exportTo(json, kJsonExporter, snapshotOf(file), kWhole);
        std::filesystem::remove(imported);
        EXPECT_EQ(codeOf([&] { importSession(json, imported); }), "");
    }
}

TEST_F(Import, NeverTouchesAFileThatIsThere) {
    makeSession(4);
    std::ofstream(imported) << "mine";
    EXPECT_EQ(codeOf([&] { importSession(json, imported); }), "import.session_exists");
    EXPECT_EQ(readFile(imported), "mine");
    EXPECT_EQ(codeOf([&] { Session(file).importSession({}, {}); }), "session.not_empty");
    EXPECT_EQ(runCli({"import", json.string()}).code, 2);
    EXPECT_EQ(runCli({"import", "-o", imported.string()}).code, 2);
    EXPECT_EQ(runCli({"import", json.string(), "-o", imported.string()}).code, 1);
}

TEST_F(Import, TheSchemaDescribesEveryExport) {
    const auto python = [](const QStringList& arguments) {
        QProcess program;
        program.start("python3", arguments);
        if (!program.waitForFinished(120'000)) return std::pair(-1, program.errorString());
        return std::pair(program.exitCode(), QString::fromUtf8(program.readAllStandardError()));
    };
    if (python({"-c", "import jsonschema"}).first != 0) GTEST_SKIP() << "python3-jsonschema is not installed";
    const QString check =
        "import json, sys\n"
        "from jsonschema import Draft202012Validator as V\n"
        "schema = json.load(open(sys.argv[1]))\n"
        "V.check_schema(schema)\n"
        "for file in sys.argv[2:]: V(schema).validate(json.load(open(file)))\n";
    QStringList arguments{"-c", check, FLEMING_SOURCE_DIR "/resources/schemas/fleming-session-2.schema.json"};
    for (unsigned seed = 1; seed <= 10; ++seed) {
        makeSession(seed);
        for (const ExportOptions& options : {ExportOptions{}, kWhole}) {
            const auto path = folder / (std::to_string(seed) + (options.keepIdentity ? "k.json" : ".json"));
            exportTo(path, kJsonExporter, snapshotOf(file), options);
            arguments << QString::fromStdString(path.string());
        }
    }
    exportTo(folder / "empty.json", kJsonExporter, {}, {});
    arguments << QString::fromStdString((folder / "empty.json").string());
    const auto [code, message] = python(arguments);
    EXPECT_EQ(code, 0) << message.right(3000).toStdString();
    // A changed export does not fit.
    EXPECT_EQ(codeWith([](QJsonObject& s) { s["surprise"] = 1; }), "");
    arguments = arguments.mid(0, 3);
    arguments << QString::fromStdString(other.string());
    EXPECT_NE(python(arguments).first, 0);
}

}  // namespace
}  // namespace fleming::app
