#include "app/evidence/provenance_json.h"

#include "base/error.h"
#include "viewer/render/colour_table.h"
#include "viewer/render/turn.h"

#include <QJsonArray>

namespace fleming::app {

namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

void putText(QJsonObject& json, const char* key, const std::string& value) {
    if (!value.empty()) json[QLatin1String(key)] = text(value);
}

std::string getText(const QJsonObject& json, const char* key) {
    return json[QLatin1String(key)].toString().toStdString();
}

QJsonObject toJson(const viewer::StoredImage& stored) {
    QJsonObject json{{"sop_class_uid", text(stored.object.sopClassUid)},
                     {"sop_instance_uid", text(stored.object.sopInstanceUid)}};
    if (stored.object.frame > 0) json["frame"] = stored.object.frame;
    if (stored.transposed) json["transposed"] = true;
    if (stored.mirroredColumns) json["mirrored_columns"] = true;
    if (stored.mirroredRows) json["mirrored_rows"] = true;
    return json;
}

viewer::StoredImage storedFromJson(const QJsonObject& json) {
    return {{getText(json, "sop_class_uid"), getText(json, "sop_instance_uid"), json["frame"].toInt()},
            json["transposed"].toBool(),
            json["mirrored_columns"].toBool(),
            json["mirrored_rows"].toBool()};
}

void putLook(QJsonObject& json, const viewer::Look& look) {
    if (look.turn.mirrored) json["mirrored"] = true;
    if (look.turn.quarters > 0) json["quarter_turns"] = look.turn.quarters;
    if (look.colours != viewer::ColourTable::grey) putText(json, "colours", toString(look.colours));
    if (look.interpolation != viewer::Interpolation::linear)
        putText(json, "interpolation", toString(look.interpolation));
}

viewer::Look lookFromJson(const QJsonObject& json) {
    viewer::Look look;
    look.turn = viewer::rotated({json["mirrored"].toBool(), 0}, json["quarter_turns"].toInt() % 4);
    if (json.contains("colours")) look.colours = viewer::colourTableFromString(getText(json, "colours"));
    if (json.contains("interpolation"))
        look.interpolation = viewer::interpolationFromString(getText(json, "interpolation"));
    return look;
}

QJsonArray toJson(const viewer::Vector3& mm) {
    return {mm[0], mm[1], mm[2]};
}

viewer::Vector3 vectorFromJson(const QJsonValue& value) {
    const QJsonArray mm = value.toArray();
    return {mm.at(0).toDouble(), mm.at(1).toDouble(), mm.at(2).toDouble()};
}

QJsonObject toJson(const viewer::SlicePlane& plane) {
    return {{"origin_mm", toJson(plane.origin)},
            {"right", toJson(plane.right)},
            {"down", toJson(plane.down)},
            {"pixel_mm", QJsonArray{plane.pixelWidth, plane.pixelHeight}}};
}

/// Its size is that of the frame.
viewer::SlicePlane planeFromJson(const QJsonObject& json, const viewer::Provenance& frame) {
    const QJsonArray pixel = json["pixel_mm"].toArray();
    return {vectorFromJson(json["origin_mm"]),
            vectorFromJson(json["right"]),
            vectorFromJson(json["down"]),
            pixel.at(0).toDouble(),
            pixel.at(1).toDouble(),
            frame.width,
            frame.height,
            {}};
}

QJsonObject toJson(const viewer::VolumeRendering& rendering) {
    const viewer::VolumeCamera& camera = rendering.camera;
    const viewer::VolumeLook& look = rendering.look;
    QJsonObject json{{"focus_mm", toJson(camera.focus)}, {"into", toJson(camera.into)}, {"up", toJson(camera.up)},
                     {"height_mm", camera.height},       {"preset", text(look.preset)}, {"opacity", look.opacity}};
    if (look.window) json["window"] = app::toJson(*look.window);
    if (look.crop)
        json["crop_voxels"] = QJsonObject{{"lower", toJson(look.crop->lower)}, {"upper", toJson(look.crop->upper)}};
    return json;
}

/// Its size is that of the frame.
viewer::VolumeRendering renderingFromJson(const QJsonObject& json, const viewer::Provenance& frame) {
    viewer::VolumeRendering rendering;
    rendering.camera = {vectorFromJson(json["focus_mm"]), vectorFromJson(json["into"]), vectorFromJson(json["up"]),
                        json["height_mm"].toDouble(1.0)};
    rendering.look.preset = getText(json, "preset");
    rendering.look.opacity = json["opacity"].toDouble(1.0);
    if (json.contains("window")) rendering.look.window = windowFromJson(json["window"].toObject());
    if (json.contains("crop_voxels")) {
        const QJsonObject crop = json["crop_voxels"].toObject();
        rendering.look.crop = viewer::VolumeCrop{vectorFromJson(crop["lower"]), vectorFromJson(crop["upper"])};
    }
    rendering.width = frame.width;
    rendering.height = frame.height;
    return rendering;
}

viewer::SeriesKind kindFromString(const std::string& name) {
    for (const auto kind : {viewer::SeriesKind::volume, viewer::SeriesKind::picture, viewer::SeriesKind::clip}) {
        if (name == viewer::toString(kind)) return kind;
    }
    throw Error("session.unknown_value", {}, {name});
}

}  // namespace

QJsonArray toJson(const std::vector<viewer::SeriesPart>& parts) {
    QJsonArray array;
    for (const viewer::SeriesPart& part : parts) {
        QJsonObject json;
        putText(json, "kind", toString(part.kind));
        putText(json, "value", part.value);
        if (part.count > 0) json["count"] = part.count;
        array.append(json);
    }
    return array;
}

std::vector<viewer::SeriesPart> partsFromJson(const QJsonArray& array) {
    std::vector<viewer::SeriesPart> parts;
    for (const QJsonValue part : array) {
        const QJsonObject json = part.toObject();
        const auto kind = viewer::seriesPartKind(getText(json, "kind"));
        if (!kind) return {};
        parts.push_back({*kind, getText(json, "value"), json["count"].toInt()});
    }
    return parts;
}

QJsonObject toJson(const viewer::Window& window) {
    QJsonObject json{{"center", window.center}, {"width", window.width}};
    if (window.function != viewer::WindowFunction::linear) putText(json, "function", toString(window.function));
    return json;
}

viewer::Window windowFromJson(const QJsonObject& json) {
    viewer::Window window{json["center"].toDouble(), json["width"].toDouble(1.0)};
    if (!json.contains("function")) return window;
    const std::string name = getText(json, "function");
    const auto function = viewer::windowFunctionFromString(name);
    if (!function) throw Error("session.unknown_value", {}, {name});
    window.function = *function;
    return window;
}

QJsonObject toJson(const viewer::Provenance& provenance) {
    QJsonObject json;
    putText(json, "kind", viewer::toString(provenance.kind));
    putText(json, "file", provenance.file);
    putText(json, "file_sha256", provenance.fileSha256);
    putText(json, "series_uid", provenance.seriesUid);
    putText(json, "series_description", toString(provenance.seriesDescription));
    if (!provenance.seriesDescription.parts.empty()) json["series_parts"] = toJson(provenance.seriesDescription.parts);
    if (provenance.seriesNumber) json["series_number"] = *provenance.seriesNumber;
    putText(json, "study_uid", provenance.studyUid);
    if (provenance.stored) json["stored"] = toJson(*provenance.stored);
    putText(json, "study_date", provenance.studyDate);
    putText(json, "modality", provenance.modality);
    if (provenance.plane) putText(json, "plane", viewer::toString(*provenance.plane));
    json["index"] = provenance.index;
    json["count"] = provenance.count;
    if (provenance.rendering) json["rendering"] = toJson(*provenance.rendering);
    if (provenance.oblique) json["oblique"] = toJson(*provenance.oblique);
    if (provenance.slab) {
        json["slab_mm"] = provenance.slab->mm;
        putText(json, "slab_mode", viewer::toString(provenance.slab->mode));
        if (provenance.slabSlices > 0) json["slab_slices"] = provenance.slabSlices;
    }
    if (provenance.timeSeconds) json["time_seconds"] = *provenance.timeSeconds;
    if (provenance.positionMm) {
        json["position_mm"] = toJson(*provenance.positionMm);
    }
    if (provenance.window) {
        json["window"] = toJson(*provenance.window);
    }
    putText(json, "voi_table_sha256", provenance.voiTable);
    json["inverted"] = provenance.inverted;
    putLook(json, provenance.look);
    json["min_max"] = provenance.minMax;
    json["cover"] = provenance.cover;
    json["width"] = provenance.width;
    json["height"] = provenance.height;
    putText(json, "pixels_sha256", provenance.pixelsSha256);
    return json;
}

viewer::Provenance provenanceFromJson(const QJsonObject& json) {
    viewer::Provenance provenance;
    if (json.contains("kind")) provenance.kind = kindFromString(getText(json, "kind"));
    provenance.file = getText(json, "file");
    provenance.fileSha256 = getText(json, "file_sha256");
    provenance.seriesUid = getText(json, "series_uid");
    provenance.seriesDescription =
        viewer::seriesDescription(getText(json, "series_description"), partsFromJson(json["series_parts"].toArray()));
    if (json.contains("series_number")) provenance.seriesNumber = json["series_number"].toInt();
    provenance.studyUid = getText(json, "study_uid");
    if (json.contains("stored")) provenance.stored = storedFromJson(json["stored"].toObject());
    provenance.studyDate = getText(json, "study_date");
    provenance.modality = getText(json, "modality");
    if (json.contains("plane")) provenance.plane = viewer::planeFromString(getText(json, "plane"));
    provenance.index = json["index"].toInt();
    provenance.count = json["count"].toInt(1);
    if (json.contains("slab_mm")) {
        provenance.slab =
            viewer::Slab{json["slab_mm"].toDouble(), viewer::slabModeFromString(getText(json, "slab_mode"))};
        provenance.slabSlices = json["slab_slices"].toInt();
    }
    if (json.contains("time_seconds")) provenance.timeSeconds = json["time_seconds"].toDouble();
    if (json.contains("position_mm")) {
        provenance.positionMm = vectorFromJson(json["position_mm"]);
    }
    if (json.contains("window")) {
        provenance.window = windowFromJson(json["window"].toObject());
    }
    provenance.voiTable = getText(json, "voi_table_sha256");
    provenance.inverted = json["inverted"].toBool();
    provenance.look = lookFromJson(json);
    provenance.minMax = json["min_max"].toBool();
    provenance.cover = json["cover"].toBool();
    provenance.width = json["width"].toInt();
    provenance.height = json["height"].toInt();
    if (json.contains("oblique")) provenance.oblique = planeFromJson(json["oblique"].toObject(), provenance);
    if (json.contains("rendering")) provenance.rendering = renderingFromJson(json["rendering"].toObject(), provenance);
    provenance.pixelsSha256 = getText(json, "pixels_sha256");
    return provenance;
}

}  // namespace fleming::app
