#pragma once

#include "viewer/data/picture.h"

#include <QImage>

namespace fleming::app {

/// Returns a QImage of the pixels of `image`, which are not copied: `image` must outlive it and all its shallow copies.
QImage imageView(const viewer::RgbImage& image);

}  // namespace fleming::app
