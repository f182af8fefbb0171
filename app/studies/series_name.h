#pragma once

#include "viewer/render/frame.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace fleming::app {

/// Returns the name of a frame's series for captions: "CT: Chest 1.0", "CT: series 4", or the name of the file. Does
/// not use the patient's name.
QString seriesName(const viewer::Provenance& provenance);

/// Returns what a frame of a slab shows, "maximum of 3 slices"; an empty string if the frame shows one slice.
QString slabName(const viewer::Provenance& provenance);

/// Names for the studies of evidence from several studies: "Study 1", "Study 2", ... in order of first appearance. Only
/// DICOM frames have a study; the names of their series distinguish other frames.
class StudyNames {
public:
    StudyNames() = default;
    explicit StudyNames(const std::vector<viewer::Frame>& frames) { add(frames); }

    /// Numbers the studies of `frames` that have no number yet.
    void add(const std::vector<viewer::Frame>& frames);

    /// Returns the name of a frame's study, or an empty string if the frame has none or all frames are of one study.
    QString of(const viewer::Provenance& provenance) const;

private:
    QStringList uids_;  // Study Instance UIDs; index 0 is "Study 1"
};

/// Returns the name of a frame's series, with the study if `studies` names it: "Study 2, CT: Chest 1.0".
QString seriesName(const viewer::Provenance& provenance, const StudyNames& studies);

/// Returns the distinct names of the series of `frames`, in order of first appearance, with the names of their studies.
QStringList seriesNames(const std::vector<viewer::Frame>& frames, const StudyNames& studies);

}  // namespace fleming::app
