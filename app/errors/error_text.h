#pragma once

#include "base/error.h"

#include <QString>

#include <exception>
#include <string>

namespace fleming::app {

/// Puts errors into words, in the language of the program. This is the only place that does. The sentence for each code
/// is in a table for each folder: base_errors.cpp, viewer_errors.cpp, inference_errors.cpp, app_errors.cpp.

/// Returns what is wrong and what to do, in full sentences, without the source: for lists that show the source beside
/// it.
QString reasonOf(const Error& error);

/// Returns reasonOf() with the source in front, if there is one: "FILE: REASON".
QString messageOf(const Error& error);

/// Returns the message for the user about any exception; what a library says is shown as an internal error.
std::string messageOf(std::exception_ptr exception);

}  // namespace fleming::app
