#pragma once

#include <span>

namespace fleming::app {

/// A code of Error or viewer::Note, and its words.
struct ErrorText {
    const char* code;
    /// One or two full sentences that do not name the source. %1, %2, ... stand for the arguments of the Error. Marked
    /// with QT_TRANSLATE_NOOP("Errors", ...), so that translators see it.
    const char* text;
};

// The codes that each folder raises, in alphabetical order.
std::span<const ErrorText> baseErrors();
std::span<const ErrorText> viewerErrors();
std::span<const ErrorText> inferenceErrors();
std::span<const ErrorText> appErrors();
std::span<const ErrorText> commandLineErrors();  // app/cli and app/evaluation

}  // namespace fleming::app
