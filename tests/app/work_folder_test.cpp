// Work folders: an export that is killed leaves one, the next export removes it, and nothing else is touched.
#include "app/export/work_folder.h"

#include "app/export/export_folder.h"
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <optional>
#include <set>
#include <sys/wait.h>
#include <thread>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

/// Returns the names of what is in a folder.
std::set<std::string> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    for (const fs::directory_entry& each : fs::directory_iterator(folder))
        names.insert(each.path().filename().string());
    return names;
}

class WorkFolders : public ::testing::Test {
protected:
    WorkFolders() { fs::create_directory(place); }

    std::set<std::string> workFolders() const {
        std::set<std::string> names;
        for (const std::string& name : namesIn(place)) {
            if (name.starts_with(".fleming-export-")) names.insert(name);
        }
        return names;
    }

    const TestFolder folder;
    const fs::path place = folder / "place";
};

TEST_F(WorkFolders, AreRemovedWithTheirObject) {
    {
        const WorkFolder work(place / "a.pdf");
        std::ofstream(work.made()) << "part";
        EXPECT_EQ(workFolders().size(), 1);
        const auto permissions = fs::status(work.made().parent_path()).permissions();
        EXPECT_EQ(permissions & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
    }
    EXPECT_TRUE(namesIn(place).empty());
    EXPECT_EQ(codeOf([&] { const WorkFolder work(folder / "absent/a.pdf"); }), "export.cannot_be_written");
}

TEST_F(WorkFolders, OfARunningProgramStayWhateverTheirAge) {
    const WorkFolder first(place / "a.pdf");
    std::ofstream(first.made()) << "part";
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(24 * 365);
    for (const fs::path& each : {first.made(), first.made().parent_path() / "lock", first.made().parent_path()})
        fs::last_write_time(each, old);
    removeAbandonedWorkFolders(place);
    const WorkFolder second(place / "a.pdf");
    EXPECT_EQ(workFolders().size(), 2);
    EXPECT_EQ(readFile(first.made()), "part");
}

TEST_F(WorkFolders, AreTheOnlyThingThatIsRemoved) {
    // As an ended program leaves it: nobody holds the lock.
    const fs::path abandoned = place / ".fleming-export-Ab3dEf";
    fs::create_directories(abandoned / "made/inside");
    std::ofstream(abandoned / "lock") << "out";
    std::ofstream(abandoned / "made/inside/a.csv") << "a";
    std::ofstream(abandoned / "made.XyZ123") << "a";
    fs::create_directory(place / ".fleming-export-empty1");  // ended before it had made its lock

    std::ofstream(place / ".fleming-export-a_file") << "mine";
    fs::create_directory(place / ".fleming-export-other1");
    std::ofstream(place / ".fleming-export-other1/lock") << "out";
    std::ofstream(place / ".fleming-export-other1/mine.txt") << "mine";
    fs::create_directory(place / ".fleming-export-nolock");
    std::ofstream(place / ".fleming-export-nolock/made") << "mine";
    fs::create_directory(place / ".fleming-export-longer-name");
    std::ofstream(place / ".fleming-export-longer-name/lock") << "out";
    fs::create_directories(folder / "elsewhere/made");
    std::ofstream(folder / "elsewhere/lock") << "out";
    fs::create_directory_symlink(folder / "elsewhere", place / ".fleming-export-linked");
    std::ofstream(place / "report.pdf.Ab3dEf") << "mine";
    // What is linked from an abandoned folder is not part of it.
    fs::create_directory_symlink(folder / "elsewhere", abandoned / "made/link");

    std::set<std::string> left = namesIn(place);
    left.erase(".fleming-export-Ab3dEf");
    left.erase(".fleming-export-empty1");
    removeAbandonedWorkFolders(place);
    EXPECT_EQ(namesIn(place), left);
    EXPECT_EQ(readFile(place / ".fleming-export-other1/mine.txt"), "mine");
    EXPECT_EQ(readFile(place / ".fleming-export-nolock/made"), "mine");
    EXPECT_EQ(namesIn(folder / "elsewhere"), (std::set<std::string>{"lock", "made"}));
}

TEST_F(WorkFolders, GiveBackWhatAnEndedProgramWasReplacing) {
    const fs::path abandoned = place / ".fleming-export-Ab3dEf";
    fs::create_directories(abandoned / "made.replaced");
    std::ofstream(abandoned / "made.replaced/a.csv") << "old";
    fs::create_directory(abandoned / "made");
    std::ofstream(abandoned / "lock") << "out";
    removeAbandonedWorkFolders(place);
    EXPECT_EQ(namesIn(place), (std::set<std::string>{"out"}));
    EXPECT_EQ(readFile(place / "out/a.csv"), "old");

    // Nothing takes the place of what is there.
    fs::create_directories(abandoned / "made.replaced");
    std::ofstream(abandoned / "lock") << "out";
    removeAbandonedWorkFolders(place);
    EXPECT_EQ(namesIn(place), (std::set<std::string>{"out"}));
    EXPECT_EQ(readFile(place / "out/a.csv"), "old");
}

TEST_F(WorkFolders, DoNotReplaceAFolderThatChangesMeanwhile) {
    const fs::path path = place / "out";
    const auto write = [&](const std::string& text, bool change) {
        writeExportFolder(path, "test", [&](const fs::path& to) {
            std::ofstream(to / "a.txt") << text;
            if (change) std::ofstream(path / "mine.txt") << "mine";
        });
    };
    write("old", false);
    EXPECT_EQ(codeOf([&] { write("new", true); }), "export.folder_in_use");
    EXPECT_EQ(readFile(path / "a.txt"), "old");
    EXPECT_EQ(readFile(path / "mine.txt"), "mine");
    EXPECT_EQ(namesIn(place), (std::set<std::string>{"out"}));
}

/// The program `fleming`, exporting.
class ExportProgram {
public:
    ExportProgram(const fs::path& session, const std::string& format, const fs::path& to, const fs::path& home) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CONFIG_HOME", QString::fromStdString(home / "config"));
        process_.setProcessEnvironment(environment);
        process_.start(FLEMING_PROGRAM, {"export", QString::fromStdString(session), "--format",
                                         QString::fromStdString(format), "-o", QString::fromStdString(to)});
        EXPECT_TRUE(process_.waitForStarted());
    }

    bool isRunning() { return !process_.waitForFinished(0) && process_.state() == QProcess::Running; }
    void signal(int number) const { ::kill(static_cast<pid_t>(process_.processId()), number); }

    /// Waits until SIGSTOP has stopped the program, which goes on for a moment after the signal.
    void waitUntilStopped() const {
        siginfo_t info{};
        ::waitid(P_PID, static_cast<id_t>(process_.processId()), &info, WSTOPPED | WEXITED | WNOWAIT);
    }

    /// Waits for the end and returns the exit code; -1 if the program was killed.
    int end() {
        process_.waitForFinished(60'000);
        return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
    }

private:
    QProcess process_;
};

class KilledExport : public WorkFolders {
protected:
    KilledExport() {
        Session made(session);
        for (int i = 0; i < 12; ++i) {
            Question question = testQuestion("What is it?", 0);
            for (int k = 0; k < 3; ++k)
                question.evidence.push_back(testFrame(7 * i + k, 256, 256));
            const std::int64_t id = made.begin(made.newConversation(), question, testModel()).id;
            made.finish(id, testAnswer());
        }
    }

    /// Returns true if each work folder has its lock file, which is written once it is locked.
    bool areLocked() const {
        std::error_code ignored;
        return std::ranges::all_of(workFolders(), [&](const std::string& name) {
            return fs::exists(place / name / "lock") && fs::file_size(place / name / "lock", ignored) > 0;
        });
    }

    /// Sends a signal to an export while it has a work folder; a program that goes on afterwards makes another one if
    /// it has not locked it yet. Returns false if it ended before.
    bool interrupt(ExportProgram& program, int signal) const {
        while (program.isRunning()) {
            if (workFolders() == known || (signal == SIGSTOP && !areLocked())) continue;
            program.signal(signal);
            return true;
        }
        return false;
    }

    const fs::path session = folder / "a.fleming";
    std::set<std::string> known;  // work folders that were there before
};

TEST_F(KilledExport, LeavesNothingOnceTheNextHasRun) {
    int left = 0;
    for (const char* format : {"csv", "json", "pdf", "html", "dicom", "training"}) {
        SCOPED_TRACE(format);
        const bool isFolder =
            std::string(format) == "csv" || std::string(format) == "dicom" || std::string(format) == "training";
        const fs::path path = place / (isFolder ? std::string("out-") + format : std::string("a.") + format);
        for (int attempt = 0; attempt < 4; ++attempt) {
            ExportProgram killed(session, format, path, folder / ".");
            if (!interrupt(killed, SIGKILL) || killed.end() == 0) continue;
            left += workFolders().empty() ? 0 : 1;
            // Whole, or not there.
            EXPECT_TRUE(!isFolder || !fs::exists(path) || fs::exists(path / kManifestName));
        }
        EXPECT_EQ(ExportProgram(session, format, path, folder / ".").end(), 0);
        EXPECT_TRUE(workFolders().empty());
        EXPECT_TRUE(fs::exists(path));
        fs::remove_all(path);
    }
    EXPECT_GT(left, 0);
    EXPECT_TRUE(namesIn(place).empty());
    EXPECT_FALSE(verificationOf(session).fault);
}

TEST_F(KilledExport, IsToldFromOneThatIsOnlySlow) {
    for (int attempt = 0; attempt < 20; ++attempt) {
        ExportProgram slow(session, "pdf", place / "slow.pdf", folder / ".");
        known.clear();
        if (!interrupt(slow, SIGSTOP)) continue;
        slow.waitUntilStopped();
        known = workFolders();
        if (known.empty() || !areLocked()) {  // it was ending its work
            slow.signal(SIGCONT);
            slow.end();
            continue;
        }
        EXPECT_EQ(ExportProgram(session, "json", place / "a.json", folder / ".").end(), 0);
        EXPECT_EQ(workFolders(), known);
        slow.signal(SIGCONT);
        EXPECT_EQ(slow.end(), 0);
        EXPECT_EQ(namesIn(place), (std::set<std::string>{"a.json", "slow.pdf"}));
        return;
    }
    FAIL() << "no export was stopped in time";
}

}  // namespace
}  // namespace fleming::app
