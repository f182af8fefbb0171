// fleming bench: measures the speed of the engine on this machine against the hardware limits.
#include "app/cli/chosen_model.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/shared_options.h"
#include "inference/benchmark.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <ostream>

namespace fleming::app::cli {

namespace {

struct NamedPhase {
    const char* key;
    QString name;
    const inference::BenchmarkPhase& phase;
};

std::array<NamedPhase, 4> phasesOf(const inference::BenchmarkResult& result) {
    return {{{"load", CommandText::tr("load"), result.load},
             {"vision", CommandText::tr("vision"), result.vision},
             {"prefill", CommandText::tr("prefill"), result.prefill},
             {"decode", CommandText::tr("decode"), result.decode}}};
}

QString toText(const inference::BenchmarkResult& result, const inference::BenchmarkOptions& options) {
    QString page =
        CommandText::tr("%1 on %2, %3, %4 threads: %5 parameters, %6 GB of weights\n")
            .arg(fromUtf8(result.model), fromUtf8(result.device), fromUtf8(result.typeName))
            .arg(result.threads)
            .arg(QString::number(static_cast<double>(result.parameters) / 1e9, 'f', 2) + QStringLiteral(" G"))
            .arg(result.weightGigabytes, 0, 'f', 2);
    page += CommandText::tr("limits: memory read %1 GB/s, matrix multiplication %2 GFLOP/s\n\n")
                .arg(result.readGigabytesPerSecond, 0, 'f', 1)
                .arg(result.matmulGigaflops, 0, 'f', 0);
    page += QStringLiteral("%1 %2 %3 %4\n")
                .arg(CommandText::tr("phase"), -10)
                .arg(CommandText::tr("seconds"), 10)
                .arg(CommandText::tr("rate"), 22)
                .arg(CommandText::tr("of the limit"), 14);
    for (const auto& [key, name, phase] : phasesOf(result)) {
        const QString rate = QStringLiteral("%1 %2").arg(phase.rate, 0, 'f', 2).arg(fromUtf8(phase.unit));
        page += QStringLiteral("%1 %2 %3 %4\n")
                    .arg(name, -10)
                    .arg(phase.seconds, 10, 'f', 3)
                    .arg(rate, 22)
                    .arg(QStringLiteral("%1 %").arg(phase.percentOfLimit, 0, 'f', 1), 14);
    }
    page += CommandText::tr(
                "\nfirst token after %1 s; after %2 s (%3 %) if the images were read while the question was being "
                "written\n")
                .arg(result.coldSeconds, 0, 'f', 2)
                .arg(result.warmSeconds, 0, 'f', 2)
                .arg(100.0 * result.warmSeconds / result.coldSeconds, 0, 'f', 1);
    return page + CommandText::tr("%1 images, %2 prompt tokens, %3 tokens decoded; peak memory %4 GB\n")
                      .arg(options.images)
                      .arg(result.promptTokens)
                      .arg(options.newTokens)
                      .arg(result.peakGigabytes, 0, 'f', 2);
}

QJsonObject toJson(const inference::BenchmarkResult& result) {
    QJsonObject json{
        {"model", fromUtf8(result.model)},
        {"device", fromUtf8(result.device)},
        {"type", fromUtf8(result.typeName)},
        {"threads", result.threads},
        {"parameters", qint64{result.parameters}},
        {"weights_gb", result.weightGigabytes},
        {"prompt_tokens", result.promptTokens},
        {"peak_gb", result.peakGigabytes},
        {"first_token", QJsonObject{{"cold_seconds", result.coldSeconds}, {"warm_seconds", result.warmSeconds}}},
        {"limits",
         QJsonObject{{"read_gb_s", result.readGigabytesPerSecond}, {"matmul_gflops", result.matmulGigaflops}}}};
    for (const auto& [key, name, phase] : phasesOf(result)) {
        json[QLatin1String(key)] = QJsonObject{{"seconds", phase.seconds},
                                               {"rate", phase.rate},
                                               {"unit", fromUtf8(phase.unit)},
                                               {"percent_of_limit", phase.percentOfLimit}};
    }
    return json;
}

void declare(CommandParser& parser) {
    const inference::BenchmarkOptions byDefault;
    parser.describe(
        CommandText::tr("[--model DIR | --shape 1b|8b|38b] [options]"),
        CommandText::tr("measure the speed of the engine on this machine against the hardware limits"),
        CommandText::tr("Measures the memory bandwidth and the matrix multiplication speed of this machine, "
                        "then each phase of a question: loading the model, the vision tower, the prompt "
                        "(prefill) and the answer (decode), as time, rate and share of the limit."));
    parser.addValue("model", "DIR", CommandText::tr("a checkpoint folder"));
    parser.addValue("shape", "S",
                    CommandText::tr("random weights in the sizes of InternVL3-1B, -8B or -38B, without a checkpoint"),
                    fromUtf8(byDefault.shape));
    addEngineOptions(parser);
    parser.addValue("threads", "N", CommandText::tr("number of CPU threads"), CommandText::tr("one per core"));
    parser.addValue("images", "K", CommandText::tr("number of images in the question"),
                    QString::number(byDefault.images));
    parser.addValue("new-tokens", "N", CommandText::tr("number of tokens in the answer"),
                    QString::number(byDefault.newTokens));
    parser.addFlag("json", QStringLiteral("{\"limits\": {\"read_gb_s\", \"matmul_gflops\"}, \"load\" | \"vision\" | "
                                          "\"prefill\" | \"decode\": {\"seconds\", \"rate\", \"unit\", "
                                          "\"percent_of_limit\"}, \"peak_gb\", \"first_token\": {\"cold_seconds\", "
                                          "\"warm_seconds\"}, ...}"));
}

inference::BenchmarkOptions readOptions(const CommandParser& parser) {
    if (!parser.positional().empty()) throw WrongArguments("arguments.only_options", {}, {parser.positional().front()});
    if (parser.has("model") && parser.has("shape")) throw WrongArguments("arguments.model_and_shape");
    inference::BenchmarkOptions options;
    if (parser.has("model")) options.folder = checkpointFolder(chooseModel(parser.required("model")));
    options.shape = parser.value("shape").value_or(options.shape);
    if (options.shape != "1b" && options.shape != "8b" && options.shape != "38b")
        throw WrongArguments("arguments.shape", {}, {options.shape});
    options.engine = readEngineOptions(parser);
    options.engine.threads = parser.integer("threads", 1, 1024).value_or(0);
    options.images = parser.integer("images", 1, 1000).value_or(options.images);
    options.newTokens = parser.integer("new-tokens", 1, 100'000).value_or(options.newTokens);
    return options;
}

void run(const CommandParser& parser, Console& console) {
    const inference::BenchmarkOptions options = readOptions(parser);
    ProgressLine line(console);
    const auto progress = [&](const std::string& phase) {
        line.show(CommandText::tr("Measuring: %1").arg(fromUtf8(phase)));
    };
    const inference::BenchmarkResult result = inference::runBenchmark(options, progress, console.stop);
    line.clear();
    console.out
        << (parser.has("json") ? QJsonDocument(toJson(result)).toJson() : toText(result, options).toUtf8()).constData();
}

}  // namespace

const Command benchCommand{"bench", declare, run};

}  // namespace fleming::app::cli
