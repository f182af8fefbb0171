// fleming evaluate: asks a file of questions with known answers and reports the accuracy.
#include "app/cli/chosen_model.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/event_queue.h"
#include "app/cli/evidence_source.h"
#include "app/cli/shared_options.h"
#include "app/evaluation/evaluation.h"
#include "base/error.h"
#include "base/sha256.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <span>
#include <sstream>
#include <variant>

namespace fleming::app::cli {

namespace {

namespace fs = std::filesystem;
using evaluation::Item;

struct EvaluateOptions {
    fs::path questions;
    fs::path answers;  // empty: a file in the cache until the evaluation is complete
    int parallel = 8;  // questions at the same time
    ModelOptions model;
    bool json = false;
};

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("--questions FILE.jsonl [options]"),
                    CommandText::tr("ask a file of questions with known answers and report the accuracy"),
                    CommandText::tr("Asks the questions in FILE, each in its own conversation, and prints the accuracy "
                                    "for each kind of question and overall, with the 95 % interval (Wilson), and the "
                                    "wrong answers. Ctrl-C stops; run the same command again to continue. A question "
                                    "whose files cannot be read counts as wrong."));
    parser.addValue("questions", "FILE", CommandText::tr("the questions, see below"));
    parser.addValue("answers", "FILE",
                    CommandText::tr("save all answers in this file, one JSON object per line, and continue from those "
                                    "already in it"));
    parser.addValue("parallel", "N",
                    CommandText::tr("number of questions answered in parallel, as memory allows; the answers are the "
                                    "same, but faster"),
                    QString::number(EvaluateOptions().parallel));
    addModelOptions(parser);
    parser.addFlag("json", CommandText::tr("print one JSON object: n, accuracy, low, high, kinds, wrong, "
                                           "without_answer, failed, and cites if any question has it"));
    parser.addText(CommandText::tr(
        "\n"
        "FILE contains one JSON object per line; paths are relative to its folder:\n"
        "  \"images\": [PATH, ...] or \"volume\": PATH or \"video\": PATH\n"
        "  \"question\": TEXT, \"answer\": TEXT, and \"answers\": [TEXT, ...] if other wordings are also correct;\n"
        "                       case, spaces and a final full stop are ignored; for multiple choice (\"D. Fundus "
        "imaging\")\n"
        "                       the letter, the text or both are accepted\n"
        "  \"kind\": TEXT         the kind of question, for separate totals\n"
        "  \"before\": [TEXT, ...]  asked first in the same conversation; the images are sent with the very first "
        "question\n"
        "  \"cites\": [N, ...]    the images that the reasoning should cite, give or take one\n"
        "  \"selection\": {...}   one of \"count\": K, \"indices\": [...], \"times\": [...], \"everySeconds\": X; "
        "\"clipRange\": [A, B],\n"
        "                       \"plane\", \"window\": [C, W] or NAME or \"minmax\", \"inverted\": true, \"series\": "
        "N; same as\n"
        "                       the options of ask\n"));
}

EvaluateOptions readOptions(const CommandParser& parser) {
    if (!parser.positional().empty()) throw WrongArguments("arguments.questions_by_option");
    EvaluateOptions options;
    options.questions = parser.required("questions");
    options.answers = parser.optional("answers");
    options.parallel = parser.integer("parallel", 1, 256).value_or(options.parallel);
    options.model = readModelOptions(parser);
    options.json = parser.has("json");
    return options;
}

/// Collects the evidence of items as `ask` does. What the next item has in common with the last is not read again.
class EvidenceReader {
public:
    explicit EvidenceReader(const Console& console) : quiet_{console.in, console.out, remarks_, false, console.stop} {}

    const std::vector<viewer::Frame>& read(const Item& item) {
        remarks_.str({});
        if (item.evidence == evidence_) return frames_;
        evidence_.clear();
        open(item.paths);
        frames_ = collectFrames(opened_, {item.paths, item.series, item.selection}, quiet_);
        evidence_ = item.evidence;
        return frames_;
    }

    /// Returns the messages of the last read().
    std::string remarks() const { return remarks_.str(); }

private:
    void open(const std::vector<fs::path>& paths) {
        if (paths == paths_) return;
        paths_.clear();
        opened_ = openPaths(paths, quiet_, true);
        for (const Error& one : opened_.skipped) {
            if (std::find(paths.begin(), paths.end(), one.source()) != paths.end()) throw one;
        }
        paths_ = paths;
    }

    std::ostringstream remarks_;
    Console quiet_;
    std::vector<fs::path> paths_;  // of opened_
    viewer::OpenResult opened_;
    std::string evidence_;  // of the frames
    std::vector<viewer::Frame> frames_;
};

/// Shows how many questions are answered, how many correctly, and the time left.
class EvaluationProgress {
public:
    EvaluationProgress(Console& console, std::size_t total) : line_(console), total_(static_cast<int>(total)) {}

    void show(const evaluation::Proportion& soFar) {
        if (before_ < 0) before_ = soFar.n;
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin_;
        const int now = soFar.n - before_;
        QString text = CommandText::tr("%1 of %2 questions").arg(soFar.n).arg(total_);
        if (soFar.n > 0) text = CommandText::tr("%1, %2 correct").arg(text, percent(soFar.value()));
        if (now > 0)
            text = CommandText::tr("%1, %2 left").arg(text, duration(elapsed.count() / now * (total_ - soFar.n)));
        line_.show(text);
    }

    void clear() { line_.clear(); }

private:
    ProgressLine line_;
    int total_;
    int before_ = -1;  // answered in an earlier run
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/// Asks the items that have no answer yet, each in a chat of its own.
class Asking {
public:
    Asking(const evaluation::Questions& questions, evaluation::Journal& journal, Model& model,
           const EvaluateOptions& options, Console& console)
        : model_(model),
          options_(options),
          console_(console),
          evidence_(console),
          progress_(console, questions.items.size()),
          round_(questions.items, journal, [this](const evaluation::Proportion& soFar) { progress_.show(soFar); }) {}

    /// Asks several items at the same time if the model can answer them so. Throws Cancelled on a stop request, and
    /// Error if the journal cannot be written.
    void run() {
        const int atOnce = model_.identity().capabilities.parallel ? options_.parallel : 1;
        for (;;) {
            while (static_cast<int>(running_.size()) < atOnce && beginNext()) {
            }
            if (running_.empty()) return;
            std::optional<Event> event = events_->pop(console_.stop);
            if (!event) throw Cancelled();
            take(std::move(*event));
        }
    }

private:
    struct Running {
        const Item* item = nullptr;
        std::size_t turn = 0;  // the questions before the item's own come first
        std::unique_ptr<ModelChat> chat;
    };
    struct Event {
        int line = 0;  // of the item
        std::variant<inference::Answer, std::exception_ptr> outcome;
    };

    /// Asks the first question of the next item. Returns false if there is no other item.
    bool beginNext() {
        while (const Item* item = round_.next()) {
            if (console_.stop.stop_requested()) throw Cancelled();
            try {
                const std::vector<viewer::Frame>& frames = read(*item);
                Running& running = running_[item->line] = {item, 0, model_.openChat(options_.model.systemText)};
                ask(running, frames);
                return true;
            } catch (const Cancelled&) {
                throw;
            } catch (...) {
                running_.erase(item->line);
                round_.failed(*item, std::current_exception());
            }
        }
        return false;
    }

    void ask(Running& running, std::vector<viewer::Frame> evidence) {
        const Item& item = *running.item;
        Question question;
        question.text = running.turn < item.before.size() ? item.before[running.turn] : item.question;
        question.evidence = std::move(evidence);
        question.reasoningPrompt = options_.model.reasoningPrompt;
        question.systemText = options_.model.systemText;
        question.options = options_.model.generation;
        AnswerCallbacks callbacks;
        callbacks.onDone = [events = events_, line = item.line](const inference::Answer& answer) {
            events->push({line, answer});
        };
        callbacks.onFailed = [events = events_, line = item.line](const std::exception_ptr& failure) {
            events->push({line, failure});
        };
        running.chat->ask(static_cast<RequestId>(running.turn), std::move(question), std::move(callbacks));
    }

    void take(Event event) {
        Running& running = running_.at(event.line);
        const Item& item = *running.item;
        auto* answer = std::get_if<inference::Answer>(&event.outcome);
        if (answer != nullptr && answer->finish != inference::Finish::cancelled && running.turn < item.before.size()) {
            ++running.turn;
            ask(running, {});
            return;
        }
        running_.erase(event.line);
        if (answer != nullptr) {
            round_.answered(item, std::move(*answer));
        } else {
            round_.failed(item, std::get<std::exception_ptr>(event.outcome));
        }
    }

    /// Reads the frames of an item. Prints each remark on them once.
    const std::vector<viewer::Frame>& read(const Item& item) {
        const std::vector<viewer::Frame>& frames = evidence_.read(item);
        if (const std::string remarks = evidence_.remarks(); !remarks.empty() && printed_.insert(remarks).second) {
            progress_.clear();
            say(console_, CommandText::tr("line %1:").arg(item.line));
            console_.err << remarks << std::flush;
        }
        return frames;
    }

    Model& model_;
    const EvaluateOptions& options_;
    Console& console_;
    EvidenceReader evidence_;
    EvaluationProgress progress_;
    evaluation::Round round_;
    std::set<std::string> printed_;
    const std::shared_ptr<EventQueue<Event>> events_ = std::make_shared<EventQueue<Event>>();
    std::map<int, Running> running_;  // by line of the item
};

/// Asks the items that have no answer yet.
void askTheRest(const evaluation::Questions& questions, evaluation::Journal& journal, const ModelRef& ref,
                const EvaluateOptions& options, Console& console) {
    if (journal.responses().size() == questions.items.size()) return;
    const std::shared_ptr<Model> model = loadModel(ref, console);
    try {
        Asking(questions, journal, *model, options, console).run();
    } catch (const Cancelled&) {
        throw Error("evaluation.stopped", {},
                    {std::to_string(journal.responses().size()), std::to_string(questions.items.size())});
    }
}

/// Computes a checksum of everything that an answer depends on, except the question and the weights.
std::string checksumOf(const ModelOptions& options, const inference::ModelInfo& model) {
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

evaluation::Identity identify(const evaluation::Questions& questions, const ModelRef& model,
                              const EvaluateOptions& options, Console& console) {
    const inference::ModelInfo info = inspectModel(model, console).info;
    ProgressLine reading(console, QCoreApplication::translate("CommandLine", "Reading the model"));
    const auto show = [&](double fraction) { reading.show(fraction); };
    return {questions.sha256, modelChecksum(console.models, model, console.stop, show),
            checksumOf(options.model, info)};
}

/// Returns the file that has the answers until the evaluation is complete, if the user names none.
fs::path cacheFile(const evaluation::Identity& identity) {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const fs::path folder = fs::path(cache.toStdString()) / "fleming-viewer" / "evaluations";
    std::error_code ignored;  // opening the file reports it
    fs::create_directories(folder, ignored);
    return folder / (evaluation::keyOf(identity) + ".jsonl");
}

void run(const CommandParser& parser, Console& console) {
    const EvaluateOptions options = readOptions(parser);
    const evaluation::Questions questions = evaluation::readQuestions(options.questions);
    const ModelRef model = chooseModel(options.model.model, options.model.engine);
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

}  // namespace

const Command evaluateCommand{"evaluate", declare, run};

}  // namespace fleming::app::cli
