#pragma once

#include <string>

namespace fleming::inference {

/// Converts well-formed UTF-8 to Unicode Normalization Form C (NFC), in O(n log n) for any text. The character data are
/// those of utf8proc; its versions differ in the characters that their Unicode versions added.
std::string toNfc(std::string text);

}  // namespace fleming::inference
