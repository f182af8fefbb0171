// A session that several programs have open: what one of them writes survives what the others do.
#include "app/session/session.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QProcess>

#include <fstream>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

class SharedSession : public ::testing::Test {
protected:
    /// Exports the session with the program. Returns what it wrote.
    std::string exported() const {
        const fs::path json = folder / "a.json";
        QProcess program;
        program.start(FLEMING_PROGRAM,
                      {"export", QString::fromStdString(file.string()), "-o", QString::fromStdString(json.string()),
                       "--witness", QString::fromStdString((folder / "witness.txt").string())});
        EXPECT_TRUE(program.waitForFinished(60'000));
        EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
        return readFile(json);
    }

    /// Opens and closes the file as a search of its folder does: SQLite's own locks of this process are lost.
    void lookInto() const { std::ifstream(file).get(); }

    const TestFolder folder;
    const fs::path file = folder / "a.fleming", log = folder / "a.fleming-wal";
};

TEST_F(SharedSession, KeepsWhatIsWrittenAfterAnotherProgramWasThere) {
    std::int64_t id = 0;
    {
        Session session(file);
        id = askAndAnswer(session);
        lookInto();
        exported();
        EXPECT_TRUE(fs::exists(log));  // the other program was not the last user
        session.review(id, testReview(Verdict::wrong, "written later"));
        EXPECT_NE(exported().find("written later"), std::string::npos);
        lookInto();
    }
    EXPECT_FALSE(fs::exists(log));  // this one was
    EXPECT_EQ(Session(file, Session::Access::read).exchange(id).reviews.size(), 1U);
}

TEST_F(SharedSession, KeepsItsSharedMemoryWhenThatIsOpenedAndClosed) {
    Session session(file);
    const std::int64_t id = askAndAnswer(session);
    const fs::path memory = folder / "a.fleming-shm";
    for (const fs::path& each : {file, log, memory, folder / "a.fleming-lock"})
        std::ifstream(each).get();
    const auto size = fs::file_size(memory);
    exported();
    EXPECT_EQ(fs::file_size(memory), size);
    session.review(id, testReview(Verdict::wrong, "written later"));  // not into truncated memory
    EXPECT_NE(exported().find("written later"), std::string::npos);
}

TEST_F(SharedSession, HasOneWriterUnderAllItsNames) {
    const fs::path link = folder / "link.fleming";
    Session session(file);
    const std::int64_t id = askAndAnswer(session);
    fs::create_symlink(file, link);
    EXPECT_TRUE(Session(link).readOnlyReason());
    session.review(id, testReview(Verdict::wrong, "in the log"));
    EXPECT_EQ(Session(link, Session::Access::read).exchange(id).reviews.size(), 1U);
}

TEST_F(SharedSession, SaysThatItsFileWasMoved) {
    Session session(file);
    const std::int64_t id = askAndAnswer(session);
    fs::rename(file, folder / "moved.fleming");
    EXPECT_EQ(codeOf([&] { session.review(id, testReview(Verdict::wrong, "lost?")); }), "session.moved");
    fs::rename(folder / "moved.fleming", file);
    session.review(id, testReview(Verdict::wrong, "kept"));
    EXPECT_EQ(session.exchange(id).reviews.size(), 1U);
}

TEST_F(SharedSession, IsOpenedByAReaderWithoutLosingItsLocks) {
    Session session(file);
    const std::int64_t id = askAndAnswer(session);
    EXPECT_EQ(Session(file, Session::Access::read).exchanges().size(), 1U);
    exported();
    EXPECT_TRUE(fs::exists(log));
    session.review(id, testReview(Verdict::wrong, "written later"));
    EXPECT_NE(exported().find("written later"), std::string::npos);
}

}  // namespace
}  // namespace fleming::app
