#include "app/session/session.h"

#include "app/session/file/migrations.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QProcess>

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <limits>

namespace fleming::app {
namespace {

using inference::Channel;
using inference::Finish;
using inference::Token;

void expectSame(const std::vector<Token>& is, const std::vector<Token>& expected) {
    ASSERT_EQ(is.size(), expected.size());
    for (std::size_t i = 0; i < is.size(); ++i) {
        EXPECT_EQ(is[i].id, expected[i].id);
        EXPECT_EQ(is[i].text, expected[i].text);
        EXPECT_EQ(is[i].logProbability, expected[i].logProbability);
        EXPECT_EQ(is[i].channel, expected[i].channel);
        if (expected[i].parts.empty()) continue;
        ASSERT_EQ(is[i].parts.size(), expected[i].parts.size());
        for (std::size_t p = 0; p < expected[i].parts.size(); ++p) {
            EXPECT_EQ(is[i].parts[p].channel, expected[i].parts[p].channel);
            EXPECT_EQ(is[i].parts[p].text, expected[i].parts[p].text);
        }
    }
}

TEST(Session, ReturnsAnExchangeAsItWasStored) {
    const TestFolder folder;
    const Question question = testQuestion("Was ist in Image-2 zu sehen?", 2);
    {
        Session session(folder / "a.fleming");
        const std::int64_t id = session.begin(session.newConversation(), question, testModel()).id;
        for (const Token& token : testTokens())
            append(session, id, token);
        session.finish(id, testAnswer());
    }
    const std::vector<Exchange> exchanges = Session(folder / "a.fleming").exchanges();
    ASSERT_EQ(exchanges.size(), 1U);
    const Exchange& exchange = exchanges[0];
    EXPECT_EQ(exchange.state, ExchangeState::done);
    EXPECT_EQ(exchange.question, question.text);
    EXPECT_EQ(exchange.modelDescription, testModel().info.description);
    EXPECT_EQ(exchange.systemText, question.systemText);
    EXPECT_FALSE(exchange.reasoningPrompt);
    EXPECT_EQ(exchange.options.maxNewTokens, 77);
    EXPECT_EQ(exchange.options.temperature, 0.7);
    EXPECT_EQ(exchange.options.topK, 5);
    EXPECT_EQ(exchange.options.topP, 0.9);
    EXPECT_EQ(exchange.options.seed, std::numeric_limits<std::uint64_t>::max());
    EXPECT_GT(exchange.askedMs, 1'700'000'000'000);
    EXPECT_EQ(exchange.modelName, "Fleming-VL-8B");
    EXPECT_EQ(exchange.modelPath, "/models/Fleming-VL-8B");
    EXPECT_EQ(exchange.modelSha256, std::string(64, 'b'));
    EXPECT_EQ(exchange.dtype, "bfloat16");
    EXPECT_EQ(exchange.device, "cuda:1");

    const inference::Answer expected = testAnswer();
    EXPECT_EQ(exchange.answer.text, expected.text);
    EXPECT_EQ(exchange.answer.reasoning, expected.reasoning);
    EXPECT_EQ(exchange.answer.finalAnswer, expected.finalAnswer);
    EXPECT_EQ(exchange.answer.finish, Finish::length);
    EXPECT_EQ(exchange.answer.promptIds, expected.promptIds);
    EXPECT_EQ(exchange.answer.promptTokens, 3000);
    EXPECT_EQ(exchange.answer.prefilledTokens, 200);
    EXPECT_EQ(exchange.answer.imageTokens, 2816);
    EXPECT_EQ(exchange.answer.timing.decodeSeconds, 0.3);
    EXPECT_EQ(exchange.answer.timing.tokensPerSecond, 20.0);
    expectSame(exchange.answer.tokens, expected.tokens);

    ASSERT_EQ(exchange.evidence.size(), 2U);
    for (int i = 0; i < 2; ++i) {
        const viewer::Frame frame = testFrame(i);
        const viewer::Frame& stored = exchange.evidence[static_cast<std::size_t>(i)];
        EXPECT_EQ(stored.image.width, frame.image.width);
        EXPECT_EQ(stored.image.rgb, frame.image.rgb);
        EXPECT_EQ(stored.provenance.file, frame.provenance.file);
        EXPECT_EQ(stored.provenance.plane, frame.provenance.plane);
        EXPECT_EQ(stored.provenance.positionMm, frame.provenance.positionMm);
        EXPECT_EQ(stored.provenance.window, frame.provenance.window);
        EXPECT_EQ(stored.provenance.index, i);
        EXPECT_TRUE(stored.provenance.minMax && stored.provenance.cover);
        EXPECT_EQ(stored.provenance.pixelsSha256, frame.provenance.pixelsSha256);
    }
}

TEST(Session, KeepsEveryByteOfTexts) {
    const TestFolder folder;
    const std::string texts[] = {std::string("a\0b", 3),
                                 "\xEF\xBB\xBF"
                                 "mark first",
                                 "\xEF\xBF\xBF\xEF\xBF\xBE",
                                 "\xff\xfe broken \xc3",
                                 "\xED\xA0\x80",
                                 "\xF0\x9F\xA9\xBB",
                                 "",
                                 " \t\r\n",
                                 "'; DROP TABLE tokens; --",
                                 "12",
                                 "1e400"};
    Session session(folder / "a.fleming");
    for (const std::string& text : texts) {
        Question question = testQuestion(text);
        question.systemText = text;
        const std::int64_t id = session.begin(session.newConversation(), question, testModel()).id;
        append(session, id, token(9, text, -1.0F, Channel::answer));
        inference::Answer answer;
        answer.text = answer.reasoning = answer.finalAnswer = text;
        session.finish(id, answer);
        session.review(id, testReview(Verdict::wrong, text, text, 0));
        const Exchange exchange = session.exchange(id);
        EXPECT_EQ(exchange.question, text);
        EXPECT_EQ(exchange.systemText, text);
        EXPECT_EQ(exchange.answer.text, text);
        EXPECT_EQ(exchange.answer.reasoning, text);
        EXPECT_EQ(exchange.answer.finalAnswer, text);
        ASSERT_EQ(exchange.answer.tokens.size(), 1U);
        EXPECT_EQ(exchange.answer.tokens[0].text, text);
        ASSERT_EQ(exchange.reviews.size(), 1U);
        EXPECT_EQ(exchange.reviews[0].comment, text);
        EXPECT_EQ(exchange.reviews[0].reviewer, text);
    }
}

TEST(Session, KeepsLogProbabilitiesThatAreNotFinite) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel()).id;
    append(session, id, token(1, "a", -std::numeric_limits<float>::infinity(), Channel::answer));
    append(session, id, token(1, "b", std::numeric_limits<float>::quiet_NaN(), Channel::answer));
    const std::vector<Token> tokens = session.exchange(id).answer.tokens;
    EXPECT_EQ(tokens[0].logProbability, -std::numeric_limits<float>::infinity());
    EXPECT_TRUE(std::isnan(tokens[1].logProbability));
}

TEST(Session, StoresTokensOfFinishThatWereNotAppended) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel()).id;
    const std::vector<Token> tokens = testTokens();
    session.append(id, std::span(tokens).first(2));
    session.finish(id, testAnswer());
    expectSame(session.exchange(id).answer.tokens, testTokens());
}

TEST(Session, NumbersEvidenceOverTheTurnsOfAConversation) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t first = session.newConversation();
    const auto ask = [&](std::int64_t conversation, int frames) {
        return session.begin(conversation, testQuestion("?", frames), testModel()).id;
    };
    const std::int64_t one = ask(first, 3);
    session.finish(one, {});
    const std::int64_t two = ask(first, 2);
    session.fail(two, "It did not work.");  // not part of the history
    const std::int64_t three = ask(first, 2);
    const std::int64_t other = ask(session.newConversation(), 1);
    EXPECT_EQ(session.exchange(one).firstImage, 1);
    EXPECT_EQ(session.exchange(two).firstImage, 4);
    EXPECT_EQ(session.exchange(three).firstImage, 4);
    EXPECT_EQ(session.exchange(other).firstImage, 1);
    EXPECT_EQ(session.exchange(two).state, ExchangeState::failed);
    EXPECT_EQ(session.exchange(two).failure, "It did not work.");
}

TEST(Session, StoresAPictureOnce) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    Question question = testQuestion("?");
    question.evidence = {testFrame(1, 20, 10), testFrame(1, 20, 10),
                         testFrame(1, 10, 20)};  // the last frame: same bytes, other shape
    ASSERT_EQ(question.evidence[0].image.rgb, question.evidence[2].image.rgb);
    const std::int64_t id = session.begin(session.newConversation(), question, testModel()).id;
    const std::int64_t again = session.begin(session.newConversation(), question, testModel()).id;
    EXPECT_EQ(RawDatabase(folder / "a.fleming").value("SELECT count(*) FROM images").toInt(), 2);
    for (const std::int64_t each : {id, again}) {
        const Exchange exchange = session.exchange(each);
        ASSERT_EQ(exchange.evidence.size(), 3U);
        EXPECT_EQ(exchange.evidence[1].image.width, 20);
        EXPECT_EQ(exchange.evidence[2].image.width, 10);
    }
}

TEST(Session, NeverErasesAnEarlierVerdict) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel()).id;
    session.finish(id, testAnswer());
    session.review(id, testReview(Verdict::correct, "fine", "A. Reader", 5));
    session.review(id, testReview(Verdict::partlyCorrect, "looked again", "B. Reader", 0));
    const std::vector<Review> reviews = session.exchange(id).reviews;
    ASSERT_EQ(reviews.size(), 2U);
    EXPECT_EQ(reviews[0].verdict, Verdict::correct);
    EXPECT_EQ(reviews[0].timeMs, 5);
    EXPECT_EQ(reviews[1].verdict, Verdict::partlyCorrect);
    EXPECT_EQ(reviews[1].reviewer, "B. Reader");
    EXPECT_GT(reviews[1].timeMs, 5);
    RawDatabase raw(folder / "a.fleming");
    EXPECT_FALSE(raw.run("UPDATE reviews SET verdict = 'wrong'"));
    EXPECT_FALSE(raw.run("DELETE FROM reviews"));
    EXPECT_THROW(session.review(id + 1, {}), Error);
}

TEST(Session, KnowsTheWordsOfVerdicts) {
    for (const Verdict verdict : {Verdict::correct, Verdict::partlyCorrect, Verdict::wrong, Verdict::cannotJudge}) {
        EXPECT_EQ(verdictFromString(toString(verdict)), verdict);
    }
    EXPECT_THROW(verdictFromString("perfect"), Error);
}

TEST(Session, MarksOnlyAbandonedExchangesAsInterrupted) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    std::int64_t id = 0;
    {
        Session writer(file);
        id = writer.begin(writer.newConversation(), testQuestion("?"), testModel()).id;
        append(writer, id, token(1, "<think>Lun", -1.0F, Channel::reasoning));
        // Another object opens the file while the answer streams.
        EXPECT_EQ(Session(file).exchange(id).state, ExchangeState::streaming);
        append(writer, id, token(2, "ge", -1.0F, Channel::reasoning));
        EXPECT_TRUE(std::filesystem::exists(folder / "a.fleming-lock"));
    }
    const Exchange exchange = Session(file).exchange(id);
    EXPECT_EQ(exchange.state, ExchangeState::interrupted);
    EXPECT_EQ(exchange.answer.text, "<think>Lunge");
    EXPECT_EQ(exchange.answer.reasoning, "Lunge");
    EXPECT_EQ(exchange.answer.tokens.size(), 2U);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.fleming-lock"));
}

TEST(Session, LetsOneObjectWriteAndOthersRead) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    auto one = std::make_unique<Session>(file);
    EXPECT_FALSE(one->readOnlyReason());
    const std::int64_t first = one->begin(one->newConversation(), testQuestion("one"), testModel()).id;
    Session two(file);
    ASSERT_TRUE(two.readOnlyReason());
    EXPECT_EQ(*two.readOnlyReason(), Error("session.read_only_in_use", file));
    EXPECT_EQ(codeOf([&] { two.newConversation(); }), "session.read_only_in_use");
    EXPECT_EQ(codeOf([&] { two.begin(1, testQuestion("two"), testModel()); }), "session.read_only_in_use");
    EXPECT_EQ(codeOf([&] { two.review(first, {}); }), "session.read_only_in_use");
    append(*one, first, token(1, "1", 0.0F, Channel::answer));
    EXPECT_EQ(two.exchanges().at(0).answer.text, "1");
    EXPECT_EQ(two.exchanges().at(0).state, ExchangeState::streaming);
    one->finish(first, testAnswer());
    EXPECT_EQ(Session(file, Session::Access::read).exchanges().at(0).state, ExchangeState::done);
    one.reset();
    Session three(file);  // the writers are closed
    EXPECT_FALSE(three.readOnlyReason());
    three.review(first, testReview(Verdict::correct, "", "", 0));
}

// --- files that are refused -----------------------------------------------------------------------------------------

TEST(Session, RefusesFilesThatAreNotSessions) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    for (const std::string& content : {std::string("SQLite"), std::string("This is a text file, no session at all."),
                                       std::string("SQLite format 3\0", 16) + std::string(4000, 'x')}) {
        std::ofstream(file, std::ios::binary) << content;
        try {
            Session session(file);
            ADD_FAILURE() << content;
        } catch (const Error& error) {
            EXPECT_EQ(error.source(), file.string());
            EXPECT_TRUE(error.code() == "session.not_a_session" || error.code() == "session.damaged") << error.code();
        }
        std::ifstream stream(file, std::ios::binary);
        EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), content);  // left as it was
    }
    EXPECT_EQ(codeOf([&] { Session session(folder / "."); }), "session.not_a_file");
    EXPECT_EQ(codeOf([&] { Session session(folder / "no folder/a.fleming"); }), "session.absent_folder");
}

TEST(Session, RefusesAnotherProgramsDatabase) {
    const TestFolder folder;
    RawDatabase(folder / "a.fleming").run("CREATE TABLE songs (title TEXT)");
    EXPECT_EQ(codeOf([&] { Session session(folder / "a.fleming"); }), "session.other_program");
    EXPECT_EQ(RawDatabase(folder / "a.fleming").value("PRAGMA journal_mode").toString(), "delete");  // left as it was
    RawDatabase(folder / "b.fleming").run("PRAGMA application_id = 7");
    EXPECT_EQ(codeOf([&] { Session session(folder / "b.fleming"); }), "session.other_program");
}

TEST(Session, OpensANewerVersionReadOnly) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    {
        Session session(file);
        askAndAnswer(session, "later");
    }
    RawDatabase(file).run("ALTER TABLE exchanges ADD COLUMN mood TEXT");
    RawDatabase(file).run(QString("PRAGMA user_version = %1").arg(kSchemaVersion + 1));
    {
        Session session(file);
        ASSERT_TRUE(session.readOnlyReason());
        EXPECT_EQ(session.readOnlyReason()->code(), "session.read_only_newer_version");
        EXPECT_EQ(session.exchanges().at(0).question, "later");
        EXPECT_EQ(codeOf([&] { session.newConversation(); }), "session.read_only_newer_version");
    }
    EXPECT_EQ(RawDatabase(file).value("PRAGMA user_version").toInt(), kSchemaVersion + 1);
    RawDatabase(file).dropTriggers();
    RawDatabase(file).run("ALTER TABLE exchanges DROP COLUMN question");  // a required column
    EXPECT_EQ(codeOf([&] { Session(file).exchanges(); }), "session.newer_version");
}

TEST(Session, ReportsThatAnotherProgramHasLockedIt) {
    const TestFolder folder;
    { Session session(folder / "a.fleming"); }
    RawDatabase raw(folder / "a.fleming");
    ASSERT_TRUE(raw.run("BEGIN IMMEDIATE"));
    EXPECT_EQ(codeOf([&] { Session session(folder / "a.fleming"); }), "session.in_use");
}

TEST(Session, ReportsThatItIsDamaged) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    {
        Session session(file);
        askAndAnswer(session, "?", 3);
    }
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(100);
    stream << std::string(static_cast<std::size_t>(std::filesystem::file_size(file)) - 100, '\xaa');
    stream.close();
    EXPECT_EQ(codeOf([&] { Session session(file); }), "session.damaged");
}

TEST(Session, FindsAPictureThatWasChanged) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?", 1), testModel()).id;
    session.finish(id, testAnswer());
    RawDatabase raw(folder / "a.fleming");
    EXPECT_FALSE(raw.run("UPDATE images SET sha256 = '0'"));
    raw.dropTriggers();
    EXPECT_TRUE(raw.run("UPDATE images SET sha256 = '0'"));
    EXPECT_EQ(codeOf([&] { session.exchange(id); }), "session.image_damaged");
}

TEST(Session, RefusesAFolderThatCannotBeWritten) {
    EXPECT_EQ(codeOf([&] { Session session("/proc/a.fleming"); }), "session.cannot_be_written");
}

// --- a killed program -----------------------------------------------------------------------------------------------

TEST(Session, KeepsAllStoredTokensIfTheProgramIsKilled) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    QProcess writer;
    writer.start(SESSION_WRITER, {QString::fromStdString(file.string())});
    ASSERT_TRUE(writer.waitForStarted());
    // The writer prints the number of each token once append() has returned.
    QByteArray printed;
    while (printed.count('\n') < 200) {
        ASSERT_TRUE(writer.waitForReadyRead(20'000));
        printed += writer.readAllStandardOutput();
    }
    EXPECT_EQ(Session(file).exchanges().at(0).state, ExchangeState::streaming);  // the writer still runs
    EXPECT_TRUE(Session(file).readOnlyReason());                                 // and holds the lock
    writer.kill();                                                               // SIGKILL
    ASSERT_TRUE(writer.waitForFinished());
    printed += writer.readAllStandardOutput();
    const auto shown = static_cast<std::size_t>(printed.count('\n'));

    EXPECT_FALSE(Session(file).readOnlyReason());
    const std::vector<Exchange> exchanges = Session(file).exchanges();
    ASSERT_EQ(exchanges.size(), 1U);
    EXPECT_EQ(exchanges[0].state, ExchangeState::interrupted);
    EXPECT_EQ(exchanges[0].question, "Killed while it streams?");
    EXPECT_EQ(exchanges[0].evidence.size(), 2U);
    const std::vector<Token>& tokens = exchanges[0].answer.tokens;
    ASSERT_GE(tokens.size(), shown);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        EXPECT_EQ(tokens[i].text, "token " + std::to_string(i) + " ");
}

}  // namespace
}  // namespace fleming::app
