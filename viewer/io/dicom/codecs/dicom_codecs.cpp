#include "viewer/io/dicom/codecs/dicom_codecs.h"

#include "base/error.h"
#include "viewer/io/dicom/codecs/jpeg_stream.h"
#include "viewer/io/dicom/codecs/rle.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstring>
#include <gdcmDataElement.h>
#include <gdcmFragment.h>
#include <gdcmJPEG2000Codec.h>
#include <gdcmSequenceOfFragments.h>
#include <limits>
#include <string>

namespace fleming::viewer {

namespace {

bool isYbr(Photometric photometric) {
    return photometric == Photometric::ybrFull || photometric == Photometric::ybrFull422 ||
           photometric == Photometric::ybrPartial422;
}

/// Returns true if the colours of a stream are YCbCr. The stream takes precedence: data sets are often wrong about it.
bool isYCbCr(const JpegStream& stream, Photometric photometric) {
    if (stream.components != 3) return false;
    if (stream.process == JpegProcess::jpeg2000) return isYbr(photometric) && !stream.multipleComponentTransform;
    if (stream.process == JpegProcess::lossless || stream.process == JpegProcess::jpegLs) return isYbr(photometric);
    if (stream.adobeTransform) return *stream.adobeTransform != 0;
    if (stream.namedRgb) return false;
    return isYbr(photometric) || stream.subsampled || stream.jfif;
}

E_TransferSyntax syntaxOf(JpegProcess process) {
    switch (process) {
        case JpegProcess::baseline:
            return EXS_JPEGProcess1;
        case JpegProcess::extended:
            return EXS_JPEGProcess2_4;
        case JpegProcess::progressive:
            return EXS_JPEGProcess10_12;
        case JpegProcess::lossless:
            return EXS_JPEGProcess14;
        default:
            return EXS_JPEGLSLossless;
    }
}

/// Describes one frame in a data set of its own. DCMTK's codecs read the format from the data set, so it must match the
/// stream.
void describe(DcmDataset& dataset, const PixelFormat& format, int bitsAllocated, int bitsStored) {
    dataset.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(format.rows));
    dataset.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(format.columns));
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, static_cast<Uint16>(format.samples));
    dataset.putAndInsertString(DCM_PhotometricInterpretation, format.samples == 3 ? "RGB" : "MONOCHROME2");
    if (format.samples == 3) dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
    dataset.putAndInsertString(DCM_NumberOfFrames, "1");
    dataset.putAndInsertUint16(DCM_BitsAllocated, static_cast<Uint16>(bitsAllocated));
    dataset.putAndInsertUint16(DCM_BitsStored, static_cast<Uint16>(bitsStored));
    dataset.putAndInsertUint16(DCM_HighBit, static_cast<Uint16>(bitsStored - 1));
    dataset.putAndInsertUint16(DCM_PixelRepresentation, format.isSigned ? 1 : 0);
}

void decodeWithDcmtk(const PixelFormat& format, E_TransferSyntax syntax, int bitsStored,
                     std::span<const std::byte> compressed, const std::string& source, DecodedFrame& frame) {
    DcmDataset dataset;
    describe(dataset, format, frame.bytesPerValue * 8, bitsStored);
    auto sequence = std::make_unique<DcmPixelSequence>(DCM_PixelData);
    sequence->insert(new DcmPixelItem(DCM_PixelItemTag));  // an empty offset table
    auto item = std::make_unique<DcmPixelItem>(DCM_PixelItemTag);
    item->putUint8Array(reinterpret_cast<const Uint8*>(compressed.data()),
                        static_cast<unsigned long>(compressed.size()));
    sequence->insert(item.release());
    auto pixels = std::make_unique<DcmPixelData>(DCM_PixelData);
    DcmPixelData& element = *pixels;
    element.putOriginalRepresentation(syntax, nullptr, sequence.release());
    dataset.insert(pixels.release(), OFTrue);
    Uint32 fragment = 1;
    OFString colours;
    const std::size_t size = frame.values.size();
    frame.values.resize(size + size % 2);  // DCMTK requires room for a padding byte
    const OFCondition condition = element.getUncompressedFrame(&dataset, 0, fragment, frame.values.data(),
                                                               static_cast<Uint32>(frame.values.size()), colours);
    frame.values.resize(size);
    if (condition.bad()) throw Error("dicom.damaged_pixels", source);
}

void decodeWithGdcm(const PixelFormat& format, const JpegStream& stream, std::span<const std::byte> compressed,
                    const std::string& source, DecodedFrame& frame) {
    gdcm::JPEG2000Codec codec;
    const unsigned int size[3] = {static_cast<unsigned>(format.columns), static_cast<unsigned>(format.rows), 1};
    codec.SetNumberOfDimensions(2);
    codec.SetDimensions(size);
    const auto bits = static_cast<unsigned short>(stream.precision);
    codec.SetPixelFormat(gdcm::PixelFormat(static_cast<unsigned short>(format.samples),
                                           static_cast<unsigned short>(frame.bytesPerValue * 8), bits,
                                           static_cast<unsigned short>(bits - 1), format.isSigned ? 1 : 0));
    codec.SetPlanarConfiguration(0);
    codec.SetPhotometricInterpretation(format.samples == 3 ? gdcm::PhotometricInterpretation::RGB
                                                           : gdcm::PhotometricInterpretation::MONOCHROME2);
    gdcm::Fragment fragment;
    fragment.SetByteValue(reinterpret_cast<const char*>(compressed.data()),
                          gdcm::VL(static_cast<std::uint32_t>(compressed.size())));
    const gdcm::SmartPointer<gdcm::SequenceOfFragments> fragments = gdcm::SequenceOfFragments::New();
    fragments->AddFragment(fragment);
    gdcm::DataElement in(gdcm::Tag(0x7fe0, 0x0010)), out(gdcm::Tag(0x7fe0, 0x0010));
    in.SetValue(*fragments);
    bool decoded = false;
    try {
        decoded = codec.Decode(in, out);
    } catch (const std::exception&) {
        decoded = false;  // the message of GDCM names its source files
    }
    const gdcm::ByteValue* const bytes = decoded ? out.GetByteValue() : nullptr;
    if (bytes == nullptr || bytes->GetLength() < frame.values.size()) throw Error("dicom.damaged_jpeg2000", source);
    std::memcpy(frame.values.data(), bytes->GetPointer(), frame.values.size());
}

}  // namespace

DecodedFrame decodeFrame(const PixelFormat& format, PixelCoding coding, std::span<const std::byte> compressed,
                         const std::string& source) {
    const std::size_t values = format.pixels() * static_cast<std::size_t>(format.samples);
    if (compressed.size() > std::numeric_limits<Uint32>::max() - 16 || values > (std::size_t{1} << 31)) {
        throw Error("dicom.frame_too_large", source);
    }
    DecodedFrame frame;
    if (coding == PixelCoding::rle) {
        frame.bytesPerValue = std::max(1, format.bitsAllocated / 8);
        frame.yCbCr = isYbr(format.photometric);
        frame.values.resize(values * static_cast<std::size_t>(frame.bytesPerValue));
        const bool decoded = decodeRle(compressed, format.pixels(), static_cast<std::size_t>(format.samples),
                                       static_cast<std::size_t>(frame.bytesPerValue), frame.values);
        if (!decoded) throw Error("dicom.damaged_rle", source);
        return frame;
    }
    const std::optional<JpegStream> stream = readJpegStream(compressed);
    if (!stream) throw Error("dicom.unknown_stream", source);
    if (stream->width != format.columns || stream->height != format.rows || stream->components != format.samples) {
        throw Error("dicom.stream_size", source);
    }
    if (stream->process == JpegProcess::jpeg2000 && stream->subsampled) {
        throw Error("dicom.subsampled_jpeg2000", source);
    }
    if (stream->precision < 1 || stream->precision > 16)
        throw Error("dicom.stream_too_deep", source, {std::to_string(stream->precision)});
    frame.bytesPerValue = stream->precision > 8 ? 2 : 1;
    frame.yCbCr = isYCbCr(*stream, format.photometric);
    frame.values.resize(values * static_cast<std::size_t>(frame.bytesPerValue));
    if (stream->process == JpegProcess::jpeg2000) {
        decodeWithGdcm(format, *stream, compressed, source, frame);
    } else {
        decodeWithDcmtk(format, syntaxOf(stream->process), stream->precision, compressed, source, frame);
    }
    return frame;
}

}  // namespace fleming::viewer
