#pragma once

#include "app/studies/series_name.h"
#include "app/workspace.h"
#include "viewer/text/number_text.h"

#include <QString>

namespace fleming::ui {

// The words for series, windowing and evidence, translated. Names and numbers: see viewer/text/.

/// Returns the description of a series, or the name of its first file.
QString seriesTitle(const viewer::Series& series);

/// Returns modality, number, size and format: "CT · series 3 · 108 slices, 256 × 256 · DICOM".
QString seriesDetails(const viewer::Series& series);

/// Returns "C 40, W 400", or the words for MinMax.
QString windowingText(const viewer::Windowing& windowing);

/// Returns the name of a piece of evidence: "Image-3".
QString frameTitle(int number);

/// Returns the position of a frame in its series: "Axial 54 of 108", "Frame 12, 0:01.50".
QString frameDetails(const viewer::Provenance& provenance);

/// Returns "Study date: 2024-05-01"; empty if unknown.
QString frameStudyDate(const viewer::Provenance& provenance);

/// Returns "C 40, W 400, inverted"; empty for unchanged colours.
QString frameWindow(const viewer::Provenance& provenance);

using viewer::bytesText;
using viewer::countText;

/// Returns a small image of a frame, its longer side at most `side` pixels.
QImage smallImage(const viewer::RgbImage& image, int side);

}  // namespace fleming::ui
