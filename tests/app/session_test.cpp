#include "app/session/session.h"

#include "app/session/schema.h"
#include "base/error.h"
#include "tests/app/test_files.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <limits>

namespace fleming::app {
namespace {

using inference::Channel;
using inference::Finish;
using inference::Token;

ModelIdentity testModel() {
    ModelIdentity model;
    model.info.name = "Fleming-VL-8B";
    model.info.path = "/models/Fleming-VL-8B";
    model.info.architecture = "InternVLChatModel";
    model.info.parameters = 7944373760;
    model.info.dtype = inference::DataType::bfloat16;
    model.info.device = "cuda:1";
    model.info.description = "Demo: it knows only 画.";
    model.sha256 = std::string(64, 'b');
    return model;
}

Question testQuestion(const std::string& text, int frames = 0) {
    Question question;
    question.text = text;
    for (int i = 0; i < frames; ++i)
        question.evidence.push_back(testFrame(i));
    question.systemText = "Du bist Radiologe.";
    question.reasoningPrompt = false;
    question.options = {77, 0.7, 5, 0.9, std::numeric_limits<std::uint64_t>::max()};
    return question;
}

Token token(int id, const std::string& text, float logProbability, Channel channel) {
    Token made;
    made.id = id;
    made.text = text;
    made.logProbability = logProbability;
    made.channel = channel;
    return made;
}

std::vector<Token> testTokens() {
    std::vector<Token> tokens{
        token(1, "<think>", -0.125F, Channel::markup), token(2, "Lunge ", -0.1F, Channel::reasoning),
        token(3, "", -1e-7F, Channel::reasoning),      token(4, "肺.</think>\n", 0.0F, Channel::reasoning),
        token(5, "肺", -3.5F, Channel::outside),       token(6, "ok", -0.5F, Channel::answer)};
    tokens[3].parts = {{Channel::reasoning, "肺."}, {Channel::markup, "</think>"}, {Channel::outside, "\n"}};
    return tokens;
}

inference::Answer testAnswer() {
    inference::Answer answer;
    answer.tokens = testTokens();
    for (const Token& token : answer.tokens)
        answer.text += token.text;
    answer.reasoning = "Lunge 肺.";
    answer.finalAnswer = "肺ok";
    answer.finish = Finish::length;
    answer.promptIds = {151644, 0, -1, 8948};
    answer.promptTokens = 3000;
    answer.prefilledTokens = 200;
    answer.imageTokens = 2816;
    answer.timing = {0.1, 0.2, 0.3, 20.0};
    return answer;
}

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

std::string messageOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Another program's connection to a file.
class RawDatabase {
public:
    explicit RawDatabase(const std::filesystem::path& file) {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "raw");
        database.setDatabaseName(QString::fromStdString(file.string()));
        database.setConnectOptions("QSQLITE_BUSY_TIMEOUT=0");
        EXPECT_TRUE(database.open());
    }
    ~RawDatabase() {
        QSqlDatabase::database("raw").close();
        QSqlDatabase::removeDatabase("raw");
    }
    bool run(const QString& sql) { return QSqlQuery(QSqlDatabase::database("raw")).exec(sql); }
    QVariant value(const QString& sql) {
        QSqlQuery query(QSqlDatabase::database("raw"));
        query.exec(sql);
        return query.next() ? query.value(0) : QVariant();
    }
};

TEST(Session, ReturnsAnExchangeAsItWasStored) {
    const TestFolder folder;
    const Question question = testQuestion("Was ist in Image-2 zu sehen?", 2);
    {
        Session session(folder / "a.fleming");
        const std::int64_t id = session.begin(session.newConversation(), question, testModel());
        for (const Token& token : testTokens())
            session.append(id, token);
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
        const std::int64_t id = session.begin(session.newConversation(), question, testModel());
        session.append(id, token(9, text, -1.0F, Channel::answer));
        inference::Answer answer;
        answer.text = answer.reasoning = answer.finalAnswer = text;
        session.finish(id, answer);
        session.review(id, {Verdict::wrong, text, text, 0});
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

TEST(Session, KeepsLogProbabilitiesThatAreNoOrdinaryNumbers) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel());
    session.append(id, token(1, "a", -std::numeric_limits<float>::infinity(), Channel::answer));
    session.append(id, token(1, "b", std::numeric_limits<float>::quiet_NaN(), Channel::answer));
    const std::vector<Token> tokens = session.exchange(id).answer.tokens;
    EXPECT_EQ(tokens[0].logProbability, -std::numeric_limits<float>::infinity());
    EXPECT_TRUE(std::isnan(tokens[1].logProbability));
}

TEST(Session, StoresTokensThatFinishBringsAndWereNotAppended) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel());
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
        return session.begin(conversation, testQuestion("?", frames), testModel());
    };
    const std::int64_t one = ask(first, 3);
    session.finish(one, {});
    const std::int64_t two = ask(first, 2);
    session.fail(two, "It did not work.");  // the model did not keep these two
    const std::int64_t three = ask(first, 2);
    const std::int64_t other = ask(session.newConversation(), 1);
    EXPECT_EQ(session.exchange(one).firstImage, 1);
    EXPECT_EQ(session.exchange(two).firstImage, 4);
    EXPECT_EQ(session.exchange(three).firstImage, 4);
    EXPECT_EQ(session.exchange(other).firstImage, 1);
    EXPECT_EQ(session.exchange(two).state, ExchangeState::failed);
    EXPECT_EQ(session.exchange(two).failure, "It did not work.");
}

TEST(Session, StoresAPictureOnceHoweverOftenItIsEvidence) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    Question question = testQuestion("?");
    question.evidence = {testFrame(1, 20, 10), testFrame(1, 20, 10),
                         testFrame(1, 10, 20)};  // the last: same bytes, other shape
    ASSERT_EQ(question.evidence[0].image.rgb, question.evidence[2].image.rgb);
    const std::int64_t id = session.begin(session.newConversation(), question, testModel());
    const std::int64_t again = session.begin(session.newConversation(), question, testModel());
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
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?"), testModel());
    session.finish(id, testAnswer());
    session.review(id, {Verdict::correct, "fine", "A. Reader", 5});
    session.review(id, {Verdict::partlyCorrect, "looked again", "B. Reader", 0});
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
        id = writer.begin(writer.newConversation(), testQuestion("?"), testModel());
        writer.append(id, token(1, "<think>Lun", -1.0F, Channel::reasoning));
        // Somebody else opens the file while it streams.
        EXPECT_EQ(Session(file).exchange(id).state, ExchangeState::streaming);
        writer.append(id, token(2, "ge", -1.0F, Channel::reasoning));
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
    EXPECT_TRUE(one->readOnlyReason().empty());
    const std::int64_t first = one->begin(one->newConversation(), testQuestion("one"), testModel());
    Session two(file);
    EXPECT_TRUE(contains(two.readOnlyReason(), "in use by another")) << two.readOnlyReason();
    EXPECT_EQ(messageOf([&] { two.newConversation(); }), two.readOnlyReason());
    EXPECT_EQ(messageOf([&] { two.begin(1, testQuestion("two"), testModel()); }), two.readOnlyReason());
    EXPECT_EQ(messageOf([&] { two.review(first, {}); }), two.readOnlyReason());
    one->append(first, token(1, "1", 0.0F, Channel::answer));
    EXPECT_EQ(two.exchanges().at(0).answer.text, "1");
    EXPECT_EQ(two.exchanges().at(0).state, ExchangeState::streaming);
    one->finish(first, testAnswer());
    EXPECT_EQ(Session(file, Session::Access::read).exchanges().at(0).state, ExchangeState::done);
    one.reset();
    Session three(file);  // nobody writes any more
    EXPECT_TRUE(three.readOnlyReason().empty());
    three.review(first, {Verdict::correct, "", "", 0});
}

// --- what cannot be opened ------------------------------------------------------------------------------------------

TEST(Session, RefusesWhatIsNoSession) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    for (const std::string& content : {std::string("SQLite"), std::string("This is a text file, no session at all."),
                                       std::string("SQLite format 3\0", 16) + std::string(4000, 'x')}) {
        std::ofstream(file, std::ios::binary) << content;
        const std::string message = messageOf([&] { Session session(file); });
        EXPECT_TRUE(contains(message, "a.fleming")) << message;
        EXPECT_TRUE(contains(message, "not a Fleming Viewer session") || contains(message, "damaged")) << message;
        std::ifstream stream(file, std::ios::binary);
        EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), content);  // left as it was
    }
    EXPECT_TRUE(contains(messageOf([&] { Session session(folder / "."); }), "not a file"));
    EXPECT_TRUE(contains(messageOf([&] { Session session(folder / "no folder/a.fleming"); }), "folder does not exist"));
}

TEST(Session, RefusesAnotherProgramsDatabase) {
    const TestFolder folder;
    RawDatabase(folder / "a.fleming").run("CREATE TABLE songs (title TEXT)");
    EXPECT_TRUE(contains(messageOf([&] { Session session(folder / "a.fleming"); }), "another program"));
    EXPECT_EQ(RawDatabase(folder / "a.fleming").value("PRAGMA journal_mode").toString(), "delete");  // left as it was
    RawDatabase(folder / "b.fleming").run("PRAGMA application_id = 7");
    EXPECT_TRUE(contains(messageOf([&] { Session session(folder / "b.fleming"); }), "another program"));
}

TEST(Session, TakesOnFilesOfTheFirstVersion) {
    const TestFolder folder;
    {
        Session session(folder / "a.fleming");
        session.finish(session.begin(session.newConversation(), testQuestion("old"), testModel()), testAnswer());
    }
    {
        RawDatabase first(folder / "a.fleming");
        EXPECT_TRUE(first.run("ALTER TABLE models DROP COLUMN description"));
        EXPECT_TRUE(first.run("ALTER TABLE exchanges DROP COLUMN prompt_ids"));
        EXPECT_TRUE(first.run("PRAGMA user_version = 1"));
    }
    // To read it, nothing of it is changed.
    EXPECT_EQ(Session(folder / "a.fleming", Session::Access::read).exchanges().at(0).answer.text, testAnswer().text);
    EXPECT_EQ(RawDatabase(folder / "a.fleming").value("PRAGMA user_version").toInt(), 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.fleming.backup-1"));
    Session session(folder / "a.fleming");
    session.finish(session.begin(session.newConversation(), testQuestion("new"), testModel()), testAnswer());
    const std::vector<Exchange> exchanges = session.exchanges();
    ASSERT_EQ(exchanges.size(), 2U);
    EXPECT_EQ(exchanges[0].question, "old");
    EXPECT_EQ(exchanges[0].answer.text, testAnswer().text);
    EXPECT_EQ(exchanges[1].modelDescription, testModel().info.description);
    EXPECT_EQ(RawDatabase(folder / "a.fleming").value("PRAGMA user_version").toInt(), kSchemaVersion);
    // The file as it was lies beside it.
    EXPECT_EQ(RawDatabase(folder / "a.fleming.backup-1").value("PRAGMA user_version").toInt(), 1);
    const std::vector<Exchange> before = Session(folder / "a.fleming.backup-1", Session::Access::read).exchanges();
    ASSERT_EQ(before.size(), 1U);
    EXPECT_EQ(before[0].question, "old");
    EXPECT_FALSE(std::filesystem::exists(folder / "a.fleming.backup-1.part"));
}

TEST(Session, NeverWritesOverAnEarlierBackup) {
    const TestFolder folder;
    { Session session(folder / "a.fleming"); }
    {
        RawDatabase old(folder / "a.fleming");
        EXPECT_TRUE(old.run("ALTER TABLE exchanges DROP COLUMN prompt_ids") && old.run("PRAGMA user_version = 2"));
    }
    std::ofstream(folder / "a.fleming.backup-2") << "kept";
    { Session session(folder / "a.fleming"); }
    EXPECT_EQ(std::filesystem::file_size(folder / "a.fleming.backup-2"), 4U);
    EXPECT_EQ(RawDatabase(folder / "a.fleming.backup-2-2").value("PRAGMA user_version").toInt(), 2);
}

TEST(Session, OpensANewerVersionReadOnly) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    {
        Session session(file);
        session.finish(session.begin(session.newConversation(), testQuestion("later"), testModel()), testAnswer());
    }
    RawDatabase(file).run("ALTER TABLE exchanges ADD COLUMN mood TEXT");
    RawDatabase(file).run(QString("PRAGMA user_version = %1").arg(kSchemaVersion + 1));
    {
        Session session(file);
        EXPECT_TRUE(contains(session.readOnlyReason(), "newer version")) << session.readOnlyReason();
        EXPECT_EQ(session.exchanges().at(0).question, "later");
        EXPECT_EQ(messageOf([&] { session.newConversation(); }), session.readOnlyReason());
    }
    EXPECT_EQ(RawDatabase(file).value("PRAGMA user_version").toInt(), kSchemaVersion + 1);
    RawDatabase(file).run("ALTER TABLE exchanges DROP COLUMN question");  // what this version cannot read
    EXPECT_TRUE(contains(messageOf([&] { Session(file).exchanges(); }), "newer version"));
}

TEST(Session, SaysThatAnotherProgramHasLockedIt) {
    const TestFolder folder;
    { Session session(folder / "a.fleming"); }
    RawDatabase raw(folder / "a.fleming");
    ASSERT_TRUE(raw.run("BEGIN IMMEDIATE"));
    EXPECT_TRUE(contains(messageOf([&] { Session session(folder / "a.fleming"); }), "in use by another"));
}

TEST(Session, SaysThatItIsDamaged) {
    const TestFolder folder;
    const auto file = folder / "a.fleming";
    {
        Session session(file);
        session.finish(session.begin(session.newConversation(), testQuestion("?", 3), testModel()), testAnswer());
    }
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(100);
    stream << std::string(static_cast<std::size_t>(std::filesystem::file_size(file)) - 100, '\xaa');
    stream.close();
    EXPECT_TRUE(contains(messageOf([&] { Session session(file); }), "damaged"));
}

TEST(Session, FindsAPictureThatWasChanged) {
    const TestFolder folder;
    Session session(folder / "a.fleming");
    const std::int64_t id = session.begin(session.newConversation(), testQuestion("?", 1), testModel());
    session.finish(id, testAnswer());
    RawDatabase(folder / "a.fleming").run("UPDATE images SET sha256 = '0'");
    EXPECT_TRUE(contains(messageOf([&] { session.exchange(id); }), "damaged"));
}

TEST(Session, MakesNothingWhereNothingCanBeWritten) {
    EXPECT_TRUE(contains(messageOf([&] { Session session("/proc/a.fleming"); }), "cannot be written"));
}

// --- the end of the program -----------------------------------------------------------------------------------------

TEST(Session, HasAllThatWasStoredWhenTheProgramIsKilled) {
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
    EXPECT_EQ(Session(file).exchanges().at(0).state, ExchangeState::streaming);  // it lives: nobody interrupts it
    EXPECT_TRUE(contains(Session(file).readOnlyReason(), "in use by another"));  // nor writes beside it
    writer.kill();                                                               // SIGKILL
    ASSERT_TRUE(writer.waitForFinished());
    printed += writer.readAllStandardOutput();
    const auto shown = static_cast<std::size_t>(printed.count('\n'));

    EXPECT_TRUE(Session(file).readOnlyReason().empty());
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
