#pragma once

#include <string>

namespace fleming::inference {

/// `text`, well-formed UTF-8, in Unicode's Normalization Form C. Takes n log n time at worst, whatever the text.
/// The character data are utf8proc's; a version of it that knows a newer Unicode composes that version's new characters too.
std::string toNfc(std::string text);

}  // namespace fleming::inference
