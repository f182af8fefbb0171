// fleming replay: generates the answers of a session again and compares them with the stored ones.
#include "app/cli/chosen_model.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/shared_options.h"
#include "app/errors/error_text.h"
#include "app/replay/recorded_model.h"
#include "app/replay/replay_text.h"
#include "app/replay/source_check.h"
#include "app/session/activity_log.h"
#include "app/session/session.h"
#include "base/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>
#include <ostream>
#include <utility>

namespace fleming::app::cli {

namespace {

struct ReplayOptions {
    std::filesystem::path session;
    std::int64_t exchange = 0;  // 0: all
    std::string model;          // empty: the one that gave the answer
    bool fromSources = false;
    bool json = false;
};

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("SESSION [--exchange N] [--model DIR] [--from-sources] [--json]"),
        CommandText::tr("generate the answers of a session again and compare them"),
        CommandText::tr(
            "Generates the answers of a session again, each from the first question of its conversation: from the "
            "stored images, prompt, parameters and seed. With the weights, type, device and kernels of the stored "
            "answer, all tokens are the same; otherwise the differences in these conditions are printed. Exit code 0: "
            "all answers are identical; 1: some are not. The results are recorded in the session, unless it is "
            "read-only."));
    parser.addValue("exchange", "N", CommandText::tr("only the answer to question number N"));
    parser.addValue("model", "DIR", CommandText::tr("the checkpoint folder; default: the one that gave the answer"));
    addEngineOptions(parser);
    parser.addFlag("from-sources", CommandText::tr("also make the images anew from the original files and compare "
                                                   "their pixels with the stored ones"));
    parser.addFlag("json", CommandText::tr("print a JSON object: exchanges with exchange, identical, tokens, same "
                                           "(tokens before the first difference), answer_agrees, difference, "
                                           "conditions; sources with the images that differ"));
}

std::int64_t readExchange(const CommandParser& parser) {
    if (!parser.has("exchange")) return 0;
    const std::string text = parser.optional("exchange");
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size() || id < 1)
        throw WrongArguments("arguments.exchange", {}, {text});
    return id;
}

ReplayOptions readOptions(const CommandParser& parser) {
    if (parser.positional().size() != 1) throw WrongArguments("arguments.not_one_session");
    return {parser.positional().front(), readExchange(parser), parser.optional("model"), parser.has("from-sources"),
            parser.has("json")};
}

/// Returns the exchanges to replay.
std::vector<std::int64_t> selected(const std::vector<Exchange>& exchanges, std::int64_t only) {
    std::vector<std::int64_t> ids;
    if (only != 0) {
        if (!canReplay(*pathTo(exchanges, only).back())) throw Error("replay.no_answer", {}, {std::to_string(only)});
        return {only};
    }
    for (const Exchange& exchange : exchanges) {
        if (canReplay(exchange)) ids.push_back(exchange.id);
    }
    return ids;
}

/// Returns the model with which `exchange` is replayed. --device, --dtype and --quant replace what is stored.
ModelRef modelFor(const Exchange& exchange, const ReplayOptions& options, const CommandParser& parser,
                  Console& console) {
    if (!options.model.empty()) return modelNamed(options.model, readEngineOptions(parser, recordedOptions(exchange)));
    LocalCheckpoint model = recordedModel(console.models, exchange);
    model.options = readEngineOptions(parser, model.options);
    return model;
}

/// Calls work(model, exchanges) for each model that gave some of the answers.
template <typename Work>
void forEachModel(const std::vector<Exchange>& exchanges, const std::vector<std::int64_t>& ids, const Work& work) {
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::vector<std::int64_t>> groups;
    for (const std::int64_t id : ids) {
        const Exchange& exchange = *pathTo(exchanges, id).back();
        groups[{exchange.modelPath, exchange.modelSha256, exchange.dtype, exchange.device}].push_back(id);
    }
    for (const auto& [model, group] : groups)
        work(*pathTo(exchanges, group.front()).back(), group);
}

QJsonValue tokenJson(const std::optional<inference::Token>& token) {
    if (!token) return QJsonValue::Null;
    QJsonObject json{{"id", token->id}, {"text", fromUtf8(token->text)}};
    if (!std::isnan(token->logProbability)) json["logprob"] = static_cast<double>(token->logProbability);
    return json;
}

const char* keyOf(Condition condition) {
    constexpr std::array kKeys{"model", "type", "device", "processor", "kernels", "libraries", "threads"};
    return kKeys.at(static_cast<std::size_t>(condition));
}

QJsonObject toJson(const ExchangeReplay& replay) {
    QJsonObject json{{"exchange", qint64{replay.record.exchange}},
                     {"identical", replay.record.identical},
                     {"tokens", qint64{replay.record.tokens}},
                     {"same", qint64{replay.record.same}},
                     {"logprobs_agree", replay.sameProbabilities},
                     {"answer_agrees", replay.sameAnswer},
                     {"run_known", replay.runIsKnown}};
    if (replay.promptDiffersAt) json["prompt_differs_at"] = qint64{*replay.promptDiffersAt};
    if (replay.difference) {
        json["difference"] = QJsonObject{{"token", qint64{replay.difference->position}},
                                         {"stored", tokenJson(replay.difference->stored)},
                                         {"replayed", tokenJson(replay.difference->replayed)}};
    }
    QJsonArray conditions;
    for (const ConditionDifference& one : replay.conditions) {
        conditions.append(
            QJsonObject{{"name", keyOf(one.condition)}, {"stored", fromUtf8(one.stored)}, {"now", fromUtf8(one.now)}});
    }
    json["conditions"] = conditions;
    if (replay.fault) json["problem"] = reasonOf(*replay.fault);
    return json;
}

/// The results of the command.
class Results {
public:
    Results(const ReplayOptions& options, Console& console) : options_(options), console_(console) {}

    void add(const SourceFault& fault) {
        ++faults_;
        const QString text = messageOf(fault.error);
        sources_.append(QJsonObject{{"exchange", qint64{fault.exchange}}, {"image", fault.image}, {"problem", text}});
        say(CommandText::tr("%1, Image-%2: %3").arg(fault.exchange).arg(fault.image).arg(text));
    }

    void add(const ExchangeReplay& replay) {
        ++count_;
        identical_ += replay.record.identical ? 1 : 0;
        answers_ += replay.sameAnswer ? 1 : 0;
        tokens_ += replay.record.tokens;
        same_ += replay.record.same;
        exchanges_.append(toJson(replay));
        say(CommandText::tr("%1: %2").arg(replay.record.exchange).arg(replayText(replay)));
    }

    void print() {
        if (options_.json) {
            QJsonObject json{{"exchanges", exchanges_}};
            if (options_.fromSources) json["sources"] = sources_;
            console_.out << QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString();
        } else {
            say(CommandText::tr("%1 of %2 answers are identical; %3 of %4 tokens and %5 final answers agree.")
                    .arg(identical_)
                    .arg(count_)
                    .arg(same_)
                    .arg(tokens_)
                    .arg(answers_));
        }
        flush(console_);
    }

    bool allIdentical() const { return identical_ == count_ && faults_ == 0; }

private:
    void say(const QString& line) {
        if (options_.json) return;
        console_.out << line.toStdString() << "\n";
        flush(console_);
    }

    const ReplayOptions& options_;
    Console& console_;
    QJsonArray exchanges_, sources_;
    int count_ = 0, identical_ = 0, answers_ = 0, faults_ = 0;
    std::int64_t tokens_ = 0, same_ = 0;
};

void run(const CommandParser& parser, Console& console) {
    const ReplayOptions options = readOptions(parser);
    if (!std::filesystem::exists(options.session)) throw Error("session.absent", options.session);
    Session session(options.session);
    ActivityLog activity(session);
    const std::vector<Exchange> exchanges = session.exchanges();
    const std::vector<std::int64_t> ids = selected(exchanges, options.exchange);
    if (ids.empty()) throw Error("replay.nothing", options.session);
    if (session.readOnlyReason()) say(console, CommandText::tr("The session is read-only: no result is recorded."));

    Results results(options, console);
    if (options.fromSources) {
        ProgressLine progress(console, CommandText::tr("Making the images anew"));
        const auto faults = checkSources(
            exchanges, ids, [&](double fraction) { progress.show(fraction); }, console.stop);
        progress.clear();
        for (const SourceFault& fault : faults)
            results.add(fault);
    }
    forEachModel(exchanges, ids, [&](const Exchange& first, const std::vector<std::int64_t>& group) {
        const std::shared_ptr<Model> model = loadModel(modelFor(first, options, parser, console), console);
        activity.noteSettings(modelSettings(&model->identity()));
        ProgressLine progress(console, CommandText::tr("Replaying"));
        ReplayCallbacks callbacks;
        std::exception_ptr failure;  // a closed output or a full disk
        callbacks.onProgress = [&](double fraction) { progress.show(fraction); };
        std::stop_source stop;
        const std::stop_callback interrupt(console.stop, [&] { stop.request_stop(); });
        callbacks.onReplayed = [&](const ExchangeReplay& replay) {
            try {
                progress.clear();
                results.add(replay);
                if (!session.readOnlyReason()) session.recordReplay(replay.record);
            } catch (...) {
                failure = std::current_exception();
                stop.request_stop();
            }
        };
        try {
            replay(*model, exchanges, group, callbacks, stop.get_token());
        } catch (const Cancelled&) {
            if (!failure) throw;
        }
        if (failure) std::rethrow_exception(failure);
    });
    results.print();
    if (!results.allIdentical()) throw Error("replay.not_identical", options.session);
}

}  // namespace

const Command replayCommand{"replay", declare, run};

}  // namespace fleming::app::cli
