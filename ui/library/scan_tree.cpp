#include "ui/library/scan_tree.h"

#include "app/privacy.h"
#include "app/studies/study_tree.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_text.h"
#include "ui/browser/tree_filter.h"

#include <QCollator>
#include <QDateTime>
#include <QDir>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace fleming::ui {

namespace {

enum Column { kTitle, kDetails, kFolder };
constexpr int kThumbnailSide = 32;       // pixels
constexpr int kPadding = 6;              // of a row, above and below together, pixels
constexpr int kSeriesId = Qt::UserRole;  // int, of a series; 0 of a heading

int idOf(const QTreeWidgetItem* row) {
    return row->data(kTitle, kSeriesId).toInt();
}

/// Returns the series of a row, or of those below it. `hidden`: also those that the filter hides.
std::vector<int> seriesOf(const QTreeWidgetItem* row, bool hidden) {
    if (row == nullptr || (row->isHidden() && !hidden)) return {};
    if (const int id = idOf(row)) return {id};
    std::vector<int> ids;
    for (int i = 0; i < row->childCount(); ++i)
        std::ranges::copy(seriesOf(row->child(i), hidden), std::back_inserter(ids));
    return ids;
}

/// Returns the patients and folders with their headings, patients first, each in the order of the titles.
std::vector<std::pair<Heading, app::PatientGroup>> sortedPatients(const std::vector<app::OpenSeries>& series) {
    std::vector<std::pair<Heading, app::PatientGroup>> patients;
    for (app::PatientGroup& patient : app::arrangeSeries(series)) {
        Heading heading = headingOf(patient);
        patients.emplace_back(std::move(heading), std::move(patient));
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::ranges::stable_sort(patients, [&](const auto& a, const auto& b) {
        const bool isFolderA = !a.second.folder.empty(), isFolderB = !b.second.folder.empty();
        return isFolderA != isFolderB ? isFolderB : collator.compare(a.first.title, b.first.title) < 0;
    });
    return patients;
}

QString pathOf(const app::ScanRoot& root) {
    return app::shownPath(QDir::toNativeSeparators(QString::fromStdString(root.path)));
}

}  // namespace

ScanTree::ScanTree(QWidget* parent) : QTreeWidget(parent), scans_(std::make_shared<app::KnownScans>()) {
    setObjectName(QStringLiteral("scanTree"));
    setAccessibleName(tr("Scans of the library"));
    setHeaderLabels({tr("Patient, study, series"), tr("Details"), tr("Folder")});
    setIconSize({kThumbnailSide, kThumbnailSide});
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    header()->setStretchLastSection(true);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &ScanTree::rebuild);
}

void ScanTree::setScans(std::shared_ptr<const app::KnownScans> scans) {
    scans_ = std::move(scans);
    rebuild();
}

void ScanTree::setMissing(std::set<int> series) {
    missing_ = std::move(series);
    showPlaces();
}

void ScanTree::setFilter(const QString& filter) {
    filter_ = filter;
    applyFilter();
    fold();
}

// --- rows -----------------------------------------------------------------------------------------------------------

void ScanTree::rebuild() {
    const std::vector<int> before = seriesOf(currentItem(), true);
    const QSignalBlocker quiet(this);
    clear();
    std::unordered_map<int, const app::OpenSeries*> known;
    for (const app::OpenSeries& open : scans_->series)
        known.emplace(open.id, &open);
    for (const auto& [heading, patient] : sortedPatients(scans_->series)) {
        QTreeWidgetItem* top = addRow(nullptr, heading.title, heading.details, heading.tip);
        for (const app::StudyGroup& study : patient.studies) {
            QTreeWidgetItem* parent = top;
            if (study.study != viewer::Study{}) {
                const Heading words = headingOf(study);
                parent = addRow(top, words.title, words.details, words.tip);
            }
            for (const int id : app::seriesOf(study))
                addSeries(parent, *known.at(id));
        }
    }
    showPlaces();
    applyFilter();
    fold();
    for (QTreeWidgetItemIterator row(this); *row != nullptr; ++row) {
        if (!before.empty() && seriesOf(*row, true) == before) {
            setCurrentItem(*row);
            break;
        }
    }
    makeFirstCurrent();
}

QTreeWidgetItem* ScanTree::addRow(QTreeWidgetItem* parent, const QString& title, const QString& details,
                                  const QString& tip) {
    auto* row = parent != nullptr ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    row->setText(kTitle, title);
    row->setText(kDetails, details);
    row->setToolTip(kTitle, tip);
    row->setToolTip(kDetails, details);
    row->setSizeHint(kDetails, {0, fontMetrics().height() + kPadding});
    if (parent == nullptr) {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        row->setFont(kTitle, bold);
    }
    return row;
}

void ScanTree::addSeries(QTreeWidgetItem* parent, const app::OpenSeries& open) {
    const viewer::Series series = app::shown(open.series);
    const QString title = seriesTitle(series);
    QTreeWidgetItem* row = addRow(parent, title, seriesDetails(series), title);
    row->setData(kTitle, kSeriesId, open.id);
    row->setSizeHint(kDetails, {0, qMax(kThumbnailSide, fontMetrics().height()) + kPadding});
    if (!open.thumbnail.isNull()) row->setIcon(kTitle, QPixmap::fromImage(open.thumbnail));
}

void ScanTree::showPlaces() {
    for (QTreeWidgetItemIterator row(this); *row != nullptr; ++row)
        showPlace(*row);
}

/// Shows the folder of a row, and whether it is missing.
void ScanTree::showPlace(QTreeWidgetItem* row) {
    const std::vector<int> series = seriesOf(row, true);
    std::set<qint64> roots;
    for (const int id : series)
        roots.insert(scans_->rootOf.at(id));
    const QString place = pathsOf({roots.begin(), roots.end()});
    const auto missing = std::ranges::count_if(series, [this](int id) { return missing_.contains(id); });
    const bool isMissing = missing == static_cast<std::ptrdiff_t>(series.size());
    const QString text = isMissing     ? tr("Missing: %1", "a folder").arg(place)
                         : missing > 0 ? tr("%1 (%n series missing)", nullptr, static_cast<int>(missing)).arg(place)
                                       : place;
    row->setText(kFolder, text);
    QStringList tip{text};
    for (const qint64 root : roots) {
        const QDateTime scanned = QDateTime::fromMSecsSinceEpoch(scans_->roots.at(root).scannedMs);
        tip << tr("Last compared with the disk: %1").arg(QLocale().toString(scanned, QLocale::ShortFormat));
    }
    row->setToolTip(kFolder, tip.join(QLatin1Char('\n')));
    for (int column = kTitle; column <= kFolder; ++column)
        row->setData(column, Qt::ForegroundRole,
                     isMissing ? palette().brush(QPalette::Disabled, QPalette::Text) : QVariant());
}

// --- filter ---------------------------------------------------------------------------------------------------------

void ScanTree::applyFilter() {
    std::set<int> matching;
    for (const app::OpenSeries& open : scans_->series) {
        if (filter_.isEmpty() || isFound(open.series, filter_)) matching.insert(open.id);
    }
    matches_ = static_cast<int>(matching.size());
    showRows(this, [&](const QTreeWidgetItem* row) { return matching.contains(idOf(row)); });
    makeFirstCurrent();
}

/// Unfolds the patients, and while there is a filter, also the studies.
void ScanTree::fold() {
    if (filter_.isEmpty()) {
        expandToDepth(0);
    } else {
        expandAll();
    }
}

void ScanTree::makeFirstCurrent() {
    if (currentItem() != nullptr && !currentItem()->isHidden()) return;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (!topLevelItem(i)->isHidden()) return setCurrentItem(topLevelItem(i));
    }
    setCurrentItem(nullptr);
}

// --- the current row ------------------------------------------------------------------------------------------------

std::vector<int> ScanTree::currentSeries() const {
    return seriesOf(currentItem(), false);
}

std::vector<qint64> ScanTree::currentRoots() const {
    std::set<qint64> roots;
    for (const int id : currentSeries())
        roots.insert(scans_->rootOf.at(id));
    return {roots.begin(), roots.end()};
}

bool ScanTree::isCurrentMissing() const {
    return std::ranges::all_of(currentSeries(), [this](int id) { return missing_.contains(id); });
}

QString ScanTree::pathsOf(const std::vector<qint64>& roots) const {
    if (roots.size() > 3) return tr("%n folder(s)", nullptr, static_cast<int>(roots.size()));
    QStringList paths;
    for (const qint64 root : roots)
        paths << pathOf(scans_->roots.at(root));
    paths.removeDuplicates();
    return paths.join(QStringLiteral(", "));
}

int ScanTree::seriesCount(const std::vector<qint64>& roots) const {
    const auto isIn = [&](const auto& entry) { return std::ranges::find(roots, entry.second) != roots.end(); };
    return static_cast<int>(std::ranges::count_if(scans_->rootOf, isIn));
}

}  // namespace fleming::ui
