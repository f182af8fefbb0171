// Where a session lies: network folders, media that cannot be written, and disks that are full.
#include "app/export/report.h"
#include "app/session/session.h"
#include "app/session/storage.h"
#include "app/workspace.h"
#include "base/error.h"
#include "tests/app/fake_answerer.h"
#include "tests/app/small_disk.h"
#include "tests/app/test_files.h"

#include <QGuiApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <gtest/gtest.h>

namespace fleming::app {
namespace {

constexpr int kLong = 20'000;  // ms

#define WAIT_FOR(condition) ASSERT_TRUE(QTest::qWaitFor([&] { return condition; }, kLong)) << #condition

#define NEEDS_MOUNTED(disk) \
    if (!(disk).isMounted()) GTEST_SKIP() << "This system lets nobody mount a disk here."

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
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

Question testQuestion(int frames) {
    Question question;
    question.text = "What is it?";
    for (int i = 0; i < frames; ++i)
        question.evidence.push_back(testFrame(i));
    return question;
}

std::int64_t askAndAnswer(Session& session, int frames = 1) {
    const std::int64_t id = session.begin(session.newConversation(), testQuestion(frames), {});
    inference::Answer answer;
    answer.text = answer.finalAnswer = "A lung.";
    session.finish(id, answer);
    return id;
}

std::string journalMode(const std::filesystem::path& file) {
    std::string mode;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "raw");
        database.setDatabaseName(text(file));
        EXPECT_TRUE(database.open());
        QSqlQuery query(database);
        if (query.exec("PRAGMA journal_mode") && query.next()) mode = query.value(0).toString().toStdString();
    }
    QSqlDatabase::removeDatabase("raw");
    return mode;
}

TEST(SessionStorage, KnowsNetworkFileSystems) {
    for (const long type : {0x6969L, 0x517BL, 0xFE534D42L, 0xFF534D42L, 0x01021997L, 0x65735546L, 0x00C36400L}) {
        EXPECT_TRUE(isNetworkFileSystem(type)) << std::hex << type;
        EXPECT_TRUE(isNetworkFileSystem(static_cast<long>(static_cast<int>(type))))
            << std::hex << type;  // f_type may be signed
    }
    for (const long type : {0xEF53L, 0x58465342L, 0x9123683EL, 0x01021994L, 0x794C7630L})
        EXPECT_FALSE(isNetworkFileSystem(type));
}

TEST(SessionStorage, UsesARollbackJournalWhereTheLogsSharedMemoryCannotBeMade) {
    const TestFolder folder;
    { Session session(folder / "local.fleming"); }
    EXPECT_EQ(journalMode(folder / "local.fleming"), "wal");
    // A new file, and one that has a write-ahead log.
    for (const char* name : {"new.fleming", "local.fleming"}) {
        std::filesystem::create_directory(folder / (std::string(name) + "-shm"));
        {
            Session session(folder / name);
            EXPECT_TRUE(session.readOnlyReason().empty());
            askAndAnswer(session);
            Session reader(folder / name);  // while it is open, too
            EXPECT_EQ(reader.exchanges().at(0).answer.text, "A lung.");
        }
        EXPECT_EQ(journalMode(folder / name), "delete");
    }
}

TEST(SessionStorage, OpensASessionOnAReadOnlyMedium) {
    SmallDisk disk(2000);
    NEEDS_MOUNTED(disk);
    {
        Session session(disk / "a.fleming");
        askAndAnswer(session, 2);
        session.begin(session.newConversation(), testQuestion(0), {});  // interrupted
    }
    disk.makeReadOnly();
    Session session(disk / "a.fleming");
    EXPECT_TRUE(contains(session.readOnlyReason(), "opened read-only")) << session.readOnlyReason();
    const std::vector<Exchange> exchanges = session.exchanges();
    ASSERT_EQ(exchanges.size(), 2U);
    EXPECT_EQ(exchanges[0].answer.text, "A lung.");
    EXPECT_EQ(exchanges[0].evidence.size(), 2U);
    EXPECT_EQ(exchanges[1].state, ExchangeState::interrupted);
    EXPECT_EQ(messageOf([&] { session.review(exchanges[0].id, {}); }), session.readOnlyReason());
    EXPECT_EQ(Session(disk / "a.fleming", Session::Access::read).exchanges().size(), 2U);  // a report
    EXPECT_TRUE(contains(messageOf([&] { Session(disk / "new.fleming"); }), "cannot be written"));
}

TEST(SessionStorage, SaysThatASessionOnAReadOnlyMediumIsNotComplete) {
    SmallDisk disk(2000);
    NEEDS_MOUNTED(disk);
    const TestFolder folder;
    {
        Session session(folder / "a.fleming");
        askAndAnswer(session);
        // As a program that was killed leaves it.
        std::filesystem::copy_file(folder / "a.fleming", disk / "a.fleming");
        std::filesystem::copy_file(folder / "a.fleming-wal", disk / "a.fleming-wal");
    }
    disk.makeReadOnly();
    EXPECT_TRUE(contains(messageOf([&] { Session(disk / "a.fleming"); }), "not closed properly"));
}

TEST(SessionStorage, SaysThatTheDiskIsFull) {
    SmallDisk disk(600);
    NEEDS_MOUNTED(disk);
    {
        Session session(disk / "a.fleming");
        const std::int64_t id = askAndAnswer(session);
        disk.fill();
        EXPECT_TRUE(contains(messageOf([&] {
                                 for (int i = 0; i < 1000; ++i)
                                     session.review(id, {Verdict::correct, std::string(1000, 'x'), "", 0});
                             }),
                             "the disk is full"));
        EXPECT_EQ(session.exchange(id).answer.text, "A lung.");
        const auto pdf = disk / "report.pdf";
        EXPECT_TRUE(contains(messageOf([&] { writeReport(session.exchanges(), pdf); }), "report.pdf"));
        EXPECT_FALSE(std::filesystem::exists(pdf));
    }
    EXPECT_TRUE(contains(messageOf([&] { Session(disk / "b.fleming"); }), "the disk is full"));
    EXPECT_FALSE(std::filesystem::exists(disk / "b.fleming-lock"));
    disk.makeRoom();
    { EXPECT_EQ(Session(disk / "a.fleming").exchanges().at(0).answer.text, "A lung."); }
    disk.fill();
    const Session session(disk / "a.fleming");
    EXPECT_TRUE(contains(session.readOnlyReason(), "is full, so it was opened read-only")) << session.readOnlyReason();
    EXPECT_EQ(session.exchanges().at(0).answer.text, "A lung.");
    EXPECT_EQ(Session(disk / "a.fleming", Session::Access::read).exchanges().size(), 1U);
}

TEST(SessionStorage, ADiskThatFillsWhileAnAnswerStreamsLosesNothingThatWasShown) {
    SmallDisk disk(400);
    NEEDS_MOUNTED(disk);
    const TestFolder folder;
    const auto record = std::make_shared<FakeAnswerer::Record>();
    record->script = {"<think>", "It begins. "};
    for (int i = 0; i < 2000; ++i)
        record->script.push_back("More and more words of a long reasoning. ");
    record->mayGoOn = false;
    Workspace workspace(std::make_unique<FakeAnswerer>(record));
    QStringList failures;
    QObject::connect(&workspace, &Workspace::failed, [&](const QString& message) { failures.append(message); });
    std::string shown;
    QObject::connect(&workspace, &Workspace::tokenArrived,
                     [&](qint64, const inference::Token& token) { shown += token.text; });
    workspace.loadModel("/models/fake");
    WAIT_FOR(workspace.model().has_value());
    workspace.openSession(text(disk / "a.fleming"));
    WAIT_FOR(!workspace.sessionFile().isEmpty());
    ASSERT_TRUE(workspace.ask("Will it end?"));
    WAIT_FOR(!shown.empty());
    disk.fill();
    record->mayGoOn = true;
    record->changed.notify_all();
    WAIT_FOR(!workspace.isAnswering());
    ASSERT_EQ(failures.size(), 1);  // said once
    EXPECT_TRUE(failures[0].contains("the disk is full")) << failures[0].toStdString();
    const Exchange& exchange = workspace.exchanges().at(0);
    EXPECT_EQ(exchange.state, ExchangeState::failed);
    EXPECT_FALSE(shown.empty());
    const std::string kept = shown;
    EXPECT_EQ(exchange.answer.text, kept);  // to be copied from the window

    // A question that cannot be stored comes back; those behind it wait.
    QSignalSpy dropped(&workspace, &Workspace::questionDropped);
    ASSERT_TRUE(workspace.ask("Is there room?"));
    workspace.askLater("And now?");
    WAIT_FOR(dropped.count() == 1);
    QTest::qWait(50);
    EXPECT_EQ(workspace.waitingQuestions(), QStringList{"And now?"});
    EXPECT_TRUE(workspace.isWaitingHeld());
    workspace.removeWaiting(0);

    // It can be reported where there is room.
    QSignalSpy written(&workspace, &Workspace::reportWritten);
    workspace.exportReport(text(folder / "report.pdf"));
    WAIT_FOR(written.count() == 1);
    EXPECT_GT(std::filesystem::file_size(folder / "report.pdf"), 1000U);

    // Once there is room, the file is told how the answer ended, and the conversation goes on.
    disk.makeRoom();
    record->script = {"<answer>", "yes", "</answer>"};
    ASSERT_TRUE(workspace.ask("And now?"));
    WAIT_FOR(!workspace.isAnswering());
    const std::vector<Exchange> stored = Session(disk / "a.fleming").exchanges();
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[0].state, ExchangeState::failed);
    EXPECT_EQ(stored[0].answer.text, kept);
    EXPECT_EQ(stored[1].answer.finalAnswer, "yes");
}

}  // namespace
}  // namespace fleming::app

int main(int argc, char** argv) {
    fleming::app::SmallDisk::allowMounting();
    ::testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;  // nothing of the user's is read or written
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QGuiApplication application(argc, argv);  // reports need fonts
    QCoreApplication::setOrganizationName("Fleming Tests");
    QCoreApplication::setApplicationName("fleming-app-test");
    return RUN_ALL_TESTS();
}
