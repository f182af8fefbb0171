#include "app/cli/series_json.h"

#include "app/cli/text.h"

#include <QJsonArray>
#include <QStringList>

namespace fleming::app::cli {

namespace {

template <typename Values>
QJsonArray arrayOf(const Values& values) {
    QJsonArray array;
    for (const auto& value : values)
        array.append(value);
    return array;
}

QJsonArray textArray(const std::vector<std::string>& texts) {
    QJsonArray array;
    for (const std::string& text : texts)
        array.append(fromUtf8(text));
    return array;
}

QJsonArray windowArray(const viewer::Series& series) {
    QJsonArray windows;
    for (std::size_t i = 0; i < series.windows.size(); ++i) {
        QJsonObject window{{"center", series.windows[i].center}, {"width", series.windows[i].width}};
        if (i < series.windowNames.size() && !series.windowNames[i].empty())
            window["name"] = fromUtf8(series.windowNames[i]);
        windows.append(window);
    }
    return windows;
}

void putGeometry(QJsonObject& json, const viewer::Geometry& geometry) {
    json["size"] = arrayOf(geometry.size);
    json["spacing_mm"] = geometry.spacingKnown ? QJsonValue(arrayOf(geometry.spacing)) : QJsonValue();
    if (!geometry.oriented) return;
    json["origin_mm"] = arrayOf(geometry.origin);
    json["orientation"] = QJsonObject{{"columns", arrayOf(geometry.iDirection)},
                                      {"rows", arrayOf(geometry.jDirection)},
                                      {"slices", arrayOf(geometry.kDirection)}};
    json["axes"] = QJsonArray::fromStringList(axisLetters(geometry));
    json["plane"] = viewer::toString(viewer::acquiredPlane(geometry));
}

QJsonObject toJson(const viewer::Series& series, int index) {
    QJsonObject json{{"index", index},
                     {"kind", viewer::toString(series.kind)},
                     {"modality", fromUtf8(series.modality)},
                     {"description", fromUtf8(series.description)},
                     {"format", fromUtf8(series.format)},
                     {"uid", fromUtf8(series.uid)},
                     {"files", static_cast<qint64>(series.files.size())},
                     {"notes", textArray(series.notes)}};
    if (!series.files.empty()) json["first_file"] = fromUtf8(series.files.front().string());
    if (series.kind == viewer::SeriesKind::clip) {
        json["size"] = QJsonArray{series.width, series.height};
        json["frames"] = series.frameCount;
        json["fps"] = series.framesPerSecond;
        json["duration_s"] = series.duration;
        return json;
    }
    putGeometry(json, series.geometry);
    json["frames"] = series.geometry.size[2];
    json["type"] = viewer::toString(series.type);
    json["components"] = series.components;
    json["rescale"] = QJsonObject{{"slope", series.rescale.slope}, {"intercept", series.rescale.intercept}};
    json["windows"] = windowArray(series);
    return json;
}

}  // namespace

QStringList axisLetters(const viewer::Geometry& geometry) {
    if (!geometry.oriented) return {};
    QStringList letters;
    for (const viewer::Vector3& direction : {geometry.iDirection, geometry.jDirection, geometry.kDirection}) {
        letters.append(fromUtf8(viewer::orientationLetters(direction)));
    }
    return letters;
}

QJsonObject toJson(const viewer::Study& study) {
    QJsonArray series, skipped;
    for (std::size_t i = 0; i < study.series.size(); ++i)
        series.append(toJson(study.series[i], static_cast<int>(i)));
    for (const viewer::Skipped& one : study.skipped) {
        skipped.append(QJsonObject{{"path", fromUtf8(one.path.string())}, {"reason", fromUtf8(one.reason)}});
    }
    return {{"series", series}, {"skipped", skipped}, {"notes", textArray(study.notes)}};
}

}  // namespace fleming::app::cli
