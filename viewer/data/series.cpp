#include "viewer/data/series.h"

#include "base/error.h"

namespace fleming::viewer {

const char* toString(SeriesKind kind) {
    switch (kind) {
        case SeriesKind::volume:
            return "volume";
        case SeriesKind::picture:
            return "picture";
        case SeriesKind::clip:
            return "clip";
    }
    return "unknown";
}

const std::filesystem::path* Series::fileOfSlice(int k) const {
    const auto slice = static_cast<std::size_t>(k);
    return files.size() == static_cast<std::size_t>(geometry.size[2]) && slice < files.size() ? &files[slice] : nullptr;
}

Window windowOfRange(double low, double high) {
    return {(low + high + 1.0) / 2.0, high - low + 1.0};
}

void PixelSource::read(Volume&, int, const SliceCallback&, std::stop_token) const {
    throw Error("This series is a clip, so it has no volume to load.");
}

std::shared_ptr<const Clip> PixelSource::openClip(std::stop_token) const {
    throw Error("This series is not a clip, so it has no frames over time.");
}

std::shared_ptr<Volume> allocate(const Series& series) {
    auto volume = std::make_shared<Volume>(series.geometry, series.type, series.components, series.rescale);
    volume->padding = series.padding;
    return volume;
}

std::shared_ptr<const Volume> loadVolume(const Series& series, const SliceCallback& onSlice, std::stop_token stop) {
    if (!series.source) throw Error("The series has no source for its pixels.");
    if (series.kind == SeriesKind::clip) throw Error("This series is a clip, so it has no volume to load.");
    const auto volume = allocate(series);
    series.source->read(*volume, 0, onSlice, stop);
    return volume;
}

}  // namespace fleming::viewer
