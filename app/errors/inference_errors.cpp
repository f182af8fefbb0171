#include "app/errors/error_table.h"

#include <QtGlobal>

namespace fleming::app {

std::span<const ErrorText> inferenceErrors() {
    return {};
}

}  // namespace fleming::app
