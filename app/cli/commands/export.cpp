// fleming export: writes a session file in another format.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/shared_options.h"
#include "app/errors/error_text.h"
#include "app/export/exchange_selection.h"
#include "app/export/exporters.h"
#include "app/export/preview.h"
#include "app/session/activity_log.h"
#include "app/session/file/storage.h"
#include "app/session/session.h"
#include "base/error.h"

#include <filesystem>
#include <ostream>

namespace fleming::app::cli {

namespace {

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("SESSION --format F -o PATH [options]"),
                    CommandText::tr("write a session as a report or as data"),
                    CommandText::tr("Writes a session file in another format."));
    parser.addValue("o", "PATH",
                    CommandText::tr("the file to write, or the folder for formats of several files; a "
                                    "folder is replaced only if it is empty or an unchanged export"));
    parser.addFlag("preview", CommandText::tr("print what would be exported, and write nothing"));
    parser.addValue("format", "F", CommandText::tr("the format; default: by the suffix of PATH"));
    parser.addValue("exchanges", "LIST", CommandText::tr("only these questions, such as 1,3-5; default: all"));
    parser.addFlag("reviewed-only", CommandText::tr("only questions with a review"));
    addExportOptions(parser);
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

/// Prints what would be exported.
void showPreview(const Exporter& exporter, SessionSnapshot session, const ExportOptions& options, Console& console) {
    console.out << textOf(previewExport(exporter, std::move(session), options, console.stop)).toStdString() << "\n";
    flush(console);
}

void run(const CommandParser& parser, Console& console) {
    if (parser.positional().size() != 1) throw WrongArguments("arguments.not_one_session");
    const bool isPreview = parser.has("preview");
    const std::filesystem::path sessionFile = parser.positional().front(),
                                path = isPreview ? parser.optional("o") : parser.required("o");
    const Exporter& exporter = chooseExporter(parser.optional("format"), path);
    const ExportOptions options = readExportOptions(parser);
    const ExchangeSelection selection = readSelection(parser);
    if (!std::filesystem::exists(sessionFile)) throw Error("session.absent", sessionFile);
    if (isPreview) {
        SessionSnapshot snapshot = Session(sessionFile, Session::Access::read).snapshot(console.stop);
        return showPreview(exporter, select(std::move(snapshot), selection), options, console);
    }
    checkCanExportTo(path, exporter);
    const std::filesystem::path witness = readWitnessOption(parser);
    if (realPath(path) == realPath(witness)) throw Error("export.is_a_record", path);
    ProgressLine progress(console, CommandText::tr("Exporting the session"));
    Session session(sessionFile);
    const ActivityLog activity(session);
    SessionSnapshot snapshot = select(session.snapshot(console.stop), selection);
    warnOfBurnedInText(exporter, snapshot, options, console);
    const ExportRecord record = exportTo(
        path, exporter, std::move(snapshot), options, [&](double fraction) { progress.show(fraction); }, console.stop);
    progress.clear();
    if (const auto& reason = session.readOnlyReason(); !reason)
        session.recordExport(record, witness);
    else
        console.err << "fleming: "
                    << CommandText::tr("The session does not record this export. %1", "why it is read-only")
                           .arg(messageOf(*reason))
                           .toStdString()
                    << "\n";
    console.out << path.string() << "\n";
    flush(console);
}

}  // namespace

const Command exportCommand{"export", declare, run};

}  // namespace fleming::app::cli
