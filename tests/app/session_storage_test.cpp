// Tests of sessions on network file systems, read-only media and full disks.
#include "app/export/exporters.h"
#include "app/session/file/storage.h"
#include "app/session/log/witness.h"
#include "app/session/session.h"
#include "app/workspace.h"
#include "base/error.h"
#include "tests/app/fake_model.h"
#include "tests/app/random_session.h"
#include "tests/app/session_testing.h"
#include "tests/app/small_disk.h"
#include "tests/app/standalone_verifier.h"
#include "tests/app/test_files.h"

#include <QGuiApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>
#include <set>

namespace fleming::app {
namespace {

constexpr int kLong = 20'000;  // ms

#define WAIT_FOR(condition) ASSERT_TRUE(QTest::qWaitFor([&] { return condition; }, kLong)) << #condition

#define NEEDS_MOUNTED(disk) \
    if (!(disk).isMounted()) GTEST_SKIP() << "This system lets nobody mount a disk here."

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

std::string journalMode(const std::filesystem::path& file) {
    return RawDatabase(file).value("PRAGMA journal_mode").toString().toStdString();
}

/// Returns true if SQLite can skip the pages of a long blob.
bool hasPointerMaps(const std::filesystem::path& file) {
    return RawDatabase(file).value("PRAGMA auto_vacuum").toInt() != 0;
}

TEST(SessionStorage, RecognizesNetworkFileSystems) {
    for (const long type : {0x6969L, 0x517BL, 0xFE534D42L, 0xFF534D42L, 0x01021997L, 0x65735546L, 0x00C36400L}) {
        EXPECT_TRUE(isNetworkFileSystem(type)) << std::hex << type;
        EXPECT_TRUE(isNetworkFileSystem(static_cast<long>(static_cast<int>(type))))
            << std::hex << type;  // f_type may be signed
    }
    for (const long type : {0xEF53L, 0x58465342L, 0x9123683EL, 0x01021994L, 0x794C7630L})
        EXPECT_FALSE(isNetworkFileSystem(type));
}

TEST(SessionStorage, UsesARollbackJournalIfSharedMemoryIsNotAvailable) {
    const TestFolder folder;
    { Session session(folder / "local.fleming"); }
    EXPECT_EQ(journalMode(folder / "local.fleming"), "wal");
    EXPECT_TRUE(hasPointerMaps(folder / "local.fleming"));
    // A new file, and a file with a write-ahead log.
    for (const char* name : {"new.fleming", "local.fleming"}) {
        std::filesystem::create_directory(folder / (std::string(name) + "-shm"));
        {
            Session session(folder / name);
            EXPECT_FALSE(session.readOnlyReason());
            askAndAnswer(session);
            Session reader(folder / name);  // also while a writer has it open
            EXPECT_EQ(reader.exchanges().at(0).answer.text, testAnswer().text);
        }
        EXPECT_EQ(journalMode(folder / name), "delete");
        EXPECT_TRUE(hasPointerMaps(folder / name));
    }
}

TEST(SessionStorage, OpensASessionOnAReadOnlyMedium) {
    SmallDisk disk(2000);
    NEEDS_MOUNTED(disk);
    {
        Session session(disk / "a.fleming");
        askAndAnswer(session, "What is it?", 2);
        session.begin(session.newConversation(), testQuestion("?"), {});  // interrupted
    }
    disk.makeReadOnly();
    Session session(disk / "a.fleming");
    ASSERT_TRUE(session.readOnlyReason());
    EXPECT_EQ(session.readOnlyReason()->code(), "session.read_only_folder");
    const std::vector<Exchange> exchanges = session.exchanges();
    ASSERT_EQ(exchanges.size(), 2U);
    EXPECT_EQ(exchanges[0].answer.text, testAnswer().text);
    EXPECT_EQ(exchanges[0].evidence.size(), 2U);
    EXPECT_EQ(exchanges[1].state, ExchangeState::interrupted);
    EXPECT_EQ(codeOf([&] { session.review(exchanges[0].id, {}); }), "session.read_only_folder");
    EXPECT_EQ(Session(disk / "a.fleming", Session::Access::read).exchanges().size(), 2U);  // a report
    EXPECT_EQ(codeOf([&] { Session(disk / "new.fleming"); }), "session.cannot_be_written");
}

TEST(SessionStorage, VerifiesASessionOnAReadOnlyMedium) {
    SmallDisk disk(4000);
    NEEDS_MOUNTED(disk);
    const TestFolder folder;
    std::mt19937 random(7);
    writeRandomSession(disk / "a.fleming", folder / "witness.txt", random);
    std::filesystem::copy_file(disk / "a.fleming", disk / "changed.fleming");
    {
        RawDatabase raw(disk / "changed.fleming");
        raw.dropTriggers();
        ASSERT_TRUE(raw.run("UPDATE exchanges SET question = 'Other?' WHERE id = 1"));
        raw.restoreTriggers();
    }
    disk.makeReadOnly();
    const auto files = [&] {
        std::set<std::filesystem::path> found;
        for (const auto& each : std::filesystem::directory_iterator((disk / "a.fleming").parent_path()))
            found.insert(each.path());
        return found;
    };
    const auto before = files();
    StandaloneVerifier standalone;
    for (const char* name : {"a.fleming", "changed.fleming"}) {
        const bool isWhole = std::string(name) == "a.fleming";
        const Session session(disk / name);
        EXPECT_EQ(session.readOnlyReason()->code(), "session.read_only_folder");
        const Audit audit = session.audit(readWitness(folder / "witness.txt"), {});
        EXPECT_EQ(audit.faults.empty(), isWhole) << name;
        EXPECT_EQ(audit.witnessedTo == audit.verification.events, isWhole) << name;  // "opened" was not added
        const bool agrees =
            !standalone.isRunning() || standalone.accepts(disk / name, folder / "witness.txt") == isWhole;
        EXPECT_TRUE(agrees) << name;
    }
    EXPECT_EQ(files(), before);
}

/// A program that was killed in the middle of a change has changed the file already; its journal has what was there.
TEST(SessionStorage, ReadsASessionWhoseRollbackJournalWasLeft) {
    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming", left = folder / "left.fleming";
    {
        Session session(file);
        for (int i = 0; i < 20; ++i)
            askAndAnswer(session);
    }
    const std::int64_t events = verificationOf(file).events;
    {
        RawDatabase raw(file);
        EXPECT_EQ(raw.value("PRAGMA journal_mode = DELETE").toString(), "delete");
        raw.run("PRAGMA cache_size = 1");
        raw.run("BEGIN IMMEDIATE");
        raw.dropTriggers();
        ASSERT_TRUE(raw.run("UPDATE tokens SET text = text || 'changed before it was killed'"));
        std::filesystem::copy_file(file, left);
        std::filesystem::copy_file(folder / "a.fleming-journal", folder / "left.fleming-journal");
        raw.run("ROLLBACK");
    }
    ASSERT_TRUE(hasUnfinishedJournal(left));
    const Session session(left, Session::Access::read);
    const auto verification = session.verify();
    ASSERT_TRUE(verification);
    EXPECT_FALSE(verification->fault);
    EXPECT_EQ(verification->events, events);
    EXPECT_FALSE(hasUnfinishedJournal(left));
}

TEST(SessionStorage, ReportsAnIncompleteSessionOnAReadOnlyMedium) {
    SmallDisk disk(2000);
    NEEDS_MOUNTED(disk);
    const TestFolder folder;
    {
        Session session(folder / "a.fleming");
        askAndAnswer(session);
        // The state after the program is killed.
        std::filesystem::copy_file(folder / "a.fleming", disk / "a.fleming");
        std::filesystem::copy_file(folder / "a.fleming-wal", disk / "a.fleming-wal");
    }
    disk.makeReadOnly();
    EXPECT_EQ(codeOf([&] { Session(disk / "a.fleming"); }), "session.not_closed");
}

TEST(SessionStorage, VerifiersAgreeAboutASessionThatWasNotClosed) {
    SmallDisk disk(6000);
    NEEDS_MOUNTED(disk);
    const TestFolder folder;
    const std::map<std::string, std::vector<const char*>> leftFiles{
        {"closed", {}}, {"log", {"-wal"}}, {"log-and-memory", {"-wal", "-shm"}}, {"all", {"-wal", "-shm", "-lock"}}};
    {
        Session session(folder / "a.fleming");
        askAndAnswer(session);
        for (const auto& [name, suffixes] : leftFiles) {
            std::filesystem::copy_file(folder / "a.fleming", disk / name);
            for (const char* suffix : suffixes)
                std::filesystem::copy_file((folder / "a.fleming").string() + suffix, (disk / name).string() + suffix);
        }
    }
    std::filesystem::copy_file(folder / "a.fleming", disk / "closed",
                               std::filesystem::copy_options::overwrite_existing);
    const auto isWhole = [&](const std::string& name) {
        try {
            return Session(disk / name, Session::Access::read).audit({}, {}).faults.empty();
        } catch (const Error&) {
            return false;
        }
    };
    StandaloneVerifier standalone;
    const auto compare = [&](const char* where) {
        EXPECT_TRUE(isWhole("closed")) << where;
        for (const auto& each : leftFiles) {
            const bool agrees =
                !standalone.isRunning() || standalone.accepts(disk / each.first, "/no witness") == isWhole(each.first);
            EXPECT_TRUE(agrees) << each.first << " " << where;
        }
    };
    disk.fill();
    compare("on a full disk");
    disk.makeRoom();
    disk.makeReadOnly();
    compare("on a read-only disk");
}

TEST(SessionStorage, ReportsThatTheDiskIsFull) {
    SmallDisk disk(600);
    NEEDS_MOUNTED(disk);
    {
        Session session(disk / "a.fleming");
        const std::int64_t id = askAndAnswer(session);
        disk.fill();
        EXPECT_EQ(codeOf([&] {
                      for (int i = 0; i < 1000; ++i)
                          session.review(id, testReview(Verdict::correct, std::string(1000, 'x'), "", 0));
                  }),
                  "session.disk_full");
        EXPECT_EQ(session.exchange(id).answer.text, testAnswer().text);
        const auto pdf = disk / "report.pdf";
        EXPECT_EQ(codeOf([&] { exportTo(pdf, *exporters().front(), session.snapshot(), {}); }),
                  "export.cannot_be_written");
        EXPECT_FALSE(std::filesystem::exists(pdf));
    }
    EXPECT_EQ(codeOf([&] { Session(disk / "b.fleming"); }), "session.disk_full");
    EXPECT_FALSE(std::filesystem::exists(disk / "b.fleming-lock"));
    disk.makeRoom();
    { EXPECT_EQ(Session(disk / "a.fleming").exchanges().at(0).answer.text, testAnswer().text); }
    disk.fill();
    const Session session(disk / "a.fleming");
    ASSERT_TRUE(session.readOnlyReason());
    EXPECT_EQ(session.readOnlyReason()->code(), "session.read_only_disk_full");
    EXPECT_EQ(session.exchanges().at(0).answer.text, testAnswer().text);
    EXPECT_EQ(Session(disk / "a.fleming", Session::Access::read).exchanges().size(), 1U);
}

TEST(SessionStorage, KeepsTheShownAnswerIfTheDiskFillsWhileItStreams) {
    SmallDisk disk(400);
    NEEDS_MOUNTED(disk);
    const TestFolder folder;
    const auto record = std::make_shared<FakeModelRecord>();
    record->script = {"<think>", "It begins. "};
    for (int i = 0; i < 2000; ++i)
        record->script.push_back("More and more words of a long reasoning. ");
    record->mayContinue = false;
    Workspace workspace(fakeBackends(record));
    QStringList failures;
    QObject::connect(&workspace, &Workspace::failed, [&](const QString& message) { failures.append(message); });
    std::string shown;
    QObject::connect(&workspace.session(), &CurrentSession::tokenArrived,
                     [&](qint64, const inference::Token& token) { shown += token.text; });
    workspace.model().load(LocalCheckpoint{"/models/fake"});
    WAIT_FOR(workspace.model().model().has_value());
    workspace.session().open(text(disk / "a.fleming"));
    WAIT_FOR(!workspace.session().file().isEmpty());
    ASSERT_TRUE(workspace.chat().ask("Will it end?"));
    WAIT_FOR(!shown.empty());
    disk.fill();
    record->mayContinue = true;
    record->changed.notify_all();
    WAIT_FOR(!workspace.chat().isAnswering());
    ASSERT_EQ(failures.size(), 1);  // reported once
    EXPECT_TRUE(failures[0].contains("the disk is full")) << failures[0].toStdString();
    const Exchange& exchange = workspace.session().exchanges().at(0);
    EXPECT_EQ(exchange.state, ExchangeState::failed);
    EXPECT_FALSE(shown.empty());
    const std::string kept = shown;
    EXPECT_EQ(exchange.answer.text, kept);  // still shown in the window

    // A question that cannot be stored returns to the queue, and the others wait.
    QSignalSpy dropped(&workspace.chat(), &Chat::questionDropped);
    ASSERT_TRUE(workspace.chat().ask("Is there room?"));
    workspace.questions().add("And now?");
    WAIT_FOR(dropped.count() == 1);
    QTest::qWait(50);
    EXPECT_EQ(workspace.questions().texts(), QStringList{"And now?"});
    EXPECT_TRUE(workspace.questions().isHeld());
    workspace.questions().remove(0);

    // The answer can be exported to another disk.
    QSignalSpy written(&workspace.session(), &CurrentSession::exported);
    workspace.session().exportTo({exporters().front(), text(folder / "report.pdf"), {}, {}});
    WAIT_FOR(written.count() == 1);
    EXPECT_GT(std::filesystem::file_size(folder / "report.pdf"), 1000U);

    // With free space again, the end of the answer is stored and the conversation continues.
    disk.makeRoom();
    record->script = {"<answer>", "yes", "</answer>"};
    ASSERT_TRUE(workspace.chat().ask("And now?"));
    WAIT_FOR(!workspace.chat().isAnswering());
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
    const QTemporaryDir home;  // instead of the user's home
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QGuiApplication application(argc, argv);  // reports need fonts
    QCoreApplication::setOrganizationName("Fleming Tests");
    QCoreApplication::setApplicationName("fleming-app-test");
    return RUN_ALL_TESTS();
}
