#pragma once

#include "viewer/data/study.h"

#include <QString>
#include <QStringList>

namespace fleming::ui {

// The words for studies and patients, translated. They name a person: for the screen only.

/// Returns the name of a person as people write it, from the first component group of a DICOM person name (PS3.5
/// 6.2.1): "Doe^Jane^A^Dr" gives "Doe, Jane A". If the group with Latin letters is empty, the next group is used.
QString personName(const std::string& value);

/// Returns the heading of a study: the patient's name, else the patient ID, else "Unnamed patient".
QString studyTitle(const viewer::Study& study);

/// Returns the line under the heading: "2024-05-01 · Chest CT"; empty if neither is known.
QString studyDetails(const viewer::Study& study);

/// Returns all that is known about a study and its patient, one line each; empty without a study.
QStringList studyLines(const viewer::Study& study);

}  // namespace fleming::ui
