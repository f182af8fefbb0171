#pragma once

#include <string>

namespace fleming::app::cli {

/// The page of a command ("ask"), or of the whole program ("").
std::string helpPage(const std::string& command);

}  // namespace fleming::app::cli
