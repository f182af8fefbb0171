// fleming ask: questions about frames, answered to the terminal as they stream.
#include "app/cli/answer_json.h"
#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/text.h"
#include "app/export/report.h"
#include "app/models/model_checksum.h"
#include "app/session/session.h"
#include "base/error.h"
#include "inference/conversation.h"
#include "inference/engine.h"
#include "viewer/text/number_text.h"

#include <QDateTime>
#include <QJsonDocument>

#include <chrono>
#include <exception>
#include <memory>
#include <ostream>

namespace fleming::app::cli {

namespace {

/// The loaded model and what is known of it.
struct Model {
    std::unique_ptr<inference::Engine> engine;
    ModelIdentity identity;
};

Model loadModel(const std::filesystem::path& folder, const inference::EngineOptions& options, Console& console) {
    Model model;
    ProgressLine progress(console, Text::tr("Loading the model"));
    const auto begin = std::chrono::steady_clock::now();
    model.engine =
        std::make_unique<inference::Engine>(folder, options, console.stop, [&](double f) { progress.show(0.6 * f); });
    model.identity.loadSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    model.identity.info = model.engine->info();
    model.identity.sha256 = modelChecksum(folder, console.stop, [&](double f) { progress.show(0.6 + 0.4 * f); });
    return model;
}

/// The session to write to; null where none is named.
std::unique_ptr<Session> openSession(const std::filesystem::path& file) {
    if (file.empty()) return nullptr;
    auto session = std::make_unique<Session>(file);
    if (!session->readOnlyReason().empty()) throw Error(session->readOnlyReason());
    return session;
}

/// Asks one question after the other and keeps what came of them.
class Dialogue {
public:
    Dialogue(const AskOptions& options, Console& console, Model model, std::unique_ptr<Session> session)
        : options_(options),
          console_(console),
          model_(std::move(model)),
          conversation_(*model_.engine, options.systemText),
          session_(std::move(session)) {
        if (session_) sessionConversation_ = session_->newConversation();
    }

    void ask(const std::string& text, std::vector<viewer::Frame> evidence) {
        Question question{text, std::move(evidence), options_.reasoningPrompt, options_.systemText,
                          options_.generation};
        begin(question);
        try {
            answer(question);
        } catch (const std::exception& error) {
            exchanges_.back().state = ExchangeState::failed;
            exchanges_.back().failure = error.what();
            if (session_) session_->fail(exchanges_.back().id, error.what());
            throw;
        }
    }

    const std::vector<Exchange>& exchanges() const { return exchanges_; }

private:
    void begin(const Question& question) {
        Exchange exchange;
        exchange.conversation = sessionConversation_;
        exchange.askedMs = QDateTime::currentMSecsSinceEpoch();
        exchange.question = question.text;
        exchange.systemText = question.systemText;
        exchange.reasoningPrompt = question.reasoningPrompt;
        exchange.options = question.options;
        exchange.firstImage = 1;
        for (const Exchange& before : exchanges_)
            exchange.firstImage += static_cast<int>(before.evidence.size());
        exchange.evidence = question.evidence;
        const ModelIdentity& model = model_.identity;
        exchange.modelName = model.info.name;
        exchange.modelPath = model.info.path.string();
        exchange.modelSha256 = model.sha256;
        exchange.dtype = model.info.typeName();
        exchange.device = model.info.device;
        exchange.modelDescription = model.info.description;
        if (session_) exchange.id = session_->begin(sessionConversation_, question, model);
        exchanges_.push_back(std::move(exchange));
    }

    void answer(const Question& question) {
        inference::Turn turn{question.text, {}, question.reasoningPrompt};
        for (const viewer::Frame& frame : question.evidence)
            turn.images.push_back(toImageInput(frame));

        // Ctrl-C ends the answer; so does an output that nobody reads any more, or a disk that is full.
        std::stop_source stop;
        const std::stop_callback relay(console_.stop, [&] { stop.request_stop(); });
        std::exception_ptr fault;
        const inference::Answer answer = conversation_.ask(
            turn, question.options,
            [&](const inference::Token& token) {
                try {
                    if (session_) session_->append(exchanges_.back().id, token);
                    if (!fault) show(token);
                } catch (...) {
                    if (!fault) fault = std::current_exception();
                    stop.request_stop();
                }
            },
            stop.get_token());

        Exchange& exchange = exchanges_.back();
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
            const QJsonObject json = toJson(answer, question.evidence, model_.identity);
            console_.out << QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
        }
        console_.out << "\n";
        flush(console_);
        if (console_.errIsTerminal && !options_.json) say(console_, summary(answer));
    }

    static QString summary(const inference::Answer& answer) {
        const QString figures =
            Text::tr("%1 tokens, %2 tokens/s, %3 prompt tokens")
                .arg(viewer::countText(static_cast<std::int64_t>(answer.tokens.size())),
                     viewer::rateText(answer.timing.tokensPerSecond), viewer::countText(answer.promptTokens));
        switch (answer.finish) {
            case inference::Finish::stop:
                return Text::tr("done: %1").arg(figures);
            case inference::Finish::length:
                return Text::tr("stopped at the limit of --max-new-tokens: %1").arg(figures);
            default:
                return Text::tr("stopped: %1").arg(figures);
        }
    }

    const AskOptions& options_;
    Console& console_;
    Model model_;
    inference::Conversation conversation_;
    std::unique_ptr<Session> session_;
    std::int64_t sessionConversation_ = 1;
    std::vector<Exchange> exchanges_;
};

}  // namespace

void ask(const AskOptions& options, Console& console) {
    const std::filesystem::path folder = chooseModel(options.model);
    inspectModel(folder, options.engine, console);  // before the frames are read: a wrong folder is said at once
    std::unique_ptr<Session> session = openSession(options.session);
    if (!options.report.empty()) checkReportCanBeWritten(options.report);
    std::vector<viewer::Frame> evidence;
    if (!options.source.paths.empty()) evidence = collectFrames(options.source, console);

    Dialogue dialogue(options, console, loadModel(folder, options.engine, console), std::move(session));
    const auto report = [&] {
        if (options.report.empty() || dialogue.exchanges().empty()) return;
        writeReport(dialogue.exchanges(), options.report, options.reportOptions);
    };
    try {
        for (const std::string& question : options.questions) {
            dialogue.ask(question, std::exchange(evidence, {}));
            if (console.stop.stop_requested()) break;
        }
    } catch (const OutputClosed&) {
        report();
        throw;
    }
    report();
}

}  // namespace fleming::app::cli
