// The engine is a module beside the program: an installation that has it, one that lacks it, and ones whose module is
// no good.
#include "app/studies/samples.h"
#include "tests/app/run_cli.h"

#include <QProcess>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

/// A folder with bin/fleming, and whatever is put in the module's place.
class Installation {
public:
    Installation() {
        fs::create_directories(root() / "bin");
        fs::create_directories(module().parent_path());
        fs::copy_file(FLEMING_PROGRAM, root() / "bin" / "fleming");
    }

    fs::path module() const { return root() / "lib" / "fleming-viewer" / "fleming_engine.so"; }

    Outcome run(const QStringList& words) const {
        QProcess program;
        program.start(QString::fromStdString((root() / "bin" / "fleming").string()), words);
        Outcome outcome;
        if (!program.waitForFinished(120'000)) return outcome;
        outcome.code = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
        outcome.out = program.readAllStandardOutput().toStdString();
        outcome.err = program.readAllStandardError().toStdString();
        return outcome;
    }

    Outcome ask() const {
        return run(
            {"ask", "-q", "What is shown?", "--model", FLEMING_BUILD_DIR "/random_model", "--max-new-tokens", "4"});
    }

    /// The model cannot be asked, for a reason that is said in one line; files can still be looked at.
    void expectNoEngine(const std::vector<std::string>& reason) const {
        const Outcome asked = ask();
        EXPECT_EQ(asked.code, 1);
        EXPECT_EQ(asked.out, "");
        for (const std::string& words : reason)
            EXPECT_NE(asked.err.find(words), std::string::npos) << asked.err;
        EXPECT_EQ(asked.err.find('\n'), asked.err.size() - 1) << asked.err;

        const Outcome info = run({"info", QString::fromStdString(findSample()->path.string())});
        EXPECT_EQ(info.code, 0) << info.err;
        EXPECT_NE(info.out, "");
    }

private:
    fs::path root() const { return folder_.path().toStdString(); }

    QTemporaryDir folder_;
};

TEST(EngineModule, IsFoundBesideTheProgramWhereverThatIs) {
    const Installation installation;
    fs::copy_file(FLEMING_ENGINE, installation.module());
    const Outcome asked = installation.ask();
    EXPECT_EQ(asked.code, 0) << asked.err;
    EXPECT_GT(asked.out.size(), 1U);
}

TEST(EngineModule, ThatIsMissingIsSaid) {
    const Installation installation;
    installation.expectNoEngine({installation.module().string(), "is missing", "Reinstall Fleming Viewer"});
}

TEST(EngineModule, ThatIsNoLibraryIsSaid) {
    const Installation installation;
    std::ofstream(installation.module()) << "no library";
    installation.expectNoEngine({installation.module().string(), "cannot be loaded", "Install libtorch"});
}

TEST(EngineModule, ThatLacksALibraryIsSaidWithItsName) {
    const Installation installation;
    fs::copy_file(LACKING_ENGINE, installation.module());
    installation.expectNoEngine({installation.module().string(), "libfleming_absent.so", "Install libtorch"});
}

TEST(EngineModule, OfAnotherBuildIsRefused) {
    const Installation installation;
    fs::copy_file(OTHER_ENGINE, installation.module());
    installation.expectNoEngine({installation.module().string(), "a different build"});
}

}  // namespace
}  // namespace fleming::app
