// Programs that write a session are killed (SIGKILL) at random moments. What they had stored is there, and the record
// is complete. By hand: FLEMING_KILLS=1000 session_kill_test.
#include "app/session/log/witness.h"
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/standalone_verifier.h"
#include "tests/app/test_files.h"

#include <QElapsedTimer>
#include <QProcess>

#include <array>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

constexpr qint64 kBudget = 10'000;    // ms, in ctest
constexpr int kRoundsOfASession = 8;  // then another file: a long one takes long to verify

QString text(const fs::path& path) {
    return QString::fromStdString(path.string());
}

class KilledProgram : public ::testing::Test {
protected:
    /// Starts a program and kills it after a random time. Returns what it printed.
    QByteArray startAndKill(const QString& program, const QStringList& arguments, int longestMs) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CONFIG_HOME", text(folder / "config"));
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        EXPECT_TRUE(process.waitForStarted());
        QByteArray printed;
        // Half of the time, the start of the program does not count.
        if (random() % 2 == 0 && process.waitForReadyRead(20'000)) printed += process.readAllStandardOutput();
        process.waitForFinished(static_cast<int>(random() % static_cast<unsigned>(longestMs)));
        process.kill();
        process.waitForFinished();
        return printed + process.readAllStandardOutput();
    }

    /// Expects a complete record that no witness is ahead of, with what the program printed last.
    void check(const QByteArray& printed) {
        if (printed.isEmpty() &&
            (!fs::exists(file) || codeOf([&] { Session(file, Session::Access::read); }) == "session.not_a_session")) {
            return;  // killed before it had created the tables
        }
        {
            const Session session(file, Session::Access::read);
            const std::vector<WitnessedHead> heads =
                fs::exists(witness) ? readWitness(witness) : std::vector<WitnessedHead>();
            const Audit audit = session.audit(heads, {});
            for (const Error& fault : audit.faults)
                ADD_FAILURE() << fault.what();
        }
        EXPECT_TRUE(!standalone.isRunning() || standalone.accepts(file, witness));
        const QList<QByteArray> lines = printed.split('\n');  // the last line was cut
        if (lines.size() < 2) return;
        RawDatabase raw(file);
        const QList<QByteArray> last = lines[lines.size() - 2].split(' ');
        int column = 0;
        for (const char* table : {"exchanges", "tokens", "reviews", "exports"}) {
            const int stored = raw.value(QString("SELECT count(*) FROM %1").arg(table)).toInt();
            EXPECT_GE(stored - rowsBefore[table], last.value(column++).toInt()) << table;
        }
    }

    void countRows() {
        RawDatabase raw(file);
        for (const char* table : {"exchanges", "tokens", "reviews", "exports"})
            rowsBefore[table] = raw.value(QString("SELECT count(*) FROM %1").arg(table)).toInt();
    }

    const TestFolder folder;
    fs::path file;
    const fs::path witness = folder / "witness.txt";
    std::map<std::string, int> rowsBefore;
    StandaloneVerifier standalone;
    std::mt19937 random{std::random_device()()};
};

TEST_F(KilledProgram, LeavesACompleteRecord) {
    const int wanted = qEnvironmentVariableIntValue("FLEMING_KILLS");
    const QString model = QStringLiteral(FLEMING_BUILD_DIR "/random_model");
    int kills = 0;
    QElapsedTimer timer;
    for (timer.start(); wanted != 0 ? kills < wanted : timer.elapsed() < kBudget; ++kills) {
        const int round = kills % kRoundsOfASession;
        if (round == 0) file = folder / (std::to_string(kills) + ".fleming");
        if (fs::exists(file)) countRows();
        if (round == 0) rowsBefore.clear();
        if (round == 3 && fs::exists(file)) {
            startAndKill(FLEMING_PROGRAM,
                         {"export", text(file), "-o", text(folder / "a.json"), "--witness", text(witness)}, 300);
            check("\n");
        } else if (round == 5) {
            startAndKill(FLEMING_PROGRAM,
                         {"ask", "-q", "What is it?", "--turn", "And why?", "--session", text(file), "--model", model,
                          "--device", "cpu", "--max-new-tokens", "50"},
                         1000);
            check({});
        } else {
            check(startAndKill(SESSION_WRITER, {text(file), text(witness)}, 200));
        }
        if (HasFailure()) break;
    }
    std::printf("%d kills in %lld s\n", kills, static_cast<long long>(timer.elapsed() / 1000));
}

}  // namespace
}  // namespace fleming::app
