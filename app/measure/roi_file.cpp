#include "app/measure/roi_file.h"

#include "app/measure/roi_json.h"
#include "app/measure/slicer_markups.h"
#include "base/error.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <string>

namespace fleming::app {

namespace {

/// Calls `read`, whose errors then name `source`.
template <typename Read>
auto readFrom(const std::string& source, const Read& read) {
    try {
        return read();
    } catch (const Error& error) {
        throw Error(error.code(), source, error.arguments());
    }
}

RoiEntry regionOf(const QJsonValue& json, const std::string& source) {
    return readFrom(source, [&] {
        if (!json.isObject()) throw Error("roi_file.no_region");
        return roiFromJson(json.toObject());
    });
}

}  // namespace

RoiFile readRoiFile(const std::filesystem::path& file, const std::optional<viewer::Geometry>& geometry) {
    const std::string name = file.string();
    QFile in(QFile::decodeName(file.c_str()));
    if (!in.open(QIODevice::ReadOnly)) throw Error("roi_file.cannot_read", name, {in.errorString().toStdString()});
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(in.readAll(), &fault);
    if (fault.error != QJsonParseError::NoError)
        throw Error("roi_file.not_json", name, {fault.errorString().toStdString(), std::to_string(fault.offset)});
    RoiFile result;
    if (document.isObject() && document.object().contains(QLatin1String("markups"))) {
        result.isList = result.isSlicer = true;
        result.entries = readFrom(name, [&] { return fromSlicerMarkups(document.object(), geometry); });
    } else if (document.isObject()) {
        result.entries = {regionOf(document.object(), name)};
    } else {
        result.isList = true;
        int number = 0;
        for (const QJsonValue& json : document.array())
            result.entries.push_back(regionOf(json, name + ", " + std::to_string(++number)));
    }
    if (result.entries.empty()) throw Error("roi_file.no_region", name);
    return result;
}

QByteArray roiFileText(const std::vector<RoiEntry>& entries) {
    QJsonArray list;
    for (const RoiEntry& entry : entries)
        list.append(toJson(entry));
    return QJsonDocument(list).toJson();
}

}  // namespace fleming::app
