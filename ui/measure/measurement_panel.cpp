#include "ui/measure/measurement_panel.h"

#include "app/privacy.h"
#include "ui/measure/histogram_view.h"
#include "ui/measure/measured_views.h"
#include "ui/measure/measurement_icon.h"
#include "ui/style/icons.h"
#include "ui/views/view_area.h"
#include "viewer/text/measurement_text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

enum Column { nameColumn, shapeColumn, valueColumn, textColumn, seriesColumn, sliceColumn, columnCount };
constexpr int kIdRole = Qt::UserRole;

int idOf(const QTreeWidgetItem* item) {
    return item->data(nameColumn, kIdRole).toInt();
}

QToolButton* buttonFor(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

const QString MeasurementPanel::kId = QStringLiteral("measurements");

MeasurementPanel::MeasurementPanel(const PanelContext& context, QWidget* parent)
    : QWidget(parent),
      measurements_(context.workspace.measurements()),
      board_(context.views.measuredViews().board()),
      commands_(new MeasurementCommands(context.workspace, context.views, this)) {
    build();
    connect(&measurements_, &app::MeasurementList::changed, this, &MeasurementPanel::refresh);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &MeasurementPanel::refresh);
    connect(&board_, &viewer::RoiBoard::selectionChanged, this, &MeasurementPanel::showSelection);
    connect(list_, &QTreeWidget::itemClicked, this,
            [this](const QTreeWidgetItem* item) { commands_->goTo(idOf(item)); });
    connect(list_, &QTreeWidget::itemChanged, this, &MeasurementPanel::takeName);
    connect(list_, &QTreeWidget::itemSelectionChanged, this,
            [this] { remove_->setEnabled(!list_->selectedItems().isEmpty()); });
    connect(list_, &QTreeWidget::customContextMenuRequested, this, &MeasurementPanel::showMenu);
    connect(copy_, &QAction::triggered, this, [this] { commands_->copyTable(allIds()); });
    connect(remove_, &QAction::triggered, this, [this] { measurements_.remove(chosen()); });
    refresh();
}

void MeasurementPanel::build() {
    copy_ = new QAction(icon(Symbol::copy), tr("Copy the table"), this);
    remove_ = new QAction(icon(Symbol::clear), tr("Delete"), this);
    remove_->setToolTip(tr("Delete the chosen measurements"));
    list_ = new QTreeWidget(this);
    list_->setAccessibleName(tr("Measurements"));
    list_->setColumnCount(columnCount);
    list_->setHeaderLabels({tr("Name"), tr("Shape"), tr("Values"), tr("Text"), tr("Series"), tr("Slice")});
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->header()->setStretchLastSection(true);
    list_->installEventFilter(this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    auto* heading = new QLabel(tr("Measurements"), this);
    row->addWidget(heading);
    row->addStretch(1);
    row->addWidget(buttonFor(copy_, this));
    row->addWidget(buttonFor(remove_, this));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    histogram_ = new HistogramView(measurements_, this);
    histogram_->setFixedWidth(histogram_->sizeHint().width());
    auto* parts = new QHBoxLayout;
    parts->setSpacing(0);
    parts->addWidget(list_, 1);
    parts->addWidget(histogram_);
    column->addLayout(parts, 1);
}

void MeasurementPanel::refresh() {
    filling_ = true;
    const std::vector<int> before = chosen();
    const auto& all = measurements_.all();
    while (list_->topLevelItemCount() > static_cast<int>(all.size()))
        delete list_->takeTopLevelItem(list_->topLevelItemCount() - 1);
    list_->clearSelection();
    for (int row = 0; row < static_cast<int>(all.size()); ++row) {
        const app::ListedMeasurement& each = all[static_cast<std::size_t>(row)];
        if (row == list_->topLevelItemCount()) list_->addTopLevelItem(new QTreeWidgetItem);
        QTreeWidgetItem* item = list_->topLevelItem(row);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        const app::MeasurementResult& result = measurements_.resultOf(each.id);
        const QString values =
            result.measured ? viewer::measurementLines(each.roi.shape, *result.measured).join(QStringLiteral("; "))
                            : result.problem;
        item->setData(nameColumn, kIdRole, each.id);
        item->setIcon(nameColumn, colourIcon(each.colour));
        item->setText(nameColumn, each.name);
        item->setText(shapeColumn, viewer::shapeName(each.roi.shape));
        item->setText(valueColumn, values);
        item->setToolTip(valueColumn, values);
        item->setText(textColumn, each.note);
        item->setText(seriesColumn, commands_->seriesText(each));
        item->setText(sliceColumn, commands_->sliceText(each));
        item->setSelected(std::ranges::find(before, each.id) != before.end());
    }
    for (int column = 0; column < columnCount - 1; ++column)
        list_->resizeColumnToContents(column);
    copy_->setEnabled(!all.empty());
    remove_->setEnabled(!list_->selectedItems().isEmpty());
    filling_ = false;
}

/// Chooses the measurement that is selected in the views.
void MeasurementPanel::showSelection() {
    const auto selected = board_.selected();
    histogram_->show(selected);
    if (!selected) return;
    for (int row = 0; row < list_->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = list_->topLevelItem(row);
        if (idOf(item) != *selected || item->isSelected()) continue;
        list_->setCurrentItem(item);
    }
}

void MeasurementPanel::takeName(const QTreeWidgetItem* item, int column) {
    if (filling_) return;
    if (column == textColumn) {
        measurements_.setNote(idOf(item), item->text(textColumn));
    } else if (column == nameColumn) {
        measurements_.rename(idOf(item), item->text(nameColumn));
    }
    refresh();  // other columns cannot be changed
}

std::vector<int> MeasurementPanel::chosen() const {
    std::vector<int> ids;
    for (const QTreeWidgetItem* item : list_->selectedItems())
        ids.push_back(idOf(item));
    return ids;
}

std::vector<int> MeasurementPanel::allIds() const {
    std::vector<int> ids;
    for (const app::ListedMeasurement& each : measurements_.all())
        ids.push_back(each.id);
    return ids;
}

void MeasurementPanel::showMenu(const QPoint& at) {
    const QTreeWidgetItem* item = list_->itemAt(at);
    if (item == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int id = idOf(item);
    connect(menu->addAction(tr("&Show")), &QAction::triggered, this, [this, id] { commands_->goTo(id); });
    commands_->fill(menu, id);
    menu->addSeparator();
    menu->addActions({copy_});
    menu->popup(list_->viewport()->mapToGlobal(at));
}

bool MeasurementPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != list_ || !isKey) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isPress = event->type() == QEvent::KeyPress;
    const auto take = [&](bool wanted, const auto& act) {
        if (!wanted) return false;
        isPress ? act() : event->accept();
        return true;
    };
    QUndoStack& undo = measurements_.undoStack();
    return take(key->key() == Qt::Key_Delete && !chosen().empty(), [&] { measurements_.remove(chosen()); }) ||
           take((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && chosen().size() == 1,
                [&] { commands_->goTo(chosen().front()); }) ||
           take(key->matches(QKeySequence::Copy) && !chosen().empty(), [&] { commands_->copyTable(chosen()); }) ||
           take(key->matches(QKeySequence::Undo) && undo.canUndo(), [&] { undo.undo(); }) ||
           take(key->matches(QKeySequence::Redo) && undo.canRedo(), [&] { undo.redo(); }) ||
           QWidget::eventFilter(watched, event);
}

Panel measurementsPanel() {
    return {MeasurementPanel::kId,
            MeasurementPanel::tr("&Measurements panel"),
            Symbol::measure,
            QKeySequence(Qt::SHIFT | Qt::Key_F8),
            PanelPlace::below,
            {0.2, 110, 180, 0.35},
            [](const PanelContext& context, QWidget* parent) -> PanelWidget {
                auto* panel = new MeasurementPanel(context, parent);
                return {panel, panel->list()};
            },
            false};
}

}  // namespace fleming::ui
