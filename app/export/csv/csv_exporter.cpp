#include "app/export/csv/csv_exporter.h"

#include "app/export/captions.h"
#include "app/export/export_time.h"
#include "app/session/file/stored_values.h"
#include "base/error.h"

#include <QCoreApplication>
#include <QFile>

#include <cmath>
#include <string>
#include <vector>

namespace fleming::app {

namespace {

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

std::string number(double value) {
    return QString::number(value, 'g', 9).toStdString();
}

/// Returns the mean over the tokens that have a log-probability; empty if none has.
std::string meanLogProbability(const std::vector<inference::Token>& tokens) {
    double sum = 0.0;
    int count = 0;
    for (const inference::Token& token : tokens) {
        if (!std::isfinite(token.logProbability)) continue;
        sum += token.logProbability;
        ++count;
    }
    return count == 0 ? std::string() : number(sum / count);
}

constexpr const char* kHeader =
    "exchange,conversation,asked,question,images,model,model_sha256,dtype,device,state,finish,reasoning,final_answer,"
    "tokens,mean_log_probability,decode_seconds,reviews,verdict,comment,reviewer,reviewed\r\n";

std::string row(const Exchange& exchange, const ExportOptions& options) {
    const bool done = exchange.state == ExchangeState::done;
    const inference::Answer& answer = exchange.answer;
    const Review* review = exchange.reviews.empty() ? nullptr : &exchange.reviews.back();
    const std::vector<std::string> cells{std::to_string(exchange.id),
                                         std::to_string(exchange.conversation),
                                         exportedTime(exchange.askedMs, options).toStdString(),
                                         quoted(exchange.question),
                                         std::to_string(exchange.evidence.size()),
                                         quoted(exchange.modelName),
                                         quoted(exchange.modelSha256),
                                         quoted(exchange.dtype),
                                         quoted(exchange.device),
                                         toWord(kStates, exchange.state),
                                         done ? toWord(kFinishes, answer.finish) : "",
                                         quoted(answer.reasoning),
                                         quoted(answer.finalAnswer),
                                         std::to_string(answer.tokens.size()),
                                         meanLogProbability(answer.tokens),
                                         done ? number(answer.timing.decodeSeconds) : "",
                                         std::to_string(exchange.reviews.size()),
                                         review != nullptr ? toWord(kVerdicts, review->verdict) : "",
                                         quoted(review != nullptr ? review->comment : ""),
                                         quoted(review != nullptr ? reviewerText(*review).toStdString() : ""),
                                         review != nullptr ? exportedTime(review->timeMs, options).toStdString() : ""};
    std::string line;
    for (const std::string& cell : cells)
        line += (line.empty() ? "" : ",") + cell;
    return line + "\r\n";
}

void writeCsv(const SessionSnapshot& session, const ExportOptions& options, const std::filesystem::path& folder,
              const ExportProgress& progress, const std::stop_token& stop) {
    QFile device(QFile::decodeName((folder / "exchanges.csv").c_str()));
    if (!device.open(QIODevice::WriteOnly))
        throw Error("export.cannot_be_written", folder, {device.errorString().toStdString()});
    device.write(kHeader);
    std::size_t done = 0;
    for (const Exchange& exchange : session.exchanges) {
        if (stop.stop_requested()) throw Cancelled();
        device.write(QByteArray::fromStdString(row(exchange, options)));
        progress(static_cast<double>(++done) / static_cast<double>(session.exchanges.size()));
    }
}

}  // namespace

const Exporter kCsvExporter{.id = "csv",
                            .name = QT_TRANSLATE_NOOP("Exporters", "CSV tables"),
                            .suffix = "",
                            .isText = true,
                            .writeFolder = writeCsv};

}  // namespace fleming::app
