#include "tests/app/random_session.h"

#include "app/session/activity_log.h"
#include "app/session/log/witness.h"
#include "tests/app/session_testing.h"

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
    if (random() % 4 != 0) review.taxonomy = {"default", std::to_string(random() % 3), R"({"labels": []})"};
    review.reviewer = randomText(random);
    review.reviewerCode = random() % 2 != 0 ? "R" + std::to_string(random() % 5) : "";
    review.reason = randomText(random);
    if (random() % 2 != 0) review.activeMs = static_cast<std::int64_t>(random() % 100000);
    review.timeMs = 1 + static_cast<std::int64_t>(random());
    return review;
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
        const LogHead head = session.verify()->completeUpTo;
        step([&] { session.recordExport({"pdf", "report.pdf", std::string(64, 'c'), head}, witness); });
    }
    appendToWitness(witness, verificationOf(file).completeUpTo);
}

}  // namespace fleming::app
