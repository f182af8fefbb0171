#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_source.h"
#include "viewer/io/dicom/dicom_tables.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

enum class Photometric { monochrome1, monochrome2, palette, rgb, ybrFull, ybrFull422, ybrPartial422 };

/// The format of one frame's stored pixels.
struct PixelFormat {
    int rows = 0, columns = 0;
    int samples = 1;         ///< 1 or 3
    bool planar = false;     ///< native and RLE: the samples of each colour are in a plane
    int bitsAllocated = 16;  ///< 1, 8, 16, 32 or 64
    int bitsStored = 16, highBit = 15;
    bool isSigned = false;
    bool isFloat = false;  ///< Float (32 bits) or Double Float (64 bits) Pixel Data
    Photometric photometric = Photometric::monochrome2;

    friend bool operator==(const PixelFormat&, const PixelFormat&) = default;

    /// Returns the number of pixels of a frame.
    std::size_t pixels() const { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns); }
    /// Returns true if two pixels share one pair of chroma samples (4:2:2).
    bool subsampled() const {
        return photometric == Photometric::ybrFull422 || photometric == Photometric::ybrPartial422;
    }
    /// Returns the size of an uncompressed frame in bytes; one-bit pixels are rounded up to a byte.
    std::size_t frameBytes() const;
};

enum class PixelCoding { native, deflated, rle, jpegOrJpeg2000 };

/// The place of the pixels in a source. All ranges are inside the source.
struct PixelPlace {
    PixelCoding coding = PixelCoding::native;
    bool bigEndian = false;                  ///< native
    bool words = true;                       ///< native: stored as 16-bit words, even if values have fewer bits
    ByteRange native;                        ///< native: all frames, one after the other
    std::vector<ByteRange> fragments;        ///< encapsulated
    std::vector<std::size_t> firstFragment;  ///< encapsulated: of each frame, and one past the last fragment
};

/// The attributes by which slices at the same position are split into series, in order of precedence.
enum class SplitKey {
    segment,
    frameType,
    echo,
    inversion,
    flipAngle,
    diffusion,
    temporalPosition,
    cardiacPhase,
    triggerTime,
    frameTime,
    acquisition,
    stack,
    acquisitionTime,
    contentTime,
    count
};
constexpr std::size_t kSplitKeys = static_cast<std::size_t>(SplitKey::count);

/// One frame of a DICOM file.
struct DicomFrame {
    std::optional<Vector3> position;                         ///< centre of the first pixel, LPS mm
    std::optional<std::pair<Vector3, Vector3>> orientation;  ///< of a row and of a column: unit vectors, perpendicular
    std::optional<std::pair<double, double>> spacing;        ///< mm between columns, between rows
    double thickness = 0.0;  ///< Spacing Between Slices, else Slice Thickness, in mm; 0 if absent
    Rescale rescale;
    std::vector<NamedWindow> windows;
    std::array<std::string, kSplitKeys> splitKeys;  ///< the value of each SplitKey; empty if absent
};

/// A DICOM file with pixels, without the pixels.
struct DicomImage {
    ByteSourcePtr source;
    Study study;
    std::string seriesUid, sopClassUid, sopUid, frameOfReference;
    std::string modality, description, bodyPart, contrastAgent;
    std::optional<long> seriesNumber, instanceNumber;
    std::optional<double> sliceLocation;
    bool localizer = false;
    bool wholeSlideTiles = false;
    std::string coding;  ///< the name of the transfer syntax

    PixelFormat format;
    PixelPlace pixels;
    std::shared_ptr<const Palette> palette;
    std::shared_ptr<const ModalityLut> modalityLut;
    std::optional<std::pair<double, double>> padding;  ///< Pixel Padding Value and Range Limit: stored values, sorted
    PixelCalibration calibration;
    std::string unit;  ///< of rescaled values: "HU", "SUV", ...; empty: unknown
    std::vector<DicomFrame> frames;
    std::vector<double> frameTimes;  ///< s, of each frame; empty if absent
    PixelSize pixelSize;             ///< of the frames of a clip
    bool sweeps = false;             ///< Preferred Playback Sequencing: back and forth
    std::vector<Note> notes;
};

/// Reads the header of a DICOM file with pixels. Throws Error, naming the source, if the file has no image, is damaged,
/// or is of a kind that is not supported.
std::shared_ptr<const DicomImage> readDicomImage(const ByteSourcePtr& source);

}  // namespace fleming::viewer
