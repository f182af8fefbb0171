// fleming bench: how fast the engine is here, and how near to what the machine can do.
#include "app/cli/commands.h"
#include "app/cli/text.h"
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
    return {{{"load", Text::tr("load"), result.load},
             {"vision", Text::tr("vision"), result.vision},
             {"prefill", Text::tr("prefill"), result.prefill},
             {"decode", Text::tr("decode"), result.decode}}};
}

QString toText(const inference::BenchmarkResult& result, const BenchOptions& options) {
    QString page =
        Text::tr("%1 on %2, %3, %4 threads: %5 parameters, %6 GB of weights\n")
            .arg(fromUtf8(result.model), fromUtf8(result.device), fromUtf8(result.typeName))
            .arg(result.threads)
            .arg(QString::number(static_cast<double>(result.parameters) / 1e9, 'f', 2) + QStringLiteral(" G"))
            .arg(result.weightGigabytes, 0, 'f', 2);
    page += Text::tr("limits: memory read %1 GB/s, matrix multiplication %2 GFLOP/s\n\n")
                .arg(result.readGigabytesPerSecond, 0, 'f', 1)
                .arg(result.matmulGigaflops, 0, 'f', 0);
    page += QStringLiteral("%1 %2 %3 %4\n")
                .arg(Text::tr("phase"), -10)
                .arg(Text::tr("seconds"), 10)
                .arg(Text::tr("rate"), 22)
                .arg(Text::tr("of the limit"), 14);
    for (const auto& [key, name, phase] : phasesOf(result)) {
        const QString rate = QStringLiteral("%1 %2").arg(phase.rate, 0, 'f', 2).arg(fromUtf8(phase.unit));
        page += QStringLiteral("%1 %2 %3 %4\n")
                    .arg(name, -10)
                    .arg(phase.seconds, 10, 'f', 3)
                    .arg(rate, 22)
                    .arg(QStringLiteral("%1 %").arg(phase.percentOfLimit, 0, 'f', 1), 14);
    }
    page += Text::tr(
                "\nfirst token after %1 s; after %2 s (%3 %) if the images were read while the question was being "
                "written\n")
                .arg(result.coldSeconds, 0, 'f', 2)
                .arg(result.warmSeconds, 0, 'f', 2)
                .arg(100.0 * result.warmSeconds / result.coldSeconds, 0, 'f', 1);
    return page + Text::tr("%1 images, %2 prompt tokens, %3 tokens decoded; peak memory %4 GB\n")
                      .arg(options.benchmark.images)
                      .arg(result.promptTokens)
                      .arg(options.benchmark.newTokens)
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

}  // namespace

void bench(const BenchOptions& options, Console& console) {
    ProgressLine line(console);
    const auto progress = [&](const std::string& phase) { line.show(Text::tr("Measuring: %1").arg(fromUtf8(phase))); };
    const inference::BenchmarkResult result = inference::runBenchmark(options.benchmark, progress, console.stop);
    line.clear();
    console.out
        << (options.json ? QJsonDocument(toJson(result)).toJson() : toText(result, options).toUtf8()).constData();
}

}  // namespace fleming::app::cli
