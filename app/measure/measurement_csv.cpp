#include "app/measure/measurement_csv.h"

#include "app/export/csv/csv_text.h"
#include "app/measure/roi_json.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <array>

namespace fleming::app {

namespace {

constexpr std::array kValues{"length_mm",
                             "length_px",
                             "short_length_mm",
                             "short_length_px",
                             "angle_deg",
                             "area_mm2",
                             "count",
                             "min",
                             "max",
                             "mean",
                             "sd",
                             "median",
                             "sum",
                             "unit",
                             "calibration"};

QString numberText(double value) {
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

template <typename Numbers>
QString joined(const Numbers& numbers) {
    QStringList texts;
    for (const double number : numbers)
        texts << numberText(number);
    return texts.join(QLatin1Char(' '));
}

QString quoted(const QString& text) {
    return QString::fromStdString(csvText(text.toStdString()));
}

QString fieldOf(const QJsonValue& value) {
    if (value.isDouble()) return numberText(value.toDouble());
    return value.isString() ? quoted(value.toString()) : QString();
}

QStringList fieldsOf(const MeasuredEntry& row) {
    const RoiEntry& entry = row.entry;
    QStringList points;
    for (const viewer::Vector2& point : entry.roi.points)
        points << joined(point);
    QStringList fields{quoted(QString::fromStdString(entry.name)), QLatin1String(toString(entry.roi.shape)),
                       quoted(QString::fromStdString(entry.seriesUid)), quoted(joined(entry.roi.plane.origin)),
                       quoted(points.join(QStringLiteral("; ")))};
    const QJsonObject json = toJson(row.measured, entry.roi.shape, row.hasValues);
    for (const char* value : kValues)
        fields << fieldOf(json[QLatin1String(value)]);
    return fields;
}

}  // namespace

QByteArray measurementsCsv(const std::vector<MeasuredEntry>& rows) {
    QStringList names{"name", "shape", "series_uid", "plane_origin_mm", "points_mm"};
    for (const char* value : kValues)
        names << QLatin1String(value);
    QString text = names.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (const MeasuredEntry& row : rows)
        text += fieldsOf(row).join(QLatin1Char(',')) + QStringLiteral("\r\n");
    return text.toUtf8();
}

}  // namespace fleming::app
