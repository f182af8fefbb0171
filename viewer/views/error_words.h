#pragma once

#include <QString>

#include <exception>
#include <functional>

namespace fleming::viewer {

/// Puts an exception into a message for the user. The program gives the views its own (app/errors).
using ErrorWords = std::function<QString(const std::exception_ptr&)>;

/// Returns what() alone: the words of a view that was given none.
inline QString whatOf(const std::exception_ptr& exception) {
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    } catch (...) {
        return {};
    }
}

}  // namespace fleming::viewer
