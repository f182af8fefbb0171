// fleming import: makes a session file from an export.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/export/json/session_import.h"

#include <ostream>

namespace fleming::app::cli {

namespace {

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("FILE.json -o SESSION"), CommandText::tr("make a session from its JSON export"),
        CommandText::tr("Makes a session file from JSON that \"fleming export --format json --keep-identity "
                        "--include-paths\" has written. The session has the same questions, images, answers and "
                        "reviews. It begins a new log, which names the head of the exported session."));
    parser.addValue("o", "SESSION", CommandText::tr("the session file to make; no file may have this name"));
}

void run(const CommandParser& parser, Console& console) {
    if (parser.positional().size() != 1) throw WrongArguments("arguments.not_one_export");
    const std::filesystem::path json = parser.positional().front(), session = parser.required("o");
    importSession(json, session, console.stop);
    console.out << session.string() << "\n";
    flush(console);
}

}  // namespace

const Command importCommand{"import", declare, run};

}  // namespace fleming::app::cli
