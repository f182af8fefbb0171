#pragma once

#include "viewer/io/pictures/picture_codec.h"

namespace fleming::viewer {

/// Decodes PNG pictures with libpng. Alpha is dropped, 16-bit colours keep their high byte: as Pillow's convert("RGB")
/// does.
extern const PictureCodec kPngCodec;

}  // namespace fleming::viewer
