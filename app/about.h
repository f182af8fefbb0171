#pragma once

#include <string>

namespace fleming::app {

/// Returns the name and the version of the program, for example "Fleming Viewer 1.2.3", for records and exports.
std::string programVersion();

/// "For research use only. Not for diagnosis or any clinical decision.", for what is in English in every language.
extern const char* const kResearchOnlyStatement;

/// Returns the same in the language of the program.
std::string researchOnlyStatement();

}  // namespace fleming::app
