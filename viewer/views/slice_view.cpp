#include "viewer/views/slice_view.h"

#include "base/error.h"
#include "viewer/layers/edge_text.h"
#include "viewer/layers/layers.h"
#include "viewer/marks/mark_board.h"
#include "viewer/render/window_presets.h"
#include "viewer/tools/pan_tool.h"
#include "viewer/tools/scroll_tool.h"
#include "viewer/tools/tools.h"
#include "viewer/tools/zoom_tool.h"
#include "viewer/views/slice_image.h"
#include "viewer/views/slice_stack.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr double kWheelNotch = 120.0;  // eighths of a degree
constexpr int kPageSlices = 10;
constexpr double kMarkReach = 6.0;  // device-independent pixels

}  // namespace

struct SliceView::Private {
    SliceStack stack;
    std::optional<SlicePlane> plane;  ///< absent: no volume, or `problem`
    QString problem;                  ///< shown in place of the image
    Viewport viewport;
    SliceImage image;
    std::vector<std::unique_ptr<Layer>> layers = makeLayers();
    std::shared_ptr<const LabelMap> labels;
    MarkBoard* marks = nullptr;
    std::span<const ToolEntry> offered;
    std::map<std::string, std::unique_ptr<Tool>> tools;  ///< by id
    std::string activeTool;
    Tool* dragging = nullptr;       ///< has taken a press
    QPointF pressed;                ///< where the drag began, device-independent pixels
    std::optional<QPointF> cursor;  ///< device pixels
    std::vector<SlicePlane> references;
    std::optional<Vector3> crosshair;
    bool alwaysPoints = false;
    bool points = false;  ///< pointed() was emitted, and pointingEnded() not yet
    ErrorWords words = whatOf;

    /// Returns mm per device pixel at zoom 1: the smaller side of a pixel.
    double zoomUnit() const { return std::min(plane->pixelWidth, plane->pixelHeight); }
    MmToDevice map() const { return {*plane, viewport.target().topLeft(), viewport.zoom() / zoomUnit()}; }
    Tool& tool(const std::string& id) { return *tools.at(id); }
    Qt::CursorShape cursorOfTool() const;
    Tool* toolFor(Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void updatePlane();
    void fitPlane();
};

Qt::CursorShape SliceView::Private::cursorOfTool() const {
    return std::ranges::find(offered, activeTool, [](const ToolEntry& entry) { return entry.id; })->cursor;
}

/// Returns the tool that a button begins to drag with; null if it has none.
Tool* SliceView::Private::toolFor(Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    if (button == Qt::MiddleButton || (button == Qt::LeftButton && (modifiers & Qt::ShiftModifier))) {
        return &tool(PanTool::kId);
    }
    if (button == Qt::RightButton) return &tool(ZoomTool::kId);
    return button == Qt::LeftButton ? &tool(activeTool) : nullptr;
}

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
    : QWidget(parent), d_(std::make_unique<Private>()) {
    d_->offered = offered;
    d_->activeTool = offered.front().id;
    // Other buttons and the wheel have their tools even if these are not offered.
    for (const std::span<const ToolEntry> entries : {tools(), offered}) {
        for (const ToolEntry& entry : entries)
            d_->tools.try_emplace(entry.id, entry.make());
    }
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::PreventContextMenu);  // the right button zooms
    setMinimumSize(64, 48);
    setAccessibleName(tr("Slice view"));
    setActiveTool(d_->activeTool);
}

SliceView::~SliceView() = default;

void SliceView::setErrorWords(ErrorWords words) {
    d_->words = std::move(words);
}

void SliceView::setSeries(const Series& series, std::shared_ptr<const Volume> volume,
                          const std::optional<Windowing>& usual) {
    d_->stack = SliceStack(series, std::move(volume), usual);
    d_->dragging = nullptr;
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
    return d_->stack.number().plane;
}

void SliceView::setSlice(int index) {
    if (!d_->stack.setIndex(index)) return;
    d_->updatePlane();
    update();
    Q_EMIT sliceChanged(slice());
}

int SliceView::slice() const {
    return d_->stack.number().index;
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

void SliceView::resetView() {
    d_->viewport.fit();
    d_->stack.resetDisplay();
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
    for (const ToolEntry& entry : d_->offered) {
        if (entry.id != id) continue;
        d_->activeTool = id;
        setCursor(entry.cursor);
        setAccessibleDescription(toolName(entry));
        Q_EMIT activeToolChanged();
    }
}

std::string SliceView::activeTool() const {
    return d_->activeTool;
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

MarkBoard* SliceView::markBoard() {
    return d_->marks;
}

/// Tells the board which mark is under the pointer, and shows where a drag resizes one.
void SliceView::pointAtMark(const QPointF& device) {
    if (d_->marks == nullptr || !d_->plane) return;
    const QTransform toDevice = d_->map().imageToDevice();
    const QPointF point = toDevice.inverted().map(device);
    const double reach = kMarkReach * devicePixelRatioF() / toDevice.m11();
    d_->marks->hover(d_->marks->markAt(point, reach, true));
    setCursor(d_->marks->gripAt(point, reach) ? Qt::SizeAllCursor : d_->cursorOfTool());
}

void SliceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    const SliceStack& stack = d_->stack;
    if (!stack.volume()) return;
    if (!d_->plane) return drawMessage(painter, rect(), d_->problem);
    const bool isReady = stack.isReady();
    if (isReady) {
        painter.save();
        painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
        d_->image.draw(painter, d_->viewport.target(), stack.volume(), *d_->plane, stack.display());
        painter.restore();
    }
    const SliceScene scene{stack.series(), *stack.volume(), stack.number(), *d_->plane,   stack.display(),
                           rect(),         zoom(),          d_->cursor,     isReady,      hasFocus(),
                           d_->labels,     d_->marks,       d_->references, d_->crosshair};
    for (const auto& layer : d_->layers) {
        painter.save();
        layer->draw(painter, scene, d_->map());
        painter.restore();
    }
}

void SliceView::resizeEvent(QResizeEvent*) {
    d_->viewport.setArea(QSizeF(size()) * devicePixelRatioF());
}

void SliceView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!d_->plane) return;
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    const bool zooms = (event->modifiers() & Qt::ControlModifier) || sliceCount() == 1;
    d_->tool(zooms ? ZoomTool::kId : ScrollTool::kId)
        .handle({PointerEvent::Kind::wheel, event->position() * devicePixelRatioF(), devicePixelRatioF(),
                 turned / kWheelNotch},
                d_->map(), *this);
}

void SliceView::mousePressEvent(QMouseEvent* event) {
    if (!d_->plane || d_->dragging != nullptr) return;
    Tool* tool = d_->toolFor(event->button(), event->modifiers());
    const PointerEvent press{PointerEvent::Kind::press, event->position() * devicePixelRatioF(), devicePixelRatioF()};
    if (tool != nullptr && tool->handle(press, d_->map(), *this)) d_->dragging = tool;
    d_->pressed = event->position();
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
    d_->cursor = event->position() * devicePixelRatioF();
    if (d_->dragging != nullptr) {
        d_->dragging->handle({PointerEvent::Kind::move, *d_->cursor, devicePixelRatioF()}, d_->map(), *this);
    } else {
        pointAtMark(*d_->cursor);
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
    if (!d_->stack.volume()) return false;
    const Geometry& geometry = d_->stack.volume()->geometry();
    const auto axis = static_cast<std::size_t>(planeAxes(geometry, plane()).sliceAxis);
    const double index = std::round(geometry.patientToVoxel(mm)[axis]);
    if (!(index >= 0 && index < sliceCount())) return false;
    setSlice(static_cast<int>(index));
    return true;
}

void SliceView::setReferences(std::vector<SlicePlane> planes) {
    if (planes == d_->references) return;
    d_->references = std::move(planes);
    update();
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
    if (event->buttons() != Qt::NoButton || d_->dragging == nullptr) return;
    d_->dragging->handle({PointerEvent::Kind::release, event->position() * devicePixelRatioF(), devicePixelRatioF()},
                         d_->map(), *this);
    d_->dragging = nullptr;
    constexpr double kClick = 3;  // device-independent pixels
    if (event->button() == Qt::RightButton && (event->position() - d_->pressed).manhattanLength() <= kClick)
        Q_EMIT menuRequested(event->position().toPoint());
}

void SliceView::leaveEvent(QEvent*) {
    d_->cursor.reset();
    point(false);
    if (d_->marks != nullptr) d_->marks->hover({});
    update();
}

bool SliceView::event(QEvent* event) {
    // Keys that the tool takes are not shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool cancels = key->key() == Qt::Key_Escape && d_->dragging != nullptr;
        if (cancels || d_->tool(activeTool()).wantsKey({key->key(), key->modifiers()}, *this)) event->accept();
    }
    return QWidget::event(event);
}

bool SliceView::focusNextPrevChild(bool next) {
    return (d_->marks != nullptr && d_->marks->selectNext(next)) || QWidget::focusNextPrevChild(next);
}

void SliceView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && d_->dragging != nullptr) {
        std::exchange(d_->dragging, nullptr)->cancel(*this);
        return;
    }
    const KeyPress press{event->key(), event->modifiers()};
    if (Tool& tool = d_->tool(activeTool()); d_->plane && tool.wantsKey(press, *this))
        return tool.handleKey(press, d_->map(), *this);
    switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Left:
            return scrollBy(-1);
        case Qt::Key_Down:
        case Qt::Key_Right:
            return scrollBy(1);
        case Qt::Key_PageUp:
            return scrollBy(-kPageSlices);
        case Qt::Key_PageDown:
            return scrollBy(kPageSlices);
        case Qt::Key_Home:
            return setSlice(0);
        case Qt::Key_End:
            return setSlice(sliceCount() - 1);
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return setZoom(zoom() * ZoomTool::kPerNotch);
        case Qt::Key_Minus:
            return setZoom(zoom() / ZoomTool::kPerNotch);
        case Qt::Key_0:
        case Qt::Key_1:
        case Qt::Key_2:
        case Qt::Key_3:
        case Qt::Key_4:
        case Qt::Key_5:
        case Qt::Key_6:
        case Qt::Key_7:
        case Qt::Key_8:
        case Qt::Key_9:
            return pickWindow(event->key() - Qt::Key_0);
        case Qt::Key_F:
            d_->viewport.fit();
            return viewportChanged();
        case Qt::Key_R:
            return resetView();
        case Qt::Key_Menu:
            Q_EMIT menuRequested(rect().center());
            return;
        case Qt::Key_I:
            return setInverted(!isInverted());
        case Qt::Key_X:
            Q_EMIT crossKeyPressed();
            return;
        case Qt::Key_Escape:
            if (activeTool() == d_->offered.front().id) break;
            return setActiveTool(d_->offered.front().id);
        default:
            for (const ToolEntry& entry : d_->offered) {
                if (event->key() == entry.key && event->modifiers() == Qt::NoModifier) return setActiveTool(entry.id);
            }
    }
    QWidget::keyPressEvent(event);
}

/// Sets the window of the key 1 to 9 (keyWindows()), or the whole range for 0.
void SliceView::pickWindow(int number) {
    const auto& volume = d_->stack.volume();
    if (!volume || volume->components() != 1) return;
    if (number == 0) {
        if (const std::optional<Window> all = fullRange(*volume)) setWindowing(*all);
        return;
    }
    const std::vector<WindowPreset> windows = keyWindows(d_->stack.series(), *volume);
    if (number <= static_cast<int>(windows.size())) setWindowing(windows[static_cast<std::size_t>(number) - 1].window);
}

void SliceView::focusInEvent(QFocusEvent*) {
    update();
}

void SliceView::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace fleming::viewer
