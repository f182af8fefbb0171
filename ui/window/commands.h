#pragma once

#include "app/export/exporter.h"
#include "app/workspace.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace fleming::ui {

class MessageBar;
class PriorComparison;
class SampleGuide;
class Straightening;
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

    /// Shows the DICOM elements of what the view shows of a series (app::OpenSeries::id), or says why there are none.
    void showTags(int seriesId);

    /// Shows the chosen series beside its best prior; see PriorComparison.
    void compareWithPrior();

    /// Opens the straightened volume of the chosen series in its place; see Straightening.
    void straighten();

    /// Makes the other panes scroll with the active one, from their present positions on, or says why they cannot.
    void linkPanes();

    /// Registers the series of the active pane with that of another pane, and lets the user link them by the result, or
    /// says why it cannot.
    void registerPanes();

    /// Undoes linkPanes() for the series of the active pane.
    void unlinkPanes();

    /// Lets the user choose a session file and opens it.
    void openSession();

    /// Lets the user open, compare with the disk and remove the scans of the library.
    void showScans() { findScans({}); }
    /// Does the same, with those scans that have these words.
    void findScans(const QString& words);

    /// Lets the user search in all sessions and opens the one that is chosen.
    void showSessions();

    /// Opens a session, unless it is open already, and shows an exchange of it: exchangeWanted() follows. Exchange 0 is
    /// the place where the user left the session.
    void openExchange(const QString& file, qint64 exchange);

    /// Lets the user choose an exported session, makes a session of it, and opens that.
    void importSession();

    /// Lets the user choose what is exported, and where; `exporter` is the format that is chosen first.
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
    /// This exchange of the session is to be shown.
    void exchangeWanted(qint64 exchange);

private:
    void offerToCancelExport();
    void connectReplay();
    void offerToReplaceEvidence(const QString& sample);

    app::Workspace& workspace_;
    ViewArea& views_;
    MessageBar& messages_;
    QWidget* window_;
    SampleGuide* guide_;
    PriorComparison* comparison_;
    Straightening* straightening_;
    QString wantedFile_;  // the session that is opened to show an exchange of it
    qint64 wantedExchange_ = 0;
};

}  // namespace fleming::ui
