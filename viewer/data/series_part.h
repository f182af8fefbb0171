#pragma once

#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

/// What distinguishes a part of a series or of a file from the other parts.
enum class SeriesPartKind {
    timePoint,
    volume,     ///< NIfTI: of a file with further dimensions than time
    component,  ///< of voxels with several values that are not a colour
    page,       ///< TIFF
    // Attributes of DICOM.
    segment,
    imageType,
    echo,
    inversionTime,
    flipAngle,
    diffusion,
    cardiacPhase,
    triggerTime,
    frameTime,
    acquisition,
    stack,
    acquisitionTime,
    contentTime,
    field,   ///< DICOM: slices side by side in one plane
    repeat,  ///< DICOM: slices at the same position that no attribute distinguishes
    // What was made of a series. It has no value.
    straightened,  ///< the slices were resampled to their true positions: render/straightened_series.h
};

/// Returns the name of a kind in records and JSON: "time point", "echo".
const char* toString(SeriesPartKind kind);

/// Returns the kind of that name; none for any other name.
std::optional<SeriesPartKind> seriesPartKind(const std::string& name);

/// One of the parts into which a reader has split a file or a DICOM series.
struct SeriesPart {
    SeriesPartKind kind = SeriesPartKind::timePoint;
    std::string value;  ///< number of the part, from 1, or the value of the DICOM attribute; empty: not in the file
    int count = 0;      ///< number of parts; 0: `value` identifies the part without their number
    friend bool operator==(const SeriesPart&, const SeriesPart&) = default;
};

/// What a series is called: the words of its file and the parts that the series is of it. To show one, use
/// viewer/text/series_part_text.h.
struct SeriesDescription {
    std::string words;  ///< Series Description, else modality and number, else the name of the file
    std::vector<SeriesPart> parts;
    friend bool operator==(const SeriesDescription&, const SeriesDescription&) = default;
};

/// Returns true if the description has a part of that kind.
bool hasPart(const SeriesDescription& description, SeriesPartKind kind);

/// Returns the notation of a description in records and JSON, by which series are also matched. It is not translated.
/// Parts with a count follow the words after commas, the others in brackets: "scan.nii, time point 1 of 3" and
/// "T2 (echo 4.6, segment not given, straightened)".
std::string toString(const SeriesDescription& description);

/// Returns the description with these parts whose notation is `notation`. If the notation does not end with the parts,
/// the description has no parts and all of `notation` as words.
SeriesDescription seriesDescription(const std::string& notation, std::vector<SeriesPart> parts);

}  // namespace fleming::viewer
