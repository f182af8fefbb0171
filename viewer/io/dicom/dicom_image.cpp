#include "viewer/io/dicom/dicom_image.h"

#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/dicom/codecs/dicom_fragments.h"
#include "viewer/io/dicom/dicom_attributes.h"
#include "viewer/io/dicom/dicom_frames.h"
#include "viewer/io/fault.h"

#include <algorithm>
#include <limits>

namespace fleming::viewer {

namespace {

constexpr long kMostFrames = 100'000;

Photometric readPhotometric(const std::filesystem::path& path, const std::string& name, int samples) {
    if (name == "MONOCHROME1") return Photometric::monochrome1;
    if (name == "PALETTE COLOR") return Photometric::palette;
    if (name == "YBR_FULL") return Photometric::ybrFull;
    if (name == "YBR_FULL_422") return Photometric::ybrFull422;
    if (name == "YBR_PARTIAL_422") return Photometric::ybrPartial422;
    // JPEG 2000's own transforms are undone by its decoder.
    if (name == "RGB" || name == "YBR_ICT" || name == "YBR_RCT") return Photometric::rgb;
    if (name == "MONOCHROME2" || name.empty()) return samples == 3 ? Photometric::rgb : Photometric::monochrome2;
    fail(path, "has an unsupported colour format (" + name + ")");
}

int requiredInt(const std::filesystem::path& path, DcmItem& dataset, const DcmTagKey& key, const char* name) {
    const auto value = integer(dataset, key);
    if (!value || *value < 1 || *value > 65535) fail(path, std::string("does not specify its ") + name);
    return static_cast<int>(*value);
}

void readBits(DcmItem& dataset, const DicomHeader& header, const std::filesystem::path& path, PixelFormat& format) {
    format.isFloat = header.pixelElement != 0x10;
    const int floatBits = header.pixelElement == 0x08 ? 32 : 64;
    format.bitsAllocated =
        static_cast<int>(integer(dataset, DCM_BitsAllocated).value_or(format.isFloat ? floatBits : 0));
    if (format.isFloat) {
        format.bitsAllocated = format.bitsStored = floatBits;
        format.highBit = floatBits - 1;
        if (format.samples != 1) fail(path, "has floating-point colours, which are not supported");
        return;
    }
    const int allocated = format.bitsAllocated;
    if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
        fail(path, "has " + std::to_string(allocated) + " bits per value, which is not supported");
    }
    format.bitsStored = static_cast<int>(integer(dataset, DCM_BitsStored).value_or(allocated));
    if (format.bitsStored < 1 || format.bitsStored > allocated) format.bitsStored = allocated;
    format.highBit = static_cast<int>(integer(dataset, DCM_HighBit).value_or(format.bitsStored - 1));
    if (format.highBit < format.bitsStored - 1 || format.highBit >= allocated) format.highBit = format.bitsStored - 1;
    format.isSigned = allocated > 1 && integer(dataset, DCM_PixelRepresentation).value_or(0) == 1;
}

PixelFormat readFormat(DcmItem& dataset, const DicomHeader& header, const std::filesystem::path& path) {
    PixelFormat format;
    format.rows = requiredInt(path, dataset, DCM_Rows, "number of rows");
    format.columns = requiredInt(path, dataset, DCM_Columns, "number of columns");
    format.samples = static_cast<int>(integer(dataset, DCM_SamplesPerPixel).value_or(1));
    if (format.samples != 1 && format.samples != 3) {
        fail(path, "has " + std::to_string(format.samples) + " values per pixel, which is not supported");
    }
    format.planar = format.samples == 3 && integer(dataset, DCM_PlanarConfiguration).value_or(0) == 1;
    format.photometric = readPhotometric(path, text(dataset, DCM_PhotometricInterpretation), format.samples);
    const bool oneSample = format.photometric == Photometric::monochrome1 ||
                           format.photometric == Photometric::monochrome2 || format.photometric == Photometric::palette;
    if (oneSample != (format.samples == 1)) fail(path, "has contradictory colour information");
    readBits(dataset, header, path, format);
    if (format.samples == 3 && format.bitsAllocated < 8) fail(path, "has one-bit colours, which are not supported");
    return format;
}

bool subsampled(const PixelFormat& format) {
    return format.photometric == Photometric::ybrFull422 || format.photometric == Photometric::ybrPartial422;
}

/// Frames that are there in full, of uncompressed pixel data.
int framesThere(const PixelFormat& format, std::uint64_t bytes) {
    if (format.bitsAllocated == 1)
        return static_cast<int>(std::min<std::uint64_t>(bytes * 8 / format.pixels(), 1 << 30));
    return static_cast<int>(std::min<std::uint64_t>(bytes / format.frameBytes(), 1 << 30));
}

/// Finds the pixels and gives the number of frames that are there, at most `count`.
int placePixels(const DicomHeader& header, const std::filesystem::path& path, int count, DicomImage& image) {
    const E_TransferSyntax syntax = header.dataset->getOriginalXfer();
    const std::uint64_t left = header.stamp.size > header.pixelOffset ? header.stamp.size - header.pixelOffset : 0;
    if (header.deflated) {
        image.pixels.coding = PixelCoding::deflated;
        return std::min(count, framesThere(image.format, header.stamp.size * kDeflateRatio));
    }
    if (!header.undefinedLength) {
        image.pixels.coding = PixelCoding::native;
        image.pixels.bigEndian = DcmXfer(syntax).getPixelDataByteOrder() == EBO_BigEndian;
        image.pixels.words = header.words;
        image.pixels.native = {header.pixelOffset, std::min(left, header.pixelLength)};
        // Some say 4:2:2 and write every pixel's three values.
        const std::uint64_t full = static_cast<std::uint64_t>(count) * image.format.pixels() * 3;
        if (image.format.photometric == Photometric::ybrFull422 && image.pixels.native.length >= full) {
            image.format.photometric = Photometric::ybrFull;
        }
        return std::min(count, framesThere(image.format, image.pixels.native.length));
    }
    image.pixels.coding = syntax == EXS_RLELossless ? PixelCoding::rle : PixelCoding::jpegOrJpeg2000;
    const RandomAccessFile file(path);
    const bool bigEndian = DcmXfer(syntax).getByteOrder() == EBO_BigEndian;
    return readFragments(file, path, header, bigEndian, count, image.pixels);
}

void readPadding(DcmItem& dataset, DicomImage& image) {
    auto value = integer(dataset, DCM_PixelPaddingValue);
    if (!value || image.format.samples != 1 || image.format.isFloat) return;
    auto limit = integer(dataset, DCM_PixelPaddingRangeLimit);
    // Read as unsigned by a wrong VR: the same bits, signed.
    const auto mended = [&](long v) {
        if (image.format.isSigned && image.format.bitsAllocated == 16 && v > 32767) return v - 65536;
        if (!image.format.isSigned && v < 0) return v + 65536;
        return v;
    };
    const long first = mended(*value), second = limit ? mended(*limit) : first;
    image.padding =
        std::pair(static_cast<double>(std::min(first, second)), static_cast<double>(std::max(first, second)));
}

void readIdentity(DcmItem& dataset, DicomImage& image) {
    image.studyUid = text(dataset, DCM_StudyInstanceUID);
    image.seriesUid = text(dataset, DCM_SeriesInstanceUID);
    image.sopUid = text(dataset, DCM_SOPInstanceUID);
    image.studyTime = text(dataset, DCM_StudyDate) + " " + text(dataset, DCM_StudyTime);
    image.modality = readableText(dataset, DCM_Modality);
    image.description = readableText(dataset, DCM_SeriesDescription);
    if (image.description.empty()) image.description = readableText(dataset, DCM_ProtocolName);
    image.seriesNumber = integer(dataset, DCM_SeriesNumber);
    image.instanceNumber = integer(dataset, DCM_InstanceNumber);
    image.sliceLocation = real(dataset, DCM_SliceLocation);
    const std::vector<std::string> type = splitValues(text(dataset, DCM_ImageType));
    image.localizer = std::find(type.begin(), type.end(), "LOCALIZER") != type.end();
    image.wholeSlideTiles = integer(dataset, DCM_TotalPixelMatrixColumns).value_or(0) > image.format.columns ||
                            integer(dataset, DCM_TotalPixelMatrixRows).value_or(0) > image.format.rows;
}

bool unreadCoding(E_TransferSyntax syntax) {
    const std::string name = DcmXfer(syntax).getXferName();
    return name.find("MPEG") != std::string::npos || name.find("HEVC") != std::string::npos ||
           name.find("JPIP") != std::string::npos || name.find("SMPTE") != std::string::npos;
}

/// The kind of object, for the message that it has no pixels: "RTPLAN", "SR", ...
[[noreturn]] void failWithoutPixels(DcmItem& dataset, const std::filesystem::path& path) {
    const std::string modality = readableText(dataset, DCM_Modality);
    if (modality.empty()) fail(path, "is a DICOM file without pixels");
    fail(path, "is a DICOM file without pixels (" + modality + ")");
}

}  // namespace

std::size_t PixelFormat::frameBytes() const {
    if (bitsAllocated == 1) return (pixels() + 7) / 8;
    if (photometric == Photometric::ybrFull422 || photometric == Photometric::ybrPartial422) {
        return pixels() * 2 * static_cast<std::size_t>(bitsAllocated / 8);
    }
    return pixels() * static_cast<std::size_t>(samples) * static_cast<std::size_t>(bitsAllocated / 8);
}

std::shared_ptr<const DicomImage> readDicomImage(const std::filesystem::path& path) {
    const DicomHeader header = readDicomHeader(path);
    DcmDataset& dataset = *header.dataset;
    if (header.pixelElement == 0 || !dataset.tagExists(DCM_Rows)) failWithoutPixels(dataset, path);
    const E_TransferSyntax syntax = dataset.getOriginalXfer();
    const std::string coding = DcmXfer(syntax).getXferName();
    if (unreadCoding(syntax)) fail(path, "uses an unsupported compression (" + coding + ")");

    auto image = std::make_shared<DicomImage>();
    image->path = path;
    image->stamp = header.stamp;
    image->coding = coding;
    image->format = readFormat(dataset, header, path);
    readIdentity(dataset, *image);
    if (image->wholeSlideTiles) fail(path, "contains the tiles of a whole-slide image, which are not supported");

    const long said = std::max(1L, integer(dataset, DCM_NumberOfFrames).value_or(1));
    if (said > kMostFrames) fail(path, "declares " + std::to_string(said) + " frames, more than are supported");
    const int count = static_cast<int>(said);
    const int there = placePixels(header, path, count, *image);
    if (there < 1) fail(path, "is cut short: its pixel data is not complete");
    if (there < said) {
        image->notes.push_back("Only " + std::to_string(there) + " of " + std::to_string(said) +
                               " frames are complete in the file " + path.filename().string() + ".");
    }
    if (subsampled(image->format) && !header.undefinedLength &&
        (image->format.columns % 2 != 0 || image->format.bitsAllocated != 8)) {
        fail(path, "has contradictory colour information");
    }
    if (image->format.photometric == Photometric::palette) {
        image->palette = readPalette(dataset, image->format.isSigned);
        if (!image->palette) fail(path, "has no usable colour palette");
    }
    image->modalityLut = readModalityLut(dataset, image->format.isSigned);
    readPadding(dataset, *image);
    image->frames = readDicomFrames(dataset, there, image->modality);
    if (there > 1) image->frameTimes = readFrameTimes(dataset, there);
    return image;
}

}  // namespace fleming::viewer
