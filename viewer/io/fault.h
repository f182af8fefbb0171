#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>

namespace fleming::viewer {

/// Throws Error("FILE: what."): the one form of message that the readers have. `what` is a sentence's end without its
/// point.
[[noreturn]] inline void fail(const std::filesystem::path& file, const std::string& what) {
    throw Error(file.string() + ": " + what + ".");
}

/// The message of a reader's Error without the file's name in front, for lists that name the file beside it.
inline std::string reasonOf(const std::filesystem::path& file, const std::exception& error) {
    std::string message = error.what();
    const std::string prefix = file.string() + ": ";
    if (message.starts_with(prefix)) message.erase(0, prefix.size());
    return message;
}

}  // namespace fleming::viewer
