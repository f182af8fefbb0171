// fleming info: what is in there.
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/series_json.h"
#include "app/cli/text.h"
#include "viewer/text/number_text.h"

#include <QJsonDocument>
#include <QStringList>

#include <ostream>

namespace fleming::app::cli {

namespace {

using viewer::countText;

/// "    name        value"
void row(QString& page, const QString& name, const QString& value) {
    if (!value.isEmpty()) page += QStringLiteral("    %1 %2\n").arg(name, -12).arg(value);
}

void describeClip(QString& page, const viewer::Series& series) {
    row(page, Text::tr("size"), Text::tr("%1 x %2").arg(series.width).arg(series.height));
    row(page, Text::tr("frames"),
        Text::tr("%1 at %2 per second, %3")
            .arg(countText(series.frameCount), viewer::rateText(series.framesPerSecond),
                 viewer::durationText(series.duration)));
}

QString windowsOf(const viewer::Series& series) {
    QStringList windows;
    for (std::size_t i = 0; i < series.windows.size(); ++i) {
        const viewer::Window& window = series.windows[i];
        const QString name = i < series.windowNames.size() ? fromUtf8(series.windowNames[i]) : QString();
        const auto [center, width] = viewer::windowText(window);
        windows << Text::tr("%1 centre %2 width %3").arg(name, center, width).trimmed();
    }
    return windows.join(QStringLiteral("; "));
}

void describeVoxels(QString& page, const viewer::Series& series) {
    const viewer::Geometry& geometry = series.geometry;
    const bool volume = series.kind == viewer::SeriesKind::volume;
    const QString pixel =
        series.components == 1
            ? QString(viewer::toString(series.type))
            : Text::tr("%1, %2 colour channels").arg(viewer::toString(series.type)).arg(series.components);
    row(page, Text::tr("type"), pixel);
    row(page, Text::tr("size"),
        volume ? Text::tr("%1 x %2, %3 slices").arg(geometry.size[0]).arg(geometry.size[1]).arg(geometry.size[2])
               : Text::tr("%1 x %2").arg(geometry.size[0]).arg(geometry.size[1]));
    const QString inPlane =
        Text::tr("%1 x %2 mm").arg(viewer::spacingText(geometry.spacing[0]), viewer::spacingText(geometry.spacing[1]));
    const QString spacing =
        volume ? Text::tr("%1, slice spacing %2 mm").arg(inPlane, viewer::spacingText(geometry.spacing[2])) : inPlane;
    row(page, Text::tr("spacing"), geometry.spacingKnown ? spacing : Text::tr("not given in the file"));
    const QStringList axes = axisLetters(geometry);
    if (!axes.isEmpty()) {
        row(page, Text::tr("orientation"),
            Text::tr("%1; columns towards %2, rows towards %3, slices towards %4")
                .arg(viewer::toString(viewer::acquiredPlane(geometry)), axes[0], axes[1], axes[2]));
    } else if (volume) {
        row(page, Text::tr("orientation"), Text::tr("not given in the file"));
    }
    row(page, Text::tr("windows"), windowsOf(series));
}

QString describe(const viewer::Series& series, std::size_t index) {
    QString page = Text::tr("Series %1: %2").arg(index).arg(QLatin1String(viewer::toString(series.kind)));
    if (!series.modality.empty()) page += QStringLiteral(", ") + fromUtf8(series.modality);
    if (!series.description.empty()) page += QStringLiteral(", ") + fromUtf8(series.description).simplified();
    page += QLatin1Char('\n');
    const auto files = static_cast<int>(series.files.size());
    row(page, Text::tr("format"),
        files > 1 ? Text::tr("%1, %n files", nullptr, files).arg(fromUtf8(series.format)) : fromUtf8(series.format));
    if (!series.files.empty())
        row(page, files > 1 ? Text::tr("first file") : Text::tr("file"), fromUtf8(series.files.front().string()));
    series.kind == viewer::SeriesKind::clip ? describeClip(page, series) : describeVoxels(page, series);
    for (const std::string& note : series.notes)
        row(page, Text::tr("note"), fromUtf8(note));
    return page;
}

}  // namespace

void info(const InfoOptions& options, Console& console) {
    const viewer::Study study = openStudy(options.paths, console, false);
    if (options.json) {
        console.out << QJsonDocument(toJson(study)).toJson(QJsonDocument::Indented).toStdString();
        flush(console);
        return;
    }
    QString page;
    for (std::size_t i = 0; i < study.series.size(); ++i) {
        page += describe(study.series[i], i);
        page += QLatin1Char('\n');
    }
    for (const std::string& note : study.notes)
        page += Text::tr("Note: %1").arg(fromUtf8(note)) + QLatin1Char('\n');
    for (const viewer::Skipped& skipped : study.skipped) {
        page += Text::tr("Skipped: %1: %2").arg(fromUtf8(skipped.path.string()), fromUtf8(skipped.reason)) +
                QLatin1Char('\n');
    }
    console.out << page.toStdString();
    flush(console);
}

}  // namespace fleming::app::cli
