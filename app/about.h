#pragma once

#include <string>

namespace fleming::app {

/// Returns the name and the version of the program, for example "Fleming Viewer 1.2.3", for records and exports.
std::string programVersion();

/// Returns "For research use only. Not for diagnosis or any clinical decision." in the language of the program.
std::string researchOnlyStatement();

}  // namespace fleming::app
