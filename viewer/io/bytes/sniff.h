#pragma once

#include "viewer/io/readers.h"

#include <cstddef>
#include <span>
#include <string>

namespace fleming::viewer {

enum class PictureFormat { png, jpeg, tiff, bmp, gif, none };

/// Which picture format the first bytes are of; 16 bytes are enough.
PictureFormat pictureFormat(std::span<const std::byte> bytes);

/// Why a file of unknown kind cannot be opened: a sentence's end ("is text, not an image").
std::string unknownReason(std::span<const std::byte> bytes);

/// Bytes of a file's start that sniffing looks at.
constexpr std::size_t kSniffBytes = 1024;

}  // namespace fleming::viewer
