#include "app/errors/error_table.h"

#include <QtGlobal>

namespace fleming::app {

std::span<const ErrorText> viewerErrors() {
    return {};
}

}  // namespace fleming::app
