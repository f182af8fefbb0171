#pragma once

#include "viewer/data/dicom_reference.h"
#include "viewer/data/note.h"
#include "viewer/data/pixel_source.h"
#include "viewer/data/series_info.h"
#include "viewer/data/series_part.h"
#include "viewer/data/study.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A volume, a picture or a clip that can be displayed. open() makes it from headers; pixels are read on demand.
struct Series {
    std::string uid;               ///< DICOM Series Instance UID (with "#n" if it was split); else empty
    std::optional<int> number;     ///< DICOM Series Number
    std::string frameOfReference;  ///< DICOM Frame of Reference UID: positions in mm of series that share it agree
    std::string modality;          ///< "CT", "MR", ...; empty if unknown
    std::string bodyPart;          ///< DICOM Body Part Examined: "CHEST"; empty if unknown
    std::string contrastAgent;     ///< DICOM Contrast/Bolus Agent; empty if none was given or it is unknown
    SeriesDescription description;
    std::string format;                        ///< "DICOM", "NIfTI-1", "NPY", "PNG", "MP4 (h264)", ...
    std::vector<std::filesystem::path> files;  ///< in slice order if each slice is one file
    std::vector<DicomReference> objects;       ///< DICOM: of each slice; of a clip, the one object
    std::vector<Note> notes;                   ///< missing or duplicate slices, localizer, ...
    Study study;
    SeriesInfo info;
    std::shared_ptr<const PixelSource> source;

    SeriesKind kind() const;

    // What the header says about a volume or a picture. Both throw std::bad_variant_access for a clip.
    const ImageInfo& image() const;
    ImageInfo& image();
    const Geometry& geometry() const { return image().geometry; }

    /// Returns what the header says about a clip. Throws std::bad_variant_access for any other series.
    const ClipInfo& clip() const { return std::get<ClipInfo>(info); }

    /// Returns the file that holds slice k, 0 <= k < geometry().size[2], if each slice has its own file; else null.
    const std::filesystem::path* fileOfSlice(int k) const;

    /// Returns the DICOM object that holds slice k, or frame k of a clip; nothing if the file names none.
    std::optional<DicomReference> objectOf(int k) const;
};

/// Allocates the volume that `series` (a volume or a picture) describes, without pixels. Throws Error if it is too
/// large.
std::shared_ptr<Volume> allocate(const Series& series);

/// Returns the indices 0 .. count - 1, from `first` (clamped) outward: the order in which a reader scrolls.
std::vector<int> slicesOutward(int first, int count);

/// Reads those of `slices` that `into` does not have yet; see PixelSource::read(). Duplicates are read once. Throws
/// Error, Cancelled.
void readSlices(const Series& series, Volume& into, const std::vector<int>& slices, const SliceCallback& onSlice = {},
                std::stop_token stop = {});

/// Allocates and reads the complete volume. Throws Error, Cancelled.
std::shared_ptr<const Volume> loadVolume(const Series& series, const SliceCallback& onSlice = {},
                                         std::stop_token stop = {});

}  // namespace fleming::viewer
