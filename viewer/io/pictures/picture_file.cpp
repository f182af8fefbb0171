#include "viewer/io/pictures/picture_file.h"

#include "base/error.h"
#include "viewer/io/pictures/picture_bmp.h"
#include "viewer/io/pictures/picture_jpeg.h"
#include "viewer/io/pictures/picture_png.h"
#include "viewer/io/pictures/picture_tiff.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fleming::viewer {

namespace {

/// Returns the codec of a file that begins with `start`, or null.
const PictureCodec* codecOf(FileStart start) {
    static const std::array kCodecs{&kPngCodec, &kJpegCodec, &kTiffCodec, &kBmpCodec};
    const auto found = std::find_if(kCodecs.begin(), kCodecs.end(),
                                    [&](const PictureCodec* codec) { return codec->recognizes(start); });
    return found == kCodecs.end() ? nullptr : *found;
}

/// Reads pages of the same size and type, one slice each.
class PictureSource final : public PixelSource {
public:
    PictureSource(ByteSourcePtr source, const PictureCodec& codec, std::vector<PictureHeader> pages)
        : source_(std::move(source)), codec_(codec), pages_(std::move(pages)) {}

    void read(Volume& into, std::span<const int> slices, const SliceCallback& onSlice,
              std::stop_token stop) const override {
        const ByteView file = source_->view();
        for (const int k : slices) {
            if (stop.stop_requested()) throw Cancelled();
            readPage(file.bytes, k, into.writableSlice(k));
            into.markReady(k);
            if (onSlice) onSlice(into.readyCount(), static_cast<int>(pages_.size()));
        }
    }

private:
    void readPage(FileBytes bytes, int k, std::span<std::byte> slice) const {
        const PictureHeader& page = pages_[static_cast<std::size_t>(k)];
        if (page.bytes() != slice.size()) throw Error("volume.other_series", source_->name());
        if (page.orientation == 1) {
            codec_.decode(source_->name(), bytes, page, slice);
            return;
        }
        std::vector<std::byte> stored(page.bytes());
        codec_.decode(source_->name(), bytes, page, stored);
        applyOrientation(stored, page.width, page.height,
                         bytesOf(page.type) * static_cast<std::size_t>(page.components), page.orientation, slice);
    }

    ByteSourcePtr source_;
    const PictureCodec& codec_;
    std::vector<PictureHeader> pages_;
};

/// Returns true if two pages can be slices of one volume.
bool sameKind(const PictureHeader& a, const PictureHeader& b) {
    return a.width == b.width && a.height == b.height && a.components == b.components && a.type == b.type &&
           a.inverted == b.inverted && (a.orientation >= 5) == (b.orientation >= 5);
}

Series seriesOf(const ByteSourcePtr& source, const PictureCodec& codec, std::vector<PictureHeader> pages) {
    const PictureHeader& page = pages.front();
    const bool turned = page.orientation >= 5;
    Series series;
    series.format = codec.name;
    series.description.words = source->fileName();
    series.files = {source->name()};
    ImageInfo image;
    image.geometry.size = {turned ? page.height : page.width, turned ? page.width : page.height,
                           static_cast<int>(pages.size())};
    image.type = page.type;
    image.components = page.components;
    image.inverted = page.inverted;
    // Pictures are shown without windowing: the whole range of the type.
    if (page.components == 1 && (page.type == ScalarType::uint8 || page.type == ScalarType::uint16)) {
        image.windows = {{"Whole range", windowOfRange(0, page.type == ScalarType::uint8 ? 255 : 65535)}};
    }
    series.info = volumeOrPicture(std::move(image));
    series.source = std::make_shared<PictureSource>(source, codec, std::move(pages));
    return series;
}

}  // namespace

bool isPicture(const ByteSourcePtr&, FileStart start) {
    return codecOf(start) != nullptr;
}

std::vector<Series> readPicture(const ByteSourcePtr& source) {
    const ByteView file = source->view();
    const PictureCodec* codec = codecOf(file.bytes);
    if (codec == nullptr) throw Error("picture.unknown_format", source->name());
    const std::vector<PictureHeader> pages = codec->readHeaders(source->name(), file.bytes);
    bool oneVolume = pages.size() > 1;
    for (const PictureHeader& page : pages)
        oneVolume = oneVolume && sameKind(page, pages.front());
    if (oneVolume) return {seriesOf(source, *codec, pages)};
    std::vector<Series> result;
    for (std::size_t n = 0; n < pages.size(); ++n) {
        result.push_back(seriesOf(source, *codec, {pages[n]}));
        if (pages.size() > 1) {
            result.back().description.parts = {
                {SeriesPartKind::page, std::to_string(n + 1), static_cast<int>(pages.size())}};
        }
    }
    return result;
}

}  // namespace fleming::viewer
