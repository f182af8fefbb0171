#pragma once

#include <string>

namespace fleming::app {

/// Returns a text as a field of a CSV file (RFC 4180): between quotation marks, which are doubled inside.
std::string csvText(const std::string& text);

}  // namespace fleming::app
