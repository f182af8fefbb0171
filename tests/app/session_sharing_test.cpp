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
