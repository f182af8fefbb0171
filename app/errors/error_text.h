#pragma once

#include "base/error.h"
#include "viewer/data/note.h"

#include <QString>

#include <exception>
#include <string>

namespace fleming::app {

/// Puts errors into words, in the language of the program. This is the only place that does. The sentence for each code
/// is in a table for each folder: base_errors.cpp, viewer_errors.cpp, inference_errors.cpp, app_errors.cpp,
/// command_line_errors.cpp.
///
/// tests/app/error_text_test.cpp compares the tables with the sources. So that it finds the codes, write a code as a
/// literal "area.fault" (lower-case letters, digits and underscores; one dot), as the first argument of Error(...), of
/// another class that is thrown, or of a helper whose name begins with "fail" or "throw". Where Error(...) gets its
/// arguments as a list in braces, they must suffice for the placeholders of the sentence.

/// In privacy mode (app/privacy.h): leaves the source, and all arguments but numbers, out of every sentence from now
/// on, for paths and values from files can name a patient. Callable from any thread.
void hideSources(bool hidden);

/// Returns what is wrong and what to do, in full sentences, without the source: for lists that show the source beside
/// it.
QString reasonOf(const Error& error);

/// Returns the sentences of a note.
QString noteText(const viewer::Note& note);

/// Returns reasonOf() with the source in front, if there is one: "FILE: REASON".
QString messageOf(const Error& error);

/// Returns the message for the user about any exception; what a library says is shown as an internal error.
std::string messageOf(std::exception_ptr exception);

}  // namespace fleming::app
