#include "ui/window/command_line.h"

#include "app/export/report.h"
#include "app/settings.h"
#include "app/studies/samples.h"
#include "base/error.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace fleming::ui {

namespace {

struct CommandLineWords {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString sampleNames() {
    QStringList names;
    for (const app::Sample& sample : app::findSamples())
        names << QString::fromStdString(sample.name);
    return names.join(QStringLiteral(", "));
}

[[noreturn]] void refuse(const QString& message) {
    std::fprintf(stderr, "%s\n", qPrintable(message));
    std::exit(2);
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
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLineWords::tr("Browses scans and asks Fleming-VL about them.\n%1")
                                         .arg(QString::fromStdString(app::researchOnlyStatement())));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption model(
        QStringLiteral("model"),
        CommandLineWords::tr("Load this checkpoint folder. Default: the environment variable FLEMING_MODEL, then the "
                             "last used model, then the demo model."),
        QStringLiteral("DIR"));
    const QCommandLineOption device(QStringLiteral("device"),
                                    CommandLineWords::tr("Compute device: auto, cpu, cuda or cuda:N."),
                                    QStringLiteral("DEVICE"));
    const QCommandLineOption dtype(
        QStringLiteral("dtype"),
        CommandLineWords::tr("Compute data type: auto, float32, bfloat16 or float16 (CUDA only)."),
        QStringLiteral("TYPE"));
    const QCommandLineOption quant(
        QStringLiteral("quant"),
        CommandLineWords::tr("Quantize the language model's weights while loading: none, int8 or int4."),
        QStringLiteral("BITS"));
    const QCommandLineOption session(
        QStringLiteral("session"),
        CommandLineWords::tr("Store questions and answers in this session file; it is created if it does not exist."),
        QStringLiteral("FILE"));
    const QCommandLineOption question(
        QStringLiteral("question"), CommandLineWords::tr("Enter this question in the question box, ready to be asked."),
        QStringLiteral("TEXT"));
    const QCommandLineOption sample(
        QStringLiteral("sample"),
        CommandLineWords::tr("Open this sample (%1), add evidence from it and enter a question, ready to be asked.")
            .arg(sampleNames()),
        QStringLiteral("NAME"));
    const QCommandLineOption demo(
        QStringLiteral("demo-output"),
        CommandLineWords::tr(
            "Run the main workflow unattended: open files (by default the sample chest CT), add evidence, ask, wait "
            "for the answer, and save screenshots, report and session in this folder."),
        QStringLiteral("DIR"));
    parser.addOptions({model, device, dtype, quant, session, question, sample, demo});
    parser.addPositionalArgument(QStringLiteral("PATH"), CommandLineWords::tr("Files and folders to open."),
                                 QStringLiteral("[PATH...]"));
    if (!parser.parse(arguments)) refuse(parser.errorText());
    if (parser.isSet(version)) parser.showVersion();
    if (parser.isSet(help)) parser.showHelp(0);

    CommandLine line;
    line.paths = parser.positionalArguments();
    line.model = parser.value(model);
    line.session = parser.value(session);
    line.question = parser.value(question);
    line.sample = parser.value(sample);
    line.demoOutput = parser.value(demo);
    if (!line.sample.isEmpty() && !app::findSample(line.sample.toStdString())) {
        refuse(CommandLineWords::tr("There is no sample named \"%1\".").arg(line.sample));
    }
    line.engine = app::settings::engineOptions();
    if (parser.isSet(device)) line.engine.device = parser.value(device).toStdString();
    try {
        if (parser.isSet(dtype)) line.engine.dtype = inference::dataTypeFromString(parser.value(dtype).toStdString());
        if (parser.isSet(quant))
            line.engine.quantization = inference::quantizationFromString(parser.value(quant).toStdString());
    } catch (const Error& error) {
        refuse(QString::fromStdString(error.what()));
    }
    return line;
}

}  // namespace fleming::ui
