#pragma once

#include "app/studies/series_name.h"
#include "app/workspace.h"
#include "viewer/text/number_text.h"

#include <QString>

namespace fleming::ui {

/// The words that the window uses for series, planes, windows and evidence; all translated. Numbers: see
/// viewer/text/number_text.h.
QString seriesTitle(const viewer::Series& series);
QString seriesDetails(const viewer::Series& series);  ///< "CT · 108 slices of 256 × 256 · DICOM"
QString planeName(viewer::Plane plane);
QString windowName(const std::string& presetName);             ///< "lung" -> "Lung"; others as they are
QString windowingText(const viewer::Windowing& windowing);     ///< "C 40, W 400", "minimum to maximum"
QString frameTitle(int number);                                ///< "Image-3"
QString frameDetails(const viewer::Provenance& provenance);    ///< "Axial 54 of 108", "Frame 12, 0:01.50"
QString frameStudyDate(const viewer::Provenance& provenance);  ///< "Study of 05/01/2024"; empty where unknown
QString frameWindow(const viewer::Provenance& provenance);     ///< "C 40, W 400, inverted"; empty for colour as it is

using viewer::bytesText;
using viewer::countText;

/// A small picture of a frame, its longer side at most `side` device-independent pixels.
QImage smallImage(const viewer::RgbImage& image, int side);

}  // namespace fleming::ui
