#pragma once

#include "base/error.h"

#include <optional>
#include <ostream>

namespace fleming {

/// Prints an Error in the messages of GoogleTest.
inline void PrintTo(const Error& error, std::ostream* out) {
    *out << error.what();
}

namespace test {

/// Calls work() and returns the Error that it throws, or nothing.
template <typename Work>
std::optional<Error> thrownError(const Work& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

}  // namespace test

}  // namespace fleming
