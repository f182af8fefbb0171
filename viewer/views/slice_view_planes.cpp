// The planes of a slice view: tilted, thick, and where those of other views cross.
#include "viewer/views/slice_view.h"
#include "viewer/views/slice_view_private.h"

#include <QMouseEvent>

#include <utility>

namespace fleming::viewer {

namespace {

constexpr double kLineReach = 4.0;  // device-independent pixels
constexpr Slab kUsualSlab{10.0, SlabMode::maximum};

}  // namespace

RigidTransform SliceView::tilt() const {
    return d_->stack.tilt();
}

void SliceView::setTilt(const RigidTransform& tilt) {
    if (tilt == this->tilt() || !d_->stack.volume()) return;
    const std::optional<Camera> place = camera();
    d_->stack.setTilt(tilt);
    d_->fitPlane();
    if (place) setCamera(*place);
    d_->settle.start();
    update();
    Q_EMIT sliceChanged(slice());
}

std::optional<Slab> SliceView::slab() const {
    return d_->stack.slab();
}

void SliceView::setSlab(const std::optional<Slab>& slab) {
    if (slab == this->slab() || !d_->stack.volume() || d_->stack.series().kind() != SeriesKind::volume) return;
    d_->stack.setSlab(slab);
    if (slab) d_->lastSlab = *slab;
    d_->updatePlane();
    d_->settle.start();
    update();
    Q_EMIT displayChanged();
}

void SliceView::toggleSlab() {
    setSlab(slab() ? std::nullopt : std::optional(d_->lastSlab.value_or(kUsualSlab)));
}

void SliceView::setReferences(std::vector<CrossingPlane> planes) {
    if (planes == d_->references) return;
    d_->references = std::move(planes);
    update();
}

std::vector<PlaneLine> SliceView::planeLines() const {
    const QRectF device(QPointF(), QSizeF(size()) * devicePixelRatioF());
    return d_->plane ? viewer::planeLines(d_->references, *d_->plane, d_->map(), device) : std::vector<PlaneLine>();
}

std::optional<PlaneGrip> SliceView::planeGripAt(const std::vector<PlaneLine>& lines, const QPointF& device) const {
    if (!d_->tools.isFirstActive()) return {};
    const auto grip = gripAt(lines, d_->references, device, kLineReach * devicePixelRatioF());
    // A region over a line comes first: lines are long.
    return grip && !roiAt(device) ? grip : std::nullopt;
}

bool SliceView::pressPlane(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier || d_->tools.isDragging()) return false;
    const QPointF device = event.position() * devicePixelRatioF();
    const std::vector<PlaneLine> lines = planeLines();
    const std::optional<PlaneGrip> grip = planeGripAt(lines, device);
    if (!grip) return false;
    const PlaneLine& line = lines[grip->line];
    d_->planeDrag.emplace(*grip, line, d_->references[line.index], device, d_->map());
    return true;
}

bool SliceView::movePlane(const QMouseEvent& event) {
    if (!d_->planeDrag) return false;
    const auto change = d_->planeDrag->moveTo(event.position() * devicePixelRatioF(), *d_->plane, d_->map());
    if (change) Q_EMIT planeDragged(*change);
    return true;
}

std::optional<Qt::CursorShape> SliceView::planeCursorAt(const QPointF& device) const {
    const std::optional<PlaneGrip> grip = planeGripAt(planeLines(), device);
    if (!grip) return {};
    if (grip->kind == PlaneGrip::Kind::turn) return Qt::PointingHandCursor;
    return grip->kind == PlaneGrip::Kind::slab ? Qt::SplitVCursor : Qt::SizeAllCursor;
}

void SliceView::showFine() {
    if (d_->image.isCoarse()) update();
}

}  // namespace fleming::viewer
