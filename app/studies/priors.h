#pragma once

#include "app/studies/open_series.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// How far the study of one series is from that of another.
struct StudyInterval {
    enum class Side { earlier, sameTime, later, unknown };
    Side side = Side::unknown;  ///< of the other study; unknown: one of them has no valid date
    int days = 0;               ///< 0 on the same day, and if unknown
    int years = 0, months = 0;  ///< whole ones by the calendar, months beyond the years; 0 if unknown
};

/// Returns where `other` lies in time, as seen from `study`, by their dates (also in the form "2024.05.01"), and on one
/// day by their times.
StudyInterval intervalTo(const viewer::Study& study, const viewer::Study& other);

/// Returns an interval in words: "2 years and 3 months earlier", "5 days later", "on the same day"; for an unknown one
/// "at an unknown date". It tells no date, so that it may be shown in privacy mode.
QString intervalText(const StudyInterval& interval);

/// A series of another study of the same patient.
struct Prior {
    int id = 0;               ///< OpenSeries::id
    double score = 0;         ///< how alike the series are, from 0 to 100
    bool comparable = false;  ///< nothing that is known speaks against a comparison; see findPriors()
    StudyInterval interval;   ///< from the series to this one
    QString reasons;          ///< in words: "CT, axial, same description, 5 mm slices; 2 years and 3 months earlier"
};

/// Returns the series with which a series can be compared, the best first: those of one kind in other studies of the
/// same patient (arrangeSeries() and isSamePatient()), without label maps, and without localizers unless the series
/// itself is one. Empty if the series is not open or its files name no patient.
///
/// The score sums what agrees: modality (40), plane of acquisition (15), words of the description (15), part of the
/// body (10), weighting of MR images (10; others have it), distance of the slices (4), matrix (2), contrast agent (4).
/// What a file does not say counts half. A series is comparable if its modality is the same and neither the part of the
/// body nor the weighting is known to differ, nor the plane, unless the slices of both are thin (2 mm), so that each
/// can be shown in the plane of the other.
///
/// The order: comparable ones first; of these earlier ones, then later ones, then those of an unknown date; then the
/// nearest in time, then the score.
std::vector<Prior> findPriors(const std::vector<OpenSeries>& series, int id);

/// Why no comparable prior was found.
enum class NoPrior {
    notOpen,      ///< no such series
    noPatient,    ///< its files name no patient
    oneStudy,     ///< no other study of the patient is open
    noneIsAlike,  ///< other studies are open, with nothing to compare with
};

/// Returns why there is no comparable prior; absent if there is one.
std::optional<NoPrior> whyNoPrior(const std::vector<OpenSeries>& series, int id);

}  // namespace fleming::app
