#include "viewer/io/dicom/dicom_file.h"

#include "base/error.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrma.h>
#include <dcmtk/dcmdata/dcobject.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <gdcmTrace.h>
#include <limits>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace fleming::viewer {

namespace {

constexpr std::uint64_t kHeaderLimit = 64 << 20;
constexpr Uint32 kLargestHeaderValue = 256 << 10;
constexpr std::size_t kBlock = 32 << 10;
// Bytes of stack. DCMTK reads nested sequences recursively: this is over a thousand levels.
constexpr std::uintptr_t kStackLimit = 1 << 20;

const DcmTagKey kFirstPixelElement(0x7fe0, 0x0008);

std::uintptr_t stackPosition() {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
}

/// Gives DCMTK the bytes of a source. Reads blocks, because DCMTK asks for two to four bytes at a time.
class BlockProducer final : public DcmProducer {
public:
    explicit BlockProducer(const ByteSource& source) : source_(source), held_(source.hold()), block_(kBlock) {}

    OFBool good() const override { return OFTrue; }
    OFCondition status() const override { return EC_Normal; }
    OFBool eos() override { return position_ >= size(); }
    offile_off_t avail() override { return static_cast<offile_off_t>(size() - position_); }

    offile_off_t read(void* buffer, offile_off_t length) override {
        auto* to = static_cast<std::byte*>(buffer);
        auto wanted = static_cast<std::uint64_t>(length);
        std::uint64_t done = 0;
        while (done < wanted && fill()) {
            const std::uint64_t inBlock = position_ - blockStart_;
            const std::uint64_t count = std::min(wanted - done, blockSize_ - inBlock);
            std::memcpy(to + done, block_.data() + inBlock, count);
            done += count;
            position_ += count;
        }
        return static_cast<offile_off_t>(done);
    }

    offile_off_t skip(offile_off_t length) override {
        const std::uint64_t count = std::min(static_cast<std::uint64_t>(length), size() - position_);
        position_ += count;
        return static_cast<offile_off_t>(count);
    }

    void putback(offile_off_t count) override { position_ -= std::min(position_, static_cast<std::uint64_t>(count)); }

private:
    std::uint64_t size() const { return source_.size(); }

    /// Reads the block that contains the current position. Returns false at the end of the source.
    bool fill() {
        if (position_ >= blockStart_ && position_ < blockStart_ + blockSize_) return true;
        blockStart_ = position_;
        blockSize_ = source_.readSome(position_, block_);
        return blockSize_ > 0;
    }

    const ByteSource& source_;
    std::shared_ptr<const void> held_;
    std::vector<std::byte> block_;
    std::uint64_t blockStart_ = 0, blockSize_ = 0, position_ = 0;
};

/// The stream of values that are too long for a header. They are never loaded.
class LeftOut final : public DcmInputStreamFactory {
public:
    DcmInputStream* create() const override { return nullptr; }
    DcmInputStreamFactory* clone() const override { return new LeftOut; }
    DcmInputStreamFactoryType ident() const override { return DFT_DcmInputFileStreamFactory; }
};

/// The stream that DCMTK reads a header from. It fails after `limit` bytes (inflated), and if sequences are nested too
/// deeply for the stack.
class HeaderStream final : public DcmInputStream {
public:
    HeaderStream(const ByteSource& source, std::uint64_t limit)
        : DcmInputStream(&producer_), producer_(source), limit_(limit), stackStart_(stackPosition()) {}

    OFBool good() const override { return !refused() && DcmInputStream::good(); }
    OFCondition status() const override { return refused() ? EC_InvalidStream : DcmInputStream::status(); }
    offile_off_t avail() override { return refused() ? 0 : DcmInputStream::avail(); }

    offile_off_t read(void* buffer, offile_off_t length) override {
        if (stackStart_ - stackPosition() > kStackLimit) tooDeep_ = true;
        if (refused()) {
            std::memset(buffer, 0, static_cast<std::size_t>(length));
            return 0;
        }
        const offile_off_t count = DcmInputStream::read(buffer, length);
        bytesRead_ += static_cast<std::uint64_t>(count);
        return count;
    }

    DcmInputStreamFactory* newFactory() const override { return new LeftOut; }

    bool tooDeep() const { return tooDeep_; }
    bool tooLong() const { return bytesRead_ > limit_; }

private:
    bool refused() const { return tooDeep_ || tooLong(); }

    BlockProducer producer_;
    std::uint64_t limit_, bytesRead_ = 0;
    std::uintptr_t stackStart_;
    bool tooDeep_ = false;
};

/// Returns the unsigned number in `count` bytes.
std::uint32_t number(const std::byte* bytes, std::size_t count, bool bigEndian) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = (value << 8) | std::to_integer<std::uint32_t>(bytes[bigEndian ? i : count - 1 - i]);
    }
    return value;
}

/// Sets the place of the pixel data in `header`. DCMTK stopped at `end`, after the tag and length of the element, and
/// keeps neither. They have 12 bytes for an explicit VR with a 32-bit length, else 8.
void locatePixels(DicomHeader& header, const ByteSource& source, std::uint64_t end) {
    std::array<std::byte, 12> bytes{};
    if (end < bytes.size()) return;
    source.read(end - bytes.size(), bytes);
    const DcmXfer syntax(header.dataset->getOriginalXfer());
    const bool big = syntax.getByteOrder() == EBO_BigEndian;
    const auto isPixels = [&](std::size_t at) {
        const std::uint32_t element = number(&bytes[at + 2], 2, big);
        return number(&bytes[at], 2, big) == 0x7fe0 && (element == 0x08 || element == 0x09 || element == 0x10);
    };
    const bool longForm = syntax.isExplicitVR() && isPixels(0);
    if (!longForm && !isPixels(4)) return;
    const std::size_t start = longForm ? 0 : 4;
    header.pixelElement = static_cast<std::uint16_t>(number(&bytes[start + 2], 2, big));
    const bool shortLength = !longForm && syntax.isExplicitVR();
    header.pixelLength = number(&bytes[shortLength ? 10 : 8], shortLength ? 2 : 4, big);
    header.undefinedLength = !shortLength && header.pixelLength == DCM_UndefinedLength;
    const auto vr = [&](std::size_t i) { return std::to_integer<char>(bytes[start + 4 + i]); };
    if (syntax.isExplicitVR()) header.words = vr(0) == 'O' && vr(1) == 'W';
    header.pixelOffset = end;
}

/// Reads the content of a header. Returns the offset of its end, or nothing if it is damaged. `detectSyntax` ignores
/// the transfer syntax of the meta header, which is wrong in some compressed files, and detects that of the data set.
std::optional<std::uint64_t> readUntilPixels(const ByteSource& source, DicomHeader& header, bool detectSyntax) {
    HeaderStream stream(source, kHeaderLimit);
    header.content = std::make_unique<DcmFileFormat>();
    header.dataset = header.content->getDataset();
    OFCondition condition;
    header.content->transferInit();
    if (detectSyntax) {
        DcmMetaInfo meta;
        meta.transferInit();
        condition = meta.read(stream, EXS_Unknown, EGL_noChange, kLargestHeaderValue);
        meta.transferEnd();
        if (condition.good()) {
            *header.content->getMetaInfo() = meta;
            condition = header.dataset->readUntilTag(stream, EXS_Unknown, EGL_noChange, kLargestHeaderValue,
                                                     kFirstPixelElement);
        }
    } else {
        condition =
            header.content->readUntilTag(stream, EXS_Unknown, EGL_noChange, kLargestHeaderValue, kFirstPixelElement);
        header.dataset = header.content->getDataset();
    }
    header.content->transferEnd();
    if (stream.tooDeep()) throw Error("dicom.nested_too_deeply", source.name());
    if (stream.tooLong()) throw Error("dicom.header_too_large", source.name(), {"64"});
    if (condition.bad() || header.dataset == nullptr || header.dataset->card() == 0) return {};
    return static_cast<std::uint64_t>(stream.tell());
}

/// Returns true for a data set without preamble and meta header: its first element is in group 0002 or 0008, in either
/// byte order, and has a known VR or, for an implicit VR, a plausible length.
bool looksLikeBareDicom(FileStart start) {
    if (start.size() < 16) return false;
    const auto byteAt = [&](std::size_t n) { return std::to_integer<unsigned>(start[n]); };
    const bool little = byteAt(1) == 0 && byteAt(3) == 0;
    const bool big = byteAt(0) == 0 && byteAt(2) == 0;
    const unsigned group = little ? byteAt(0) : byteAt(1);
    const unsigned element = little ? byteAt(2) : byteAt(3);
    if ((!little && !big) || (group != 2 && group != 8) || (little && big) || element > 0x70) return false;
    constexpr std::string_view kRepresentations = "AE AS CS DA DT IS LO OB PN SH TM UI UL UN US ";
    const std::string representation{static_cast<char>(byteAt(4)), static_cast<char>(byteAt(5)), ' '};
    const std::size_t found = kRepresentations.find(representation);
    if (found != std::string_view::npos && found % 3 == 0) return true;
    return little && byteAt(5) == 0 && byteAt(6) == 0 && byteAt(7) == 0 && byteAt(4) % 2 == 0 && byteAt(4) <= 128;
}

}  // namespace

void prepareDicomLibraries() {
    static std::once_flag once;
    std::call_once(once, [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        gdcm::Trace::DebugOff();
        gdcm::Trace::WarningOff();
        gdcm::Trace::ErrorOff();
        // No colour conversion: the JPEG stream and the data set often disagree about it (dicom_codecs.cpp decides).
        DJDecoderRegistration::registerCodecs(EDC_never, EUC_never, EPC_colorByPixel);
        DJLSDecoderRegistration::registerCodecs(EJLSUC_never, EJLSPC_colorByPixel);
        dcmAutoDetectDatasetXfer.set(OFTrue);
        dcmEnableUnknownVRConversion.set(OFTrue);
    });
}

bool isDicom(FileStart start) {
    return hasAt(start, 128, "DICM") || looksLikeBareDicom(start);
}

DicomHeader::DicomHeader() : content(std::make_unique<DcmFileFormat>()), dataset(content->getDataset()) {}
DicomHeader::DicomHeader(DicomHeader&&) noexcept = default;
DicomHeader::~DicomHeader() = default;

DicomHeader readDicomHeader(const ByteSource& source) {
    prepareDicomLibraries();
    const auto held = source.hold();
    if (source.size() == 0) throw Error("file.empty", source.name());
    DicomHeader header;
    std::optional<std::uint64_t> end = readUntilPixels(source, header, false);
    if (!end) end = readUntilPixels(source, header, true);
    if (!end) throw Error("dicom.damaged_header", source.name());
    header.deflated = DcmXfer(header.dataset->getOriginalXfer()).getStreamCompression() != ESC_none;
    if (header.deflated) {
        header.pixelElement = 0x10;
    } else {
        locatePixels(header, source, *end);
    }
    return header;
}

std::vector<std::byte> readDeflatedPixels(const ByteSource& source, std::uint64_t wanted) {
    prepareDicomLibraries();
    // The element may be slightly longer (padding). DCMTK leaves out a much longer one.
    const std::uint64_t largest = wanted + 4096;
    if (largest > std::numeric_limits<Uint32>::max()) throw Error("dicom.deflated_too_large", source.name());
    HeaderStream stream(source, kHeaderLimit + largest);
    DcmFileFormat content;
    content.transferInit();
    content.read(stream, EXS_Unknown, EGL_noChange, std::max(static_cast<Uint32>(largest), kLargestHeaderValue));
    content.transferEnd();
    std::vector<std::byte> pixels;
    DcmElement* element = nullptr;
    if (content.getDataset() != nullptr) content.getDataset()->findAndGetElement(DCM_PixelData, element);
    if (element == nullptr) return pixels;
    Uint8* bytes = nullptr;
    Uint16* words = nullptr;
    if (element->getUint8Array(bytes).bad()) bytes = nullptr;
    if (bytes == nullptr && element->getUint16Array(words).good()) bytes = reinterpret_cast<Uint8*>(words);
    if (bytes != nullptr) {
        const auto* begin = reinterpret_cast<const std::byte*>(bytes);
        pixels.assign(begin, begin + std::min<std::uint64_t>(wanted, element->getLength()));
    }
    return pixels;
}

}  // namespace fleming::viewer
