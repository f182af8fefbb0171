#include "ui/tags/tags_dialog.h"

#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_text.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/dialogs/scrollable.h"
#include "ui/style/clear_button.h"
#include "ui/style/muted_label.h"
#include "ui/tags/tag_values_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <set>

namespace fleming::ui {

namespace {

bool isDicom(const app::OpenSeries& open) {
    return open.series.format == "DICOM" && !open.series.files.empty();
}

}  // namespace

void TagsDialog::showFor(app::Studies& studies, int seriesId, int slice, QWidget* parent) {
    auto* dialog = new TagsDialog(studies, seriesId, slice, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

TagsDialog::TagsDialog(app::Studies& studies, int seriesId, int slice, QWidget* parent)
    : QDialog(parent), studies_(studies) {
    setWindowTitle(tr("DICOM tags"));
    reader_ = new app::TagReader(this);
    model_ = new TagsModel(this);
    build();
    fillSeries(seriesId, slice);
    connect(reader_, &app::TagReader::elementsRead, this,
            [this](const TagsModel::Elements& first, const TagsModel::Elements& second) {
                error_.clear();
                model_->setElements(first, second);
                showFiltered();
                if (table_->columnWidth(TagsModel::kTag) <= 100) table_->resizeColumnsToContents();
            });
    connect(reader_, &app::TagReader::failed, this, [this](const QString& message) {
        error_ = message;
        model_->setElements(nullptr, nullptr);
        showFiltered();
    });
    connect(reader_, &app::TagReader::saved, this, [this](const QString& file) {
        summary_->setText(tr("Saved as %1.").arg(app::shownPath(QDir::toNativeSeparators(file))));
    });
    read();
    filter_->setFocus();
}

// --- parts ----------------------------------------------------------------------------------------------------------

TagsDialog::Object TagsDialog::buildObject(const QString& name) {
    Object object{new QComboBox(this), new QSpinBox(this), new QLabel(this)};
    object.series->setAccessibleName(name);
    object.series->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    object.series->setMinimumContentsLength(20);
    object.slice->setAccessibleName(tr("Slice"));
    object.slice->setKeyboardTracking(false);
    return object;
}

void TagsDialog::build() {
    objects_ = {buildObject(tr("Series")), buildObject(tr("Compare with"))};
    auto* choices = new QGridLayout;
    const QString labels[] = {tr("&Series:"), tr("Compare &with:")};
    for (int row = 0; row < 2; ++row) {
        const Object& object = objects_[static_cast<std::size_t>(row)];
        auto* label = new QLabel(labels[row], this);
        label->setBuddy(object.series);
        auto* slice = new QLabel(tr("Slice:"), this);
        choices->addWidget(label, row, 0);
        choices->addWidget(object.series, row, 1);
        choices->addWidget(slice, row, 2);
        choices->addWidget(object.slice, row, 3);
        choices->addWidget(object.count, row, 4);
    }
    choices->setColumnStretch(1, 1);
    filter_ = new QLineEdit(this);
    filter_->setPlaceholderText(tr("Find a tag, a name or a value, also in private tags and sequences"));
    filter_->setAccessibleName(tr("Find"));
    addClearButton(filter_);
    differences_ = new QCheckBox(tr("&Only differences"), this);
    auto* filterRow = new QHBoxLayout;
    filterRow->addWidget(filter_, 1);
    filterRow->addWidget(differences_);
    table_ = new QTableView(this);
    table_->setModel(model_);
    table_->setAccessibleName(tr("DICOM tags"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    summary_ = new MutedLabel({}, this);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    over_ = buttons->addButton(tr("&Values over the series…"), QDialogButtonBox::ActionRole);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    QPushButton* save = buttons->addButton(tr("Save as CS&V…"), QDialogButtonBox::ActionRole);
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addLayout(choices);
    column->addLayout(filterRow);
    column->addWidget(table_, 1);
    column->addWidget(summary_);
    column->addWidget(buttons);
    fitToScreen(this, 860);
    resize(width(), std::min(620, screen()->availableGeometry().height() - 40));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &QDialog::reject);
    connect(over_, &QPushButton::clicked, this, &TagsDialog::showOverSeries);
    connect(copy, &QPushButton::clicked, this, &TagsDialog::copy);
    connect(save, &QPushButton::clicked, this, &TagsDialog::save);
    connect(filter_, &QLineEdit::textChanged, this, &TagsDialog::showFiltered);
    connect(differences_, &QCheckBox::toggled, this, &TagsDialog::showFiltered);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) { over_->setEnabled(row.isValid() && !model_->isHidden(row.row())); });
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        connect(objects_[i].series, &QComboBox::activated, this, [this, i] {
            chooseSeries(i);
            read();
        });
        connect(objects_[i].slice, &QSpinBox::valueChanged, this, &TagsDialog::read);
    }
}

// --- objects --------------------------------------------------------------------------------------------------------

void TagsDialog::fillSeries(int seriesId, int slice) {
    objects_[1].series->addItem(tr("nothing"), -1);
    std::set<std::string> studies;
    for (const app::OpenSeries& open : studies_.series())
        studies.insert(open.series.study.uid);
    for (const app::OpenSeries& open : studies_.series()) {
        if (!isDicom(open)) continue;
        const viewer::Series series = app::shown(open.series);
        QString name = seriesTitle(series);
        if (open.series.number && !app::Privacy::mode().isOn())
            name = tr("%1 (series %2)").arg(name).arg(*open.series.number);
        if (studies.size() > 1) {
            name = tr("%1, %2: %3", "patient, study, series")
                       .arg(patientTitle(series.study.patient), studyTitle(series.study), name);
        }
        for (const Object& object : objects_)
            object.series->addItem(name, open.id);
    }
    objects_[0].series->setCurrentIndex(std::max(0, objects_[0].series->findData(seriesId)));
    chooseSeries(0);
    chooseSeries(1);
    const QSignalBlocker quiet(objects_[0].slice);
    objects_[0].slice->setValue(slice + 1);
}

/// Sets the range of slices to that of the chosen series.
void TagsDialog::chooseSeries(std::size_t object) {
    const Object& chosen = objects_[object];
    const app::OpenSeries* open = studies_.find(chosen.series->currentData().toInt());
    const int files = open == nullptr ? 0 : static_cast<int>(open->series.files.size());
    const QSignalBlocker quiet(chosen.slice);
    chosen.slice->setRange(1, std::max(1, files));
    if (object == 1) chosen.slice->setValue(objects_[0].slice->value());
    chosen.slice->setEnabled(files > 1);
    chosen.count->setText(files > 1 ? tr("of %1", "slice number of a number of slices").arg(files) : QString());
    differences_->setEnabled(objects_[1].series->currentIndex() > 0);
}

std::filesystem::path TagsDialog::fileOf(std::size_t object) const {
    const app::OpenSeries* open = studies_.find(objects_[object].series->currentData().toInt());
    if (open == nullptr) return {};
    const auto index = static_cast<std::size_t>(objects_[object].slice->value() - 1);
    return open->series.files.at(std::min(index, open->series.files.size() - 1));
}

void TagsDialog::read() {
    const std::filesystem::path first = fileOf(0);
    if (first.empty()) {
        error_ = tr("No DICOM series is open.");
        showFiltered();
        return;
    }
    reader_->read(first, fileOf(1));
}

// --- rows -----------------------------------------------------------------------------------------------------------

void TagsDialog::showFiltered() {
    model_->setFilter(filter_->text().trimmed(), differences_->isEnabled() && differences_->isChecked());
    over_->setEnabled(table_->currentIndex().isValid() && !model_->isHidden(table_->currentIndex().row()));
    summary_->setText(!error_.isEmpty()
                          ? error_
                          : tr("%1 of %n element(s)", nullptr, model_->allRows()).arg(countText(model_->rowCount())));
}

std::vector<int> TagsDialog::chosenRows() const {
    std::set<int> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        rows.insert(index.row());
    if (!rows.empty()) return {rows.begin(), rows.end()};
    std::vector<int> all(static_cast<std::size_t>(model_->rowCount()));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

void TagsDialog::copy() {
    QStringList lines;
    for (const int row : chosenRows()) {
        QStringList cells;
        for (int column = 0; column < model_->columnCount(); ++column)
            cells << model_->index(row, column).data().toString().trimmed();
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    summary_->setText(tr("%n row(s) copied.", nullptr, static_cast<int>(lines.size())));
}

void TagsDialog::save() {
    QFileDialog* dialog = makeSaveDialog(this, tr("Save the tags"), QStringLiteral("tags.csv"), tr("CSV (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { reader_->save(file, model_->csv(chosenRows())); });
    dialog->open();
}

void TagsDialog::showOverSeries() {
    const app::OpenSeries* open = studies_.find(objects_[0].series->currentData().toInt());
    const QModelIndex current = table_->currentIndex();
    if (open == nullptr || !current.isValid()) return;
    const QString name = tr("%1 %2", "tag, name of the element")
                             .arg(current.siblingAtColumn(TagsModel::kTag).data().toString().trimmed(),
                                  current.siblingAtColumn(TagsModel::kName).data().toString().trimmed());
    TagValuesDialog::showFor(name, open->series.files, model_->placeOf(current.row()), this);
}

void TagsDialog::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Find)) {
        filter_->setFocus();
        filter_->selectAll();
    } else if (event->key() == Qt::Key_Escape && !filter_->text().isEmpty()) {
        filter_->clear();
    } else {
        QDialog::keyPressEvent(event);
    }
}

}  // namespace fleming::ui
