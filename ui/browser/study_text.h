#pragma once

#include "app/studies/study_tree.h"
#include "viewer/data/study.h"

#include <QString>
#include <QStringList>

#include <filesystem>

namespace fleming::ui {

// The words for studies and patients, translated. They name a person: for the screen only.

/// Returns a patient's name and ID as viewer::patientText() has them, else "Unnamed patient".
QString patientWithId(const viewer::Patient& patient);

/// Returns the heading of a patient: the name, else the patient ID, else "Unnamed patient".
QString patientTitle(const viewer::Patient& patient);

/// Returns the line under it: "P-17 · female · born 1956-03-14", as far as they are known and not in the heading.
QString patientDetails(const viewer::Patient& patient);

/// Returns the heading of a study: "2024-05-01 · Chest CT"; "Study without a date" if neither is known.
QString studyTitle(const viewer::Study& study);

/// Returns the line under it: "68 years · A42", the patient's age and the accession number; empty if neither is known.
QString studyDetails(const viewer::Study& study);

/// Returns the age of the patient at the time of the study, from the file's Patient's Age (PS3.5 6.2, VR AS), else from
/// the date of birth: "68 years", "9 months"; empty if unknown.
QString ageText(const viewer::Study& study);

/// Returns the heading of files without a study: the name of their folder, or "Files" if they have none.
QString folderTitle(const std::filesystem::path& folder);

/// What the heading of a group says; in privacy mode without what identifies a patient.
struct Heading {
    QString title, details, tip;
};

/// Returns the heading of a patient or of a folder of files without a study.
Heading headingOf(const app::PatientGroup& patient);

/// Returns the heading of a study.
Heading headingOf(const app::StudyGroup& study);

/// Returns all that is known about a study and its patient, one line each; empty without a study.
QStringList studyLines(const viewer::Study& study);

}  // namespace fleming::ui
