// fleming ask: asks questions about frames and prints the answers as they stream.
#include "app/cli/answer_json.h"
#include "app/cli/ask_and_wait.h"
#include "app/cli/chosen_model.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/shared_options.h"
#include "app/errors/error_text.h"
#include "app/export/exporters.h"
#include "app/session/activity_log.h"
#include "app/session/session.h"
#include "app/settings.h"
#include "base/error.h"
#include "viewer/text/number_text.h"

#include <QJsonDocument>

#include <exception>
#include <memory>
#include <ostream>
#include <span>
#include <utility>

namespace fleming::app::cli {

namespace {

struct AskOptions {
    Source source;
    std::vector<std::string> questions;  // -q, then each --turn
    ModelOptions model;
    std::filesystem::path session;  // empty: none
    std::filesystem::path report;   // empty: none
    ExportOptions reportOptions;
    bool json = false;
};

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("PATH... -q TEXT [selection] [options]"), CommandText::tr("ask the model a question"),
        CommandText::tr("Asks the model about the frames of PATH and streams the answer. Without a PATH, only "
                        "the question is sent. Ctrl-C stops the answer; the text so far is kept."));
    parser.addValue("q", "TEXT", CommandText::tr("the question"));
    parser.addValue("turn", "TEXT", CommandText::tr("a follow-up question in the same conversation; can be repeated"),
                    {}, CommandParser::Times::many);
    addModelOptions(parser);
    parser.addFlag("json", CommandText::tr("print one JSON object per turn, one per line: text, reasoning, answer, "
                                           "finish (stop, length or cancelled), prompt_tokens, image_tokens, tokens, "
                                           "evidence, timing, model"));
    parser.addValue("session", "FILE",
                    CommandText::tr("save questions, frames and answers in this session file, which the viewer can "
                                    "open"));
    parser.addHeading(CommandText::tr("report:"));
    parser.addValue("report", "FILE.pdf", CommandText::tr("write a PDF report"));
    addExportOptions(parser);
    addSelectionOptions(parser);
}

AskOptions readOptions(const CommandParser& parser) {
    AskOptions options;
    options.source = readSource(parser);
    options.questions.push_back(parser.required("q"));
    for (const std::string& turn : parser.values("turn")) {
        if (turn.empty()) throw WrongArguments("arguments.required", {}, {"--turn"});
        options.questions.push_back(turn);
    }
    options.model = readModelOptions(parser);
    options.session = parser.optional("session");
    options.report = parser.optional("report");
    options.reportOptions = readExportOptions(parser);
    if (options.report.empty()) {
        for (const char* option : {"include-paths", "keep-identity", "reviewer-names", "paper"}) {
            if (parser.has(option))
                throw WrongArguments("arguments.only_with_report", {}, {std::string("--") + option});
        }
    }
    options.json = parser.has("json");
    return options;
}

/// Opens the session to write to. Returns null if `file` is empty.
std::unique_ptr<Session> openSession(const std::filesystem::path& file) {
    if (file.empty()) return nullptr;
    auto session = std::make_unique<Session>(file);
    if (session->readOnlyReason()) throw *session->readOnlyReason();
    return session;
}

/// Asks the questions of one conversation, prints the answers, and records the exchanges.
class ConversationOnConsole {
public:
    ConversationOnConsole(const AskOptions& options, Console& console, std::shared_ptr<Model> model,
                          std::unique_ptr<Session> session)
        : options_(options),
          console_(console),
          model_(std::move(model)),
          chat_(model_->openChat(options.model.systemText)),
          session_(std::move(session)) {
        if (!session_) return;
        activity_ = std::make_unique<ActivityLog>(*session_);
        activity_->noteSettings(modelSettings(&model_->identity()));
        activity_->noteSettings(
            generationSettings(options.model.generation, options.model.reasoningPrompt, options.model.systemText));
        sessionConversation_ = session_->newConversation();
    }

    void ask(const std::string& text, std::vector<viewer::Frame> evidence) {
        const ModelOptions& model = options_.model;
        Question question{text, std::move(evidence), model.reasoningPrompt, model.systemText, model.generation};
        begin(question);
        try {
            answer(question);
        } catch (const OutputClosed&) {
            throw;
        } catch (...) {
            const std::string message = messageOf(std::current_exception());
            exchanges_.back().state = ExchangeState::failed;
            exchanges_.back().failure = message;
            if (session_) session_->fail(exchanges_.back().id, message);
            throw;
        }
    }

    /// Exports the exchanges of this run, and records that in the session.
    void writeReport(const std::filesystem::path& file, const ExportOptions& options) {
        if (exchanges_.empty()) return;
        SessionSnapshot snapshot;
        snapshot.exchanges = exchanges_;
        if (session_) {
            snapshot.session = session_->path();
            snapshot.record = session_->verify();
        }
        warnOfBurnedInText(exporterFor(file), snapshot, options, console_);
        const ExportRecord record = exportTo(file, exporterFor(file), std::move(snapshot), options);
        if (session_) session_->recordExport(record, settings::witnessFile());
    }

private:
    void begin(const Question& question) {
        Exchange exchange = session_ ? session_->begin(sessionConversation_, question, model_->identity())
                                     : makeExchange(sessionConversation_, question, model_->identity());
        if (!session_) {
            exchange.id = 1 + static_cast<std::int64_t>(exchanges_.size());
            exchange.follows = exchanges_.empty() ? 0 : exchanges_.back().id;
            for (const Exchange& before : exchanges_)
                exchange.firstImage += static_cast<int>(before.evidence.size());
        }
        exchanges_.push_back(std::move(exchange));
    }

    void answer(const Question& question) {
        Exchange& exchange = exchanges_.back();
        const auto request = static_cast<RequestId>(exchanges_.size());
        std::exception_ptr fault;  // a closed output or a full disk; it cancels the request
        const auto onToken = [&](const inference::Token& token) {
            try {
                if (session_) session_->append(exchange.id, std::span(&token, 1));
                if (!fault) show(token);
            } catch (...) {
                if (!fault) fault = std::current_exception();
                chat_->cancel(request);
            }
        };
        const inference::Answer answer = askAndWait(*chat_, request, question, onToken, console_.stop);
        exchange.answer = answer;
        exchange.state = ExchangeState::done;
        if (session_) session_->finish(exchange.id, answer);
        if (fault) std::rethrow_exception(fault);
        showEnd(answer, question);
    }

    void show(const inference::Token& token) {
        if (options_.json) return;
        console_.out << token.text;
        flush(console_);
    }

    void showEnd(const inference::Answer& answer, const Question& question) {
        if (options_.json) {
            const QJsonObject json = toJson(answer, question.evidence, model_->identity());
            console_.out << QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
        }
        console_.out << "\n";
        flush(console_);
        if (console_.errIsTerminal && !options_.json) say(console_, summary(answer));
    }

    static QString summary(const inference::Answer& answer) {
        const QString figures =
            CommandText::tr("%1 tokens, %2 tokens/s, %3 prompt tokens")
                .arg(viewer::countText(static_cast<std::int64_t>(answer.tokens.size())),
                     viewer::rateText(answer.timing.tokensPerSecond), viewer::countText(answer.promptTokens));
        switch (answer.finish) {
            case inference::Finish::stop:
                return CommandText::tr("done: %1").arg(figures);
            case inference::Finish::length:
                return CommandText::tr("stopped at the limit of --max-new-tokens: %1").arg(figures);
            default:
                return CommandText::tr("stopped: %1").arg(figures);
        }
    }

    const AskOptions& options_;
    Console& console_;
    std::shared_ptr<Model> model_;
    std::unique_ptr<ModelChat> chat_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<ActivityLog> activity_;
    std::int64_t sessionConversation_ = 1;
    std::vector<Exchange> exchanges_;
};

void run(const CommandParser& parser, Console& console) {
    const AskOptions options = readOptions(parser);
    const ModelRef model = chooseModel(options.model.model, options.model.engine);
    inspectModel(model, console);  // a wrong folder is reported before the frames are read
    std::unique_ptr<Session> session = openSession(options.session);
    if (!options.report.empty()) checkCanExportTo(options.report, exporterFor(options.report));
    std::vector<viewer::Frame> evidence;
    if (!options.source.paths.empty()) evidence = collectFrames(options.source, console);

    ConversationOnConsole conversation(options, console, loadModel(model, console), std::move(session));
    const auto report = [&] {
        if (!options.report.empty()) conversation.writeReport(options.report, options.reportOptions);
    };
    try {
        for (const std::string& question : options.questions) {
            conversation.ask(question, std::exchange(evidence, {}));
            if (console.stop.stop_requested()) break;
        }
    } catch (const OutputClosed&) {
        report();
        throw;
    }
    report();
}

}  // namespace

const Command askCommand{"ask", declare, run};

}  // namespace fleming::app::cli
