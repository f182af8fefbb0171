#pragma once

#include "app/export/exporter.h"
#include "app/workspace.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace fleming::ui {

class MessageBar;
class SampleGuide;
class ViewArea;

/// What the menus, panels and links of the window do: open files, samples and sessions, export, choose a model. A
/// command that needs a choice first shows a dialog, which does not block. Errors appear in the message bar.
class Commands : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs. All arguments outlive this object.
    Commands(app::Workspace& workspace, ViewArea& views, MessageBar& messages, QWidget* window);

    /// Opens files and folders and adds them to the recent ones.
    void openPaths(const QStringList& paths);

    /// Lets the user choose files and opens them.
    void openFiles();

    /// Lets the user choose a folder and opens it.
    void openFolder();

    /// Opens a sample that comes with the program, picks evidence of it and writes its question: questionWritten()
    /// follows.
    void openSample(const QString& name);

    /// Lets the user choose a session file and opens it.
    void openSession();

    /// Lets the user choose a file and exports the session in this format.
    void exportSession(const app::Exporter& exporter);

    /// Shows the dialog that loads a model.
    void chooseModel();

    /// Lets the user say who reviews.
    void chooseReviewer();

    /// Lets the user choose a file with the labels of a project.
    void importTaxonomy();

    /// Lets the user choose a file and writes the current labels to it.
    void exportTaxonomy();

    /// Shows the settings.
    void showSettings();

Q_SIGNALS:
    /// The question box holds the question of a sample, for the user to send it.
    void questionWritten();

private:
    void offerToCancelExport();
    void offerToReplaceEvidence(const QString& sample);

    app::Workspace& workspace_;
    MessageBar& messages_;
    QWidget* window_;
    SampleGuide* guide_;
};

}  // namespace fleming::ui
