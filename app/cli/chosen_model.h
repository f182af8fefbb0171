#pragma once

#include "app/cli/console.h"

#include <filesystem>
#include <string>

namespace fleming::app::cli {

/// The model's folder: `given`, else FLEMING_MODEL, else the demo model, else the random one that the build makes; it
/// is then said on `err` that its words mean nothing. Throws Error where there is none.
std::filesystem::path chooseModel(const std::string& given, Console& console);

}  // namespace fleming::app::cli
