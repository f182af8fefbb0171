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
    series,
    evidence,
    measure,
    fit,
    window,
    undo,
    redo,
    previous,
    next,
    select,
    box,
    ellipse,
    arrow,
    link,
    replay,
    edit,
    again,
    compare,
    prompts,
    gallery,
    crop,
    eye,
    camera,
};

/// Returns a symbol as an icon. It is drawn in the text colour of the current palette and is sharp at every size.
QIcon icon(Symbol symbol);

}  // namespace fleming::ui
