// Tests of the events that record when a session is opened and closed, and which settings are in force.
#include "app/session/activity_log.h"
#include "app/session/session.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"
#include "tests/app/workspace_testing.h"

#include <QJsonDocument>

#include <gtest/gtest.h>
#include <limits>

namespace fleming::app {
namespace {

/// Returns the details of the activities of a session, in order.
std::vector<QJsonObject> activitiesOf(const std::filesystem::path& file) {
    RawDatabase raw(file);
    std::vector<QJsonObject> details;
    for (int id = 1; id <= raw.value("SELECT count(*) FROM activities").toInt(); ++id) {
        const QVariant json = raw.value(QString("SELECT details FROM activities WHERE id = %1").arg(id));
        details.push_back(QJsonDocument::fromJson(json.toString().toUtf8()).object());
    }
    return details;
}

TEST(SessionActivity, HasOneEventForEachOpeningClosingAndChangeOfSettings) {
    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming";
    const ModelIdentity model = testModel();
    inference::GenerationOptions options;
    options.seed = std::numeric_limits<std::uint64_t>::max();
    {
        Session session(file);
        ActivityLog activity(session);
        activity.noteSettings(modelSettings(&model));
        activity.noteSettings(generationSettings(options, true, "Be brief."));
        activity.noteSettings(generationSettings(options, true, "Be brief."));  // as before
        activity.noteSettings(reviewSettings("R1", {"default", "2", "{}"}));
        Session reader(file);
        EXPECT_TRUE(reader.readOnlyReason());
        ActivityLog reading(reader);
        reading.noteSettings(modelSettings(nullptr));
    }
    const std::vector<std::string> expected{"session created",  "session opened",   "settings changed",
                                            "settings changed", "settings changed", "session closed"};
    EXPECT_EQ(kindsOf(file), expected);
    const std::vector<QJsonObject> details = activitiesOf(file);
    ASSERT_EQ(details.size(), 5U);
    EXPECT_TRUE(details[0]["program"].toString().startsWith("Fleming Viewer "));
    EXPECT_EQ(details[0]["qt"].toString(), qVersion());
    EXPECT_FALSE(details[0]["sqlite"].toString().isEmpty() || details[0]["system"].toString().isEmpty());
    EXPECT_TRUE(details[0]["closed_before"].toBool());
    EXPECT_EQ(
        details[1]["model"].toObject(),
        (QJsonObject{
            {"name", "Fleming-VL-8B"}, {"sha256", QString(64, 'b')}, {"dtype", "bfloat16"}, {"device", "cuda:1"}}));
    EXPECT_EQ(details[2]["generation"].toObject()["seed"].toString(), "18446744073709551615");
    EXPECT_EQ(details[2]["generation"].toObject()["system_text"].toString(), "Be brief.");
    EXPECT_EQ(details[3]["review"].toObject()["reviewer_code"].toString(), "R1");
    EXPECT_FALSE(verificationOf(file).fault);
}

TEST(SessionActivity, SaysThatTheSessionWasNotClosedBefore) {
    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming", killed = folder / "killed.fleming";
    {
        Session session(file);
        const ActivityLog activity(session);
        std::filesystem::copy_file(file, killed);
        std::filesystem::copy_file(file.string() + "-wal", killed.string() + "-wal");
    }
    for (const auto& each : {file, killed}) {
        Session session(each);
        const ActivityLog activity(session);
        EXPECT_EQ(activitiesOf(each).back()["closed_before"].toBool(), each == file);
    }
}

TEST_F(AppWorkspace, RecordsOpeningSettingsAndClosing) {
    const std::filesystem::path file = folder / "mine.fleming";
    loadModel();
    workspace->chat().setSystemText("Be brief.");
    workspace->session().open(text(file));
    WAIT_FOR(!workspace->session().file().isEmpty());
    workspace->chat().setReasoningPrompt(false);
    workspace->session().open(text(file));  // again: it is open
    WAIT_FOR(!workspace->session().isOpening());
    askAndWait("First?");
    restart();
    const std::vector<std::string> kinds = kindsOf(file);
    const auto countOf = [&](const char* kind) { return std::ranges::count(kinds, kind); };
    EXPECT_EQ(countOf("session opened"), 1);
    EXPECT_EQ(countOf("session closed"), 1);
    EXPECT_EQ(countOf("settings changed"), 2);
    EXPECT_EQ(kinds.back(), "session closed");
    const std::vector<QJsonObject> details = activitiesOf(file);
    EXPECT_FALSE(details[1]["model"].toObject()["name"].toString().isEmpty());
    EXPECT_EQ(details[1]["generation"].toObject()["system_text"].toString(), "Be brief.");
    EXPECT_FALSE(details[2]["generation"].toObject()["reasoning_prompt"].toBool());
    EXPECT_FALSE(details[2].contains("model"));
    EXPECT_FALSE(verificationOf(file).fault);
}

}  // namespace
}  // namespace fleming::app
