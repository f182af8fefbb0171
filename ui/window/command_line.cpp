#include "ui/window/command_line.h"

#include "app/about.h"
#include "app/cli/command_parser.h"
#include "app/cli/command_text.h"
#include "app/cli/shared_options.h"
#include "app/errors/error_text.h"
#include "app/settings.h"
#include "app/studies/samples.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace fleming::ui {

namespace {

using app::cli::CommandParser;
using app::cli::CommandText;
using app::cli::WrongArguments;

constexpr const char* kVersion = "version";

QString sampleNames() {
    QStringList names;
    for (const app::Sample& sample : app::findSamples())
        names << QString::fromStdString(sample.name);
    return names.join(QStringLiteral(", "));
}

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("[PATH...] [options]"), {},
                    CommandText::tr("Browses scans and asks Fleming-VL about them.\n%1")
                        .arg(QString::fromStdString(app::researchOnlyStatement())));
    parser.addFlag(kVersion, CommandText::tr("print the version"));
    parser.addValue(
        "model", "DIR",
        CommandText::tr("load this checkpoint folder; default: FLEMING_MODEL, then the last used model, then "
                        "the demo model"));
    app::cli::addEngineOptions(parser);
    parser.addValue("session", "FILE",
                    CommandText::tr("store questions and answers in this session file; it is created if it does not "
                                    "exist"));
    parser.addValue("question", "TEXT", CommandText::tr("enter this question in the question box, ready to be asked"));
    parser.addValue(
        "sample", "NAME",
        CommandText::tr("open this sample (%1), add evidence from it and enter a question, ready to be asked")
            .arg(sampleNames()));
    parser.addValue(
        "demo-output", "DIR",
        CommandText::tr("run the main workflow unattended: open files (by default the sample chest CT), add "
                        "evidence, ask, wait for the answer, and save screenshots, report and session in "
                        "this folder"));
}

QString text(const CommandParser& parser, const QString& option) {
    return QString::fromStdString(parser.value(option).value_or(""));
}

CommandLine read(const CommandParser& parser) {
    CommandLine line;
    for (const std::string& path : parser.positional())
        line.paths << QFile::decodeName(path.c_str());
    line.model = text(parser, "model");
    line.session = text(parser, "session");
    line.question = text(parser, "question");
    line.sample = text(parser, "sample");
    line.demoOutput = text(parser, "demo-output");
    if (!line.sample.isEmpty() && !app::findSample(line.sample.toStdString()))
        throw WrongArguments("arguments.sample", {}, {line.sample.toStdString()});
    line.engine = app::cli::readEngineOptions(parser, app::settings::engineOptions());
    return line;
}

[[noreturn]] void printAndExit(const QString& text) {
    std::fputs(qUtf8Printable(text), stdout);
    std::exit(0);
}

}  // namespace

std::vector<std::string> withoutQtsSession(const std::vector<std::string>& words) {
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--") {
            joined.insert(joined.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
            break;
        }
        const bool split = words[i] == "--session" && i + 1 < words.size();
        joined.push_back(split ? words[i] + "=" + words[i + 1] : words[i]);
        if (split) ++i;
    }
    return joined;
}

CommandLine readCommandLine(const QStringList& arguments) {
    CommandParser parser(QStringLiteral("fleming-viewer"));
    declare(parser);
    std::vector<std::string> words;
    for (const QString& argument : arguments.mid(1))
        words.push_back(QFile::encodeName(argument).toStdString());
    try {
        parser.parse(words);
        if (parser.wantsHelp()) printAndExit(parser.helpPage());
        if (parser.has(kVersion)) {
            printAndExit(QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(),
                                                       QCoreApplication::applicationVersion()));
        }
        return read(parser);
    } catch (const WrongArguments& error) {
        std::fprintf(
            stderr, "%s\n",
            qUtf8Printable(
                CommandText::tr("%1 See \"%2 --help\".").arg(app::messageOf(error), QStringLiteral("fleming-viewer"))));
        std::exit(2);
    }
}

}  // namespace fleming::ui
