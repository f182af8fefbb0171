#pragma once

#include "app/cli/command_parser.h"
#include "app/cli/console.h"

#include <span>
#include <string>
#include <vector>

namespace fleming::app::cli {

/// A command of the program `fleming`.
struct Command {
    const char* name;
    /// Declares its options and describes it for the help.
    void (*declare)(CommandParser& parser);
    /// Reads the options and does the work. Throws WrongArguments, Error, Cancelled or OutputClosed; the work is then
    /// not complete.
    void (*run)(const CommandParser& parser, Console& console);
};

// Each is in commands/, in the .cpp file of its name.
extern const Command infoCommand, framesCommand, pixelsCommand, tokenizeCommand, askCommand, exportCommand,
    importCommand, verifyCommand, replayCommand, sessionsCommand, evaluateCommand, benchCommand, tagsCommand,
    resliceCommand, measureCommand;

/// Returns the registry: all commands, in the order of the help.
std::span<const Command* const> commands();

/// Runs the whole program: parses the words after the program's name and runs their command. Prints messages to
/// console.err. Returns the exit code: 0 success, 1 failure, 2 wrong arguments.
int run(const std::vector<std::string>& words, Console& console);

}  // namespace fleming::app::cli
