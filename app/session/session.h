#pragma once

#include "app/models/answerer.h"
#include "viewer/render/frame.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fleming::app {

enum class Verdict { correct, partlyCorrect, wrong, cannotJudge };
const char* toString(Verdict verdict);               // "correct", "partly correct", "wrong", "cannot judge": as stored
Verdict verdictFromString(const std::string& text);  // throws Error

/// A person's judgement of an exchange. A later one does not erase an earlier one.
struct Review {
    Verdict verdict = Verdict::cannotJudge;
    std::string comment;
    std::string reviewer;
    std::int64_t timeMs = 0;  ///< Unix time
};

/// How an exchange stands. `interrupted`: the program ended while it streamed; what was shown is there.
enum class ExchangeState { streaming, done, failed, interrupted };

/// Evidence + question + answer, as stored.
struct Exchange {
    std::int64_t id = 0;
    std::int64_t conversation = 0;  ///< exchanges of one conversation share it; follow-ups come in order of id
    std::int64_t askedMs = 0;       ///< Unix time
    std::string question;
    std::string systemText;
    bool reasoningPrompt = true;
    inference::GenerationOptions options;
    int firstImage = 1;                   ///< the number of evidence[0] in its conversation: Image-<firstImage>
    std::vector<viewer::Frame> evidence;  ///< pixels and provenance, in the order the model got them
    inference::Answer answer;             ///< while it streams, or when it was interrupted or failed: what came so far
    ExchangeState state = ExchangeState::streaming;
    std::string failure;  ///< the message, where state is failed
    std::string modelName, modelPath, modelSha256, dtype, device;
    std::string modelDescription;  ///< what the model says of itself (config.json "fleming_description"); may be empty
    std::vector<Review> reviews;   ///< oldest first; the last one counts
};

/// A session: one SQLite file that holds all exchanges, their evidence (PNG) and reviews. A call that
/// returned survives the end of the program in any way; questions, finished answers and reviews are on the disk by then
/// and survive a power cut too. One object at a time, here or in another program, writes a file; any number read it.
/// One thread at a time, the one that made the object. Needs a QCoreApplication (Qt finds its SQLite driver through
/// it).
class Session {
public:
    enum class Access { write, read };

    /// Opens the file, or makes it to write. Exchanges that were streaming become `interrupted`, unless a running
    /// program (this one or another) still writes them. A file that cannot be written, that is of a newer version or
    /// that another object has open to write is opened to read: readOnlyReason() says so. A file of an older version is
    /// copied to
    /// "<file>.backup-<version>" before it is changed. Throws Error: no such folder, not a session file, of another
    /// program, damaged, locked by another program.
    explicit Session(const std::filesystem::path& file, Access access = Access::write);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const std::filesystem::path& path() const;

    /// Why the session is read-only, as a sentence for the user; empty where it can be written. A read-only session
    /// throws this from every call that writes.
    const std::string& readOnlyReason() const;

    std::int64_t newConversation();

    /// Stores a question, its evidence and model before anything is answered; returns the exchange's id.
    std::int64_t begin(std::int64_t conversation, const Question& question, const ModelIdentity& model);
    void append(std::int64_t exchange, const inference::Token& token);
    void append(std::int64_t exchange, std::span<const inference::Token> tokens);
    /// `answer` is complete: its text and figures are stored, and those of its tokens that were not appended.
    void finish(std::int64_t exchange, const inference::Answer& answer);
    void fail(std::int64_t exchange, const std::string& message);

    /// A review without a time gets the present.
    void review(std::int64_t exchange, Review review);

    /// All exchanges, oldest first, with evidence pixels.
    std::vector<Exchange> exchanges() const;
    /// Throws Error where there is no such exchange.
    Exchange exchange(std::int64_t id) const;

private:
    struct Data;
    std::unique_ptr<Data> data_;
};

}  // namespace fleming::app
