#include "app/export/csv/csv_exporter.h"

#include "app/export/csv/csv_text.h"
#include "app/export/export_time.h"
#include "app/session/file/stored_values.h"
#include "base/error.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

namespace {

/// A column's name and the value of one row.
using Cells = std::vector<std::pair<const char*, std::string>>;

std::string number(double value) {
    return QString::number(value, 'g', 9).toStdString();
}

template <typename Values>
std::string joined(const Values& values, const char* separator) {
    std::string all;
    for (const auto& value : values)
        all += (all.empty() ? "" : separator) + value;
    return all;
}

std::string number(const std::optional<double>& value) {
    return value ? number(*value) : std::string();
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

/// The values of a review, which are empty without one.
Cells reviewCells(const Review* given, const ExportOptions& options) {
    static const Review none;
    const Review& review = given != nullptr ? *given : none;
    const auto confidence = review.confidence;
    const auto activeMs = review.activeMs;
    return {{"verdict", given != nullptr ? toWord(kVerdicts, review.verdict) : ""},
            {"confidence", confidence ? std::to_string(*confidence) : ""},
            {"comment", csvText(review.comment)},
            {"reason", csvText(review.reason)},
            {"corrected_answer", csvText(review.correctedAnswer)},
            {"tags", csvText(joined(review.tags, "; "))},
            {"reviewer", csvText(review.reviewer)},
            {"reviewer_code", csvText(review.reviewerCode)},
            {"active_seconds", activeMs ? number(static_cast<double>(*activeMs) / 1000.0) : ""},
            {"reviewed", given != nullptr ? exportedTime(review.timeMs, options).toStdString() : ""}};
}

/// The number of reviews, the verdict on which all of them agree, and the number of each verdict.
Cells verdictCells(const std::vector<const Review*>& reviews) {
    const auto countOf = [&](Verdict verdict) { return std::ranges::count(reviews, verdict, &Review::verdict); };
    const bool agree = !reviews.empty() && countOf(reviews.front()->verdict) == std::ssize(reviews);
    return {{"reviews", std::to_string(reviews.size())},
            {"verdict", agree ? toWord(kVerdicts, reviews.front()->verdict) : ""},
            {"correct", std::to_string(countOf(Verdict::correct))},
            {"partly_correct", std::to_string(countOf(Verdict::partlyCorrect))},
            {"wrong", std::to_string(countOf(Verdict::wrong))},
            {"cannot_judge", std::to_string(countOf(Verdict::cannotJudge))}};
}

Cells exchangeCells(const Exchange& exchange, const ExportOptions& shown) {
    const bool done = exchange.state == ExchangeState::done;
    const inference::Answer& answer = exchange.answer;
    const inference::GenerationOptions& options = exchange.options;
    Cells cells{{"exchange", std::to_string(exchange.id)},
                {"conversation", std::to_string(exchange.conversation)},
                {"follows", exchange.follows != 0 ? std::to_string(exchange.follows) : ""},
                {"asked", exportedTime(exchange.askedMs, shown).toStdString()},
                {"question", csvText(exchange.question)},
                {"system_text", csvText(exchange.systemText)},
                {"reasoning_prompt", exchange.reasoningPrompt ? "true" : "false"},
                {"images", std::to_string(exchange.evidence.size())},
                {"model", csvText(exchange.modelName)},
                {"model_sha256", csvText(exchange.modelSha256)},
                {"dtype", csvText(exchange.dtype)},
                {"device", csvText(exchange.device)},
                {"max_new_tokens", std::to_string(options.maxNewTokens)},
                {"temperature", number(options.temperature)},
                {"top_k", std::to_string(options.topK)},
                {"top_p", number(options.topP)},
                {"seed", std::to_string(options.seed)},
                {"state", toWord(kStates, exchange.state)},
                {"finish", done ? toWord(kFinishes, answer.finish) : ""},
                {"reasoning", csvText(answer.reasoning)},
                {"final_answer", csvText(answer.finalAnswer)},
                {"prompt_tokens", done ? std::to_string(answer.promptTokens) : ""},
                {"image_tokens", done ? std::to_string(answer.imageTokens) : ""},
                {"tokens", std::to_string(answer.tokens.size())},
                {"mean_log_probability", meanLogProbability(answer.tokens)},
                {"decode_seconds", done ? number(answer.timing.decodeSeconds) : ""}};
    const Cells verdicts = verdictCells(currentReviews(exchange.reviews));
    cells.insert(cells.end(), verdicts.begin(), verdicts.end());
    return cells;
}

Cells spanCells(const Exchange& exchange, const Review& review, std::size_t index) {
    const Span& span = review.spans[index];
    std::vector<std::string> marks, images;
    for (const int mark : marksLinkedWith(review, static_cast<int>(index))) {
        marks.push_back(std::to_string(mark + 1));
        images.push_back(std::to_string(review.marks[static_cast<std::size_t>(mark)].image));
    }
    std::vector<std::string> measurements;
    for (const std::int64_t measurement : measuredWith(review, static_cast<int>(index)))
        measurements.push_back(std::to_string(measurement));
    return {{"exchange", std::to_string(exchange.id)},
            {"reviewer_code", csvText(review.reviewerCode)},
            {"span", std::to_string(index + 1)},
            {"passage", toWord(kPassages, span.passage)},
            {"first_byte", std::to_string(span.begin)},
            {"end_byte", std::to_string(span.end)},
            {"text", csvText(std::string(textOf(exchange.answer, span)))},
            {"label", csvText(span.label)},
            {"severity", span.severity ? toWord(kSeverities, *span.severity) : ""},
            {"note", csvText(span.note)},
            {"marks", csvText(joined(marks, "; "))},
            {"images", csvText(joined(images, "; "))},
            {"measurements", csvText(joined(measurements, "; "))},
            {"taxonomy", csvText(review.taxonomy.name)},
            {"taxonomy_version", csvText(review.taxonomy.version)}};
}

Cells markCells(const Exchange& exchange, const Review& review, std::size_t index) {
    const Mark& mark = review.marks[index];
    return {{"exchange", std::to_string(exchange.id)},
            {"reviewer_code", csvText(review.reviewerCode)},
            {"mark", std::to_string(index + 1)},
            {"image", std::to_string(mark.image)},
            {"shape", toWord(kMarkShapes, mark.shape)},
            {"x1", number(mark.x1)},
            {"y1", number(mark.y1)},
            {"x2", number(mark.x2)},
            {"y2", number(mark.y2)},
            {"note", csvText(mark.note)}};
}

/// The pixel values in a region.
Cells statisticsCells(const std::optional<viewer::RoiStatistics>& found) {
    const auto text = [&](double viewer::RoiStatistics::*member) {
        return found ? number((*found).*member) : std::string();
    };
    return {{"count", found ? std::to_string(found->count) : ""},
            {"min", text(&viewer::RoiStatistics::min)},
            {"max", text(&viewer::RoiStatistics::max)},
            {"mean", text(&viewer::RoiStatistics::mean)},
            {"sd", found ? number(found->sd) : ""},
            {"median", text(&viewer::RoiStatistics::median)},
            {"sum", text(&viewer::RoiStatistics::sum)}};
}

/// Returns the points of a region in the patient: "X Y Z; X Y Z".
std::string pointsText(const viewer::Roi& roi) {
    std::vector<std::string> points;
    for (const viewer::Vector2& point : roi.points) {
        const viewer::Vector3 mm = viewer::toPatient(roi.plane, point);
        points.push_back(number(mm[0]) + ' ' + number(mm[1]) + ' ' + number(mm[2]));
    }
    return joined(points, "; ");
}

Cells measurementCells(const RecordedMeasurement& measurement, const ExportOptions& options) {
    const viewer::Measurement& measured = measurement.measured;
    const viewer::Provenance& source = measurement.source;
    const viewer::DicomReference object = source.stored ? source.stored->object : viewer::DicomReference();
    Cells cells{{"measurement", std::to_string(measurement.id)},
                {"name", csvText(measurement.name)},
                {"note", csvText(measurement.note)},
                {"shape", toString(measurement.roi.shape)},
                {"length_mm", number(measured.lengthMm)},
                {"length_px", number(measured.lengthPx)},
                {"short_length_mm", number(measured.shortLengthMm)},
                {"short_length_px", number(measured.shortLengthPx)},
                {"angle_deg", number(measured.angleDegrees)},
                {"area_mm2", number(measured.areaMm2)}};
    const Cells statistics = statisticsCells(measured.statistics);
    cells.insert(cells.end(), statistics.begin(), statistics.end());
    const Cells rest{{"unit", measured.statistics ? csvText(measured.unit) : ""},
                     {"calibration", viewer::toString(measured.calibration.source)},
                     {"series_uid", csvText(source.seriesUid)},
                     {"sop_instance_uid", csvText(object.sopInstanceUid)},
                     {"frame", object.frame > 0 ? std::to_string(object.frame) : ""},
                     {"plane", source.plane ? viewer::toString(*source.plane) : ""},
                     {"slice", source.oblique ? "" : std::to_string(source.index + 1)},
                     {"points_mm", csvText(pointsText(measurement.roi))},
                     {"measured", exportedTime(measurement.timeMs, options).toStdString()}};
    cells.insert(cells.end(), rest.begin(), rest.end());
    return cells;
}

/// A file with a header and rows.
class Table {
public:
    /// `example` has the columns.
    Table(const std::filesystem::path& file, const Cells& example)
        : path_(file), file_(QFile::decodeName(file.c_str())) {
        if (!file_.open(QIODevice::WriteOnly)) fail();
        std::vector<std::string> names;
        for (const auto& [name, value] : example)
            names.emplace_back(name);
        write(names);
    }

    void add(const Cells& row) {
        std::vector<std::string> values;
        for (const auto& [name, value] : row)
            values.push_back(value);
        write(values);
    }

    /// Call it last.
    void close() {
        if (!file_.flush()) fail();
        file_.close();
    }

private:
    void write(const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i)
            line += (i == 0 ? "" : ",") + cells[i];
        line += "\r\n";
        if (file_.write(line.data(), static_cast<qint64>(line.size())) < 0) fail();
    }

    [[noreturn]] void fail() const {
        throw Error("export.cannot_be_written", path_, {file_.errorString().toStdString()});
    }

    std::filesystem::path path_;
    QFile file_;
};

void writeCsv(const SessionSnapshot& session, const ExportOptions& options, const std::filesystem::path& folder,
              const ExportProgress& progress, const std::stop_token& stop) {
    const Exchange noExchange;
    Review example;
    example.spans.resize(1);
    example.marks.resize(1);
    const auto withExchange = [](const Exchange& exchange, Cells cells) {
        cells.insert(cells.begin(), {"exchange", std::to_string(exchange.id)});
        return cells;
    };
    Table exchanges(folder / "exchanges.csv", exchangeCells(noExchange, options));
    Table reviews(folder / "reviews.csv", withExchange(noExchange, reviewCells(nullptr, options)));
    Table spans(folder / "spans.csv", spanCells(noExchange, example, 0));
    Table marks(folder / "marks.csv", markCells(noExchange, example, 0));
    Table measurements(folder / "measurements.csv", measurementCells({}, options));
    for (const RecordedMeasurement& measurement : session.measurements)
        measurements.add(measurementCells(measurement, options));
    std::size_t done = 0;
    for (const Exchange& exchange : session.exchanges) {
        if (stop.stop_requested()) throw Cancelled();
        exchanges.add(exchangeCells(exchange, options));
        for (const Review* review : currentReviews(exchange.reviews)) {
            reviews.add(withExchange(exchange, reviewCells(review, options)));
            for (std::size_t i = 0; i < review->spans.size(); ++i)
                spans.add(spanCells(exchange, *review, i));
            for (std::size_t i = 0; i < review->marks.size(); ++i)
                marks.add(markCells(exchange, *review, i));
        }
        progress(static_cast<double>(++done) / static_cast<double>(session.exchanges.size()));
    }
    for (Table* table : {&exchanges, &reviews, &spans, &marks, &measurements})
        table->close();
}

}  // namespace

const Exporter kCsvExporter{.id = "csv",
                            .name = QT_TRANSLATE_NOOP("Exporters", "CSV tables"),
                            .suffix = "",
                            .isText = true,
                            .writeFolder = writeCsv};

}  // namespace fleming::app
