// fleming info: lists the contents of files and folders.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/series_json.h"
#include "app/cli/shared_options.h"
#include "app/errors/error_text.h"
#include "viewer/text/name_text.h"
#include "viewer/text/number_text.h"
#include "viewer/text/series_part_text.h"

#include <QJsonDocument>
#include <QStringList>

#include <ostream>

namespace fleming::app::cli {

namespace {

using viewer::countText;

/// Adds the line "    name        value".
void row(QString& page, const QString& name, const QString& value) {
    if (!value.isEmpty()) page += QStringLiteral("    %1 %2\n").arg(name, -12).arg(value);
}

void describeClip(QString& page, const viewer::ClipInfo& clip) {
    row(page, CommandText::tr("size"), CommandText::tr("%1 x %2").arg(clip.width).arg(clip.height));
    row(page, CommandText::tr("frames"),
        CommandText::tr("%1 at %2 per second, %3")
            .arg(countText(clip.frameCount), viewer::rateText(clip.framesPerSecond),
                 viewer::durationText(clip.duration)));
}

QString windowsText(const std::vector<viewer::NamedWindow>& windows) {
    QStringList texts;
    for (const auto& [name, window, table] : windows) {
        const auto [center, width] = viewer::windowText(window);
        const QString text =
            CommandText::tr("%1 centre %2 width %3").arg(viewer::windowName(name), center, width).trimmed();
        const QString function = table ? CommandText::tr("table") : viewer::windowFunctionWord(window.function);
        texts << (function.isEmpty() ? text
                                     : CommandText::tr("%1 (%2)", "a window and its function").arg(text, function));
    }
    return texts.join(QStringLiteral("; "));
}

void describeImage(QString& page, const viewer::ImageInfo& image) {
    const viewer::Geometry& geometry = image.geometry;
    const bool volume = geometry.size[2] > 1;
    const QString pixel =
        image.components == 1
            ? QString(viewer::toString(image.type))
            : CommandText::tr("%1, %2 colour channels").arg(viewer::toString(image.type)).arg(image.components);
    row(page, CommandText::tr("type"), pixel);
    row(page, CommandText::tr("size"),
        volume ? CommandText::tr("%1 x %2, %3 slices").arg(geometry.size[0]).arg(geometry.size[1]).arg(geometry.size[2])
               : CommandText::tr("%1 x %2").arg(geometry.size[0]).arg(geometry.size[1]));
    const QString inPlane =
        CommandText::tr("%1 x %2 mm")
            .arg(viewer::spacingText(geometry.spacing[0]), viewer::spacingText(geometry.spacing[1]));
    const QString spacing =
        volume ? CommandText::tr("%1, slice spacing %2 mm").arg(inPlane, viewer::spacingText(geometry.spacing[2]))
               : inPlane;
    row(page, CommandText::tr("spacing"), geometry.spacingKnown ? spacing : CommandText::tr("not given in the file"));
    const QStringList axes = axisLetters(geometry);
    if (!axes.isEmpty()) {
        row(page, CommandText::tr("orientation"),
            CommandText::tr("%1; columns towards %2, rows towards %3, slices towards %4")
                .arg(viewer::planeWord(viewer::acquiredPlane(geometry)), axes[0], axes[1], axes[2]));
    } else if (volume) {
        row(page, CommandText::tr("orientation"), CommandText::tr("not given in the file"));
    }
    row(page, CommandText::tr("windows"), windowsText(image.windows));
}

QString describe(const viewer::Series& series, std::size_t index) {
    QString page = CommandText::tr("Series %1: %2").arg(index).arg(viewer::seriesKindWord(series.kind()));
    if (!series.modality.empty()) page += QStringLiteral(", ") + fromUtf8(series.modality);
    const QString description = viewer::seriesDescriptionText(series.description);
    if (!description.isEmpty()) page += QStringLiteral(", ") + description;
    page += QLatin1Char('\n');
    const auto files = static_cast<int>(series.files.size());
    row(page, CommandText::tr("format"),
        files > 1 ? CommandText::tr("%1, %n files", nullptr, files).arg(fromUtf8(series.format))
                  : fromUtf8(series.format));
    if (!series.files.empty())
        row(page, files > 1 ? CommandText::tr("first file") : CommandText::tr("file"),
            fromUtf8(series.files.front().string()));
    series.kind() == viewer::SeriesKind::clip ? describeClip(page, series.clip()) : describeImage(page, series.image());
    for (const viewer::Note& note : series.notes)
        row(page, CommandText::tr("note"), noteText(note));
    return page;
}

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("PATH... [--json]"),
                    CommandText::tr("list the contents: series, type, size, spacing, orientation, frames"),
                    CommandText::tr("Lists the contents of files and folders: series with their number, type, size, "
                                    "spacing, orientation and frames, and the files that were skipped, with the "
                                    "reason."));
    parser.addFlag("json", CommandText::tr("print the same as one JSON object: \"series\", \"skipped\""));
}

void run(const CommandParser& parser, Console& console) {
    const std::vector<std::filesystem::path> paths = readPaths(parser);
    if (paths.empty()) throw WrongArguments("arguments.no_path");
    const viewer::OpenResult opened = openPaths(paths, console, false);
    if (parser.has("json")) {
        console.out << QJsonDocument(toJson(opened)).toJson(QJsonDocument::Indented).toStdString();
        flush(console);
        return;
    }
    QString page;
    for (std::size_t i = 0; i < opened.series.size(); ++i) {
        page += describe(opened.series[i], i);
        page += QLatin1Char('\n');
    }
    for (const Error& skipped : opened.skipped)
        page +=
            CommandText::tr("Skipped: %1: %2").arg(fromUtf8(skipped.source()), reasonOf(skipped)) + QLatin1Char('\n');
    console.out << page.toStdString();
    flush(console);
}

}  // namespace

const Command infoCommand{"info", declare, run};

}  // namespace fleming::app::cli
