#include "app/measure/roi_json.h"

#include "app/measure/json_numbers.h"
#include "base/error.h"

#include <QJsonArray>
#include <QString>

#include <cmath>

namespace fleming::app {

namespace {

using viewer::RoiShape;
using viewer::Vector3;

Vector3 direction(const QJsonValue& value, const char* key) {
    const auto vector = numbersOf<Vector3>(value, key);
    const double size = viewer::length(vector);
    if (!std::isfinite(size)) throw Error("roi.not_finite");
    if (!(size > 0)) throw Error("roi.no_plane");
    // What this program wrote comes back bit for bit.
    constexpr double kRounding = 1e-12;
    return std::abs(size - 1.0) <= kRounding ? vector : viewer::unit(vector);
}

QJsonValue orNull(const std::optional<double>& number) {
    return number && std::isfinite(*number) ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

void putStatistics(const viewer::Measurement& measured, QJsonObject& json) {
    const auto& statistics = measured.statistics;
    const auto put = [&](const char* key, double viewer::RoiStatistics::*member) {
        json[QLatin1String(key)] = orNull(statistics ? std::optional((*statistics).*member) : std::nullopt);
    };
    json["count"] = statistics ? static_cast<qint64>(statistics->count) : 0;
    put("min", &viewer::RoiStatistics::min);
    put("max", &viewer::RoiStatistics::max);
    put("mean", &viewer::RoiStatistics::mean);
    json["sd"] = orNull(statistics ? statistics->sd : std::nullopt);
    put("median", &viewer::RoiStatistics::median);
    put("sum", &viewer::RoiStatistics::sum);
    json["unit"] = QString::fromStdString(measured.unit);
}

}  // namespace

std::optional<viewer::Rgb> colourOf(const QString& text) {
    bool isHex = false;
    const unsigned rgb = text.mid(1).toUInt(&isHex, 16);
    if (!isHex || text.size() != 7 || text[0] != QLatin1Char('#')) return {};
    return viewer::Rgb{static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
                       static_cast<std::uint8_t>(rgb)};
}

QString colourText(const viewer::Rgb& colour) {
    return QString::asprintf("#%02x%02x%02x", colour.red, colour.green, colour.blue);
}

QJsonObject toJson(const RoiEntry& entry) {
    const viewer::RoiPlane& plane = entry.roi.plane;
    QJsonArray points;
    for (const viewer::Vector2& point : entry.roi.points)
        points.append(arrayOf(point));
    QJsonObject json{{"shape", toString(entry.roi.shape)},
                     {"plane", QJsonObject{{"origin", arrayOf(plane.origin)},
                                           {"right", arrayOf(plane.right)},
                                           {"down", arrayOf(plane.down)}}},
                     {"points", points}};
    if (!entry.name.empty()) json["name"] = QString::fromStdString(entry.name);
    if (entry.colour) json["colour"] = colourText(*entry.colour);
    if (!entry.seriesUid.empty()) json["series_uid"] = QString::fromStdString(entry.seriesUid);
    return json;
}

RoiEntry roiFromJson(const QJsonObject& json) {
    for (const char* key : {"shape", "plane", "points"}) {
        if (!json.contains(QLatin1String(key))) throw Error("roi_file.missing", {}, {key});
    }
    const std::string shape = json["shape"].toString().toStdString();
    const auto known = viewer::roiShape(shape);
    if (!known) throw Error("roi_file.unknown_shape", {}, {shape});
    const QJsonValue plane = json["plane"];
    RoiEntry entry{{*known, {}, {}}};
    entry.roi.plane.origin = numbersOf<Vector3>(plane["origin"], "origin");
    entry.roi.plane.right = direction(plane["right"], "right");
    entry.roi.plane.down = direction(plane["down"], "down");
    if (!json["points"].isArray()) throw Error("roi_file.missing", {}, {"points"});
    for (const QJsonValue& point : json["points"].toArray())
        entry.roi.points.push_back(numbersOf<viewer::Vector2>(point, "points"));
    entry.name = json["name"].toString().toStdString();
    entry.colour = colourOf(json["colour"].toString());
    entry.seriesUid = json["series_uid"].toString().toStdString();
    viewer::check(entry.roi);
    return entry;
}

QJsonObject toJson(const viewer::Measurement& measured, RoiShape shape, bool hasValues) {
    QJsonObject json;
    if (shape == RoiShape::length || shape == RoiShape::bidirectional) {
        json["length_mm"] = orNull(measured.lengthMm);
        json["length_px"] = orNull(measured.lengthPx);
    }
    if (shape == RoiShape::bidirectional) {
        json["short_length_mm"] = orNull(measured.shortLengthMm);
        json["short_length_px"] = orNull(measured.shortLengthPx);
    }
    if (shape == RoiShape::angle || shape == RoiShape::cobb) json["angle_deg"] = orNull(measured.angleDegrees);
    if (isClosed(shape)) json["area_mm2"] = orNull(measured.areaMm2);
    if (hasValues && hasPixels(shape)) putStatistics(measured, json);
    json["calibration"] = toString(measured.calibration.source);
    return json;
}

}  // namespace fleming::app
