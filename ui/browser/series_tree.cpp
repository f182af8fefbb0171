#include "ui/browser/series_tree.h"

#include "app/errors/error_text.h"
#include "app/privacy.h"
#include "ui/browser/series_delegate.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_text.h"
#include "ui/browser/tree_filter.h"
#include "ui/views/pane.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QTreeWidgetItemIterator>

#include <algorithm>

namespace fleming::ui {

namespace {

using Kind = SeriesDelegate::Kind;

Kind kindOf(const QTreeWidgetItem* row) {
    return static_cast<Kind>(row->data(0, SeriesDelegate::kKind).toInt());
}

/// Returns true if the browser shows headings: not for the files of one folder, nor for one study without attributes.
bool needsHeadings(const std::vector<app::PatientGroup>& patients) {
    return patients.size() > 1 || std::ranges::any_of(patients, [](const app::PatientGroup& patient) {
               return patient.studies.size() > 1 || !studyLines(patient.studies.front().study).isEmpty();
           });
}

QString tipOf(const viewer::Series& series, const QString& title, const QString& details) {
    QStringList tip{title, details};
    for (const viewer::Note& note : series.notes)
        tip << app::noteText(note);
    tip << studyLines(series.study);
    return QStringLiteral("<qt>%1</qt>")
        .arg(tip.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

}  // namespace

SeriesTree::SeriesTree(app::Studies& studies, QWidget* parent) : QTreeWidget(parent), studies_(studies) {
    setObjectName(QStringLiteral("seriesTree"));
    setAccessibleName(tr("Open series"));
    setFrameShape(QFrame::NoFrame);
    setColumnCount(1);
    setHeaderHidden(true);
    setIndentation(0);  // narrow panels have no room; headings draw their own arrows
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new SeriesDelegate(this));
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);

    connect(this, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* row) {
        if (row != nullptr && !rebuilding_ && !pressing_) choose(row);
    });
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* row) {
        choose(row);
        toggle(row);
    });
    connect(this, &QTreeWidget::itemCollapsed, this, [this](const QTreeWidgetItem* row) {
        if (!rebuilding_) folded_.insert(row->data(0, SeriesDelegate::kKey).toString());
    });
    connect(this, &QTreeWidget::itemExpanded, this, [this](const QTreeWidgetItem* row) {
        if (!rebuilding_) folded_.remove(row->data(0, SeriesDelegate::kKey).toString());
    });
    connect(&studies_, &app::Studies::seriesChanged, this, &SeriesTree::rebuild);
    connect(&studies_, &app::Studies::thumbnailReady, this, &SeriesTree::updateSeries);
    connect(&studies_, &app::Studies::pixelsChanged, this, [this](int id) {
        if (const auto* open = studies_.find(id); open != nullptr && !open->error.isEmpty()) updateSeries(id);
    });
    connect(&studies_, &app::Studies::chosenChanged, this, &SeriesTree::showChosen);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &SeriesTree::rebuild);
    rebuild();
}

// --- rows -----------------------------------------------------------------------------------------------------------

void SeriesTree::rebuild() {
    rebuilding_ = true;
    clear();
    rows_.clear();
    const std::vector<app::PatientGroup> patients = app::arrangeSeries(studies_.series());
    const bool headings = needsHeadings(patients);
    for (const app::PatientGroup& patient : patients)
        addPatient(patient, headings);
    // Only headings: the left key would fold a series that counts as expanded, and not move to its heading.
    for (QTreeWidgetItemIterator it(this, QTreeWidgetItemIterator::HasChildren); *it != nullptr; ++it)
        (*it)->setExpanded(!folded_.contains((*it)->data(0, SeriesDelegate::kKey).toString()));
    applyFilter();
    rebuilding_ = false;
    QTreeWidgetItem* chosen = rows_.value(studies_.chosen());
    // What the user has folded stays so.
    for (QTreeWidgetItem* above = chosen; above != nullptr; above = above->parent()) {
        if (above->childCount() > 0 && !above->isExpanded()) chosen = above;
    }
    showCurrent(chosen);
}

void SeriesTree::addPatient(const app::PatientGroup& patient, bool headings) {
    QTreeWidgetItem* heading = nullptr;
    const bool isFolder = patient.studies.front().study == viewer::Study{};
    if (headings) {
        const QString key = isFolder ? QStringLiteral("folder ") + QString::fromStdString(patient.folder.string())
                                     : QStringLiteral("patient %1 %2")
                                           .arg(QString::fromStdString(patient.patient.id),
                                                QString::fromStdString(patient.studies.front().study.uid));
        heading =
            addHeading(nullptr, static_cast<int>(isFolder ? Kind::folder : Kind::patient), key, headingOf(patient));
    }
    for (const app::StudyGroup& study : patient.studies)
        addStudy(study, heading, headings && !isFolder);
}

void SeriesTree::addStudy(const app::StudyGroup& study, QTreeWidgetItem* patient, bool heading) {
    QTreeWidgetItem* parent = patient;
    if (heading) {
        parent = addHeading(patient, static_cast<int>(Kind::study),
                            QStringLiteral("study ") + QString::fromStdString(study.study.uid), headingOf(study));
    }
    for (const app::SeriesGroup& group : study.series) {
        QTreeWidgetItem* above = parent;
        if (group.ids.size() > 1) {
            const viewer::Series first = app::shown(studies_.find(group.ids.front())->series);
            int images = 0;
            for (const int id : group.ids)
                images += studies_.find(id)->series.geometry().size[2];
            above = addHeading(parent, static_cast<int>(Kind::images),
                               QStringLiteral("images ") + QString::fromStdString(first.uid),
                               {seriesTitle(first), tr("%n image(s)", nullptr, images), {}});
        }
        for (const int id : group.ids)
            addSeries(id, above);
    }
}

QTreeWidgetItem* SeriesTree::addHeading(QTreeWidgetItem* parent, int kind, const QString& key, const Heading& heading) {
    const QString &title = heading.title, &details = heading.details;
    auto* row = parent != nullptr ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    row->setData(0, SeriesDelegate::kKind, kind);
    row->setData(0, SeriesDelegate::kKey, key);
    row->setText(0, title);  // what a typed letter looks for
    row->setToolTip(0, heading.tip);
    row->setData(0, SeriesDelegate::kDetails, details);
    row->setData(0, Qt::AccessibleTextRole, details.isEmpty() ? title : tr("%1, %2").arg(title, details));
    return row;
}

void SeriesTree::addSeries(int id, QTreeWidgetItem* parent) {
    auto* row = parent != nullptr ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    row->setData(0, SeriesDelegate::kKind, static_cast<int>(Kind::series));
    row->setData(0, SeriesDelegate::kSeriesId, id);
    rows_[id] = row;
    updateSeries(id);
}

void SeriesTree::updateSeries(int id) {
    const app::OpenSeries* open = studies_.find(id);
    QTreeWidgetItem* row = rows_.value(id);
    if (open == nullptr || row == nullptr) return;
    const viewer::Series series = app::shown(open->series);
    const QString title = seriesTitle(series);
    const QString details = open->error.isEmpty() || app::Privacy::mode().isOn() ? seriesDetails(series) : open->error;
    row->setText(0, title);
    row->setData(0, SeriesDelegate::kDetails, details);
    row->setData(0, SeriesDelegate::kThumbnail, open->thumbnail);
    row->setData(0, SeriesDelegate::kHasNotes, !series.notes.empty() || !open->error.isEmpty());
    row->setData(0, Qt::AccessibleTextRole, tr("%1, %2").arg(title, details));
    row->setToolTip(0, tipOf(series, title, details));
}

std::vector<QTreeWidgetItem*> SeriesTree::seriesRows() const {
    std::vector<QTreeWidgetItem*> rows;
    for (QTreeWidgetItemIterator it(const_cast<SeriesTree*>(this)); *it != nullptr; ++it) {
        if (kindOf(*it) == Kind::series) rows.push_back(*it);
    }
    return rows;
}

std::vector<int> SeriesTree::seriesOf(const QTreeWidgetItem* row) {
    if (kindOf(row) == Kind::series) return {row->data(0, SeriesDelegate::kSeriesId).toInt()};
    std::vector<int> ids;
    for (int i = 0; i < row->childCount(); ++i)
        std::ranges::copy(seriesOf(row->child(i)), std::back_inserter(ids));
    return ids;
}

QStringList SeriesTree::mimeTypes() const {
    return {QLatin1String(kSeriesMimeType)};
}

QMimeData* SeriesTree::mimeData(const QList<QTreeWidgetItem*>& dragged) const {
    QByteArrayList ids;
    for (const QTreeWidgetItem* row : dragged) {
        for (const int id : seriesOf(row))
            ids << QByteArray::number(id);
    }
    auto* carried = new QMimeData;
    carried->setData(QLatin1String(kSeriesMimeType), ids.join(' '));
    return carried;
}

void SeriesTree::showChosen(int id) {
    showCurrent(rows_.value(id));
}

/// Makes a row the current one without choosing its series, and unfolds the headings above it.
void SeriesTree::showCurrent(QTreeWidgetItem* row) {
    if (row == nullptr || row == currentItem()) return;
    rebuilding_ = true;
    setCurrentItem(row);
    rebuilding_ = false;
    scrollToItem(row);
}

/// Chooses the series of a row; of a heading, none.
void SeriesTree::choose(const QTreeWidgetItem* row) {
    if (kindOf(row) == Kind::series) studies_.choose(row->data(0, SeriesDelegate::kSeriesId).toInt());
}

void SeriesTree::mousePressEvent(QMouseEvent* event) {
    pressing_ = true;  // a drag may follow, which chooses nothing; a click chooses when it ends
    QTreeWidget::mousePressEvent(event);
    pressing_ = false;
}

void SeriesTree::startDrag(Qt::DropActions) {
    QTreeWidget::startDrag(Qt::CopyAction);  // a move would remove the row
    showChosen(studies_.chosen());
}

void SeriesTree::toggle(QTreeWidgetItem* row) {
    if (kindOf(row) != Kind::series) row->setExpanded(!row->isExpanded());
}

// --- filter ---------------------------------------------------------------------------------------------------------

void SeriesTree::setFilter(const QString& filter) {
    filter_ = filter;
    applyFilter();
    if (currentItem() != nullptr && !currentItem()->isHidden()) scrollToItem(currentItem());
}

void SeriesTree::applyFilter() {
    matches_ = 0;
    showRows(this, [this](const QTreeWidgetItem* row) {
        if (kindOf(row) != Kind::series) return false;
        const app::OpenSeries* open = studies_.find(row->data(0, SeriesDelegate::kSeriesId).toInt());
        const bool isMatch = open != nullptr && isFound(open->series, filter_);
        if (isMatch) ++matches_;
        return isMatch;
    });
    Q_EMIT matchesChanged();
}

// --- closing --------------------------------------------------------------------------------------------------------

void SeriesTree::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    QTreeWidgetItem* row = byKey ? currentItem() : itemAt(event->pos());
    if (row == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const std::vector<int> ids = seriesOf(row); kindOf(row) == Kind::series) {
        QAction* tags = menu->addAction(tr("DICOM &tags…"));
        tags->setEnabled(studies_.find(ids.front())->series.format == "DICOM");
        connect(tags, &QAction::triggered, this, [this, id = ids.front()] { Q_EMIT tagsRequested(id); });
        menu->addSeparator();
    }
    for (const QTreeWidgetItem* each = row; each != nullptr; each = each->parent()) {
        const QString words[] = {tr("Close this &patient"), tr("Close this &folder"), tr("Close this s&tudy"),
                                 tr("Close these &images"), tr("&Close this series")};
        QAction* close = menu->addAction(words[static_cast<int>(kindOf(each))]);
        connect(close, &QAction::triggered, this, [this, ids = seriesOf(each)] { studies_.close(ids); });
        if (each == row)
            close->setText(
                tr("%1\t%2").arg(close->text(), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)));
    }
    menu->popup(byKey ? viewport()->mapToGlobal(visualItemRect(row).center()) : event->globalPos());
    event->accept();
}

void SeriesTree::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && currentItem() != nullptr) {
        studies_.close(seriesOf(currentItem()));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem() != nullptr) {
        toggle(currentItem());
    } else {
        QTreeWidget::keyPressEvent(event);
    }
}

}  // namespace fleming::ui
