#include "viewer/io/dicom/dicom_file.h"

#include "viewer/io/fault.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrma.h>
#include <dcmtk/dcmdata/dcobject.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <gdcmTrace.h>
#include <limits>
#include <mutex>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace fleming::viewer {

namespace {

constexpr std::uint64_t kHeaderLimit = 64 << 20;
constexpr Uint32 kLargestHeaderValue = 256 << 10;
constexpr std::size_t kBlock = 32 << 10;
// DCMTK reads nested sequences by recursion: this much stack is over a thousand levels.
constexpr std::uintptr_t kStackLimit = 1 << 20;

const DcmTagKey kFirstPixelElement(0x7fe0, 0x0008);

std::uintptr_t stackPosition() {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
}

/// A file as DCMTK's producers give it, read in blocks: DCMTK asks for two to four bytes at a time.
class BlockProducer final : public DcmProducer {
public:
    explicit BlockProducer(const RandomAccessFile& file) : file_(file), block_(kBlock) {}

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
    std::uint64_t size() const { return file_.stamp().size; }

    /// Makes the block hold the current position; false at the end of the file.
    bool fill() {
        if (position_ >= blockStart_ && position_ < blockStart_ + blockSize_) return true;
        blockStart_ = position_;
        blockSize_ = file_.readSome(position_, block_.data(), block_.size());
        return blockSize_ > 0;
    }

    const RandomAccessFile& file_;
    std::vector<std::byte> block_;
    std::uint64_t blockStart_ = 0, blockSize_ = 0, position_ = 0;
};

/// Stands for the values that are too long for a header: they are never loaded.
class LeftOut final : public DcmInputStreamFactory {
public:
    DcmInputStream* create() const override { return nullptr; }
    DcmInputStreamFactory* clone() const override { return new LeftOut; }
    DcmInputStreamFactoryType ident() const override { return DFT_DcmInputFileStreamFactory; }
};

/// The stream that a header is read from. It ends with an error where more than `limit` bytes (after inflation) are
/// read, or where sequences are nested so deep that the stack would not bear it.
class HeaderStream final : public DcmInputStream {
public:
    HeaderStream(const RandomAccessFile& file, std::uint64_t limit)
        : DcmInputStream(&producer_), producer_(file), limit_(limit), stackStart_(stackPosition()) {}

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

std::uint32_t number(const std::byte* bytes, std::size_t count, bool bigEndian) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = (value << 8) | std::to_integer<std::uint32_t>(bytes[bigEndian ? i : count - 1 - i]);
    }
    return value;
}

/// The tag and length that DCMTK stopped after, at `end`: it keeps neither. Explicit VR with a long length has 12
/// bytes, all else 8.
void locatePixels(DicomHeader& header, const RandomAccessFile& file, std::uint64_t end) {
    std::array<std::byte, 12> bytes{};
    if (end < bytes.size()) return;
    file.read(end - bytes.size(), bytes.data(), bytes.size());
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

/// Reads a header's content; where it ended, or nothing where it is damaged. `otherSyntax`: the data set is encoded in
/// another way than the meta header says (some compressed files are), which is found out from the data set.
std::optional<std::uint64_t> readUntilPixels(const RandomAccessFile& file, const std::filesystem::path& path,
                                             DicomHeader& header, bool otherSyntax) {
    HeaderStream stream(file, kHeaderLimit);
    header.content = std::make_unique<DcmFileFormat>();
    header.dataset = header.content->getDataset();
    OFCondition condition;
    header.content->transferInit();
    if (otherSyntax) {
        DcmMetaInfo meta;
        meta.transferInit();
        condition = meta.read(stream, EXS_Unknown, EGL_noChange, kLargestHeaderValue);
        meta.transferEnd();
        if (condition.good()) {
            condition = header.dataset->readUntilTag(stream, EXS_Unknown, EGL_noChange, kLargestHeaderValue,
                                                     kFirstPixelElement);
        }
    } else {
        condition =
            header.content->readUntilTag(stream, EXS_Unknown, EGL_noChange, kLargestHeaderValue, kFirstPixelElement);
        header.dataset = header.content->getDataset();
    }
    header.content->transferEnd();
    if (stream.tooDeep()) fail(path, "has sequences that are nested too deeply");
    if (stream.tooLong()) fail(path, "has a header of more than 64 MB");
    if (condition.bad() || header.dataset == nullptr || header.dataset->card() == 0) return {};
    return static_cast<std::uint64_t>(stream.tell());
}

}  // namespace

void prepareDicomLibraries() {
    static std::once_flag once;
    std::call_once(once, [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        gdcm::Trace::DebugOff();
        gdcm::Trace::WarningOff();
        gdcm::Trace::ErrorOff();
        // Colour conversion is ours: the JPEG stream and the data set often disagree about it.
        DJDecoderRegistration::registerCodecs(EDC_never, EUC_never, EPC_colorByPixel);
        DJLSDecoderRegistration::registerCodecs(EJLSUC_never, EJLSPC_colorByPixel);
        dcmAutoDetectDatasetXfer.set(OFTrue);
        dcmEnableUnknownVRConversion.set(OFTrue);
    });
}

DicomHeader::DicomHeader() : content(std::make_unique<DcmFileFormat>()), dataset(content->getDataset()) {}
DicomHeader::DicomHeader(DicomHeader&&) noexcept = default;
DicomHeader::~DicomHeader() = default;

DicomHeader readDicomHeader(const std::filesystem::path& path) {
    prepareDicomLibraries();
    const RandomAccessFile file(path);
    if (file.stamp().size == 0) fail(path, "is empty");
    DicomHeader header;
    header.stamp = file.stamp();
    std::optional<std::uint64_t> end = readUntilPixels(file, path, header, false);
    if (!end) end = readUntilPixels(file, path, header, true);
    if (!end) fail(path, "is damaged or cut short: its DICOM header cannot be read");
    header.deflated = DcmXfer(header.dataset->getOriginalXfer()).getStreamCompression() != ESC_none;
    if (header.deflated) {
        header.pixelElement = 0x10;
    } else {
        locatePixels(header, file, *end);
    }
    return header;
}

std::vector<std::byte> readDeflatedPixels(const std::filesystem::path& path, std::uint64_t wanted) {
    prepareDicomLibraries();
    const RandomAccessFile file(path);
    // A little more than wanted may stand there (padding); what is much longer is left out and so refused.
    const std::uint64_t largest = wanted + 4096;
    if (largest > std::numeric_limits<Uint32>::max()) fail(path, "has more deflated pixel data than can be read");
    HeaderStream stream(file, kHeaderLimit + largest);
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

RandomAccessFile::RandomAccessFile(const std::filesystem::path& path) : path_(path) {
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) fail(path, std::string("cannot be opened: ") + std::strerror(errno));
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor_);
        fail(path, "is not a regular file");
    }
    stamp_.size = static_cast<std::uint64_t>(status.st_size);
    stamp_.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

RandomAccessFile::~RandomAccessFile() {
    ::close(descriptor_);
}

std::size_t RandomAccessFile::readSome(std::uint64_t offset, void* into, std::size_t bytes) const {
    std::size_t done = 0;
    while (done < bytes) {
        const ssize_t count =
            ::pread(descriptor_, static_cast<std::byte*>(into) + done, bytes - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(path_, std::string("cannot be read: ") + std::strerror(errno));
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

void RandomAccessFile::read(std::uint64_t offset, void* into, std::size_t bytes) const {
    if (readSome(offset, into, bytes) < bytes) fail(path_, "ends before its pixel data is complete");
}

}  // namespace fleming::viewer
