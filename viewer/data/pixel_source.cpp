#include "viewer/data/pixel_source.h"

#include "base/error.h"

namespace fleming::viewer {

void PixelSource::read(Volume&, std::span<const int>, const SliceCallback&, std::stop_token) const {
    throw Error("series.is_clip");
}

std::shared_ptr<const Clip> PixelSource::openClip(std::stop_token) const {
    throw Error("series.is_no_clip");
}

}  // namespace fleming::viewer
