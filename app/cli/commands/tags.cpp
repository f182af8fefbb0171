// fleming tags: lists the elements of a DICOM object.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/shared_options.h"
#include "app/studies/element_text.h"
#include "base/error.h"
#include "viewer/io/bytes/file_source.h"
#include "viewer/io/dicom/dicom_tags.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>
#include <ostream>

namespace fleming::app::cli {

namespace {

using viewer::DicomElement;

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("PATH [--series N] [--slice K] [--find TEXT] [--json]"),
                    CommandText::tr("list the DICOM elements of a file"),
                    CommandText::tr("Lists the data elements of a DICOM file, with nested sequences and private "
                                    "elements. They can name the patient. The values of the pixels and values of "
                                    "more than 256 KiB are left out."));
    parser.addValue("series", "N",
                    CommandText::tr("if PATH has several files: this series, as numbered by \"fleming "
                                    "info\"; default: the only series, or series 0"));
    parser.addValue("slice", "K", CommandText::tr("if PATH has several files: the file of this slice, numbered from 0"),
                    "0");
    parser.addValue("find", "TEXT",
                    CommandText::tr("only elements with this text in their tag, keyword, value or "
                                    "private creator, and the sequences that hold them"));
    parser.addFlag("json", CommandText::tr("print a JSON object: \"file\", \"elements\""));
}

/// Returns the file that the arguments name.
std::filesystem::path chosenFile(const CommandParser& parser, Console& console) {
    const std::vector<std::filesystem::path> paths = readPaths(parser);
    if (paths.size() != 1) throw WrongArguments("arguments.not_one_path");
    const int slice = parser.integer("slice", 0, std::numeric_limits<int>::max()).value_or(0);
    if (!std::filesystem::is_directory(paths.front()) && !parser.has("series") && !parser.has("slice"))
        return paths.front();
    Source source;
    source.paths = paths;
    source.series = parser.integers("series", 0, std::numeric_limits<int>::max());
    const viewer::Series series = chosenSeries(openPaths(paths, console, true), source, console).front();
    const std::filesystem::path* file = series.fileOfSlice(slice);
    if (file != nullptr) return *file;
    if (series.files.size() > 1)
        throw Error("render.no_slice", {}, {std::to_string(slice), std::to_string(series.files.size() - 1)});
    return series.files.front();  // of all slices or frames
}

QJsonObject toJson(const DicomElement& element) {
    QJsonObject json{{"tag", fromUtf8(tagText(element))}, {"vr", fromUtf8(element.vr)}};
    if (!element.keyword.empty()) json["keyword"] = fromUtf8(element.keyword);
    if (!element.creator.empty()) json["creator"] = fromUtf8(element.creator);
    if (element.vr == "SQ") return json;
    json["value"] = fromUtf8(element.value);
    json["bytes"] = static_cast<qint64>(element.bytes);
    json["cut"] = element.isCut;
    return json;
}

/// Returns the children of `parent` among the elements `shown`, whose first index that is not yet in JSON is `next`.
/// Items of a sequence are arrays of their elements.
QJsonArray childrenJson(const std::vector<DicomElement>& elements, const std::vector<int>& shown, std::size_t& next,
                        int parent) {
    QJsonArray children;
    while (next < shown.size() && elements[static_cast<std::size_t>(shown[next])].parent == parent) {
        const int index = shown[next++];
        const DicomElement& element = elements[static_cast<std::size_t>(index)];
        const QJsonArray below = childrenJson(elements, shown, next, index);
        if (element.isItem()) {
            children.append(QJsonObject{{"item", element.number}, {"elements", below}});
            continue;
        }
        QJsonObject json = toJson(element);
        if (element.vr == "SQ") json["items"] = below;
        children.append(json);
    }
    return children;
}

QString line(const DicomElement& element) {
    const QString indent(2 * element.level, QLatin1Char(' '));
    if (element.isItem()) return indent + CommandText::tr("Item %1").arg(element.number);
    QString name = fromUtf8(element.keyword);
    if (name.isEmpty()) name = element.creator.empty() ? QStringLiteral("-") : fromUtf8(element.creator);
    return QStringLiteral("%1%2 %3 %4 %5")
        .arg(indent, fromUtf8(tagText(element)), fromUtf8(element.vr))
        .arg(name, -32)
        .arg(valueText(element))
        .trimmed();
}

void run(const CommandParser& parser, Console& console) {
    const std::filesystem::path file = chosenFile(parser, console);
    const std::vector<DicomElement> elements = viewer::readDicomElements(viewer::FileSource(file));
    const std::vector<int> shown = viewer::findElements(elements, parser.value("find").value_or(""));
    if (parser.has("json")) {
        std::size_t next = 0;
        const QJsonObject json{{"file", fromUtf8(file.string())},
                               {"elements", childrenJson(elements, shown, next, -1)}};
        console.out << QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString();
    } else {
        for (const int index : shown) {
            const DicomElement& element = elements[static_cast<std::size_t>(index)];
            console.out << QString(line(element)).toStdString() << "\n";
        }
    }
    flush(console);
}

}  // namespace

const Command tagsCommand{"tags", declare, run};

}  // namespace fleming::app::cli
