// fleming export: writes a session file in another format.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/shared_options.h"
#include "app/export/exchange_selection.h"
#include "app/export/exporters.h"
#include "app/session/activity_log.h"
#include "app/session/session.h"
#include "base/error.h"

#include <filesystem>
#include <ostream>

namespace fleming::app::cli {

namespace {

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("SESSION -o FILE [options]"),
                    CommandText::tr("write a session as a report or as data"),
                    CommandText::tr("Writes a session file in another format."));
    parser.addValue("o", "FILE", CommandText::tr("the file to write"));
    parser.addValue("format", "F", CommandText::tr("the format; default: by the suffix of FILE"));
    parser.addFlag("full-paths", CommandText::tr("include the full paths of files and models, not only their names"));
    parser.addValue("exchanges", "LIST", CommandText::tr("only these questions, such as 1,3-5; default: all"));
    parser.addFlag("reviewed-only", CommandText::tr("only questions with a review"));
    addWitnessOption(parser);
    parser.addHeading(CommandText::tr("formats:"));
    for (const Exporter* exporter : exporters())
        parser.addEntry(QLatin1String(exporter->id), nameOf(*exporter));
}

/// Returns the exporter that --format names, or the one for the file's suffix; without a suffix, the default.
const Exporter& chooseExporter(const std::string& format, const std::filesystem::path& file) {
    if (format.empty() && file.extension().empty()) return *exporters().front();
    if (const Exporter* exporter = format.empty() ? findExporterFor(file) : findExporter(format)) return *exporter;
    const std::string name = format.empty() ? file.extension().string().substr(1) : format;
    throw WrongArguments("arguments.format", {}, {name, exporterIds().join(QStringLiteral(", ")).toStdString()});
}

ExchangeSelection readSelection(const CommandParser& parser) {
    ExchangeSelection selection;
    selection.reviewedOnly = parser.has("reviewed-only");
    if (!parser.has("exchanges")) return selection;
    const std::string text = parser.required("exchanges");
    auto ranges = parseExchanges(text);
    if (!ranges) throw WrongArguments("arguments.exchanges", {}, {text});
    selection.ranges = std::move(*ranges);
    return selection;
}

void run(const CommandParser& parser, Console& console) {
    if (parser.positional().size() != 1) throw WrongArguments("arguments.not_one_session");
    const std::filesystem::path sessionFile = parser.positional().front(), file = parser.required("o");
    const Exporter& exporter = chooseExporter(parser.optional("format"), file);
    const ExchangeSelection selection = readSelection(parser);
    if (!std::filesystem::exists(sessionFile)) throw Error("session.absent", sessionFile);
    checkCanExportTo(file);
    ProgressLine progress(console, CommandText::tr("Exporting the session"));
    Session session(sessionFile);
    const ActivityLog activity(session);
    const ExportRecord record = exportToFile(
        exporter, select(session.snapshot(console.stop), selection), {.fullPaths = parser.has("full-paths")}, file,
        [&](double fraction) { progress.show(fraction); }, console.stop);
    if (!session.readOnlyReason()) session.recordExport(record, readWitnessOption(parser));
    progress.clear();
    console.out << file.string() << "\n";
    flush(console);
}

}  // namespace

const Command exportCommand{"export", declare, run};

}  // namespace fleming::app::cli
