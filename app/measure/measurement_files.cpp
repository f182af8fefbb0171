#include "app/measure/measurement_files.h"

#include "app/errors/error_text.h"
#include "app/measure/measurement_colour.h"
#include "app/measure/measurement_csv.h"
#include "app/measure/roi_file.h"
#include "app/measure/slicer_markups.h"
#include "app/privacy.h"
#include "base/error.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <filesystem>

namespace fleming::app {

namespace {

QByteArray textFor(const QString& file, const std::vector<MeasuredEntry>& rows) {
    if (file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) return measurementsCsv(rows);
    std::vector<RoiEntry> entries;
    for (const MeasuredEntry& row : rows)
        entries.push_back(row.entry);
    if (file.endsWith(QLatin1String(".mrk.json"), Qt::CaseInsensitive))
        return QJsonDocument(toSlicerMarkups(entries)).toJson();
    return roiFileText(entries);
}

void write(const QString& file, const QByteArray& text) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        throw Error("export.cannot_be_written", file.toStdString(), {out.errorString().toStdString()});
}

QString messageOfThis() {
    return QString::fromStdString(messageOf(std::current_exception()));
}

}  // namespace

MeasurementFiles::MeasurementFiles(MeasurementList& list, const Studies& studies, QObject* parent)
    : QObject(parent), list_(list), studies_(studies) {}

MeasurementFiles::~MeasurementFiles() = default;

void MeasurementFiles::save(const QString& file) {
    std::vector<MeasuredEntry> rows;
    for (const ListedMeasurement& each : list_.all()) {
        const OpenSeries* open = list_.seriesOf(each);
        const RoiEntry entry{each.roi, each.title().toStdString(), measurementColour(each.colour),
                             open != nullptr ? open->series.uid : std::string()};
        const bool hasValues = open == nullptr || open->series.image().components == 1;
        rows.push_back({entry, list_.resultOf(each.id).measured.value_or(viewer::Measurement{}), hasValues});
    }
    worker_.post([this, file, rows](std::stop_token) {
        try {
            write(file, textFor(file, rows));
            deliver(this, [this, file] {
                Q_EMIT notice(
                    tr("The measurements were exported to %1.").arg(shownPath(QDir::toNativeSeparators(file))));
            });
        } catch (const Error&) {
            deliver(this, [this, message = messageOfThis()] { Q_EMIT failed(message); });
        }
    });
}

void MeasurementFiles::load(const QString& file, int seriesId) {
    const OpenSeries* open = studies_.find(seriesId);
    std::optional<viewer::Geometry> geometry;
    if (open != nullptr && open->series.kind() != viewer::SeriesKind::clip) geometry = open->series.geometry();
    worker_.post([this, file, seriesId, geometry](std::stop_token) {
        try {
            const RoiFile read = readRoiFile(QFile::encodeName(file).toStdString(), geometry);
            deliver(this, [this, entries = read.entries, seriesId] { add(entries, seriesId); });
        } catch (const Error&) {
            deliver(this, [this, message = messageOfThis()] { Q_EMIT failed(message); });
        }
    });
}

void MeasurementFiles::add(const std::vector<RoiEntry>& entries, int seriesId) {
    list_.undoStack().beginMacro(tr("Import %n measurement(s)", nullptr, static_cast<int>(entries.size())));
    int count = 0;
    for (const RoiEntry& entry : entries) {
        int series = seriesId;
        for (const OpenSeries& open : studies_.series()) {
            if (!entry.seriesUid.empty() && open.series.uid == entry.seriesUid) series = open.id;
        }
        const auto colour = entry.colour ? std::optional(nearestMeasurementColour(*entry.colour)) : std::nullopt;
        if (list_.add(entry.roi, series, QString::fromStdString(entry.name), colour) != 0) ++count;
    }
    list_.undoStack().endMacro();
    Q_EMIT notice(tr("%n measurement(s) were imported.", nullptr, count));
}

}  // namespace fleming::app
