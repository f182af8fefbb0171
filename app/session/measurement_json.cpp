#include "app/session/measurement_json.h"

#include "app/evidence/provenance_json.h"
#include "app/measure/json_numbers.h"
#include "app/measure/roi_json.h"
#include "base/error.h"

#include <QString>

#include <cmath>
#include <limits>
#include <utility>

namespace fleming::app {

namespace {

using viewer::CalibrationSource;
using viewer::Measurement;
using viewer::RoiStatistics;

constexpr std::pair<const char*, std::optional<double> Measurement::*> kLengths[] = {
    {"length_mm", &Measurement::lengthMm},
    {"length_px", &Measurement::lengthPx},
    {"short_length_mm", &Measurement::shortLengthMm},
    {"short_length_px", &Measurement::shortLengthPx},
    {"angle_deg", &Measurement::angleDegrees},
    {"area_mm2", &Measurement::areaMm2}};

constexpr std::pair<const char*, double RoiStatistics::*> kStatistics[] = {{"min", &RoiStatistics::min},
                                                                           {"max", &RoiStatistics::max},
                                                                           {"mean", &RoiStatistics::mean},
                                                                           {"median", &RoiStatistics::median},
                                                                           {"sum", &RoiStatistics::sum}};

[[noreturn]] void fail(const QString& what) {
    throw Error("session.unknown_value", {}, {what.toStdString()});
}

/// JSON has no infinities and no NaN.
QJsonValue numberToJson(double number) {
    if (std::isfinite(number)) return number;
    if (std::isnan(number)) return QStringLiteral("NaN");
    return number < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
}

double numberOf(const QJsonObject& json, const char* key) {
    const QJsonValue value = json[QLatin1String(key)];
    if (value.isDouble()) return value.toDouble();
    const QString text = value.toString();
    if (text == QLatin1String("NaN")) return std::numeric_limits<double>::quiet_NaN();
    if (text == QLatin1String("Infinity")) return std::numeric_limits<double>::infinity();
    if (text == QLatin1String("-Infinity")) return -std::numeric_limits<double>::infinity();
    fail(QLatin1String(key));
}

QJsonObject statisticsToJson(const RoiStatistics& statistics) {
    QJsonObject json{{"count", qint64{statistics.count}}};
    for (const auto& [key, member] : kStatistics)
        json[QLatin1String(key)] = numberToJson(statistics.*member);
    if (statistics.sd) json["sd"] = numberToJson(*statistics.sd);
    return json;
}

RoiStatistics statisticsFromJson(const QJsonObject& json) {
    RoiStatistics statistics;
    statistics.count = json["count"].toInteger(-1);
    if (statistics.count < 0) fail(QStringLiteral("count"));
    for (const auto& [key, member] : kStatistics)
        statistics.*member = numberOf(json, key);
    if (json.contains("sd")) statistics.sd = numberOf(json, "sd");
    return statistics;
}

CalibrationSource sourceFromJson(const QString& word) {
    for (int i = 0; i <= static_cast<int>(CalibrationSource::none); ++i) {
        const auto source = static_cast<CalibrationSource>(i);
        if (word == QLatin1String(viewer::toString(source))) return source;
    }
    fail(word);
}

QJsonObject objectOf(const QJsonObject& json, const char* key) {
    if (!json[QLatin1String(key)].isObject()) fail(QLatin1String(key));
    return json[QLatin1String(key)].toObject();
}

std::string textOf(const QJsonObject& json, const char* key) {
    if (!json[QLatin1String(key)].isString()) fail(QLatin1String(key));
    return json[QLatin1String(key)].toString().toStdString();
}

}  // namespace

QJsonObject resultToJson(const Measurement& measured) {
    QJsonObject json;
    for (const auto& [key, member] : kLengths) {
        if (measured.*member) json[QLatin1String(key)] = numberToJson(*(measured.*member));
    }
    if (measured.statistics) json["statistics"] = statisticsToJson(*measured.statistics);
    json["unit"] = QString::fromStdString(measured.unit);
    json["calibration"] = QJsonObject{{"source", viewer::toString(measured.calibration.source)},
                                      {"mm_per_pixel_x", numberToJson(measured.calibration.mmPerPixelX)},
                                      {"mm_per_pixel_y", numberToJson(measured.calibration.mmPerPixelY)}};
    return json;
}

Measurement resultFromJson(const QJsonObject& json) {
    Measurement measured;
    for (const auto& [key, member] : kLengths) {
        if (json.contains(QLatin1String(key))) measured.*member = numberOf(json, key);
    }
    if (json.contains("statistics")) measured.statistics = statisticsFromJson(objectOf(json, "statistics"));
    measured.unit = textOf(json, "unit");
    const QJsonObject calibration = objectOf(json, "calibration");
    measured.calibration = {sourceFromJson(calibration["source"].toString()), numberOf(calibration, "mm_per_pixel_x"),
                            numberOf(calibration, "mm_per_pixel_y")};
    return measured;
}

QJsonArray pointsToJson(const std::vector<viewer::Vector2>& points) {
    QJsonArray json;
    for (const viewer::Vector2& point : points)
        json.append(arrayOf(point));
    return json;
}

std::vector<viewer::Vector2> pointsFromJson(const QJsonArray& json) {
    std::vector<viewer::Vector2> points;
    for (const QJsonValue point : json)
        points.push_back(numbersOf<viewer::Vector2>(point, "pixels"));
    return points;
}

std::string colourToText(const viewer::Rgb& colour) {
    return colourText(colour).toStdString();
}

viewer::Rgb colourFromText(const std::string& text) {
    const std::optional<viewer::Rgb> colour = colourOf(QString::fromStdString(text));
    if (!colour) fail(QString::fromStdString(text));
    return *colour;
}

QJsonObject toJson(const RecordedMeasurement& measurement) {
    return {{"id", qint64{measurement.id}},
            {"name", QString::fromStdString(measurement.name)},
            {"note", QString::fromStdString(measurement.note)},
            {"colour", QString::fromStdString(colourToText(measurement.colour))},
            {"region", toJson(RoiEntry{measurement.roi})},
            {"result", resultToJson(measurement.measured)},
            {"source", toJson(measurement.source)},
            {"frame_of_reference", QString::fromStdString(measurement.frameOfReference)},
            {"pixels", pointsToJson(measurement.pixels)},
            {"time_ms", qint64{measurement.timeMs}}};
}

RecordedMeasurement measurementFromJson(const QJsonObject& json) {
    RecordedMeasurement measurement;
    measurement.id = json["id"].toInteger();
    measurement.name = textOf(json, "name");
    measurement.note = textOf(json, "note");
    measurement.colour = colourFromText(textOf(json, "colour"));
    measurement.roi = roiFromJson(objectOf(json, "region")).roi;
    measurement.measured = resultFromJson(objectOf(json, "result"));
    measurement.source = provenanceFromJson(objectOf(json, "source"));
    measurement.frameOfReference = textOf(json, "frame_of_reference");
    if (!json["pixels"].isArray()) fail(QStringLiteral("pixels"));
    measurement.pixels = pointsFromJson(json["pixels"].toArray());
    measurement.timeMs = json["time_ms"].toInteger();
    return measurement;
}

}  // namespace fleming::app
