#include "viewer/data/series.h"

#include "base/error.h"

#include <algorithm>

namespace fleming::viewer {

SeriesKind Series::kind() const {
    if (std::holds_alternative<ClipInfo>(info)) return SeriesKind::clip;
    return std::holds_alternative<VolumeInfo>(info) ? SeriesKind::volume : SeriesKind::picture;
}

const ImageInfo& Series::image() const {
    if (const auto* volume = std::get_if<VolumeInfo>(&info)) return *volume;
    return std::get<PictureInfo>(info);
}

ImageInfo& Series::image() {
    return const_cast<ImageInfo&>(std::as_const(*this).image());
}

const std::filesystem::path* Series::fileOfSlice(int k) const {
    const auto slice = static_cast<std::size_t>(k);
    const auto slices = static_cast<std::size_t>(geometry().size[2]);
    const bool isStored = !hasPart(description, SeriesPartKind::straightened);
    return isStored && files.size() == slices && slice < slices ? &files[slice] : nullptr;
}

std::optional<DicomReference> Series::objectOf(int k) const {
    const bool isClip = kind() == SeriesKind::clip;
    const auto index = isClip ? 0 : static_cast<std::size_t>(k);
    if (index >= objects.size() || objects[index].sopInstanceUid.empty()) return {};
    DicomReference object = objects[index];
    if (isClip) object.frame = k + 1;
    return object;
}

std::shared_ptr<Volume> allocate(const Series& series) {
    const ImageInfo& image = series.image();
    auto volume = std::make_shared<Volume>(image.geometry, image.type, image.components, image.rescale);
    volume->padding = image.padding;
    return volume;
}

std::vector<int> slicesOutward(int first, int count) {
    first = std::clamp(first, 0, count - 1);
    std::vector<int> slices{first};
    for (int step = 1; static_cast<int>(slices.size()) < count; ++step) {
        if (first + step < count) slices.push_back(first + step);
        if (first - step >= 0) slices.push_back(first - step);
    }
    return slices;
}

void readSlices(const Series& series, Volume& into, const std::vector<int>& slices, const SliceCallback& onSlice,
                std::stop_token stop) {
    const int count = into.geometry().size[2];
    std::vector<bool> listed(static_cast<std::size_t>(count));
    std::vector<int> missing;
    for (const int k : slices) {
        if (k < 0 || k >= count) {
            throw Error("series.no_such_slice", {}, {std::to_string(k), std::to_string(count - 1)});
        }
        if (into.isReady(k) || listed[static_cast<std::size_t>(k)]) continue;
        listed[static_cast<std::size_t>(k)] = true;
        missing.push_back(k);
    }
    if (!series.source) throw Error("series.no_source");
    if (!missing.empty()) series.source->read(into, missing, onSlice, stop);
}

std::shared_ptr<const Volume> loadVolume(const Series& series, const SliceCallback& onSlice, std::stop_token stop) {
    const auto volume = allocate(series);
    readSlices(series, *volume, slicesOutward(0, volume->geometry().size[2]), onSlice, stop);
    return volume;
}

}  // namespace fleming::viewer
