#include "app/cli/series_json.h"

#include "app/cli/command_text.h"
#include "app/errors/error_text.h"
#include "app/evidence/provenance_json.h"

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

QJsonArray noteArray(const std::vector<viewer::Note>& notes) {
    QJsonArray array;
    for (const viewer::Note& note : notes)
        array.append(noteText(note));
    return array;
}

QJsonArray windowArray(const std::vector<viewer::NamedWindow>& windows) {
    QJsonArray array;
    for (const auto& [name, window, table] : windows) {
        QJsonObject json = app::toJson(window);
        if (!name.empty()) json["name"] = fromUtf8(name);
        if (table) json["table_sha256"] = QString::fromStdString(table->sha256);
        array.append(json);
    }
    return array;
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
                     {"kind", viewer::toString(series.kind())},
                     {"modality", fromUtf8(series.modality)},
                     {"description", fromUtf8(toString(series.description))},
                     {"format", fromUtf8(series.format)},
                     {"uid", fromUtf8(series.uid)},
                     {"files", static_cast<qint64>(series.files.size())},
                     {"notes", noteArray(series.notes)}};
    if (!series.files.empty()) json["first_file"] = fromUtf8(series.files.front().string());
    if (const auto* clip = std::get_if<viewer::ClipInfo>(&series.info)) {
        json["size"] = QJsonArray{clip->width, clip->height};
        json["frames"] = clip->frameCount;
        json["fps"] = clip->framesPerSecond;
        json["duration_s"] = clip->duration;
        return json;
    }
    const viewer::ImageInfo& image = series.image();
    putGeometry(json, image.geometry);
    json["frames"] = image.geometry.size[2];
    json["type"] = viewer::toString(image.type);
    json["components"] = image.components;
    json["rescale"] = QJsonObject{{"slope", image.rescale.slope}, {"intercept", image.rescale.intercept}};
    json["windows"] = windowArray(image.windows);
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

QJsonObject toJson(const viewer::OpenResult& opened) {
    QJsonArray series, skipped;
    for (std::size_t i = 0; i < opened.series.size(); ++i)
        series.append(toJson(opened.series[i], static_cast<int>(i)));
    for (const Error& one : opened.skipped)
        skipped.append(QJsonObject{{"path", fromUtf8(one.source())}, {"reason", reasonOf(one)}});
    return {{"series", series}, {"skipped", skipped}};
}

}  // namespace fleming::app::cli
