#pragma once

#include "viewer/data/calibration.h"
#include "viewer/data/geometry.h"
#include "viewer/data/volume.h"
#include "viewer/data/window.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fleming::viewer {

/// What the header says about stored voxels: their grid, their type and their meaning.
struct ImageInfo {
    Geometry geometry;
    ScalarType type = ScalarType::uint8;
    int components = 1;  ///< 1 (grey), or 3 (8-bit RGB)
    Rescale rescale;
    std::optional<std::pair<double, double>> padding;  ///< stored values that mean "no data": Volume::padding
    bool inverted = false;                             ///< MONOCHROME1: the lowest value is white
    bool labels = false;                               ///< the header says that the values are labels
    std::vector<NamedWindow> windows;                  ///< the file's own; the first is the default; may be empty
    PixelCalibration calibration;                      ///< DICOM
    std::string unit;                                  ///< of rescaled values: "HU", "SUV", ...; empty: stored values

    /// DICOM: the true centre of the first pixel of each slice, LPS mm, if the slices are sheared, shifted or unevenly
    /// spaced. `geometry` then has them straight and even: see render/straightened_series.h. Else empty.
    std::vector<Vector3> slicePositions;
};

/// Slices: geometry.size[2] > 1.
struct VolumeInfo : ImageInfo {};

/// A single 2-D image: geometry.size[2] == 1.
struct PictureInfo : ImageInfo {};

/// Frames over time.
struct ClipInfo {
    int frameCount = 0;
    double framesPerSecond = 0.0;
    double duration = 0.0;           ///< s
    int width = 0, height = 0;       ///< of a frame as displayed, pixels
    PixelCalibration calibration{};  ///< DICOM
    std::string unit{};              ///< of the values of grey frames, as in ImageInfo
};

using SeriesInfo = std::variant<VolumeInfo, PictureInfo, ClipInfo>;

enum class SeriesKind { volume, picture, clip };

/// Returns "volume", "picture" or "clip".
const char* toString(SeriesKind kind);

/// Returns `image` as a VolumeInfo if it has several slices, else as a PictureInfo.
SeriesInfo volumeOrPicture(ImageInfo image);

}  // namespace fleming::viewer
