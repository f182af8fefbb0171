#pragma once

#include "app/session/session.h"

#include <QString>
#include <QStringList>
#include <QVariant>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace fleming::app {

/// Returns the code of the Error that `action` throws, or an empty string if it throws none.
std::string codeOf(const std::function<void()>& action);

ModelIdentity testModel();

/// Returns a question with a value for each parameter and `frames` images as evidence.
Question testQuestion(const std::string& text, int frames = 0);

inference::Token token(int id, const std::string& text, float logProbability, inference::Channel channel);

/// Returns six tokens of all channels, one of them with parts.
std::vector<inference::Token> testTokens();

/// Returns an answer of testTokens() with a value for each statistic.
inference::Answer testAnswer();

/// Returns a review without spans, marks and tags.
Review testReview(Verdict verdict, const std::string& comment = {}, const std::string& reviewer = {},
                  std::int64_t timeMs = 0);

/// Asks a question, answers it with testAnswer(), and returns the exchange's id.
std::int64_t askAndAnswer(Session& session, const std::string& text = "What is it?", int frames = 0);

void append(Session& session, std::int64_t exchange, const inference::Token& token);

/// A separate SQLite connection to a session file, as another program would open it.
class RawDatabase {
public:
    explicit RawDatabase(const std::filesystem::path& file);
    ~RawDatabase();
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    /// Executes a statement. Returns false if it fails.
    bool run(const QString& sql);
    /// Executes a query and returns the first value of the result.
    QVariant value(const QString& sql);
    /// Drops the triggers that prevent changes of recorded rows.
    void dropTriggers();
    /// Creates the dropped triggers again.
    void restoreTriggers();

private:
    QString name_;
    QStringList dropped_;  // the statements that created the triggers
};

/// Returns the kinds of the events in the log of a session file, in order.
std::vector<std::string> kindsOf(const std::filesystem::path& file);

/// Verifies a session file, which has a log, without changing it.
Verification verificationOf(const std::filesystem::path& file);

/// Returns the path of a file in tests/fixtures/sessions.
std::filesystem::path sessionFixture(const std::string& name);

}  // namespace fleming::app
