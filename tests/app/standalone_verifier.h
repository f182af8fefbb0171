#pragma once

#include <QProcess>

#include <filesystem>

namespace fleming::app {

/// tests/tools/verify_session.py in one process, which verifies many files.
class StandaloneVerifier {
public:
    StandaloneVerifier();
    ~StandaloneVerifier();

    /// Returns false if the system has no python3. Then a test skips the comparison, and says so.
    bool isRunning() const { return isRunning_; }

    /// Returns true if the verifier accepts the session with the witness file. The witness file need not exist.
    bool accepts(const std::filesystem::path& file, const std::filesystem::path& witness);

private:
    QProcess python_;
    bool isRunning_ = false;
};

}  // namespace fleming::app
