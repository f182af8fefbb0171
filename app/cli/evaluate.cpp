// fleming evaluate: how many questions of a file the model answers as it should.
#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/evidence_source.h"
#include "app/cli/text.h"
#include "app/evaluation/evaluation.h"
#include "app/models/answerer.h"
#include "app/models/model_checksum.h"
#include "base/error.h"
#include "base/sha256.h"
#include "inference/engine.h"
#include "inference/side_by_side.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <ostream>
#include <set>
#include <span>
#include <sstream>

namespace fleming::app::cli {

namespace {

namespace fs = std::filesystem;
using evaluation::Item;

/// The evidence of items, collected as `ask` does it. What the next item has in common with the last is not read again.
class EvidenceReader {
public:
    explicit EvidenceReader(const Console& console) : quiet_{console.in, console.out, remarks_, false, console.stop} {}

    const std::vector<inference::ImageInput>& read(const Item& item) {
        remarks_.str({});
        if (item.evidence == evidence_) return images_;
        evidence_.clear();
        open(item.paths);
        images_.clear();
        for (const viewer::Frame& frame : collectFrames(study_, {item.paths, item.series, item.selection}, quiet_))
            images_.push_back(toImageInput(frame));
        evidence_ = item.evidence;
        return images_;
    }

    /// What was said of the evidence that was just read.
    std::string remarks() const { return remarks_.str(); }

private:
    void open(const std::vector<fs::path>& paths) {
        if (paths == paths_) return;
        paths_.clear();
        study_ = openStudy(paths, quiet_, true);
        for (const viewer::Skipped& one : study_.skipped) {
            if (std::find(paths.begin(), paths.end(), one.path) != paths.end())
                throw Error(Text::tr("%1: %2").arg(fromUtf8(one.path.string()), fromUtf8(one.reason)).toStdString());
        }
        paths_ = paths;
    }

    std::ostringstream remarks_;
    Console quiet_;
    std::vector<fs::path> paths_;  // of the study
    viewer::Study study_;
    std::string evidence_;  // of the images
    std::vector<inference::ImageInput> images_;
};

/// Line of progress: how far, how good, how long still.
class EvaluationProgress {
public:
    EvaluationProgress(Console& console, std::size_t total) : line_(console), total_(static_cast<int>(total)) {}

    void show(const evaluation::Proportion& soFar) {
        if (before_ < 0) before_ = soFar.n;
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin_;
        const int now = soFar.n - before_;
        QString text = Text::tr("%1 of %2 questions").arg(soFar.n).arg(total_);
        if (soFar.n > 0) text = Text::tr("%1, %2 correct").arg(text, percent(soFar.value()));
        if (now > 0) text = Text::tr("%1, %2 left").arg(text, duration(elapsed.count() / now * (total_ - soFar.n)));
        line_.show(text);
    }

    void clear() { line_.clear(); }

private:
    ProgressLine line_;
    int total_;
    int before_ = -1;  // answered in an earlier run
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

inference::Inquiry inquiryOf(const Item& item, const std::vector<inference::ImageInput>& images,
                             const EvaluateOptions& options) {
    inference::Inquiry inquiry{options.systemText, {}, options.generation};
    for (const std::string& earlier : item.before)
        inquiry.turns.push_back({earlier, {}, options.reasoningPrompt});
    inquiry.turns.push_back({item.question, {}, options.reasoningPrompt});
    inquiry.turns.front().images = images;
    return inquiry;
}

/// Brings the items that have no answer yet, as the model takes them, and what came of each.
class Asking {
public:
    Asking(const evaluation::Questions& questions, evaluation::Journal& journal, const EvaluateOptions& options,
           Console& console)
        : options_(options),
          console_(console),
          evidence_(console),
          progress_(console, questions.items.size()),
          round_(questions.items, journal, [this](const evaluation::Proportion& soFar) { progress_.show(soFar); }) {}

    /// The next one; none where there are no more. Throws Cancelled.
    std::optional<inference::Inquiry> next() {
        while (const Item* item = round_.next()) {
            if (console_.stop.stop_requested()) throw Cancelled();
            try {
                inference::Inquiry inquiry = inquiryOf(*item, read(*item), options_);
                asked_.push_back(item);
                return inquiry;
            } catch (const Cancelled&) {
                throw;
            } catch (...) {
                round_.failed(*item, std::current_exception());
            }
        }
        return std::nullopt;
    }

    void done(std::size_t index, inference::Answer answer, std::exception_ptr failure) {
        if (failure) {
            round_.failed(*asked_[index], std::move(failure));
        } else {
            round_.answered(*asked_[index], std::move(answer));
        }
    }

private:
    /// The pictures of an item. What is to be said of them is said once.
    const std::vector<inference::ImageInput>& read(const Item& item) {
        const std::vector<inference::ImageInput>& images = evidence_.read(item);
        if (const std::string remarks = evidence_.remarks(); !remarks.empty() && said_.insert(remarks).second) {
            progress_.clear();
            say(console_, Text::tr("line %1:").arg(item.line));
            console_.err << remarks << std::flush;
        }
        return images;
    }

    const EvaluateOptions& options_;
    Console& console_;
    EvidenceReader evidence_;
    EvaluationProgress progress_;
    evaluation::Round round_;
    std::set<std::string> said_;
    std::vector<const Item*> asked_;
};

/// Asks all that has no answer yet.
void askTheRest(const evaluation::Questions& questions, evaluation::Journal& journal, const fs::path& model,
                const EvaluateOptions& options, Console& console) {
    if (journal.responses().size() == questions.items.size()) return;
    ProgressLine loading(console, Text::tr("Loading the model"));
    inference::Engine engine(model, options.engine, console.stop, [&](double fraction) { loading.show(fraction); });
    loading.clear();
    Asking asking(questions, journal, options, console);
    const auto done = [&](std::size_t index, inference::Answer answer, std::exception_ptr failure) {
        asking.done(index, std::move(answer), std::move(failure));
    };
    try {
        inference::answerSideBySide(
            engine, options.parallel, [&] { return asking.next(); }, done, console.stop);
    } catch (const Cancelled&) {
        throw Error(Text::tr("Stopped: %1 of %2 questions have been answered. Run the same command again to continue.")
                        .arg(journal.responses().size())
                        .arg(questions.items.size())
                        .toStdString());
    }
}

/// All that an answer depends on beside the question and the weights.
std::string checksumOf(const EvaluateOptions& options, const inference::ModelInfo& model) {
    const inference::GenerationOptions& generation = options.generation;
    const QJsonObject json{{"dtype", fromUtf8(model.typeName())},
                           {"device", fromUtf8(model.device)},
                           {"max_new_tokens", generation.maxNewTokens},
                           {"temperature", generation.temperature},
                           {"top_p", generation.topP},
                           {"top_k", generation.topK},
                           {"seed", QString::number(generation.seed)},
                           {"system", fromUtf8(options.systemText)},
                           {"reasoning_prompt", options.reasoningPrompt}};
    const std::string text = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
    return sha256(std::as_bytes(std::span(text)));
}

evaluation::Identity identify(const evaluation::Questions& questions, const fs::path& model,
                              const EvaluateOptions& options, Console& console) {
    const inference::ModelInfo info = inspectModel(model, options.engine, console);
    ProgressLine reading(console, QCoreApplication::translate("CommandLine", "Reading the model"));
    const auto show = [&](double fraction) { reading.show(fraction); };
    return {questions.sha256, modelChecksum(model, console.stop, show), checksumOf(options, info)};
}

/// Where the answers are kept for the time of an evaluation when the user names no file.
fs::path cacheFile(const evaluation::Identity& identity) {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const fs::path folder = fs::path(cache.toStdString()) / "fleming-viewer" / "evaluations";
    std::error_code ignored;  // the file is then what cannot be made, and that is said
    fs::create_directories(folder, ignored);
    return folder / (evaluation::keyOf(identity) + ".jsonl");
}

}  // namespace

void evaluate(const EvaluateOptions& options, Console& console) {
    const evaluation::Questions questions = evaluation::readQuestions(options.questions);
    const fs::path model = chooseModel(options.model);
    const evaluation::Identity identity = identify(questions, model, options, console);
    const bool kept = !options.answers.empty();
    evaluation::Journal journal(kept ? options.answers : cacheFile(identity), questions.items, identity);
    askTheRest(questions, journal, model, options, console);

    const evaluation::Tally tally = evaluation::tally(questions.items, journal.responses());
    if (options.json) {
        console.out << QJsonDocument(toJson(tally)).toJson(QJsonDocument::Compact).toStdString() << "\n";
    } else {
        console.out << toText(tally).toStdString();
    }
    flush(console);
    if (!kept) journal.remove();
}

}  // namespace fleming::app::cli
