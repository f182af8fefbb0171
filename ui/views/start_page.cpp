#include "ui/views/start_page.h"

#include "app/studies/samples.h"
#include "ui/dialogs/scrollable.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/style/relative_font.h"
#include "ui/style/theme.h"
#include "viewer/io/formats.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace fleming::ui {

namespace {
constexpr std::size_t kSampleColumns = 2;
}

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
    auto* page = new QWidget(this);
    auto* heading = new QLabel(tr("Open a scan to begin"), page);
    setRelativeFontSize(heading, 1.6);
    auto* hint = new QLabel(tr("Drop files or a folder anywhere in this window, or open them here."), this);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    auto* kinds = new MutedLabel(
        tr("DICOM, %1", "formats that can be opened").arg(QString::fromStdString(viewer::formatNames())), this);
    kinds->setWordWrap(true);
    kinds->setAlignment(Qt::AlignCenter);
    const auto button = [this](const QString& text, Symbol symbol) {
        auto* made = new QPushButton(icon(symbol), text, this);
        made->setAutoDefault(true);
        return made;
    };
    QPushButton* files = button(tr("Open files…"), Symbol::openFile);
    QPushButton* folder = button(tr("Open folder…"), Symbol::openFolder);
    connect(files, &QPushButton::clicked, this, &StartPage::openFilesRequested);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    auto* steps = new MutedLabel(tr("Then pick slices as evidence below, and ask a question on the right."), this);
    steps->setAlignment(Qt::AlignCenter);

    auto* column = new QVBoxLayout(page);
    column->setSpacing(10);
    column->addStretch(1);
    column->addWidget(heading, 0, Qt::AlignCenter);
    column->addWidget(hint);
    column->addSpacing(6);
    auto* open = new QVBoxLayout;  // gives both buttons the same width
    for (QPushButton* each : {files, folder})
        open->addWidget(each);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(open);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addSpacing(6);
    column->addWidget(kinds);
    column->addWidget(steps);
    if (QWidget* samples = makeSamples()) {
        // The label is a row of the column: in a box that the layout aligns, it would get the height of its size hint,
        // not the height that its text needs at its width.
        auto* invitation = new MutedLabel(
            tr("Or try a sample. The samples are drawn, not real scans, and come with a question."), this);
        invitation->setAlignment(Qt::AlignCenter);
        column->addSpacing(14);
        column->addWidget(invitation);
        column->addWidget(samples, 0, Qt::AlignCenter);
    }
    column->addStretch(1);
    column->setContentsMargins(12, 12, 12, 12);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 20, 20, 20);
    whole->addWidget(scrollable(page, this));
}

/// Returns a button for each installed sample, or null if there are none.
QWidget* StartPage::makeSamples() {
    const std::vector<app::Sample> samples = app::findSamples();
    if (samples.empty()) return nullptr;
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    const int columns = static_cast<int>(std::min<std::size_t>(samples.size(), kSampleColumns));
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    for (int i = 0; i < static_cast<int>(samples.size()); ++i) {
        const app::Sample& sample = samples[static_cast<std::size_t>(i)];
        const QString name = QString::fromStdString(sample.name);
        auto* button = new QPushButton(app::titleOf(sample), box);
        button->setObjectName(QStringLiteral("sample:") + name);
        button->setToolTip(QString::fromStdString(sample.question));
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, name] { Q_EMIT openSampleRequested(name); });
        grid->addWidget(button, i / columns, i % columns, columns == 1 ? Qt::AlignCenter : Qt::Alignment());
    }
    return box;
}

void StartPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(cardBorder(), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 10, 10);
}

}  // namespace fleming::ui
