#include "app/errors/error_table.h"

#include <QtGlobal>

namespace fleming::app {

std::span<const ErrorText> baseErrors() {
    static constexpr ErrorText kTexts[] = {
        {"cancelled", QT_TRANSLATE_NOOP("Errors", "This was cancelled.")},
        {"file.cannot_map", QT_TRANSLATE_NOOP("Errors", "The file cannot be mapped into memory (%1).")},
        {"file.cannot_open", QT_TRANSLATE_NOOP("Errors", "The file cannot be opened (%1).")},
        {"file.not_regular", QT_TRANSLATE_NOOP("Errors", "This is not a regular file.")},
        {"sha256.failed", QT_TRANSLATE_NOOP("Errors", "The SHA-256 checksum cannot be computed.")},
    };
    return kTexts;
}

}  // namespace fleming::app
