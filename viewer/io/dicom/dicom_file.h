#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

class DcmDataset;
class DcmFileFormat;

namespace fleming::viewer {

/// Makes DCMTK and GDCM ready: decoders registered, logs silent (they would hold patient data). Cheap and safe to call
/// again and from several threads.
void prepareDicomLibraries();

/// Size and time of a file when it was looked at, to notice that it changed since.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0;  ///< ns
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// A DICOM file's data set without its pixel data: read from the start up to the first of (7FE0,0008) Float Pixel Data,
/// (7FE0,0009), (7FE0,0010) Pixel Data, whose place is noted instead. Values over 256 kB are left out.
struct DicomHeader {
    std::unique_ptr<DcmFileFormat> content;
    DcmDataset* dataset = nullptr;  ///< inside `content`
    FileStamp stamp;
    std::uint16_t pixelElement = 0;  ///< 0x0008, 0x0009 or 0x0010; 0 where there is no pixel data
    bool undefinedLength = false;    ///< encapsulated: `pixelOffset` is at the Basic Offset Table item
    bool words = true;               ///< its VR is OW: big-endian files have its bytes swapped in pairs
    bool deflated = false;           ///< then `pixelOffset` means nothing
    std::uint64_t pixelOffset = 0;   ///< of the element's value in the file
    std::uint64_t pixelLength = 0;   ///< as the element says; more than the file holds where it lies

    DicomHeader();
    DicomHeader(DicomHeader&&) noexcept;
    ~DicomHeader();
};

/// Reads it. Files without preamble or meta header are read too. Throws Error, naming the file. Nesting, lengths and
/// sizes that lie are refused; at most 64 MB of a header are read.
DicomHeader readDicomHeader(const std::filesystem::path& path);

/// The value of the pixel data element of a deflated file, at most `wanted` bytes of it. Throws Error.
std::vector<std::byte> readDeflatedPixels(const std::filesystem::path& path, std::uint64_t wanted);

/// A file opened to read parts of it by offset. Safe to use from several threads.
class RandomAccessFile {
public:
    /// Throws Error where the file is gone or cannot be opened; a pipe is refused, not waited for.
    explicit RandomAccessFile(const std::filesystem::path& path);
    ~RandomAccessFile();
    RandomAccessFile(const RandomAccessFile&) = delete;
    RandomAccessFile& operator=(const RandomAccessFile&) = delete;

    const FileStamp& stamp() const { return stamp_; }
    /// Fills `into` from `offset` on. Throws Error where the file ends before, naming it.
    void read(std::uint64_t offset, void* into, std::size_t bytes) const;
    /// The same, as far as the file goes; returns the bytes read.
    std::size_t readSome(std::uint64_t offset, void* into, std::size_t bytes) const;

private:
    std::filesystem::path path_;
    int descriptor_ = -1;
    FileStamp stamp_;
};

}  // namespace fleming::viewer
