#include "ui/tags/tag_values_dialog.h"

#include "app/export/csv/csv_text.h"
#include "app/privacy.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/dialogs/scrollable.h"
#include "ui/style/muted_label.h"
#include "viewer/text/number_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace fleming::ui {

void TagValuesDialog::showFor(const QString& name, const std::vector<std::filesystem::path>& files,
                              const viewer::ElementPlace& place, QWidget* parent) {
    auto* dialog = new TagValuesDialog(name, files, place, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::show();
}

TagValuesDialog::TagValuesDialog(const QString& name, const std::vector<std::filesystem::path>& files,
                                 const viewer::ElementPlace& place, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(name);
    reader_ = new app::TagReader(this);
    table_ = new QTableWidget(0, 3, this);
    table_->setHorizontalHeaderLabels({tr("Slice"), tr("Value"), tr("File")});
    table_->setAccessibleName(name);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    summary_ = new MutedLabel(tr("Reading the files…"), this);
    progress_ = new QProgressBar(this);
    progress_->setAccessibleName(tr("Reading"));
    progress_->setRange(0, static_cast<int>(files.size()));
    progress_->setMaximumHeight(8);
    progress_->setTextVisible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    QPushButton* saveButton = buttons->addButton(tr("Save as CS&V…"), QDialogButtonBox::ActionRole);
    for (QPushButton* button : {copyButton, saveButton}) {
        button->setEnabled(false);  // there is nothing to take yet
        connect(reader_, &app::TagReader::valuesRead, button, [button] { button->setEnabled(true); });
    }
    auto* column = new QVBoxLayout(this);
    column->addWidget(table_, 1);
    column->addWidget(summary_);
    column->addWidget(progress_);
    column->addWidget(buttons);
    fitToScreen(this, 560);
    resize(width(), std::min(480, screen()->availableGeometry().height() - 40));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copyButton, &QPushButton::clicked, this, &TagValuesDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &TagValuesDialog::save);
    connect(reader_, &app::TagReader::progressed, progress_, [this](int done, int) { progress_->setValue(done); });
    connect(reader_, &app::TagReader::valuesRead, this,
            [this](const std::shared_ptr<const std::vector<app::TagReader::Value>>& values) { show(*values); });
    connect(reader_, &app::TagReader::failed, summary_, &QLabel::setText);
    connect(reader_, &app::TagReader::saved, this, [this](const QString& file) {
        summary_->setText(tr("Saved as %1.").arg(app::shownPath(QDir::toNativeSeparators(file))));
    });
    reader_->readOver(files, place);
}

void TagValuesDialog::show(const std::vector<app::TagReader::Value>& values) {
    table_->setRowCount(static_cast<int>(values.size()));
    std::set<QString> different;
    int missing = 0;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const app::TagReader::Value& value = values[static_cast<std::size_t>(row)];
        value.isPresent ? static_cast<void>(different.insert(value.value)) : static_cast<void>(++missing);
        table_->setItem(row, 0, new QTableWidgetItem(QString::number(row + 1)));
        table_->setItem(row, 1, new QTableWidgetItem(value.isPresent ? value.value : tr("missing")));
        table_->setItem(row, 2,
                        new QTableWidgetItem(app::shownPath(QString::fromStdString(value.file.filename().string()))));
    }
    table_->resizeColumnsToContents();
    table_->setColumnWidth(1, std::min(table_->columnWidth(1), 320));
    progress_->hide();
    const QString count = tr("%n different value(s)", nullptr, static_cast<int>(different.size()));
    summary_->setText(missing > 0 ? tr("%1; missing in %n file(s).", nullptr, missing).arg(count)
                                  : tr("%1 in %n file(s).", nullptr, table_->rowCount()).arg(count));
}

QString TagValuesDialog::tableText(const QString& separator) const {
    const bool csv = separator == QLatin1String(",");
    QStringList lines;
    for (int row = -1; row < table_->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table_->columnCount(); ++column) {
            const QTableWidgetItem* item = row < 0 ? table_->horizontalHeaderItem(column) : table_->item(row, column);
            const QString text = item == nullptr ? QString() : item->text();
            cells << (csv ? QString::fromStdString(app::csvText(text.toStdString())) : text);
        }
        lines << cells.join(separator);
    }
    return lines.join(csv ? QStringLiteral("\r\n") : QStringLiteral("\n"));
}

void TagValuesDialog::copy() {
    QGuiApplication::clipboard()->setText(tableText(QStringLiteral("\t")));
    summary_->setText(tr("%n row(s) copied.", nullptr, table_->rowCount()));
}

void TagValuesDialog::save() {
    QFileDialog* dialog = makeSaveDialog(this, tr("Save the values"), QStringLiteral("values.csv"), tr("CSV (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { reader_->save(file, tableText(QStringLiteral(","))); });
    dialog->open();
}

}  // namespace fleming::ui
