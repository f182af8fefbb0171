// fleming-viewer: the window.
#include "app/models/default_model.h"
#include "app/settings.h"
#include "app/translations.h"
#include "app/workspace.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/style/theme.h"
#include "ui/window/command_line.h"
#include "ui/window/commands.h"
#include "ui/window/demo.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QSurfaceFormat>
#include <QTimer>

#include <cstring>
#include <string>
#include <vector>

namespace {

using namespace fleming;

void nameTheProgram() {
    QCoreApplication::setOrganizationName(QStringLiteral("fleming-viewer"));
    QCoreApplication::setApplicationName(QStringLiteral("fleming-viewer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FLEMING_VERSION));
}

/// Answers --help and --version without a display.
void answerWithoutDisplay(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        for (const char* word : {"--help", "-h", "--version"}) {
            if (std::strcmp(argv[i], word) != 0) continue;
            QCoreApplication application(argc, argv);
            ui::readCommandLine(application.arguments());
        }
    }
}

void loadModel(app::Workspace& workspace, const ui::CommandLine& line) {
    const QStringList recent = app::settings::recentModels();
    const auto model = app::findDefaultModel(line.model.toStdString(),
                                             recent.isEmpty() ? std::string() : recent.front().toStdString());
    if (model) workspace.model().load(app::modelNamed(*model, line.engine));
}

void begin(app::Workspace& workspace, ui::MainWindow& window, const ui::CommandLine& line) {
    ui::applyGenerationSettings(workspace);
    if (!line.demoOutput.isEmpty()) return;
    workspace.measurementRecorder().restore();
    if (line.session.isEmpty()) {
        workspace.drafts().restore();
        workspace.session().offerLast();
    } else {
        workspace.session().open(QDir::current().absoluteFilePath(line.session));
    }
    window.commands()->openPaths(line.paths);
    if (!line.sample.isEmpty()) window.commands()->openSample(line.sample);
    if (!line.question.isEmpty()) workspace.drafts().setText(line.question);
}

}  // namespace

int main(int argc, char** argv) {
    nameTheProgram();
    answerWithoutDisplay(argc, argv);

    // What VTK draws with; it must be set before the first window.
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setAlphaBufferSize(8);
    QSurfaceFormat::setDefaultFormat(format);

    std::vector<std::string> words = ui::withoutQtsSession({argv, argv + argc});
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    int count = static_cast<int>(words.size());
    QApplication application(count, pointers.data());
    QIcon windowIcon;
    for (const int size : {16, 32, 48, 64, 128, 256}) {
        windowIcon.addFile(QStringLiteral(":/icons/fleming-viewer-%1.png").arg(size));
    }
    QApplication::setWindowIcon(windowIcon);
    app::installTranslations(application);
    const ui::CommandLine line = ui::readCommandLine(QApplication::arguments());
    ui::applyAppearance(app::settings::appearance());
    ui::applyFontSize(app::settings::fontSize());

    app::Workspace workspace;
    ui::MainWindow window(workspace);
    window.show();
    if (!line.demoOutput.isEmpty()) {
        auto* demo = new ui::Demo(workspace, window, line, &application);
        QObject::connect(
            demo, &ui::Demo::finished, &application, [](int code) { QCoreApplication::exit(code); },
            Qt::QueuedConnection);
        QTimer::singleShot(0, demo, &ui::Demo::start);
    }
    begin(workspace, window, line);
    loadModel(workspace, line);  // last: while the engine is being loaded, other libraries and new threads wait for it
    return QApplication::exec();
}
