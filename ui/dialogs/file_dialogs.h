#pragma once

#include <QFileDialog>
#include <QString>

namespace fleming::ui {

// Dialogs that choose files. Each deletes itself when it is closed; connect its signals, then call open().

/// Returns a dialog for existing files or folders that begins in `folder`.
QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& folder, QFileDialog::FileMode mode,
                            const QString& filter = {});

/// Returns a dialog for a file to write. It proposes `path`, whose suffix is added to names without one.
QFileDialog* makeSaveDialog(QWidget* parent, const QString& title, const QString& path, const QString& filter = {});

}  // namespace fleming::ui
