#pragma once

#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <cstdint>
#include <memory>
#include <vector>

class DcmDataset;
class DcmFileFormat;

namespace fleming::viewer {

/// Returns true if `start` is the start of a DICOM file: with the preamble of PS3.10, or, as older programs write it, a
/// bare data set in either byte order.
bool isDicom(FileStart start);

/// Registers the decoders of DCMTK and silences the logs of DCMTK and GDCM, which would hold patient data. May be
/// called again and from several threads.
void prepareDicomLibraries();

/// The data set of a DICOM file without its pixel data. It ends before the first of (7FE0,0008) Float Pixel Data,
/// (7FE0,0009) Double Float Pixel Data and (7FE0,0010) Pixel Data, and has the place of that element instead. Values of
/// more than 256 KiB are left out.
struct DicomHeader {
    std::unique_ptr<DcmFileFormat> content;
    DcmDataset* dataset = nullptr;   ///< inside `content`
    std::uint16_t pixelElement = 0;  ///< 0x0008, 0x0009 or 0x0010; 0 if there is no pixel data
    bool undefinedLength = false;    ///< encapsulated: `pixelOffset` is the offset of the Basic Offset Table item
    bool words = true;               ///< the VR is OW: big-endian files have the bytes of each pair swapped
    bool deflated = false;           ///< the data set is deflated: `pixelOffset` is unspecified
    std::uint64_t pixelOffset = 0;   ///< the offset of the value of the pixel data element
    std::uint64_t pixelLength = 0;   ///< the declared length of the value; may exceed the file

    DicomHeader();
    DicomHeader(DicomHeader&&) noexcept;
    ~DicomHeader();
};

/// Reads the header of a DICOM file, with or without preamble and meta header. Reads at most 64 MB and refuses
/// sequences that are nested too deeply for the stack. Throws Error (file.empty, dicom.damaged_header,
/// dicom.header_too_large, dicom.nested_too_deeply).
DicomHeader readDicomHeader(const ByteSource& source);

/// Inflates a deflated DICOM file. Returns the first `wanted` bytes of its pixel data, or fewer if it has fewer. Throws
/// Error (dicom.deflated_too_large).
std::vector<std::byte> readDeflatedPixels(const ByteSource& source, std::uint64_t wanted);

}  // namespace fleming::viewer
