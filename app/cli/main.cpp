// fleming: the work of the window on the command line, without a display.
#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/translations.h"

#include <QGuiApplication>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace {

/// Exports need fonts, and therefore a QGuiApplication, but no display.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv, const std::vector<std::string>& words) {
    bool report = !words.empty() && words.front() == "export";
    for (const std::string& word : words)
        report = report || word.starts_with("--report");
    if (!report) return std::make_unique<QCoreApplication>(argc, argv);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Drops Qt's warnings about the environment (no XDG_RUNTIME_DIR, ...): the program reports its own failures.
void keepQuiet(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::cerr << message.toStdString() << "\n";
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a write to a closed output fails instead (OutputClosed)
    const std::vector<std::string> words(argv + 1, argv + argc);
    fleming::app::cli::Interrupt interrupt;

    qInstallMessageHandler(keepQuiet);
    // Qt gets no arguments: it would take some of our options for its own.
    int qtCount = 1;
    const std::unique_ptr<QCoreApplication> application = makeApplication(qtCount, argv, words);
    QCoreApplication::setOrganizationName("fleming-viewer");
    QCoreApplication::setApplicationName("fleming-viewer");
    fleming::app::installTranslations(*application);

    fleming::app::cli::Console console{std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1, interrupt.token()};
    return fleming::app::cli::run(words, console);
}
