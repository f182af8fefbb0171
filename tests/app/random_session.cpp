#include "tests/app/random_session.h"

#include "app/session/activity_log.h"
#include "app/session/log/witness.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <cmath>
#include <gtest/gtest.h>
#include <optional>
#include <tuple>
#include <vector>

namespace fleming::app {

namespace {

std::string randomText(std::mt19937& random) {
    static const std::vector<std::string> kPieces{"left", " ",  "肺", "ü",    "\n",
                                                  "'",    "\"", ";",  "9 mm", std::string("\0", 1)};
    std::string text;
    for (std::size_t n = random() % 6; n > 0; --n)
        text += kPieces[random() % kPieces.size()];
    return text;
}

/// Asks a question that continues a random exchange, and ends it in a random way. Returns the exchange.
std::int64_t askAtRandom(Session& session, std::int64_t conversation, std::mt19937& random) {
    const std::vector<Exchange> before = session.exchanges();
    std::int64_t follows = -1;
    if (!before.empty() && random() % 3 == 0) {
        const Exchange& continued = before[random() % before.size()];
        conversation = continued.conversation;
        follows = random() % 4 == 0 ? 0 : continued.id;
    }
    ModelIdentity model = testModel();
    model.info.device = random() % 2 == 0 ? "cpu" : "cuda:1";
    Question question = testQuestion(randomText(random) + "?", static_cast<int>(random() % 3));
    const std::int64_t id = session.begin(conversation, question, model, follows).id;
    const std::vector<inference::Token> tokens = testTokens();
    for (std::size_t i = 0; i < random() % tokens.size(); ++i)
        append(session, id, tokens[i]);
    switch (random() % 4) {
        case 0:
            session.fail(id, "Out of memory. " + randomText(random));
            break;
        case 1:
            break;  // interrupted when the session is opened next
        default:
            session.finish(id, testAnswer());
    }
    return id;
}

}  // namespace

Review randomReview(std::mt19937& random) {
    Review review;
    review.verdict = static_cast<Verdict>(random() % 4);
    if (random() % 2 != 0) review.confidence = 1 + static_cast<int>(random() % 5);
    review.comment = randomText(random);
    review.correctedAnswer = randomText(random);
    for (std::size_t n = random() % 4; n > 0; --n)
        review.tags.push_back(randomText(random));
    for (std::size_t n = random() % 4; n > 0; --n) {
        Span span;
        span.passage = static_cast<Passage>(random() % 2);
        span.begin = random() % 1000;
        span.end = span.begin + 1 + random() % 1000;
        span.label = randomText(random);
        if (random() % 2 != 0) span.severity = static_cast<Severity>(random() % 3);
        span.note = randomText(random);
        review.spans.push_back(span);
    }
    std::uniform_real_distribution<double> pixel(-10.0, 600.0);
    for (std::size_t n = random() % 4; n > 0; --n)
        review.marks.push_back({1 + static_cast<int>(random() % 9), static_cast<MarkShape>(random() % 3), pixel(random),
                                pixel(random), pixel(random), pixel(random), randomText(random)});
    for (int span = 0; span < static_cast<int>(review.spans.size()); ++span) {
        for (int mark = 0; mark < static_cast<int>(review.marks.size()); ++mark) {
            if (random() % 2 != 0) review.links.emplace_back(span, mark);
        }
    }
    for (int span = 0; span < static_cast<int>(review.spans.size()); ++span) {
        if (random() % 2 != 0) review.measured.emplace_back(span, 1 + static_cast<std::int64_t>(random() % 9));
    }
    if (random() % 4 != 0) review.taxonomy = {"default", std::to_string(random() % 3), R"({"labels": []})"};
    review.reviewer = randomText(random);
    review.reviewerCode = random() % 2 != 0 ? "R" + std::to_string(random() % 5) : "";
    review.reason = randomText(random);
    if (random() % 2 != 0) review.activeMs = static_cast<std::int64_t>(random() % 100000);
    review.timeMs = 1 + static_cast<std::int64_t>(random());
    return review;
}

RecordedMeasurement randomMeasurement(std::mt19937& random) {
    const auto real = [&] { return std::uniform_real_distribution<double>(-1e3, 1e3)(random); };
    const auto any = [&] {
        const double special[] = {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e-300, 1.0 / 3.0, 0.0};
        return random() % 4 == 0 ? special[random() % 6] : real();
    };
    const auto maybe = [&] { return random() % 2 == 0 ? std::optional<double>() : any(); };
    RecordedMeasurement made;
    made.name = randomText(random);
    made.note = randomText(random);
    const auto level = [&] { return static_cast<std::uint8_t>(random() % 256); };
    made.colour = {level(), level(), level()};
    made.roi.shape = static_cast<viewer::RoiShape>(random() % 10);
    made.roi.plane.origin = {real(), real(), real()};
    made.roi.plane.right = viewer::unit({real(), real(), real()});
    made.roi.plane.down = viewer::unit(viewer::cross(made.roi.plane.right, {real(), real(), real()}));
    const int points = viewer::pointCount(made.roi.shape);
    for (int i = points != 0 ? points : 3 + static_cast<int>(random() % 5); i > 0; --i)
        made.roi.points.push_back({real(), real()});
    viewer::Measurement& measured = made.measured;
    measured = {maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), {}, random() % 2 == 0 ? "HU" : "", {}};
    if (random() % 2 == 0)
        measured.statistics = {static_cast<std::int64_t>(random()), any(), any(), any(), maybe(), any(), any()};
    measured.calibration = {static_cast<viewer::CalibrationSource>(random() % 9), any(), any()};
    made.source = testFrame(static_cast<int>(random() % 90)).provenance;
    made.source.pixelsSha256.clear();
    if (random() % 2 == 0) made.source.stored = viewer::StoredImage{{"1.2", "1.3", static_cast<int>(random() % 3)}};
    if (random() % 4 == 0) {
        made.source.plane.reset();
        made.source.oblique = viewer::SlicePlane{made.roi.plane.origin,
                                                 made.roi.plane.right,
                                                 made.roi.plane.down,
                                                 0.3,
                                                 0.3,
                                                 made.source.width,
                                                 made.source.height,
                                                 {}};
    }
    if (random() % 2 == 0) made.frameOfReference = "1.2.840.9";
    for (std::size_t i = random() % 3; i > 0; --i)
        made.pixels.push_back({real(), real()});
    made.timeMs = 1 + static_cast<std::int64_t>(random());
    return made;
}

void expectSameMeasurement(const RecordedMeasurement& a, const RecordedMeasurement& b) {
    const auto expectSame = [](const std::optional<double>& x, const std::optional<double>& y, const char* what) {
        EXPECT_TRUE(x == y || (x && y && std::isnan(*x) && std::isnan(*y))) << what;
    };
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.note, b.note);
    EXPECT_EQ(a.colour, b.colour);
    EXPECT_EQ(a.roi, b.roi);
    const viewer::Measurement &m = a.measured, &n = b.measured;
    expectSame(m.lengthMm, n.lengthMm, "length, mm");
    expectSame(m.lengthPx, n.lengthPx, "length, pixels");
    expectSame(m.shortLengthMm, n.shortLengthMm, "short length, mm");
    expectSame(m.shortLengthPx, n.shortLengthPx, "short length, pixels");
    expectSame(m.angleDegrees, n.angleDegrees, "angle");
    expectSame(m.areaMm2, n.areaMm2, "area");
    EXPECT_EQ(m.unit, n.unit);
    EXPECT_EQ(m.calibration.source, n.calibration.source);
    expectSame(m.calibration.mmPerPixelX, n.calibration.mmPerPixelX, "calibration, x");
    expectSame(m.calibration.mmPerPixelY, n.calibration.mmPerPixelY, "calibration, y");
    ASSERT_EQ(m.statistics.has_value(), n.statistics.has_value());
    if (m.statistics) {
        const viewer::RoiStatistics &s = *m.statistics, &t = *n.statistics;
        EXPECT_EQ(s.count, t.count);
        expectSame(s.min, t.min, "min");
        expectSame(s.max, t.max, "max");
        expectSame(s.mean, t.mean, "mean");
        expectSame(s.sd, t.sd, "sd");
        expectSame(s.median, t.median, "median");
        expectSame(s.sum, t.sum, "sum");
    }
    const viewer::Provenance &p = a.source, &q = b.source;
    EXPECT_TRUE(viewer::isSameFrame(p, q));
    EXPECT_EQ(
        std::tuple(p.kind, p.file, p.fileSha256, p.seriesUid, p.seriesDescription, p.seriesNumber, p.studyUid, p.stored,
                   p.studyDate, p.modality, p.plane, p.oblique, p.index, p.count, p.positionMm, p.width, p.height),
        std::tuple(q.kind, q.file, q.fileSha256, q.seriesUid, q.seriesDescription, q.seriesNumber, q.studyUid, q.stored,
                   q.studyDate, q.modality, q.plane, q.oblique, q.index, q.count, q.positionMm, q.width, q.height));
    EXPECT_EQ(a.frameOfReference, b.frameOfReference);
    EXPECT_EQ(a.pixels, b.pixels);
    EXPECT_EQ(a.timeMs, b.timeMs);
}

void writeRandomSession(const std::filesystem::path& file, const std::filesystem::path& witness, std::mt19937& random,
                        const std::function<void()>& afterEach) {
    const bool isNew = !std::filesystem::exists(file);
    for (int opening = 0; opening < 2; ++opening) {
        Session session(file);
        ActivityLog activity(session);
        const auto step = [&](const auto& action) {
            action();
            if (afterEach) afterEach();
        };
        if (isNew && opening == 0)
            step([&] {
                session.importSession({}, {"a.json", std::string(64, 'b'), {"log", 7, std::string(64, 'a')}, 9});
            });
        step([&] { activity.noteSettings(modelSettings(nullptr)); });
        const std::int64_t conversation = session.newConversation();
        const std::int64_t answered = askAndAnswer(session, "What is it?", 2);
        step([&] { session.review(answered, randomReview(random)); });
        step([&] { session.setTitle(randomText(random)); });
        step([&] { session.recordReplay({answered, true, 6, 6, "model", "bf16", "cpu", "{}", 5}); });
        for (std::size_t n = 1 + random() % 4; n > 0; --n) {
            step([&] { askAtRandom(session, conversation, random); });
            if (random() % 2 == 0) step([&] { session.review(answered, randomReview(random)); });
        }
        const RecordedMeasurement kept = session.recordMeasurement(randomMeasurement(random));
        RecordedMeasurement changed = session.recordMeasurement(randomMeasurement(random));
        step([&] { changed = session.recordMeasurement(changed); });
        if (random() % 2 == 0) step([&] { session.removeMeasurement(kept.id); });
        step([&] { session.removeMeasurement(changed.id); });
        const LogHead head = session.verify()->completeUpTo;
        step([&] { session.recordExport({"pdf", "report.pdf", std::string(64, 'c'), head}, witness); });
    }
    appendToWitness(witness, verificationOf(file).completeUpTo);
}

}  // namespace fleming::app
