#pragma once

#include <QString>

#include "app/workspace.h"

namespace fleming::ui {

/// The words that the window uses for series, planes, windows, evidence and amounts of memory; all translated.
QString seriesTitle(const viewer::Series& series);
QString seriesDetails(const viewer::Series& series);        ///< "CT · 108 slices of 256 × 256 · DICOM"
QString planeName(viewer::Plane plane);
QString windowName(const std::string& presetName);          ///< "lung" -> "Lung"; others as they are
QString windowingText(const viewer::Windowing& windowing);  ///< "C 40, W 400", "minimum to maximum"
QString frameTitle(int number);                             ///< "Image-3"
QString frameDetails(const viewer::Provenance& provenance); ///< "axial slice 54 of 108", "frame 12, 1.5 s"
QString bytesText(std::int64_t bytes);                      ///< "15.9 GB"

/// A small picture of a frame, its longer side at most `side` device-independent pixels.
QImage smallImage(const viewer::RgbImage& image, int side);

}  // namespace fleming::ui
