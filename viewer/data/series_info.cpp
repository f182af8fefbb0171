#include "viewer/data/series_info.h"

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

SeriesInfo volumeOrPicture(ImageInfo image) {
    if (image.geometry.size[2] > 1) return VolumeInfo{std::move(image)};
    return PictureInfo{std::move(image)};
}

}  // namespace fleming::viewer
