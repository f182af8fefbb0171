#pragma once

#include "app/studies/open_series.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace fleming::app {

/// Returns true if two studies are of one person, as far as their files can tell: their patient IDs are equal and their
/// names do not differ, or there are no IDs and both name and date of birth are equal. Case, spaces and empty
/// components of a name (PS3.5 6.2.1) do not count. Two studies without ID and name are not of one patient.
bool isSamePatient(const viewer::Patient& a, const viewer::Patient& b);

/// Returns true if a patient has neither a name nor an ID.
bool isUnnamed(const viewer::Patient& patient);

/// Returns true if the images only show where others lie.
bool isLocalizer(const viewer::Series& series);

/// Returns the Series Instance UID without the number of the part.
std::string wholeSeriesUid(const viewer::Series& series);

/// One entry of a study: a series, or several images of one DICOM series that are a series each, such as the frontal
/// and the lateral localizer of a CT.
struct SeriesGroup {
    std::vector<int> ids;  ///< OpenSeries::id
};

/// A study with its open series: first those with slices, in the order of their numbers, then the localizers. The
/// series without a study are grouped by folder, in the order of their files.
struct StudyGroup {
    viewer::Study study;  ///< without its attributes if the series have no study
    std::vector<SeriesGroup> series;
};

/// A patient with the open studies, the latest first; or a folder whose files name no patient.
struct PatientGroup {
    viewer::Patient patient;
    std::filesystem::path folder;  ///< of files without a study; else empty
    std::vector<StudyGroup> studies;
};

/// Arranges the open series as a browser shows them: patients by name and ID, then folders in the order in which they
/// were opened.
std::vector<PatientGroup> arrangeSeries(const std::vector<OpenSeries>& series);

/// Returns all series of a study, a patient or all patients, in their order.
std::vector<int> seriesOf(const StudyGroup& study);
std::vector<int> seriesOf(const PatientGroup& patient);
std::vector<int> seriesOf(const std::vector<PatientGroup>& patients);

/// Returns the series nearest to one in the tree that stays when `closing` are closed: of its study, else of its
/// patient, else any; -1 if none stays. Those after it come first.
int neighbourOf(const std::vector<OpenSeries>& series, int id, const std::vector<int>& closing);

/// Returns true if a series has each word of `filter` somewhere in its patient's name and ID, the description, date and
/// accession number of its study, its modality, number and description, or its folder and file name. Case and
/// diacritics do not count. Dates are found as "2024-05", "20240501" and "2024-05-01".
bool matchesFilter(const viewer::Series& series, const QString& filter);

}  // namespace fleming::app
