#pragma once

#include "viewer/render/frame.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace fleming::app {

/// The series of a frame, for captions: "CT: Chest 1.0", "CT: series 4", or the file's name. Never a patient's name.
QString seriesName(const viewer::Provenance& provenance);

/// Names the studies of evidence where there are several: "Study 1", "Study 2", ... in the order in which they come.
/// Frames without a study (all formats but DICOM) have no name here; their series' names tell them apart.
class StudyNames {
public:
    StudyNames() = default;
    explicit StudyNames(const std::vector<viewer::Frame>& frames) { add(frames); }
    void add(const std::vector<viewer::Frame>& frames);

    /// Empty where all studies are one.
    QString of(const viewer::Provenance& provenance) const;

private:
    QStringList uids_;  // in their order
};

/// "Study 2, CT: Chest 1.0": with the study where there are several.
QString seriesName(const viewer::Provenance& provenance, const StudyNames& studies);

/// The series of `frames`, each once, in their order, with the names of their studies.
QStringList seriesNames(const std::vector<viewer::Frame>& frames, const StudyNames& studies);

}  // namespace fleming::app
