#include "ui/start_page.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "app/default_model.h"
#include "ui/icons.h"
#include "ui/muted_label.h"
#include "ui/theme.h"

namespace fleming::ui {

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
    auto* heading = new QLabel(tr("Open a scan to begin"), this);
    QFont large = heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    heading->setFont(large);
    auto* hint = new QLabel(tr("Drop files or a folder anywhere in this window, or open them here."), this);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    auto* kinds = new MutedLabel(tr("DICOM, NIfTI, NRRD, MetaImage, NumPy arrays, PNG, JPEG, TIFF, BMP and videos."), this);
    kinds->setAlignment(Qt::AlignCenter);
    const auto button = [this](const QString& text, Symbol symbol) {
        auto* made = new QPushButton(icon(symbol), text, this);
        made->setMinimumWidth(170);
        made->setMinimumHeight(34);
        made->setAutoDefault(true);
        return made;
    };
    QPushButton* files = button(tr("Open files…"), Symbol::openFile);
    QPushButton* folder = button(tr("Open a folder…"), Symbol::openFolder);
    QPushButton* sample = button(tr("Open the sample"), Symbol::addMany);
    sample->setToolTip(tr("A drawn CT of a chest that comes with the program"));
    sample->setVisible(app::findSample().has_value());
    connect(files, &QPushButton::clicked, this, &StartPage::openFilesRequested);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::openSampleRequested);
    auto* steps = new MutedLabel(tr("Then pick slices as evidence below, and ask a question on the right."), this);
    steps->setAlignment(Qt::AlignCenter);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(1);
    column->addWidget(heading, 0, Qt::AlignCenter);
    column->addWidget(hint);
    column->addSpacing(6);
    for (QPushButton* each : {files, folder, sample}) column->addWidget(each, 0, Qt::AlignCenter);
    column->addSpacing(6);
    column->addWidget(kinds);
    column->addWidget(steps);
    column->addStretch(1);
    column->setContentsMargins(40, 40, 40, 40);
}

void StartPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(cardBorder(), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 10, 10);
}

}  // namespace fleming::ui
