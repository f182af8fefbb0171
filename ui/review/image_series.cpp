#include "ui/review/image_series.h"

#include <algorithm>
#include <cstring>

namespace fleming::ui {

ImageSeries imageSeries(const viewer::RgbImage& image, const std::string& description) {
    viewer::PictureInfo info;
    info.geometry.size = {std::max(1, image.width), std::max(1, image.height), 1};
    info.components = 3;
    ImageSeries made;
    made.series.description.words = description;
    made.series.info = info;
    const auto volume = viewer::allocate(made.series);
    const std::span<std::byte> pixels = volume->writableSlice(0);
    std::memcpy(pixels.data(), image.rgb.data(), std::min(pixels.size(), image.rgb.size()));
    volume->markReady(0);
    made.volume = volume;
    return made;
}

}  // namespace fleming::ui
