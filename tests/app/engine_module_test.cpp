// Installations with the engine module, without it, and with a module that cannot be loaded.
#include "app/studies/samples.h"
#include "inference/engine.h"
#include "tests/app/run_cli.h"
#include "tests/base/thrown_error.h"

#include <QProcess>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

/// An installation folder with bin/fleming and a chosen file as the engine module.
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

    /// Expects that `ask` fails with one line that contains each text of `reason`, and that `info` succeeds.
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

TEST(EngineModule, IsFoundBesideTheProgramInAnyFolder) {
    const Installation installation;
    fs::copy_file(FLEMING_ENGINE, installation.module());
    const Outcome asked = installation.ask();
    EXPECT_EQ(asked.code, 0) << asked.err;
    EXPECT_GT(asked.out.size(), 1U);
}

TEST(EngineModule, IsReportedAsMissing) {
    const Installation installation;
    installation.expectNoEngine({installation.module().string(), "is missing", "Reinstall Fleming Viewer"});
}

TEST(EngineModule, IsReportedIfItIsNotALibrary) {
    const Installation installation;
    std::ofstream(installation.module()) << "no library";
    installation.expectNoEngine({installation.module().string(), "cannot be loaded", "Install libtorch"});
}

TEST(EngineModule, IsReportedWithTheNameOfAMissingLibrary) {
    const Installation installation;
    fs::copy_file(LACKING_ENGINE, installation.module());
    installation.expectNoEngine({installation.module().string(), "libfleming_absent.so", "Install libtorch"});
}

TEST(EngineModule, KeepsTheCodeTheSourceAndTheArgumentsOfAnError) {
    const QTemporaryDir folder;
    const fs::path model = folder.path().toStdString();
    const auto refusal = [&] { return test::thrownError([&] { inference::inspectCheckpoint(model); }); };
    EXPECT_EQ(refusal(), Error("checkpoint.missing_config", model / "config.json"));
    std::ofstream(model / "config.json") << R"({"architectures": ["LlavaForConditionalGeneration"]})";
    const auto error = refusal();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), "config.unsupported_architecture");
    EXPECT_EQ(error->source(), model / "config.json");
    ASSERT_EQ(error->arguments().size(), 3U);
    EXPECT_EQ(error->arguments()[1], "LlavaForConditionalGeneration");
}

TEST(EngineModule, IsRefusedIfItIsOfAnotherBuild) {
    const Installation installation;
    fs::copy_file(OTHER_ENGINE, installation.module());
    installation.expectNoEngine({installation.module().string(), "a different build"});
}

}  // namespace
}  // namespace fleming::app
