#include "ui/dialogs/file_dialogs.h"

#include <QFileInfo>

namespace fleming::ui {

QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& folder, QFileDialog::FileMode mode,
                            const QString& filter) {
    auto* dialog = new QFileDialog(parent, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    return dialog;
}

QFileDialog* makeSaveDialog(QWidget* parent, const QString& title, const QString& path, const QString& filter) {
    const QFileInfo file(path);
    QFileDialog* dialog = makeFileDialog(parent, title, file.path(), QFileDialog::AnyFile, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(file.suffix());
    dialog->selectFile(file.fileName());
    return dialog;
}

}  // namespace fleming::ui
