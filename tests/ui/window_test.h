#pragma once

#include "app/workspace.h"
#include "tests/ui/ui_testing.h"
#include "ui/window/main_window.h"

#include <QTemporaryDir>

#include <memory>

namespace fleming::ui::testing {

/// A window on the screen with a scripted answerer, and a folder for files.
struct Fixture {
    Fixture();
    void loadModel();
    bool openVolume(int slices = 12);  ///< waits until it is loaded
    /// Presses keys as shortcuts of the window, wherever the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void clickMessageButton(const QString& text);       ///< of the message that is shown
    bool ask(const QString& text);                      ///< types it, presses Enter, waits until the answerer has it
    bool askAboutThreeSlices(const QString& question);  ///< of a volume, with a model
    bool finished() const;                              ///< waits for the end of the answer
    QString shownText(qint64 exchange) const;           ///< reasoning and answer on the card

    QTemporaryDir folder;
    ScriptedAnswerer* answerer;  ///< owned by the workspace
    std::unique_ptr<app::Workspace> workspace;
    std::unique_ptr<MainWindow> window;
};

/// An application whose settings and data lie in a folder of the test, so nothing of the user's is touched.
/// Runs `test`; returns the exit code.
int runWindowTest(int argc, char** argv, QObject& test);

}  // namespace fleming::ui::testing
