#pragma once

#include <QIcon>

namespace fleming::ui {

enum class Symbol {
    openFile,
    openFolder,
    addSlice,
    addMany,
    addClip,
    preset,
    remove,
    clear,
    send,
    stop,
    copy,
    expand,
    collapse,
    close,
    warning,
    error,
    info,
    chip,
    settings,
    report,
    conversation,
    fit,
    window,
    undo,
};

/// The symbol as an icon: drawn, so sharp at every size, in the text colour of the palette in force.
QIcon icon(Symbol symbol);

}  // namespace fleming::ui
