#pragma once

#include "app/errors/error_text.h"
#include "viewer/views/error_words.h"

namespace fleming::ui {

/// Returns the words of this program for the views of viewer/.
inline viewer::ErrorWords errorWords() {
    return [](const std::exception_ptr& exception) { return QString::fromStdString(app::messageOf(exception)); };
}

}  // namespace fleming::ui
