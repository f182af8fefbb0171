#include "app/cli/commands.h"

#include "app/cli/command_text.h"
#include "app/cli/help_layout.h"
#include "app/errors/error_text.h"
#include "viewer/io/formats.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace fleming::app::cli {

namespace {

constexpr int kSuccess = 0, kFailure = 1, kWrongArguments = 2;

using Words = std::vector<std::string>;

const Command* findCommand(const std::string& name) {
    const auto all = commands();
    const auto found = std::ranges::find_if(all, [&](const Command* command) { return name == command->name; });
    return found == all.end() ? nullptr : *found;
}

QString programOf(const Command& command) {
    return QStringLiteral("fleming ") + QLatin1String(command.name);
}

QString overview() {
    QString page = CommandText::tr(
        "fleming: browse scans and ask Fleming-VL about them. For research use only, not for diagnosis.\n"
        "\n"
        "usage: fleming COMMAND ...\n"
        "\n");
    for (const Command* command : commands()) {
        CommandParser parser(programOf(*command));
        command->declare(parser);
        page += twoColumns(QLatin1String(command->name), parser.summary());
    }
    return page +
           wrapped(
               CommandText::tr(
                   "\n"
                   "Run \"fleming COMMAND --help\" for details of a command. "
                   "\"fleming --version\" prints the version.\n"
                   "A PATH is a file or a folder: DICOM (also DICOMDIR), %1. "
                   "File types are detected by content, not by name.\n"
                   "\n"
                   "examples:\n"
                   "  fleming info ~/scans\n"
                   "  fleming ask ~/scans/ct -q \"Is there a pleural effusion?\" --window lung --count 11\n"
                   "  fleming ask clip.mp4 -q \"What is shown?\" --clip 2:8 --turn \"Which frame shows it best?\"\n"
                   "\n"
                   "exit codes: 0 success, 1 failure (the reason is printed to standard error), 2 invalid arguments")
                   .arg(QString::fromStdString(viewer::formatNames())));
}

void runCommand(const Command& command, const Words& words, Console& console) {
    CommandParser parser(programOf(command));
    command.declare(parser);
    parser.parse(words);
    if (parser.wantsHelp()) {
        console.out << parser.helpPage().toStdString();
    } else {
        command.run(parser, console);
    }
}

void dispatch(const Words& words, Console& console) {
    if (words.empty()) throw WrongArguments("arguments.no_command");
    const std::string& name = words.front();
    if (name == "--help" || name == "-h" || name == "help") {
        const Command* about = words.size() > 1 ? findCommand(words[1]) : nullptr;
        if (about == nullptr) {
            console.out << overview().toStdString();
        } else {
            runCommand(*about, {"--help"}, console);
        }
    } else if (name == "--version") {
        console.out << "fleming " << FLEMING_VERSION << "\n";
    } else if (const Command* command = findCommand(name)) {
        runCommand(*command, {words.begin() + 1, words.end()}, console);
    } else {
        throw WrongArguments("arguments.unknown_command", {}, {name});
    }
    flush(console);
}

/// Returns the program, or the program and its command, whose help explains the mistake.
QString helpfulProgram(const Words& words) {
    const Command* command = words.empty() ? nullptr : findCommand(words.front());
    return command == nullptr ? QStringLiteral("fleming") : programOf(*command);
}

}  // namespace

std::span<const Command* const> commands() {
    static constexpr std::array kCommands{&infoCommand,     &tagsCommand,     &measureCommand,  &framesCommand,
                                          &resliceCommand,  &pixelsCommand,   &tokenizeCommand, &askCommand,
                                          &exportCommand,   &importCommand,   &verifyCommand,   &replayCommand,
                                          &sessionsCommand, &evaluateCommand, &benchCommand};
    return kCommands;
}

int run(const Words& words, Console& console) {
    try {
        dispatch(words, console);
        return kSuccess;
    } catch (const WrongArguments& error) {
        say(console, CommandText::tr("%1 See \"%2 --help\".").arg(messageOf(error), helpfulProgram(words)));
        return kWrongArguments;
    } catch (const OutputClosed&) {
        return kSuccess;
    } catch (...) {
        say(console, fromUtf8(messageOf(std::current_exception())));
        return kFailure;
    }
}

}  // namespace fleming::app::cli
