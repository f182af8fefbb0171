// Random attacks on sessions are found, honest sessions are not accused, and the standalone verifier agrees. By hand:
// FLEMING_ATTACKS=10000 FLEMING_HONEST_SESSIONS=1000 session_attacks_test.
#include "tests/app/session_attacks.h"

#include "app/session/log/witness.h"
#include "app/session/session.h"
#include "base/error.h"
#include "tests/app/random_session.h"
#include "tests/app/session_testing.h"
#include "tests/app/standalone_verifier.h"
#include "tests/app/test_files.h"

#include <QElapsedTimer>

#include <fstream>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

/// How long a test runs in ctest, ms.
constexpr qint64 kBudget = 10'000;

/// Returns the number of rounds in an environment variable, or 0: as many as fit in the time.
int roundsOf(const char* variable) {
    return qEnvironmentVariableIntValue(variable);
}

/// Returns true if the audit accepts the file.
bool isAccepted(const fs::path& file, const fs::path& witness) {
    try {
        const std::vector<WitnessedHead> heads =
            fs::exists(witness) ? readWitness(witness) : std::vector<WitnessedHead>();
        return Session(file, Session::Access::read).audit(heads, {}).faults.empty();
    } catch (const Error&) {
        return false;
    }
}

/// A session with its witness and copies of earlier moments.
struct Victim {
    std::string bytes, witness;
    std::vector<std::string> olderCopies;
};

/// Writes a session in `folder`. With a version, it is a fixture of that version that was migrated and continued.
Victim makeVictim(const TestFolder& folder, int version, std::mt19937& random) {
    const fs::path file = folder / "made.fleming", witness = folder / "made.txt";
    putFile(file, {});
    fs::remove(witness);
    if (version != 0) {
        putFile(file, readFile(sessionFixture("version-" + std::to_string(version) + ".fleming")));
    } else {
        fs::remove(file);
    }
    Victim victim;
    writeRandomSession(file, witness, random, [&] {
        if (!victim.olderCopies.empty() && random() % 3 != 0) return;
        const fs::path copy = folder / "copy.fleming";
        fs::remove(copy);
        EXPECT_TRUE(
            RawDatabase(file).run(QStringLiteral("VACUUM INTO '%1'").arg(QString::fromStdString(copy.string()))));
        victim.olderCopies.push_back(readFile(copy));
    });
    EXPECT_FALSE(victim.olderCopies.empty());
    victim.bytes = readFile(file);
    victim.witness = readFile(witness);
    return victim;
}

TEST(SessionAttacks, AreFound) {
    const unsigned seed = qEnvironmentVariableIsSet("FLEMING_SEED")
                              ? static_cast<unsigned>(qEnvironmentVariableIntValue("FLEMING_SEED"))
                              : std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const TestFolder folder;
    const fs::path file = folder / "a.fleming", other = folder / "other.fleming", witness = folder / "witness.txt";
    StandaloneVerifier standalone;
    putFile(other, makeVictim(folder, 0, random).bytes);

    const int wanted = roundsOf("FLEMING_ATTACKS");
    int attacks = 0, found = 0, round = 0;
    QElapsedTimer timer;
    for (timer.start(); wanted != 0 ? attacks < wanted : timer.elapsed() < kBudget;) {
        const Victim victim = makeVictim(folder, round++ % 6, random);
        std::ofstream(witness, std::ios::binary) << victim.witness;
        putFile(file, victim.bytes);
        const QByteArray content = contentOf(file);
        ASSERT_FALSE(content.isEmpty());
        ASSERT_TRUE(isAccepted(file, witness));
        Attacker attacker(file, other, victim.olderCopies, random);
        for (int i = 0; i < 40; ++i) {
            putFile(file, victim.bytes);
            const std::string done = attacker.attack();
            const bool isChanged = contentOf(file) != content, accepted = isAccepted(file, witness);
            if (standalone.isRunning()) {
                EXPECT_EQ(standalone.accepts(file, witness), accepted) << done;
            }
            if (!isChanged) continue;  // the attack failed, or changed bytes that mean nothing
            ++attacks;
            if (accepted) {
                ADD_FAILURE() << "seed " << seed << ", round " << round << ": " << done;
            } else {
                ++found;
            }
        }
    }
    std::printf("%d attacks, %d found, in %lld s\n", attacks, found, static_cast<long long>(timer.elapsed() / 1000));
    EXPECT_GT(attacks, 20);
}

TEST(SessionAttacks, HonestSessionsAndTheirCopiesAreAccepted) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    StandaloneVerifier standalone;
    const int wanted = roundsOf("FLEMING_HONEST_SESSIONS");
    int sessions = 0, copies = 0;
    QElapsedTimer timer;
    for (timer.start(); wanted != 0 ? sessions < wanted : timer.elapsed() < kBudget; ++sessions) {
        const TestFolder folder;
        const fs::path file = folder / "a.fleming", witness = folder / "witness.txt", copy = folder / "copy.fleming";
        const auto expectAccepted = [&](const char* what, const fs::path& checked) {
            EXPECT_TRUE(isAccepted(checked, witness)) << "seed " << seed << ": " << what;
            EXPECT_TRUE(!standalone.isRunning() || standalone.accepts(checked, witness)) << what;
            ++copies;
        };
        if (const int version = sessions % 6; version != 0)
            putFile(file, readFile(sessionFixture("version-" + std::to_string(version) + ".fleming")));
        writeRandomSession(file, witness, random, [&] {
            if (random() % 8 != 0) return;
            // What a killed program leaves behind.
            putFile(copy, readFile(file));
            fs::copy_file(file.string() + "-wal", copy.string() + "-wal");
            expectAccepted("killed", copy);
        });
        expectAccepted("closed", file);
        fs::remove(copy.string() + "-wal");
        fs::remove(copy);
        RawDatabase(file).run(QStringLiteral("VACUUM INTO '%1'").arg(QString::fromStdString(copy.string())));
        expectAccepted("VACUUM INTO", copy);
        RawDatabase(copy).run("PRAGMA page_size = 512");
        RawDatabase(copy).run("VACUUM");
        RawDatabase(copy).run("PRAGMA journal_mode = DELETE");
        expectAccepted("VACUUM", copy);
        { Session reopened(copy); }
        expectAccepted("opened again", copy);
    }
    std::printf("%d sessions, %d copies of them, in %lld s\n", sessions, copies,
                static_cast<long long>(timer.elapsed() / 1000));
    EXPECT_GT(sessions, 1);
}

}  // namespace
}  // namespace fleming::app
