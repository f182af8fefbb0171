#pragma once

#include "viewer/io/pictures/picture_codec.h"

namespace fleming::viewer {

/// Decodes BMP pictures with FFmpeg.
extern const PictureCodec kBmpCodec;

}  // namespace fleming::viewer
