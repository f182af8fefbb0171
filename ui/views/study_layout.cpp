#include "ui/views/study_layout.h"

#include "app/settings.h"
#include "app/studies/study_tree.h"
#include "ui/views/pane.h"
#include "ui/views/view_area.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>
#include <vector>

namespace fleming::ui {

namespace {

using app::PatientGroup;
using app::StudyGroup;

bool has(const std::vector<int>& ids, int id) {
    return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

StudyLayout::StudyLayout(app::Workspace& workspace, ViewArea& views, QObject* parent)
    : QObject(parent), workspace_(workspace), views_(views) {
    connect(&views_, &ViewArea::arranged, this, [this] { byUser_ = byUser_ || !arranging_; });
    connect(&workspace_.studies(), &app::Studies::scanned, this, [this] { opened_ = true; });
    connect(&workspace_.studies(), &app::Studies::openFinished, this, &StudyLayout::arrangeOpened);
    connect(&workspace_.studies(), &app::Studies::chosenChanged, this, &StudyLayout::followPatient);
}

void StudyLayout::arrange() {
    byUser_ = false;
    show();
}

void StudyLayout::arrangeOpened() {
    if (std::exchange(opened_, false) && !byUser_ && app::settings::arrangesStudies()) show();
}

/// Shows the study of the chosen series if another pane still has one of another patient.
void StudyLayout::followPatient() {
    const int chosen = workspace_.studies().chosen();
    if (byUser_ || chosen < 0 || !app::settings::arrangesStudies()) return;
    for (const PatientGroup& patient : app::arrangeSeries(workspace_.studies().series())) {
        const std::vector<int> ids = app::seriesOf(patient);
        if (!has(ids, chosen)) continue;
        const auto isOther = [&](const Pane* pane) { return pane->seriesId() >= 0 && !has(ids, pane->seriesId()); };
        if (std::ranges::any_of(views_.panes(), isOther)) show();
    }
}

void StudyLayout::show() {
    const app::Studies& studies = workspace_.studies();
    const int chosen = studies.chosen();
    std::vector<int> ids;
    for (const PatientGroup& patient : app::arrangeSeries(studies.series())) {
        for (const StudyGroup& study : patient.studies) {
            // Files without a study lie in one folder, which need not mean that they belong together.
            if (has(app::seriesOf(study), chosen))
                ids = study.study.uid.empty() ? std::vector{chosen} : app::seriesOf(study);
        }
    }
    if (ids.empty()) return;
    const auto isRead = [&](int id) { return !app::isLocalizer(studies.find(id)->series); };
    const auto wanted = static_cast<int>(std::ranges::count_if(ids, isRead));
    const PaneGrid grid = gridFor(std::max(wanted, 1), views_.roomForPanes());
    const auto place = std::ranges::find(ids, chosen);
    if (place - ids.begin() >= grid.count()) std::ranges::rotate(ids, place);
    if (std::ssize(ids) > grid.count()) ids.resize(static_cast<std::size_t>(grid.count()));
    const QScopedValueRollback arranging(arranging_, true);
    views_.showSeries(grid, ids, chosen);
}

}  // namespace fleming::ui
