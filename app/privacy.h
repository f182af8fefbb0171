#pragma once

#include "viewer/data/series.h"
#include "viewer/render/frame.h"

#include <QObject>
#include <QString>

namespace fleming::app {

/// Privacy mode: while it is on, the window shows nothing that identifies a patient, so that it can be projected,
/// shared and photographed. Patients get pseudonyms. It changes what is shown, not what is stored, sent to the model or
/// exported. Text that is burned into pixels, texts that the user has typed, the file dialogs, and what an export would
/// write are shown as they are.
///
/// Like the language it holds for the whole program and is remembered in the settings. GUI thread only.
class Privacy : public QObject {
    Q_OBJECT

public:
    static Privacy& mode();

    bool isOn() const { return on_; }
    void setOn(bool on);

Q_SIGNALS:
    /// All that shows patients, series or paths must be shown anew.
    void changed(bool on);

private:
    Privacy();

    bool on_ = false;
};

// Each function returns what the window may show: its argument as it is or, in privacy mode, what is left of it.

/// Instead of name, ID and date of birth: a pseudonym, "Patient 482913". It is made with the key of the exports
/// (settings::exportKeyFile()), so that a patient keeps it and nobody without the key can test a guess.
viewer::Patient shown(viewer::Patient patient);

/// The same for the patient; instead of date, description and accession number: "Study 4829".
viewer::Study shown(viewer::Study study);

/// The same for the study; without the description, in which people type names, and the files.
viewer::Series shown(viewer::Series series);

/// Without description, date of the study and file. A frame of a series of several files is named after its own file if
/// the series has no number.
viewer::Provenance shown(viewer::Provenance provenance);

/// Instead of a path or the name of a file, which can be the name of a patient: "hidden". An empty one stays empty.
QString shownPath(const QString& path);

}  // namespace fleming::app
