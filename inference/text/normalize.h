#pragma once

#include <string>

namespace fleming::inference {

/// `text`, well-formed UTF-8, in Unicode's Normalization Form C. Takes n log n time at worst, whatever the text.
/// The character data are utf8proc's: versions of it differ in the characters that their Unicode versions added.
std::string toNfc(std::string text);

}  // namespace fleming::inference
