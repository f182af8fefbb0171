// fleming measure: lengths, angles, areas and statistics of regions.
#include "viewer/measure/measure.h"

#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/shared_options.h"
#include "app/measure/measurement_csv.h"
#include "app/measure/roi_file.h"
#include "app/measure/roi_json.h"
#include "base/error.h"
#include "viewer/measure/roi_grid.h"
#include "viewer/render/straightened_series.h"
#include "viewer/text/number_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <memory>
#include <ostream>
#include <set>

namespace fleming::app::cli {

namespace {

using viewer::CalibrationSource;
using viewer::Measurement;
using viewer::Series;
using viewer::Volume;

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("PATH [--series N] --roi FILE.json [--json | --csv]"),
        CommandText::tr("measure lengths, angles, areas and pixel values"),
        CommandText::tr("Measures the region in FILE.json, or each region of a list:\n"
                        "{\"shape\": \"rectangle\", \"plane\": {\"origin\": [X,Y,Z], \"right\": [X,Y,Z], \"down\": "
                        "[X,Y,Z]}, \"points\": [[X,Y], ...]}\n"
                        "The plane is in LPS millimetres of the patient. A series without an orientation has the "
                        "millimetres of its own axes: columns, rows and slices at the spacing that \"fleming info\" "
                        "prints, from the centre of the first pixel; one pixel is 1 if there is no spacing. Points "
                        "are in the plane, from its origin along right and down.\n"
                        "Shapes: length (2 points), angle (3, the vertex second), cobb (4: two lines), bidirectional "
                        "(4: two diameters), rectangle and ellipse (2 opposite corners of the box), polygon and "
                        "freehand (at least 3), probe (1), arrow (2).\n"
                        "A pixel counts if its centre is inside. On a stored slice its own pixels count, on any other "
                        "plane a grid at the smallest spacing, with the nearest voxels. SD divides by n - 1. Padding "
                        "is left out. If slices are sheared (gantry tilt), shifted or unevenly spaced, other "
                        "planes are measured after the slices are resampled to their true positions."));
    parser.addValue("series", "N",
                    CommandText::tr("this series, as numbered by \"fleming info\"; default: the only series, or "
                                    "series 0"));
    parser.addValue("roi", "FILE.json",
                    CommandText::tr("the regions; or markups of 3D Slicer (.mrk.json): lines, angles, "
                                    "closed curves, planes and points"));
    parser.addValue("frame", "N", CommandText::tr("of a clip: this frame, numbered from 0"), "0");
    parser.addFlag("accept-detector",
                   CommandText::tr("take the pixel spacing at the detector of a projection image as that in the "
                                   "patient; without it, such an image is measured in pixels"));
    parser.addFlag("json", CommandText::tr("print a JSON object, or a list of them for a list: \"length_mm\", "
                                           "\"length_px\", \"angle_deg\", \"area_mm2\", \"count\", \"min\", \"max\", "
                                           "\"mean\", \"sd\", \"median\", \"sum\", \"unit\", \"calibration\"; those "
                                           "that apply"));
    parser.addFlag("csv", CommandText::tr("print the same values as CSV, one line a region"));
}

RoiFile readRegions(const std::string& file, const std::optional<viewer::Geometry>& geometry = {}) {
    try {
        return readRoiFile(file, geometry);
    } catch (const Error& error) {
        throw WrongArguments(error.code(), error.source(), error.arguments());
    }
}

/// What regions are measured on.
struct Measured {
    Series series;
    std::shared_ptr<const Volume> volume;  ///< with the slices of the regions; null for a clip in colours
};

/// Returns true if a region lies across slices that are not where the geometry has them.
bool isDistorted(const Series& series, const viewer::Roi& roi) {
    return canBeStraightened(series) && !viewer::roiGrid(series.geometry(), roi.plane).slice;
}

/// Reads the slices of regions.
std::shared_ptr<const Volume> readPixels(const Series& series, const std::vector<RoiEntry>& regions, int frame,
                                         Console& console) {
    if (series.kind() == viewer::SeriesKind::clip) {
        const auto clip = series.source->openClip(console.stop);
        if (frame >= clip->frameCount())
            throw Error("clip.no_frame", {}, {std::to_string(frame), std::to_string(clip->frameCount())});
        return clip->values(frame);
    }
    const std::shared_ptr<Volume> volume = allocate(series);
    std::set<int> slices;
    for (const RoiEntry& entry : regions)
        slices.merge(viewer::slicesOf(volume->geometry(), entry.roi));
    readSlices(series, *volume, {slices.begin(), slices.end()}, console);
    return volume;
}

/// Returns the straightened series for the regions that need it.
Measured readStraightened(const Series& series, const std::vector<RoiEntry>& regions, Console& console) {
    if (regions.empty()) return {};
    const Series straight = straightenedSeries(series, console);
    return {straight, readPixels(straight, regions, 0, console)};
}

/// Returns the spacing at the detector if the user accepts it and the image has no other.
std::optional<viewer::Calibration> acceptedCalibration(const Series& series, bool isAccepted) {
    const viewer::Calibration& stated = std::visit(
        [](const auto& info) -> const auto& { return info.calibration.stated; }, series.info);
    if (!isAccepted || stated.source != CalibrationSource::detector) return {};
    return stated;
}

/// Returns where the millimetres come from, or why there are none.
QString calibrationLine(CalibrationSource source, bool isAccepted) {
    if (source == CalibrationSource::detector && !isAccepted)
        return CommandText::tr("spacing at the detector; --accept-detector measures with it");
    switch (source) {
        case CalibrationSource::patient:
            return CommandText::tr("spacing in the patient");
        case CalibrationSource::geometry:
            return CommandText::tr("calibrated by the geometry of the exposure");
        case CalibrationSource::fiducial:
            return CommandText::tr("calibrated by an object of known size");
        case CalibrationSource::magnified:
            return CommandText::tr("spacing at the detector, corrected for the estimated magnification");
        case CalibrationSource::detector:
            return CommandText::tr("spacing at the detector");
        case CalibrationSource::ultrasound:
            return CommandText::tr("ultrasound region");
        case CalibrationSource::nominal:
            return CommandText::tr("spacing of the film scanner");
        case CalibrationSource::user:
            return CommandText::tr("calibrated by the user");
        case CalibrationSource::none:
            return CommandText::tr("none: pixels only");
    }
    return {};
}

/// Adds the line "    name        value".
void row(QString& page, const QString& name, const QString& value) {
    page += QStringLiteral("    %1 %2\n").arg(name, -14).arg(value);
}

void numberRow(QString& page, const QString& name, const QJsonValue& value, const QString& unit) {
    if (value.isUndefined()) return;
    const QString text = value.isNull() ? CommandText::tr("none") : viewer::pixelValueText(value.toDouble());
    row(page, name, value.isNull() || unit.isEmpty() ? text : text + QLatin1Char(' ') + unit);
}

QString describe(const RoiEntry& entry, std::size_t index, const Measurement& measured, const QJsonObject& json,
                 bool isAccepted) {
    QString page = CommandText::tr("Region %1: %2").arg(index + 1).arg(QLatin1String(toString(entry.roi.shape)));
    if (!entry.name.empty()) page += QStringLiteral(", ") + fromUtf8(entry.name);
    page += QLatin1Char('\n');
    const QString mm = QStringLiteral("mm"), px = QStringLiteral("px"), unit = fromUtf8(measured.unit);
    numberRow(page, CommandText::tr("length"), json["length_mm"], mm);
    numberRow(page, CommandText::tr("length"), json["length_px"], px);
    numberRow(page, CommandText::tr("short length"), json["short_length_mm"], mm);
    numberRow(page, CommandText::tr("short length"), json["short_length_px"], px);
    numberRow(page, CommandText::tr("angle"), json["angle_deg"], QStringLiteral("°"));
    numberRow(page, CommandText::tr("area"), json["area_mm2"], QStringLiteral("mm²"));
    if (json.contains("count")) row(page, CommandText::tr("pixels"), viewer::countText(json["count"].toInteger()));
    numberRow(page, CommandText::tr("minimum"), json["min"], unit);
    numberRow(page, CommandText::tr("maximum"), json["max"], unit);
    numberRow(page, CommandText::tr("mean"), json["mean"], unit);
    numberRow(page, CommandText::tr("SD"), json["sd"], unit);
    numberRow(page, CommandText::tr("median"), json["median"], unit);
    numberRow(page, CommandText::tr("sum"), json["sum"], unit);
    row(page, CommandText::tr("calibration"), calibrationLine(measured.calibration.source, isAccepted));
    return page;
}

void run(const CommandParser& parser, Console& console) {
    Source source;
    source.paths = readPaths(parser);
    if (source.paths.size() != 1) throw WrongArguments("arguments.not_one_path");
    source.series = parser.integers("series", 0, std::numeric_limits<int>::max());
    const int frame = parser.integer("frame", 0, std::numeric_limits<int>::max()).value_or(0);
    if (parser.has("json") && parser.has("csv")) throw WrongArguments("arguments.json_and_csv");
    RoiFile regions = readRegions(parser.required("roi"));
    const Series series = chosenSeries(openPaths(source.paths, console, true), source, console).front();
    if (regions.isSlicer && series.kind() != viewer::SeriesKind::clip)
        regions = readRegions(parser.required("roi"), series.geometry());
    std::vector<RoiEntry> inSlices, across;
    for (const RoiEntry& entry : regions.entries)
        (isDistorted(series, entry.roi) ? across : inSlices).push_back(entry);
    const Measured stored{series, readPixels(series, inSlices, frame, console)};
    const Measured straight = readStraightened(series, across, console);
    const auto own = acceptedCalibration(series, parser.has("accept-detector"));
    const bool hasValues = stored.volume != nullptr && stored.volume->components() == 1;
    std::vector<MeasuredEntry> rows;
    QJsonArray list;
    QString page;
    for (std::size_t i = 0; i < regions.entries.size(); ++i) {
        const RoiEntry& entry = regions.entries[i];
        const auto& [on, volume] = isDistorted(series, entry.roi) ? straight : stored;
        const Measurement measured =
            volume ? viewer::measure(on, *volume, entry.roi, own) : viewer::measureWithoutValues(on, entry.roi, own);
        const QJsonObject json = toJson(measured, entry.roi.shape, hasValues);
        rows.push_back({entry, measured, hasValues});
        list.append(json);
        page += describe(entry, i, measured, json, own.has_value());
    }
    if (parser.has("json")) {
        const QJsonDocument document = regions.isList ? QJsonDocument(list) : QJsonDocument(list[0].toObject());
        console.out << document.toJson(QJsonDocument::Indented).toStdString();
    } else if (parser.has("csv")) {
        console.out << measurementsCsv(rows).toStdString();
    } else {
        console.out << page.toStdString();
    }
    flush(console);
}

}  // namespace

const Command measureCommand{"measure", declare, run};

}  // namespace fleming::app::cli
