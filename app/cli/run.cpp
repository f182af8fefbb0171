#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/cli/text.h"
#include "app/errors/error_text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <ostream>

namespace fleming::app::cli {

namespace {

constexpr int kDone = 0, kFailed = 1, kWrongArguments = 2;

using Words = std::vector<std::string>;

struct Command {
    const char* name;
    void (*run)(const Words& words, Console& console);
};

constexpr std::array<Command, 7> kCommands{{
    {"info", [](const Words& words, Console& console) { info(readInfoOptions(words), console); }},
    {"frames", [](const Words& words, Console& console) { frames(readFramesOptions(words), console); }},
    {"pixels", [](const Words& words, Console& console) { pixels(readPixelsOptions(words), console); }},
    {"tokenize", [](const Words& words, Console& console) { tokenize(readTokenizeOptions(words), console); }},
    {"ask", [](const Words& words, Console& console) { ask(readAskOptions(words), console); }},
    {"evaluate", [](const Words& words, Console& console) { evaluate(readEvaluateOptions(words), console); }},
    {"bench", [](const Words& words, Console& console) { bench(readBenchOptions(words), console); }},
}};

/// Whether --help or -h stands among the words as an option, so not after "--".
bool asksForHelp(const Words& words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end, [](const std::string& word) { return word == "--help" || word == "-h"; });
}

void dispatch(const Words& words, Console& console) {
    if (words.empty()) throw WrongArguments(Text::tr("Specify a command.").toStdString());
    const std::string& name = words.front();
    Words rest(words.begin() + 1, words.end());
    if (name == "--help" || name == "-h" || name == "help") {
        console.out << helpPage(rest.empty() ? "" : rest.front());
    } else if (name == "--version") {
        console.out << "fleming " << FLEMING_VERSION << "\n";
    } else {
        const auto command =
            std::find_if(kCommands.begin(), kCommands.end(), [&](const Command& c) { return name == c.name; });
        if (command == kCommands.end()) {
            throw WrongArguments(Text::tr("Unknown command \"%1\".").arg(fromUtf8(name)).toStdString());
        }
        if (asksForHelp(rest)) {
            console.out << helpPage(name);
        } else {
            command->run(rest, console);
        }
    }
    flush(console);
}

/// The command whose page would help; empty where there was none.
std::string commandOf(const Words& words) {
    const auto named = [&](const Command& command) { return !words.empty() && words.front() == command.name; };
    return std::any_of(kCommands.begin(), kCommands.end(), named) ? words.front() + " " : "";
}

}  // namespace

int run(const Words& words, Console& console) {
    try {
        dispatch(words, console);
        return kDone;
    } catch (const WrongArguments& error) {
        say(console, Text::tr("%1 See \"fleming %2--help\".").arg(fromUtf8(error.what()), fromUtf8(commandOf(words))));
        return kWrongArguments;
    } catch (const OutputClosed&) {
        return kDone;
    } catch (...) {
        say(console, fromUtf8(messageOf(std::current_exception())));
        return kFailed;
    }
}

}  // namespace fleming::app::cli
