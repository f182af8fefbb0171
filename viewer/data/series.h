#pragma once

#include "viewer/data/clip.h"
#include "viewer/data/geometry.h"
#include "viewer/data/volume.h"
#include "viewer/data/window.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::viewer {

enum class SeriesKind { volume, picture, clip };
const char* toString(SeriesKind kind);

/// Called as slices become ready (not in order), on a loading thread: slices ready, slices in all. Must not throw.
using SliceCallback = std::function<void(int ready, int total)>;

/// Reads pixels when they are wanted. One implementation a file format. Safe to call from several threads.
class PixelSource {
public:
    virtual ~PixelSource() = default;

    /// volume and picture: the pixels. A picture is a volume of one slice. `into` was made with the series' geometry,
    /// type, components and rescale; each slice is filled and marked ready, slice `first` first.
    /// Throws Error (naming the file), Cancelled.
    virtual void read(Volume& into, int first, const SliceCallback& onSlice, std::stop_token stop) const;

    /// clip: opens it. Throws Error.
    virtual std::shared_ptr<const Clip> openClip(std::stop_token stop) const;
};

/// One thing to look at: a volume, a picture or a clip. Made by open() from headers; pixels come on demand.
struct Series {
    SeriesKind kind = SeriesKind::picture;
    std::string uid;                           ///< DICOM Series Instance UID (with "#n" where it was split); else empty
    std::optional<int> number;                 ///< DICOM Series Number
    std::string studyUid;                      ///< DICOM Study Instance UID; else empty
    std::string studyDate;                     ///< DICOM: "YYYYMMDD"; else empty
    std::string modality;                      ///< "CT", "MR", ...; empty where unknown
    std::string description;                   ///< for the user; series description or file name
    std::string format;                        ///< "DICOM", "NIfTI-1", "NPY", "PNG", "MP4 (h264)", ...
    std::vector<std::filesystem::path> files;  ///< in slice order where one slice is one file
    std::vector<std::string> notes;            ///< missing or duplicate slices, localizer, ...: whole sentences

    // volume and picture
    Geometry geometry;  ///< a picture: size[2] == 1
    ScalarType type = ScalarType::uint8;
    int components = 1;  ///< 1, or 3 for 8-bit RGB
    Rescale rescale;
    bool inverted = false;                 ///< MONOCHROME1: the lowest value is white
    std::vector<Window> windows;           ///< the file's own, first is the default; may be empty
    std::vector<std::string> windowNames;  ///< beside `windows`
    std::optional<std::pair<double, double>> padding;
    bool flemingVolume = false;  ///< an NPY array: Fleming-VL's own rules are the default

    // clip
    int frameCount = 0;
    double framesPerSecond = 0.0;
    double duration = 0.0;      ///< s
    int width = 0, height = 0;  ///< a clip's frames

    std::shared_ptr<const PixelSource> source;

    /// The file that holds slice k, 0 <= k < geometry.size[2], where each slice has a file of its own; else null.
    const std::filesystem::path* fileOfSlice(int k) const;
};

/// Allocates the volume that `series` (volume or picture) describes; throws Error where it is too large. No pixels yet.
std::shared_ptr<Volume> allocate(const Series& series);

/// allocate() and read() in one: the complete volume.
std::shared_ptr<const Volume> loadVolume(const Series& series, const SliceCallback& onSlice = {},
                                         std::stop_token stop = {});

}  // namespace fleming::viewer
