#include "viewer/io/dicom/dicom_image.h"

#include "base/error.h"
#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/dicom/codecs/dicom_fragments.h"
#include "viewer/io/dicom/dicom_attributes.h"
#include "viewer/io/dicom/dicom_calibration.h"
#include "viewer/io/dicom/dicom_frames.h"
#include "viewer/io/dicom/dicom_pixel_size.h"

#include <algorithm>
#include <limits>

namespace fleming::viewer {

namespace {

constexpr long kMostFrames = 100'000;

Photometric readPhotometric(const ByteSource& source, const std::string& name, int samples) {
    if (name == "MONOCHROME1") return Photometric::monochrome1;
    if (name == "PALETTE COLOR") return Photometric::palette;
    if (name == "YBR_FULL") return Photometric::ybrFull;
    if (name == "YBR_FULL_422") return Photometric::ybrFull422;
    if (name == "YBR_PARTIAL_422") return Photometric::ybrPartial422;
    // The JPEG 2000 decoder inverts YBR_ICT and YBR_RCT.
    if (name == "RGB" || name == "YBR_ICT" || name == "YBR_RCT") return Photometric::rgb;
    if (name == "MONOCHROME2" || name.empty()) return samples == 3 ? Photometric::rgb : Photometric::monochrome2;
    throw Error("dicom.unsupported_colours", source.name(), {name});
}

/// Returns a value in 1..65535. Throws Error with the code `fault` for any other value.
int requiredInt(const ByteSource& source, DcmItem& dataset, const DcmTagKey& key, const char* fault) {
    const auto value = integer(dataset, key);
    if (!value || *value < 1 || *value > 65535) throw Error(fault, source.name());
    return static_cast<int>(*value);
}

void readBits(DcmItem& dataset, const DicomHeader& header, const ByteSource& source, PixelFormat& format) {
    format.isFloat = header.pixelElement != 0x10;
    const int floatBits = header.pixelElement == 0x08 ? 32 : 64;
    format.bitsAllocated =
        static_cast<int>(integer(dataset, DCM_BitsAllocated).value_or(format.isFloat ? floatBits : 0));
    if (format.isFloat) {
        format.bitsAllocated = format.bitsStored = floatBits;
        format.highBit = floatBits - 1;
        if (format.samples != 1) throw Error("dicom.float_colours", source.name());
        return;
    }
    const int allocated = format.bitsAllocated;
    if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
        throw Error("dicom.unsupported_bits", source.name(), {std::to_string(allocated)});
    }
    format.bitsStored = static_cast<int>(integer(dataset, DCM_BitsStored).value_or(allocated));
    if (format.bitsStored < 1 || format.bitsStored > allocated) format.bitsStored = allocated;
    format.highBit = static_cast<int>(integer(dataset, DCM_HighBit).value_or(format.bitsStored - 1));
    if (format.highBit < format.bitsStored - 1 || format.highBit >= allocated) format.highBit = format.bitsStored - 1;
    format.isSigned = allocated > 1 && integer(dataset, DCM_PixelRepresentation).value_or(0) == 1;
}

PixelFormat readFormat(DcmItem& dataset, const DicomHeader& header, const ByteSource& source) {
    PixelFormat format;
    format.rows = requiredInt(source, dataset, DCM_Rows, "dicom.no_rows");
    format.columns = requiredInt(source, dataset, DCM_Columns, "dicom.no_columns");
    format.samples = static_cast<int>(integer(dataset, DCM_SamplesPerPixel).value_or(1));
    if (format.samples != 1 && format.samples != 3) {
        throw Error("dicom.unsupported_samples", source.name(), {std::to_string(format.samples)});
    }
    format.planar = format.samples == 3 && integer(dataset, DCM_PlanarConfiguration).value_or(0) == 1;
    format.photometric = readPhotometric(source, text(dataset, DCM_PhotometricInterpretation), format.samples);
    const bool oneSample = format.photometric == Photometric::monochrome1 ||
                           format.photometric == Photometric::monochrome2 || format.photometric == Photometric::palette;
    if (oneSample != (format.samples == 1)) throw Error("dicom.contradictory_colours", source.name());
    readBits(dataset, header, source, format);
    if (format.samples == 3 && format.bitsAllocated < 8) throw Error("dicom.one_bit_colours", source.name());
    return format;
}

/// Returns the number of complete frames in `bytes` bytes of uncompressed pixel data.
int completeFrames(const PixelFormat& format, std::uint64_t bytes) {
    if (format.bitsAllocated == 1)
        return static_cast<int>(std::min<std::uint64_t>(bytes * 8 / format.pixels(), 1 << 30));
    return static_cast<int>(std::min<std::uint64_t>(bytes / format.frameBytes(), 1 << 30));
}

/// Finds the pixels. Returns the number of complete frames, at most `count`.
int placePixels(const DicomHeader& header, int count, DicomImage& image) {
    const std::uint64_t size = image.source->size();
    const E_TransferSyntax syntax = header.dataset->getOriginalXfer();
    const std::uint64_t left = size > header.pixelOffset ? size - header.pixelOffset : 0;
    if (header.deflated) {
        image.pixels.coding = PixelCoding::deflated;
        return std::min(count, completeFrames(image.format, size * kDeflateRatio));
    }
    if (!header.undefinedLength) {
        image.pixels.coding = PixelCoding::native;
        image.pixels.bigEndian = DcmXfer(syntax).getPixelDataByteOrder() == EBO_BigEndian;
        image.pixels.words = header.words;
        image.pixels.native = {header.pixelOffset, std::min(left, header.pixelLength)};
        // Some files declare 4:2:2 but store three values for each pixel.
        const std::uint64_t full = static_cast<std::uint64_t>(count) * image.format.pixels() * 3;
        if (image.format.photometric == Photometric::ybrFull422 && image.pixels.native.length >= full) {
            image.format.photometric = Photometric::ybrFull;
        }
        return std::min(count, completeFrames(image.format, image.pixels.native.length));
    }
    image.pixels.coding = syntax == EXS_RLELossless ? PixelCoding::rle : PixelCoding::jpegOrJpeg2000;
    const bool bigEndian = DcmXfer(syntax).getByteOrder() == EBO_BigEndian;
    return readFragments(*image.source, header, bigEndian, count, image.pixels);
}

void readPadding(DcmItem& dataset, DicomImage& image) {
    auto value = integer(dataset, DCM_PixelPaddingValue);
    if (!value || image.format.samples != 1 || image.format.isFloat) return;
    auto limit = integer(dataset, DCM_PixelPaddingRangeLimit);
    // A wrong VR (US for SS, or the reverse) changes the sign but not the bits.
    const auto corrected = [&](long v) {
        if (image.format.isSigned && image.format.bitsAllocated == 16 && v > 32767) return v - 65536;
        if (!image.format.isSigned && v < 0) return v + 65536;
        return v;
    };
    const long first = corrected(*value), second = limit ? corrected(*limit) : first;
    image.padding =
        std::pair(static_cast<double>(std::min(first, second)), static_cast<double>(std::max(first, second)));
}

Study readStudy(DcmItem& dataset) {
    Study study;
    study.uid = text(dataset, DCM_StudyInstanceUID);
    study.date = text(dataset, DCM_StudyDate);
    study.time = text(dataset, DCM_StudyTime);
    study.description = readableText(dataset, DCM_StudyDescription);
    study.accessionNumber = readableText(dataset, DCM_AccessionNumber);
    study.patient.name = readableText(dataset, DCM_PatientName);
    study.patient.id = readableText(dataset, DCM_PatientID);
    study.patient.birthDate = text(dataset, DCM_PatientBirthDate);
    study.patient.sex = text(dataset, DCM_PatientSex);
    study.patientAge = text(dataset, DCM_PatientAge);
    return study;
}

void readIdentity(DcmItem& dataset, DicomImage& image) {
    image.study = readStudy(dataset);
    image.seriesUid = text(dataset, DCM_SeriesInstanceUID);
    image.frameOfReference = text(dataset, DCM_FrameOfReferenceUID);
    image.sopClassUid = text(dataset, DCM_SOPClassUID);
    image.sopUid = text(dataset, DCM_SOPInstanceUID);
    image.modality = readableText(dataset, DCM_Modality);
    image.description = readableText(dataset, DCM_SeriesDescription);
    if (image.description.empty()) image.description = readableText(dataset, DCM_ProtocolName);
    image.bodyPart = text(dataset, DCM_BodyPartExamined);
    image.contrastAgent = readableText(dataset, DCM_ContrastBolusAgent);
    image.seriesNumber = integer(dataset, DCM_SeriesNumber);
    image.instanceNumber = integer(dataset, DCM_InstanceNumber);
    image.sliceLocation = real(dataset, DCM_SliceLocation);
    const std::vector<std::string> type = splitValues(text(dataset, DCM_ImageType));
    image.localizer = std::find(type.begin(), type.end(), "LOCALIZER") != type.end();
    image.wholeSlideTiles = integer(dataset, DCM_TotalPixelMatrixColumns).value_or(0) > image.format.columns ||
                            integer(dataset, DCM_TotalPixelMatrixRows).value_or(0) > image.format.rows;
}

/// Returns true for video and streaming transfer syntaxes.
bool unsupported(E_TransferSyntax syntax) {
    const std::string name = DcmXfer(syntax).getXferName();
    return name.find("MPEG") != std::string::npos || name.find("HEVC") != std::string::npos ||
           name.find("JPIP") != std::string::npos || name.find("SMPTE") != std::string::npos;
}

/// Throws the Error for an object without pixels, with its modality: "RTPLAN", "SR", ...
[[noreturn]] void failWithoutPixels(DcmItem& dataset, const ByteSource& source) {
    const std::string modality = readableText(dataset, DCM_Modality);
    if (modality.empty()) throw Error("dicom.no_pixels", source.name());
    throw Error("dicom.object_without_pixels", source.name(), {modality});
}

}  // namespace

std::size_t PixelFormat::frameBytes() const {
    if (bitsAllocated == 1) return (pixels() + 7) / 8;
    if (subsampled()) return pixels() * 2 * static_cast<std::size_t>(bitsAllocated / 8);
    return pixels() * static_cast<std::size_t>(samples) * static_cast<std::size_t>(bitsAllocated / 8);
}

std::shared_ptr<const DicomImage> readDicomImage(const ByteSourcePtr& source) {
    const auto held = source->hold();
    const DicomHeader header = readDicomHeader(*source);
    DcmDataset& dataset = *header.dataset;
    if (header.pixelElement == 0 || !dataset.tagExists(DCM_Rows)) failWithoutPixels(dataset, *source);
    const E_TransferSyntax syntax = dataset.getOriginalXfer();
    const std::string coding = DcmXfer(syntax).getXferName();
    if (unsupported(syntax)) throw Error("dicom.unsupported_compression", source->name(), {coding});

    auto image = std::make_shared<DicomImage>();
    image->source = source;
    image->coding = coding;
    image->format = readFormat(dataset, header, *source);
    readIdentity(dataset, *image);
    if (image->wholeSlideTiles) throw Error("dicom.whole_slide", source->name());

    const long declared = std::max(1L, integer(dataset, DCM_NumberOfFrames).value_or(1));
    if (declared > kMostFrames)
        throw Error("dicom.too_many_frames", source->name(), {std::to_string(declared), std::to_string(kMostFrames)});
    const int count = static_cast<int>(declared);
    const int complete = placePixels(header, count, *image);
    if (complete < 1) throw Error("dicom.incomplete_pixels", source->name());
    if (complete < declared) {
        image->notes.push_back(
            {"dicom.incomplete_frames", {std::to_string(complete), std::to_string(declared), source->fileName()}});
    }
    if (image->format.subsampled() && !header.undefinedLength &&
        (image->format.columns % 2 != 0 || image->format.bitsAllocated != 8)) {
        throw Error("dicom.contradictory_colours", source->name());
    }
    if (image->format.photometric == Photometric::palette) {
        image->palette = readPalette(dataset, image->format.isSigned);
        if (!image->palette) throw Error("dicom.no_palette", source->name());
    }
    image->modalityLut = readModalityLut(dataset, image->format.isSigned);
    readPadding(dataset, *image);
    image->frames = readDicomFrames(dataset, complete, image->modality, image->format);
    image->calibration = readPixelCalibration(dataset, image->format, image->frames.front());
    image->unit = readUnit(dataset, image->modality);
    if (complete > 1) {
        image->frameTimes = readFrameTimes(dataset, complete);
        image->pixelSize = readPixelSize(dataset, image->calibration);
    }
    image->sweeps = integer(dataset, DCM_PreferredPlaybackSequencing).value_or(0) == 1;
    return image;
}

}  // namespace fleming::viewer
