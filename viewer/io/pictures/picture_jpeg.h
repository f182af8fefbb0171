#pragma once

#include "viewer/io/pictures/picture_codec.h"

namespace fleming::viewer {

/// Decodes JPEG pictures with libjpeg: baseline and progressive, 8 bits per sample, grey, YCbCr, RGB and CMYK.
extern const PictureCodec kJpegCodec;

}  // namespace fleming::viewer
