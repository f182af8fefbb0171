#pragma once

#include "app/workspace.h"
#include "tests/ui/ui_testing.h"
#include "ui/window/main_window.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace fleming::ui {

class ChatPanel;
class Composer;
class ConversationView;
class EvidenceStrip;
class StudyPanel;

}  // namespace fleming::ui

namespace fleming::ui::testing {

/// A visible main window with a scripted model, and a folder for files.
struct Fixture {
    explicit Fixture(const std::vector<Panel>& panels = allPanels());

    StudyPanel* studyPanel() const;
    EvidenceStrip* evidenceStrip() const;
    ChatPanel* chatPanel() const;
    Composer* composer() const;
    ConversationView* conversation() const;

    void loadModel();
    /// Opens a volume and waits until it is loaded. Returns false if that fails.
    bool openVolume(int slices = 12);
    /// Presses a key in the focused widget. Shortcuts of the window apply.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Clicks the button with this text in the message bar.
    void clickMessageButton(const QString& text);
    /// Types a question, presses Enter, and waits until the model receives it. Returns false if that fails.
    bool ask(const QString& text);
    /// Loads a model, opens a volume, adds three slices to the evidence and asks. Returns false if a step fails.
    bool askAboutThreeSlices(const QString& question);
    /// Waits for the end of the answer. Returns false on timeout.
    bool finished() const;
    /// Returns "reasoning|answer" with the texts that the card of an exchange shows.
    QString shownText(qint64 exchange) const;

    QTemporaryDir folder;
    std::shared_ptr<ScriptedModel> model;
    std::unique_ptr<app::Workspace> workspace;
    std::unique_ptr<MainWindow> window;
};

/// Runs the QtTest object `test` in an application whose settings and data are in a temporary folder. Returns the exit
/// code.
int runWindowTest(int argc, char** argv, QObject& test);

}  // namespace fleming::ui::testing
