#include "tests/app/session_testing.h"

#include "base/error.h"
#include "tests/app/test_files.h"
#include "tests/base/thrown_error.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <gtest/gtest.h>
#include <limits>
#include <span>

namespace fleming::app {

using inference::Channel;
using inference::Token;

std::string codeOf(const std::function<void()>& action) {
    const std::optional<Error> error = test::thrownError(action);
    return error ? error->code() : std::string();
}

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

Question testQuestion(const std::string& text, int frames) {
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
    answer.finish = inference::Finish::length;
    answer.promptIds = {151644, 0, -1, 8948};
    answer.promptTokens = 3000;
    answer.prefilledTokens = 200;
    answer.imageTokens = 2816;
    answer.timing = {0.1, 0.2, 0.3, 20.0};
    return answer;
}

Review testReview(Verdict verdict, const std::string& comment, const std::string& reviewer, std::int64_t timeMs) {
    Review review;
    review.verdict = verdict;
    review.comment = comment;
    review.reviewer = reviewer;
    review.timeMs = timeMs;
    return review;
}

std::int64_t askAndAnswer(Session& session, const std::string& text, int frames) {
    const std::int64_t id = session.begin(session.newConversation(), testQuestion(text, frames), testModel()).id;
    session.finish(id, testAnswer());
    return id;
}

void append(Session& session, std::int64_t exchange, const Token& token) {
    session.append(exchange, std::span(&token, 1));
}

RawDatabase::RawDatabase(const std::filesystem::path& file) {
    static int number = 0;
    name_ = QStringLiteral("raw-%1").arg(++number);
    QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", name_);
    database.setDatabaseName(QString::fromStdString(file.string()));
    database.setConnectOptions("QSQLITE_BUSY_TIMEOUT=0");
    EXPECT_TRUE(database.open());
}

RawDatabase::~RawDatabase() {
    QSqlDatabase::database(name_).close();
    QSqlDatabase::removeDatabase(name_);
}

bool RawDatabase::run(const QString& sql) {
    return QSqlQuery(QSqlDatabase::database(name_)).exec(sql);
}

QVariant RawDatabase::value(const QString& sql) {
    QSqlQuery query(QSqlDatabase::database(name_));
    query.exec(sql);
    return query.next() ? query.value(0) : QVariant();
}

void RawDatabase::dropTriggers() {
    for (;;) {
        const QString trigger = value("SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1").toString();
        const QString sql = value("SELECT sql FROM sqlite_master WHERE type = 'trigger' LIMIT 1").toString();
        if (trigger.isEmpty() || !run("DROP TRIGGER " + trigger)) return;
        dropped_.append(sql);
    }
}

void RawDatabase::restoreTriggers() {
    for (const QString& sql : dropped_)
        EXPECT_TRUE(run(sql)) << sql.toStdString();
    dropped_.clear();
}

std::vector<std::string> kindsOf(const std::filesystem::path& file) {
    RawDatabase raw(file);
    std::vector<std::string> kinds;
    const int count = raw.value("SELECT count(*) FROM events").toInt();
    for (int i = 1; i <= count; ++i)
        kinds.push_back(
            raw.value(QString("SELECT kind FROM events WHERE sequence = %1").arg(i)).toString().toStdString());
    return kinds;
}

Verification verificationOf(const std::filesystem::path& file) {
    return Session(file, Session::Access::read).verify().value();
}

std::filesystem::path sessionFixture(const std::string& name) {
    return std::filesystem::path(FLEMING_SESSIONS) / name;
}

}  // namespace fleming::app
