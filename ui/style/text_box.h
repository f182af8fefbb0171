#pragma once

#include <QMimeData>
#include <QPlainTextEdit>

namespace fleming::ui {

/// A box for plain text. All boxes that the user types into are of this class.
class TextBox : public QPlainTextEdit {
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    /// Qt 6.4 crashes if the clipboard is empty.
    void insertFromMimeData(const QMimeData* source) override {
        if (!source->formats().isEmpty()) QPlainTextEdit::insertFromMimeData(source);
    }
};

}  // namespace fleming::ui
