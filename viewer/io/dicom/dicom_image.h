#pragma once

#include "viewer/data/series.h"
#include "viewer/io/dicom/dicom_file.h"
#include "viewer/io/dicom/dicom_tables.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

enum class Photometric { monochrome1, monochrome2, palette, rgb, ybrFull, ybrFull422, ybrPartial422 };

/// How one frame's pixels are stored.
struct PixelFormat {
    int rows = 0, columns = 0;
    int samples = 1;         ///< 1 or 3
    bool planar = false;     ///< native and RLE: all of one colour, then all of the next
    int bitsAllocated = 16;  ///< 1, 8, 16, 32, 64
    int bitsStored = 16, highBit = 15;
    bool isSigned = false;
    bool isFloat = false;  ///< Float (32) or Double Float (64) Pixel Data
    Photometric photometric = Photometric::monochrome2;

    friend bool operator==(const PixelFormat&, const PixelFormat&) = default;
    std::size_t pixels() const { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns); }
    /// Bytes of one uncompressed frame as stored (1 bit a pixel: rounded up).
    std::size_t frameBytes() const;
};

/// A piece of a file.
struct Extent {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

enum class PixelCoding { native, deflated, rle, jpegOrJpeg2000 };

/// Where the pixels of a file lie. All extents are inside the file.
struct PixelPlace {
    PixelCoding coding = PixelCoding::native;
    bool bigEndian = false;                  ///< native
    bool words = true;                       ///< native: of 16 bits, also where values have fewer
    Extent native;                           ///< native: all frames, one behind the other
    std::vector<Extent> fragments;           ///< encapsulated
    std::vector<std::size_t> firstFragment;  ///< encapsulated: of each frame; and one past the last
};

/// What tells slices at one position apart: echo, time, ... In the order in which a series is split by them.
enum class Teller {
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
constexpr std::size_t kTellers = static_cast<std::size_t>(Teller::count);

/// One frame of a DICOM file: a slice, where it has a place in the patient.
struct DicomFrame {
    std::optional<Vector3> position;                         ///< centre of the first pixel, LPS mm
    std::optional<std::pair<Vector3, Vector3>> orientation;  ///< of a row, of a column; unit, perpendicular
    std::optional<std::pair<double, double>> spacing;        ///< mm between columns, between rows
    double thickness = 0.0;  ///< slice spacing or thickness that the file names; 0: none
    Rescale rescale;
    std::vector<Window> windows;
    std::vector<std::string> windowNames;
    std::array<std::string, kTellers> tellers;  ///< empty where the file is silent
};

/// A DICOM file with pixels, without the pixels.
struct DicomImage {
    std::filesystem::path path;
    FileStamp stamp;
    std::string studyUid, seriesUid, sopUid, studyTime;  ///< studyTime: date and time, sorts as text
    std::string modality, description;
    std::optional<long> seriesNumber, instanceNumber;
    std::optional<double> sliceLocation;
    bool localizer = false;
    bool wholeSlideTiles = false;
    std::string coding;  ///< name of the transfer syntax

    PixelFormat format;
    PixelPlace pixels;
    std::shared_ptr<const Palette> palette;
    std::shared_ptr<const ModalityLut> modalityLut;
    std::optional<std::pair<double, double>> padding;  ///< stored values
    std::vector<DicomFrame> frames;
    std::vector<double> frameTimes;  ///< s, of each frame; empty where the file names none
    std::vector<std::string> notes;  ///< whole sentences
};

/// Reads a file's header. Throws Error, naming the file, where it holds no image, is damaged or of a kind that is not
/// read.
std::shared_ptr<const DicomImage> readDicomImage(const std::filesystem::path& path);

}  // namespace fleming::viewer
