#pragma once

#include <cstddef>
#include <span>

namespace fleming::viewer {

/// Returns the code of the Error for a file that no reader recognizes, by the file's first bytes: "open.text",
/// "open.zip", ..., "open.unknown_format".
const char* unknownFormatFault(std::span<const std::byte> start);

}  // namespace fleming::viewer
