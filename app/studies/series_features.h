#pragma once

#include "viewer/data/series.h"

#include <QString>

#include <array>
#include <optional>
#include <set>

namespace fleming::app {

/// Whether a contrast agent was given, as far as the file tells.
enum class Contrast { unknown, given, notGiven };

/// What series of two studies are compared by. Text is without case.
struct SeriesFeatures {
    QString modality;                     ///< "CT"; empty if unknown
    std::optional<viewer::Plane> plane;   ///< of acquisition; absent without an orientation
    std::set<QString> words;              ///< of the description; empty if the file has none
    std::set<QString> regions;            ///< parts of the body: "chest", "abdomen", ...; empty if unknown
    QString weighting;                    ///< MR: "T1", "FLAIR", ...; empty if unknown
    std::optional<double> sliceDistance;  ///< mm between the slices of a volume; absent if unknown
    std::array<int, 2> matrix{0, 0};      ///< columns and rows
    Contrast contrast = Contrast::unknown;
};

/// Returns the features of a series. Parts of the body come from Body Part Examined, else from the words of the
/// descriptions of series and study, in English, German and Latin; the weighting and the contrast agent from the words
/// of the description, the latter first from Contrast/Bolus Agent.
SeriesFeatures featuresOf(const viewer::Series& series);

/// Returns how alike two sets are, from 0 (nothing in common) to 1 (equal): the Jaccard index. 0 if both are empty.
double likeness(const std::set<QString>& a, const std::set<QString>& b);

}  // namespace fleming::app
