#include "tests/app/standalone_verifier.h"

#include <gtest/gtest.h>
#include <string>

namespace fleming::app {

namespace {

/// Reads the arguments of a run from each line of the standard input, separated by tabs, and prints its exit code.
[[maybe_unused]] constexpr char kLoop[] = R"(
import contextlib, io, os, runpy, sys
for line in sys.stdin:
    child = os.fork()  # so that no connection to an earlier file stays open
    if child == 0:
        sys.argv = line.rstrip("\n").split("\t")
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                runpy.run_path(sys.argv[0])
            except SystemExit:
                os._exit(1)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
)";

}  // namespace

StandaloneVerifier::StandaloneVerifier() {
#ifdef __SANITIZE_THREAD__
    std::printf("SKIPPED: ThreadSanitizer loses the locks of a process that starts others\n");
#else
    python_.start("python3", {"-c", kLoop});
    isRunning_ = python_.waitForStarted();
    if (!isRunning_) std::printf("SKIPPED: there is no python3, so the standalone verifier is not compared\n");
#endif
}

StandaloneVerifier::~StandaloneVerifier() {
    python_.closeWriteChannel();
    python_.waitForFinished();
}

bool StandaloneVerifier::accepts(const std::filesystem::path& file, const std::filesystem::path& witness) {
    std::string line = FLEMING_SOURCE_DIR "/tests/tools/verify_session.py\t" + file.string();
    if (std::filesystem::exists(witness)) line += "\t--witness\t" + witness.string();
    python_.write(QByteArray::fromStdString(line + "\n"));
    while (!python_.canReadLine() && python_.waitForReadyRead(60'000)) {
    }
    const QByteArray answer = python_.readLine().trimmed();
    EXPECT_TRUE(answer == "0" || answer == "1") << python_.readAllStandardError().toStdString();
    return answer == "0";
}

}  // namespace fleming::app
