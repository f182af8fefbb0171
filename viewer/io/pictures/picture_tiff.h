#pragma once

#include "viewer/io/pictures/picture_codec.h"

namespace fleming::viewer {

/// Decodes TIFF pictures with libtiff: all pages, grey of up to 64 bits, and colours.
extern const PictureCodec kTiffCodec;

}  // namespace fleming::viewer
