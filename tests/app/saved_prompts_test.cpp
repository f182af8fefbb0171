#include "app/chat/saved_prompts.h"

#include "tests/app/workspace_testing.h"

#include <QFile>
#include <QStandardPaths>

namespace fleming::app {
namespace {

using Kind = SavedPrompts::Kind;
using Prompts = std::vector<SavedPrompt>;

class SavedPromptsTest : public ::testing::Test {
protected:
    SavedPromptsTest() { QFile::remove(file()); }
    ~SavedPromptsTest() override { QFile::remove(file()); }

    static QString file() {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/prompts.json");
    }
};

TEST_F(SavedPromptsTest, KeepsPromptsByName) {
    {
        SavedPrompts prompts;
        prompts.save(Kind::question, {"nodule", "Is there a nodule?"});
        prompts.save(Kind::question, {" Fracture ", "Is there a fracture?\nWhere?"});
        prompts.save(Kind::system, {"strict", "Answer in one word."});
        prompts.save(Kind::question, {"", "without a name"});
        prompts.save(Kind::question, {"without a text", " "});
        WAIT_FOR(!prompts.of(Kind::system).empty());
        EXPECT_EQ(prompts.of(Kind::question),
                  (Prompts{{"Fracture", "Is there a fracture?\nWhere?"}, {"nodule", "Is there a nodule?"}}));
    }
    SavedPrompts prompts;
    WAIT_FOR(prompts.of(Kind::question).size() == 2);
    prompts.save(Kind::question, {"nodule", "Is there any nodule?"});
    WAIT_FOR(prompts.of(Kind::question)[1].text == "Is there any nodule?");
    prompts.save(Kind::question, {"A nodule", "Is there any nodule?"}, "nodule");  // renamed
    WAIT_FOR(prompts.of(Kind::question)[0].name == "A nodule");
    EXPECT_EQ(prompts.of(Kind::question).size(), 2U);
    prompts.remove(Kind::question, "Fracture");
    WAIT_FOR(prompts.of(Kind::question).size() == 1);
    EXPECT_EQ(prompts.of(Kind::system), (Prompts{{"strict", "Answer in one word."}}));
    EXPECT_EQ(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

TEST_F(SavedPromptsTest, AddsToWhatAnotherProgramHasSaved) {
    SavedPrompts one, other;
    one.save(Kind::question, {"one", "1"});
    WAIT_FOR(one.of(Kind::question).size() == 1);
    other.save(Kind::question, {"other", "2"});
    WAIT_FOR(other.of(Kind::question).size() == 2);
}

TEST_F(SavedPromptsTest, LeavesAFileAloneThatItCannotRead) {
    for (const QByteArray& content : {QByteArray("{ damaged"), QByteArray("[]"), QByteArray("{\"format\": 9}")}) {
        QDir().mkpath(QFileInfo(file()).absolutePath());
        QFile out(file());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(content);
        out.close();
        QStringList failures;
        SavedPrompts prompts;
        QObject::connect(&prompts, &SavedPrompts::failed, [&](const QString& message) { failures << message; });
        WAIT_FOR(failures.size() == 1);
        prompts.save(Kind::question, {"one", "1"});
        WAIT_FOR(failures.size() == 2);
        EXPECT_TRUE(prompts.of(Kind::question).empty());
        QFile in(file());
        ASSERT_TRUE(in.open(QIODevice::ReadOnly));
        EXPECT_EQ(in.readAll(), content);
    }
}

}  // namespace
}  // namespace fleming::app
