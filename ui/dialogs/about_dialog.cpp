#include "ui/dialogs/about_dialog.h"

#include "app/about.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace fleming::ui {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Fleming Viewer"));
    auto* picture = new QLabel(this);
    picture->setPixmap(QApplication::windowIcon().pixmap(64, 64));
    auto* text = new QLabel(
        tr("Fleming Viewer %1\n\nBrowse scans and ask Fleming-VL about them.\n\n%2\n\n"
           "Licensed under the Apache License, version 2.0. Built with Qt, VTK, ITK, DCMTK, FFmpeg and PyTorch.")
            .arg(QApplication::applicationVersion(), QString::fromStdString(app::researchOnlyStatement())),
        this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(buttons);
    resize(440, 240);
}

}  // namespace fleming::ui
