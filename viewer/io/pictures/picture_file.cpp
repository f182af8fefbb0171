#include "base/mapped_file.h"
#include "viewer/io/bytes/sniff.h"
#include "viewer/io/fault.h"
#include "viewer/io/pictures/picture_codec.h"
#include "viewer/io/readers.h"
#include "viewer/io/volumes/raw_voxels.h"

#include <algorithm>

namespace fleming::viewer {

namespace {

const char* nameOf(PictureFormat format) {
    switch (format) {
        case PictureFormat::png:
            return "PNG";
        case PictureFormat::jpeg:
            return "JPEG";
        case PictureFormat::tiff:
            return "TIFF";
        case PictureFormat::bmp:
            return "BMP";
        case PictureFormat::gif:
            return "GIF";
        case PictureFormat::none:
            break;
    }
    return "";
}

/// Pages of one size and kind, each a slice.
class PictureSource final : public PixelSource {
public:
    PictureSource(std::filesystem::path file, PictureFormat format, std::vector<PictureHeader> pages)
        : file_(std::move(file)), format_(format), pages_(std::move(pages)) {}

    void read(Volume& into, int first, const SliceCallback& onSlice, std::stop_token stop) const override {
        const MappedFile file(file_);
        const int slices = static_cast<int>(pages_.size());
        for (int step = 0; step < slices; ++step) {
            if (stop.stop_requested()) throw Cancelled();
            const int k = (std::clamp(first, 0, slices - 1) + step) % slices;
            readPage(file.bytes(), k, into.writableSlice(k));
            into.markReady(k);
            if (onSlice) onSlice(into.readyCount(), slices);
        }
    }

private:
    void readPage(FileBytes bytes, int k, std::span<std::byte> slice) const {
        const PictureHeader& page = pages_[static_cast<std::size_t>(k)];
        if (page.bytes() != slice.size()) fail(file_, "has changed since it was opened");
        if (page.orientation == 1) {
            decode(bytes, page, slice);
            return;
        }
        std::vector<std::byte> stored(page.bytes());
        decode(bytes, page, stored);
        applyOrientation(stored, page.width, page.height,
                         bytesOf(page.type) * static_cast<std::size_t>(page.components), page.orientation, slice);
    }

    void decode(FileBytes bytes, const PictureHeader& page, std::span<std::byte> pixels) const {
        switch (format_) {
            case PictureFormat::png:
                decodePng(file_, bytes, page, pixels);
                break;
            case PictureFormat::jpeg:
                decodeJpeg(file_, bytes, page, pixels);
                break;
            case PictureFormat::bmp:
                decodeBmp(file_, bytes, page, pixels);
                break;
            case PictureFormat::tiff:
                decodeTiff(file_, bytes, page, pixels);
                break;
            case PictureFormat::gif:
            case PictureFormat::none:
                fail(file_, "is not an image");
        }
    }

    std::filesystem::path file_;
    PictureFormat format_;
    std::vector<PictureHeader> pages_;
};

std::vector<PictureHeader> headersOf(const std::filesystem::path& file, PictureFormat format, FileBytes bytes) {
    switch (format) {
        case PictureFormat::png:
            return {pngHeader(file, bytes)};
        case PictureFormat::jpeg:
            return {jpegHeader(file, bytes)};
        case PictureFormat::bmp:
            return {bmpHeader(file, bytes)};
        case PictureFormat::tiff:
            return tiffHeaders(file, bytes);
        case PictureFormat::gif:
        case PictureFormat::none:
            break;
    }
    fail(file, "is not an image of a known format");
}

bool sameKind(const PictureHeader& a, const PictureHeader& b) {
    return a.width == b.width && a.height == b.height && a.components == b.components && a.type == b.type &&
           a.inverted == b.inverted && (a.orientation >= 5) == (b.orientation >= 5);
}

Series seriesOf(const std::filesystem::path& file, PictureFormat format, std::vector<PictureHeader> pages) {
    const PictureHeader& page = pages.front();
    const bool turned = page.orientation >= 5;
    Series series;
    series.kind = pages.size() > 1 ? SeriesKind::volume : SeriesKind::picture;
    series.format = nameOf(format);
    series.description = file.filename().string();
    series.files = {file};
    series.geometry.size = {turned ? page.height : page.width, turned ? page.width : page.height,
                            static_cast<int>(pages.size())};
    series.type = page.type;
    series.components = page.components;
    series.inverted = page.inverted;
    // Pictures are shown as they are: the type's whole range.
    if (page.components == 1 && page.type == ScalarType::uint8) series.windows = {windowOfRange(0, 255)};
    if (page.components == 1 && page.type == ScalarType::uint16) series.windows = {windowOfRange(0, 65535)};
    if (!series.windows.empty()) series.windowNames = {"Whole range"};
    series.source = std::make_shared<PictureSource>(file, format, std::move(pages));
    return series;
}

}  // namespace

std::vector<Series> readPicture(const std::filesystem::path& file) {
    const MappedFile mapped(file);
    const PictureFormat format = pictureFormat(mapped.bytes());
    const std::vector<PictureHeader> pages = headersOf(file, format, mapped.bytes());
    bool oneVolume = pages.size() > 1;
    for (const PictureHeader& page : pages)
        oneVolume = oneVolume && sameKind(page, pages.front());
    if (oneVolume) return {seriesOf(file, format, pages)};
    std::vector<Series> result;
    for (std::size_t n = 0; n < pages.size(); ++n) {
        result.push_back(seriesOf(file, format, {pages[n]}));
        if (pages.size() > 1) {
            result.back().description += ", page " + std::to_string(n + 1) + " of " + std::to_string(pages.size());
        }
    }
    return result;
}

}  // namespace fleming::viewer
