#include "ui/window/prior_comparison.h"

#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_text.h"
#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"

#include <QMenu>

#include <cmath>
#include <utility>

namespace fleming::ui {

namespace {

/// The topic of the offer of other candidates; see MessageBar::withdraw().
const QString kTopic = QStringLiteral("priors");

viewer::SliceView* viewOf(const Pane* pane) {
    return pane->slicePage()->view();
}

/// Goes to the slice at the same part of the way through the slices.
void goToSamePart(const viewer::SliceView* leader, viewer::SliceView* view) {
    const int last = leader->sliceCount() - 1;
    const double part = last > 0 ? static_cast<double>(leader->slice()) / last : 0.5;
    view->setSlice(static_cast<int>(std::lround(part * (view->sliceCount() - 1))));
}

/// Returns true if the numbers of the slices of two views run the same way through the patient.
bool runTheSameWay(const viewer::Series& a, const viewer::Series& b, viewer::Plane plane) {
    const viewer::Geometry &one = a.geometry(), &other = b.geometry();
    if (!one.oriented || !other.oriented) return true;
    return viewer::dot(viewer::axisDirection(one, viewer::planeAxes(one, plane).sliceAxis),
                       viewer::axisDirection(other, viewer::planeAxes(other, plane).sliceAxis)) >= 0;
}

}  // namespace

PriorComparison::PriorComparison(app::Workspace& workspace, ViewArea& views, MessageBar& messages, QObject* parent)
    : QObject(parent), workspace_(workspace), views_(views), messages_(messages) {
    connect(&workspace_.studies(), &app::Studies::pixelsChanged, this, &PriorComparison::align, Qt::QueuedConnection);
    // The candidates are others when series are opened or closed.
    connect(&workspace_.studies(), &app::Studies::seriesChanged, this, [this] { messages_.withdraw(kTopic); });
}

void PriorComparison::compare() {
    const app::Studies& studies = workspace_.studies();
    const int id = studies.chosen();
    const std::vector<app::Prior> priors = app::findPriors(studies.series(), id);
    if (priors.empty() || !priors.front().comparable) return sayNone(id);
    show(id, priors.front(), priors.size() > 1);
}

void PriorComparison::show(int seriesId, const app::Prior& prior, bool areOthers) {
    const app::Studies& studies = workspace_.studies();
    if (studies.find(seriesId) == nullptr || studies.find(prior.id) == nullptr) return;
    views_.showSeries({1, 2}, {seriesId, prior.id}, seriesId);
    for (Pane* pane : views_.panes())
        pane->showTab(false);
    awaited_ = Pair{seriesId, prior.id};
    align();
    say(seriesId, prior, areOthers);
}

/// Brings the right pane to the plane, the window and the position of the left one, once both have pixels.
void PriorComparison::align() {
    if (!awaited_) return;
    const std::vector<Pane*>& panes = views_.panes();
    const app::OpenSeries* left = workspace_.studies().find(awaited_->left);
    const app::OpenSeries* right = workspace_.studies().find(awaited_->right);
    const bool shown = panes.size() == 2 && panes[0]->seriesId() == awaited_->left &&
                       panes[1]->seriesId() == awaited_->right && left != nullptr && right != nullptr;
    if (!shown || left->series.kind() == viewer::SeriesKind::clip) {
        awaited_.reset();  // the user has gone on
        return;
    }
    viewer::SliceView *one = viewOf(panes[0]), *other = viewOf(panes[1]);
    if (!one->shownPlane() || !other->shownPlane()) return;
    awaited_.reset();
    panes[1]->slicePage()->setPlane(one->plane());
    if (suits(one->windowing(), left->series, right->series)) {
        other->setWindowing(one->windowing());
        other->setInverted(one->isInverted());
    }
    PaneLinks& links = views_.links();
    if (const auto transform = links.between(panes[0], panes[1])) {
        if (const auto camera = one->camera()) other->goToPosition(transform->apply(camera->centre));
        return links.setOn(PaneLinks::Link::scrolling, true);
    }
    goToSamePart(one, other);
    if (!runTheSameWay(left->series, right->series, one->plane()))
        other->setSlice(other->sliceCount() - 1 - other->slice());
    links.linkHere(panes[0]);
}

void PriorComparison::say(int seriesId, const app::Prior& prior, bool areOthers) {
    const viewer::Series series = app::shown(workspace_.studies().find(prior.id)->series);
    MessageBar::Offer offer;
    if (areOthers) {
        offer = {tr("Other priors…"), [this, seriesId, id = prior.id] { offerCandidates(seriesId, id); }, kTopic};
    }
    messages_.say(MessageBar::Kind::notice,
                  tr("On the right is “%1” of the study “%2”: %3.")
                      .arg(seriesTitle(series), studyTitle(series.study), prior.reasons),
                  offer);
}

void PriorComparison::sayNone(int seriesId) {
    const auto why = app::whyNoPrior(workspace_.studies().series(), seriesId);
    const auto kind = MessageBar::Kind::notice;
    switch (why.value_or(app::NoPrior::notOpen)) {
        case app::NoPrior::notOpen:
            return messages_.say(kind, tr("Open a series first."));
        case app::NoPrior::noPatient:
            return messages_.say(kind, tr("There is no prior to compare with, because the files of this series name no "
                                          "patient."));
        case app::NoPrior::oneStudy:
            return messages_.say(kind,
                                 tr("There is no prior to compare with, because only one study of this patient is "
                                    "open. Open the folder with the other one too."),
                                 lookInLibrary(seriesId));
        case app::NoPrior::noneIsAlike:
            break;
    }
    MessageBar::Offer offer;
    if (!app::findPriors(workspace_.studies().series(), seriesId).empty())
        offer = {tr("Choose a series…"), [this, seriesId] { offerCandidates(seriesId, -1); }, kTopic};
    messages_.say(kind,
                  tr("None of the series in the other studies of this patient matches this one in modality, plane and "
                     "part of the body."),
                  offer);
}

/// Returns the offer to look for the patient of a series in the library.
MessageBar::Offer PriorComparison::lookInLibrary(int seriesId) {
    const viewer::Patient patient = app::shown(workspace_.studies().find(seriesId)->series.study.patient);
    const QString words = patient.id.empty() ? patientTitle(patient) : QString::fromStdString(patient.id);
    return {tr("Local library…"), [this, words] { Q_EMIT libraryRequested(words); }, kTopic};
}

/// Shows the candidates as a menu, above the lower end of the view.
void PriorComparison::offerCandidates(int seriesId, int shownId) {
    const app::Studies& studies = workspace_.studies();
    menu_ = new QMenu(&views_);
    menu_->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<app::Prior> priors = app::findPriors(studies.series(), seriesId);
    for (const app::Prior& prior : priors) {
        const viewer::Series series = app::shown(studies.find(prior.id)->series);
        QString text = tr("%1, %2: %3", "study, series: what agrees")
                           .arg(studyTitle(series.study), seriesTitle(series), prior.reasons);
        QAction* action = menu_->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(prior.id == shownId);
        connect(action, &QAction::triggered, this,
                [this, seriesId, prior, areOthers = priors.size() > 1] { show(seriesId, prior, areOthers); });
    }
    const QPoint end = views_.mapToGlobal(QPoint(views_.width() / 2, views_.height()));
    const QSize size = menu_->sizeHint();
    menu_->popup(end - QPoint(size.width() / 2, size.height()));
}

}  // namespace fleming::ui
