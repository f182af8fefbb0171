#include "viewer/views/slice_view.h"

#include "base/error.h"
#include "viewer/layers/edge_text.h"
#include "viewer/marks/mark_board.h"
#include "viewer/render/window_presets.h"
#include "viewer/tools/tools.h"
#include "viewer/views/input_actions.h"
#include "viewer/views/slice_view_private.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr double kMarkReach = 6.0;  // device-independent pixels
constexpr int kSettleMs = 100;

}  // namespace

void SliceView::Private::updatePlane() {
    plane.reset();
    problem.clear();
    if (!stack.volume()) return;
    try {
        plane = stack.plane();
    } catch (const Error&) {
        problem = words(std::current_exception());
    }
}

/// Takes another plane, whose image can have another size.
void SliceView::Private::fitPlane() {
    updatePlane();
    if (!plane) return;
    viewport.setImage({plane->width * plane->pixelWidth / zoomUnit(), plane->height * plane->pixelHeight / zoomUnit()});
}

SliceView::SliceView(QWidget* parent, std::span<const ToolEntry> offered)
    : QWidget(parent), d_(std::make_unique<Private>(offered)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::PreventContextMenu);  // menuRequested() instead: the right button can drag
    setMinimumSize(64, 48);
    setAccessibleName(tr("Slice view"));
    setActiveTool(activeTool());
    d_->settle.setSingleShot(true);
    d_->settle.setInterval(kSettleMs);
    d_->settle.setTimerType(Qt::PreciseTimer);
    connect(&d_->settle, &QTimer::timeout, this, &SliceView::showFine);
}

SliceView::~SliceView() = default;

void SliceView::setErrorWords(ErrorWords words) {
    d_->words = std::move(words);
}

void SliceView::setSeries(const Series& series, std::shared_ptr<const Volume> volume,
                          const std::optional<Windowing>& usual) {
    d_->tools.dropAll(*this);
    d_->stack = SliceStack(series, std::move(volume), usual);
    d_->planeDrag.reset();
    d_->outline.reset();
    d_->labels.reset();
    d_->fitPlane();
    d_->stack.updateDefault();
    update();
    Q_EMIT sliceChanged(slice());
    Q_EMIT windowChanged();
}

void SliceView::pixelsChanged() {
    update();
    if (d_->stack.updateDefault()) Q_EMIT windowChanged();
}

void SliceView::setLabels(std::shared_ptr<const LabelMap> labels) {
    d_->labels = std::move(labels);
    update();
}

void SliceView::setTexts(SceneTexts texts) {
    d_->texts = texts;
    update();
}

void SliceView::setMarkBoard(MarkBoard* board) {
    if (d_->marks != nullptr) d_->marks->disconnect(this);
    d_->marks = board;
    if (board != nullptr) connect(board, &MarkBoard::changed, this, qOverload<>(&QWidget::update));
    update();
}

void SliceView::setPlane(Plane plane) {
    if (!d_->stack.canChangeTo(plane)) return;
    const std::optional<ZoomPan> place = d_->stack.setPlane(plane, d_->viewport.zoomPan());
    d_->fitPlane();
    d_->viewport.setZoomPan(place);
    update();
    Q_EMIT sliceChanged(slice());
}

Plane SliceView::plane() const {
    return d_->stack.standardPlane();
}

void SliceView::setSlice(int index) {
    if (!d_->stack.setIndex(index)) return;
    d_->updatePlane();
    d_->settle.start();
    update();
    Q_EMIT sliceChanged(slice());
}

int SliceView::slice() const {
    return d_->stack.index();
}

int SliceView::sliceCount() const {
    return d_->stack.count();
}

std::map<Plane, SlicePlace> SliceView::places() const {
    return d_->stack.places(d_->viewport.zoomPan());
}

void SliceView::setPlaces(const std::map<Plane, SlicePlace>& places) {
    const std::optional<ZoomPan> place = d_->stack.setPlaces(places);
    d_->updatePlane();
    d_->viewport.setZoomPan(place);
    update();
    Q_EMIT sliceChanged(slice());
}

void SliceView::setWindowing(const Windowing& windowing) {
    d_->stack.setWindowing(windowing);
    update();
    Q_EMIT windowChanged();
}

Windowing SliceView::windowing() const {
    return d_->stack.display().windowing;
}

bool SliceView::isInverted() const {
    return d_->stack.display().inverted;
}

void SliceView::setInverted(bool inverted) {
    if (inverted == isInverted()) return;
    d_->stack.setInverted(inverted);
    update();
    Q_EMIT displayChanged();
}

Look SliceView::look() const {
    return d_->stack.look();
}

void SliceView::setLook(Look look) {
    if (d_->marks != nullptr) look.turn = {};
    if (look == this->look()) return;
    const std::optional<Camera> place = d_->viewport.isFitted() ? std::nullopt : camera();
    d_->stack.setLook(look);
    d_->fitPlane();
    if (place) setCamera(*place);
    viewportChanged();
}

void SliceView::resetView() {
    const bool wasTilted = isTilted();
    d_->stack.resetDisplay();
    d_->fitPlane();
    if (wasTilted) Q_EMIT sliceChanged(slice());
    if (d_->stack.updateDefault()) Q_EMIT windowChanged();
    viewportChanged();
}

void SliceView::setZoom(double zoom) {
    d_->viewport.zoomAt(d_->viewport.middle(), zoom / d_->viewport.zoom());
    viewportChanged();
}

double SliceView::zoom() const {
    return d_->viewport.zoom();
}

void SliceView::setActiveTool(const std::string& id) {
    if (id != activeTool() && !d_->tools.isDragging()) d_->tools.active().cancel(*this);
    if (!d_->tools.setActive(id)) return;
    setCursor(d_->tools.activeEntry().cursor);
    setAccessibleDescription(toolName(d_->tools.activeEntry()));
    Q_EMIT activeToolChanged();
}

std::string SliceView::activeTool() const {
    return d_->tools.activeEntry().id;
}

QImage SliceView::grabImage() {
    return grab().toImage();
}

Viewport& SliceView::viewport() {
    return d_->viewport;
}

void SliceView::viewportChanged() {
    update();
    Q_EMIT displayChanged();
}

std::optional<Window> SliceView::displayedWindow() const {
    return d_->plane ? d_->stack.window() : std::nullopt;
}

void SliceView::setWindow(const Window& window) {
    setWindowing(window);
}

void SliceView::scrollBy(int slices) {
    setSlice(slice() + slices);
}

void SliceView::outline(const std::optional<QRectF>& device) {
    d_->outline = device;
    update();
}

void SliceView::setWindowOver(const QRectF& device) {
    if (!d_->plane || !d_->stack.isReady()) return;
    if (const auto window = windowOverBox(*d_->stack.volume(), *d_->plane, d_->map().pixelsIn(device)))
        setWindowing(*window);
}

void SliceView::setRoiBoard(RoiBoard* board, const RoiSpace& space) {
    if (board == d_->rois && space == d_->roiSpace) return;
    d_->tools.dropAll(*this);
    if (d_->rois != nullptr) d_->rois->disconnect(this);
    d_->rois = board;
    d_->roiSpace = space;
    if (board != nullptr) connect(board, &RoiBoard::changed, this, qOverload<>(&QWidget::update));
    update();
}

std::optional<RoiView> SliceView::shownRois() const {
    if (d_->rois == nullptr || !d_->plane) return {};
    return viewer::roiView(*d_->rois, d_->roiSpace, *d_->plane, d_->stack.volume()->geometry());
}

QPointF SliceView::placeOf(const Roi& roi) const {
    return d_->plane ? d_->map().toDevice(toPatient(roi.plane, middleOf(roi))) / devicePixelRatioF() : QPointF();
}

void SliceView::bringIntoView(const Roi& roi) {
    if (const auto shown = camera(); shown && !rect().contains(placeOf(roi).toPoint()))
        setCamera({toPatient(roi.plane, middleOf(roi)), shown->pixelsPerMm});
}

bool SliceView::measures() const {
    return d_->tools.activeEntry().measures;
}

std::optional<RoiHit> SliceView::roiAt(const QPointF& device) const {
    const std::optional<RoiView> view = shownRois();
    return view ? regionAt(*view, d_->map(), device, devicePixelRatioF()) : std::nullopt;
}

MarkBoard* SliceView::markBoard() {
    return d_->marks;
}

/// Tells the boards what is under the pointer, and shows by its form what a drag would do.
void SliceView::pointAt(const QPointF& device) {
    Qt::CursorShape shape = planeCursorAt(device).value_or(d_->tools.activeEntry().cursor);
    if (d_->marks != nullptr && d_->plane) {
        const QTransform toDevice = d_->map().imageToDevice();
        const QPointF point = toDevice.inverted().map(device);
        const double reach = kMarkReach * devicePixelRatioF() / toDevice.m11();
        d_->marks->hover(d_->marks->markAt(point, reach, true));
        if (d_->marks->gripAt(point, reach)) shape = Qt::SizeAllCursor;
    }
    if (d_->rois != nullptr) {
        const std::optional<RoiHit> hit = roiAt(device);
        d_->rois->hover(hit ? std::optional(hit->id) : std::nullopt);
        if (hit) shape = hit->handle ? Qt::PointingHandCursor : Qt::SizeAllCursor;
    }
    setCursor(shape);
}

void SliceView::paintEvent(QPaintEvent*) {
    // The window may have moved to a monitor of another scale; not all versions of Qt report that.
    if (d_->viewport.setArea(size(), devicePixelRatioF()))
        QMetaObject::invokeMethod(this, &SliceView::displayChanged, Qt::QueuedConnection);
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    const SliceStack& stack = d_->stack;
    if (!stack.volume()) return;
    if (!d_->plane) return drawMessage(painter, rect(), d_->problem);
    const bool isReady = stack.isReady();
    if (isReady) {
        painter.save();
        painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
        d_->image.draw(painter, d_->viewport.target(), stack.volume(), *d_->plane, stack.display(),
                       d_->settle.isActive() && (stack.isTilted() || stack.slab()));
        if (d_->image.isCoarse()) d_->settle.start();  // rest begins with what is seen: other views take their time
        painter.restore();
    }
    const SliceNumber number{stack.standardPlane(), stack.index()};
    const SliceScene scene{stack.series(), *stack.volume(), number,      stack.count(), stack.isTilted(),
                           *d_->plane,     stack.display(), rect(),      zoom(),        d_->cursor,
                           isReady,        hasFocus(),      d_->labels,  d_->marks,     planeLines(),
                           d_->crosshair,  shownRois(),     d_->outline, d_->texts};
    for (const auto& layer : d_->layers) {
        painter.save();
        layer->draw(painter, scene, d_->map());
        painter.restore();
    }
}

void SliceView::resizeEvent(QResizeEvent*) {
    d_->viewport.setArea(size(), devicePixelRatioF());
}

void SliceView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (d_->plane) d_->tools.wheel(*event, sliceCount() > 1, devicePixelRatioF(), d_->map(), *this);
}

void SliceView::mousePressEvent(QMouseEvent* event) {
    if (d_->plane && !pressPlane(*event)) d_->tools.press(*event, devicePixelRatioF(), d_->map(), *this);
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
    d_->cursor = event->position() * devicePixelRatioF();
    if (movePlane(*event)) {
        // The line follows.
    } else if (d_->tools.isDragging()) {
        d_->tools.move(*event, devicePixelRatioF(), d_->map(), *this);
    } else {
        pointAt(*d_->cursor);
        if (d_->plane) d_->tools.hover(*event, devicePixelRatioF(), d_->map(), *this);
        point(d_->alwaysPoints || (event->modifiers() & Qt::ShiftModifier));
    }
    update();
}

/// Tells who follows the pointer where it is in the patient, or that it no longer points.
void SliceView::point(bool points) {
    if (points && d_->plane && d_->cursor && d_->map().isInImage(*d_->cursor)) {
        d_->points = true;
        Q_EMIT pointed(d_->map().toMm(*d_->cursor));
    } else if (std::exchange(d_->points, false)) {
        Q_EMIT pointingEnded();
    }
}

std::optional<SlicePlane> SliceView::shownPlane() const {
    return d_->plane;
}

std::optional<SliceView::Camera> SliceView::camera() const {
    if (!d_->plane) return {};
    return Camera{d_->map().toMm(d_->viewport.middle()), d_->viewport.zoom() / d_->zoomUnit()};
}

void SliceView::setCamera(const Camera& camera) {
    if (!d_->plane) return;
    const QPointF image = d_->viewport.toImage(d_->map().toDevice(camera.centre));
    d_->viewport.setZoomPan(ZoomPan{camera.pixelsPerMm * d_->zoomUnit(), image.x(), image.y()});
    viewportChanged();
}

bool SliceView::goToPosition(const Vector3& mm) {
    const int before = slice();
    if (!d_->stack.goTo(mm)) return false;
    if (slice() == before) return true;
    d_->updatePlane();
    d_->settle.start();
    update();
    Q_EMIT sliceChanged(slice());
    return true;
}

void SliceView::setPointing(bool always) {
    if (std::exchange(d_->alwaysPoints, always) != always) point(always);
}

void SliceView::setCrosshair(const std::optional<Vector3>& mm) {
    if (mm == d_->crosshair) return;
    d_->crosshair = mm;
    update();
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
    if (std::exchange(d_->planeDrag, std::nullopt)) return;
    const bool isMenu = d_->plane && d_->tools.release(*event, devicePixelRatioF(), d_->map(), *this);
    if (!d_->tools.isDragging()) pointAt(event->position() * devicePixelRatioF());
    if (isMenu) Q_EMIT menuRequested(event->position().toPoint());
}

void SliceView::leaveEvent(QEvent*) {
    d_->cursor.reset();
    point(false);
    if (d_->marks != nullptr) d_->marks->hover({});
    if (d_->rois != nullptr) d_->rois->hover({});
    update();
}

bool SliceView::event(QEvent* event) {
    // Keys that the tool takes are not shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool cancels = key->key() == Qt::Key_Escape && d_->tools.isDragging();
        if (cancels || d_->tools.toolForKey({key->key(), key->modifiers()}, *this) != nullptr) event->accept();
    }
    return QWidget::event(event);
}

bool SliceView::focusNextPrevChild(bool next) {
    if (const auto rois = shownRois(); rois && selectNext(*rois, next)) return true;
    return (d_->marks != nullptr && d_->marks->selectNext(next)) || QWidget::focusNextPrevChild(next);
}

void SliceView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && d_->tools.isDragging()) return d_->tools.cancel(*this);
    if (event->key() == Qt::Key_Escape && d_->planeDrag) return d_->planeDrag.reset();
    const KeyPress press{event->key(), event->modifiers()};
    if (Tool* tool = d_->plane ? d_->tools.toolForKey(press, *this) : nullptr)
        return tool->handleKey(press, d_->map(), *this);
    if (event->key() == Qt::Key_Escape && !d_->tools.isFirstActive())
        return setActiveTool(d_->tools.offered().front().id);
    const bool hasMarkTools = d_->tools.offered().data() == markTools().data();
    const QString action = actionOfKey(*event, hasMarkTools ? InputPlace::images : InputPlace::slices);
    const QString group = action.section(QLatin1Char('/'), 0, 0), id = action.section(QLatin1Char('/'), 1);
    if (group == QLatin1String("tool") || group == QLatin1String("mark")) return setActiveTool(id.toStdString());
    if (group == QLatin1String("preset")) return pickWindow(id.toInt());
    if (const auto command = commandOf(id)) return perform(*command);
    QWidget::keyPressEvent(event);
}

/// Sets the window of the key 1 to 9 (keyWindows()).
void SliceView::pickWindow(int number) {
    const auto& volume = d_->stack.volume();
    if (!volume || volume->components() != 1) return;
    if (const auto windowing = windowOfKey(keyWindows(d_->stack.series(), *volume), number)) setWindowing(*windowing);
}

void SliceView::setWholeRange() {
    const auto& volume = d_->stack.volume();
    if (!volume || volume->components() != 1) return;
    if (const std::optional<Window> all = fullRange(*volume)) setWindowing(*all);
}

void SliceView::focusInEvent(QFocusEvent*) {
    update();
}

void SliceView::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace fleming::viewer
