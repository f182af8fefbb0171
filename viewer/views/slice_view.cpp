#include "viewer/views/slice_view.h"

#include "base/error.h"
#include "viewer/layers/edge_text.h"
#include "viewer/layers/layers.h"
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
#include <vector>

namespace fleming::viewer {

namespace {

constexpr double kWheelNotch = 120.0;  // eighths of a degree
constexpr int kPageSlices = 10;

}  // namespace

struct SliceView::Private {
    SliceStack stack;
    std::optional<SlicePlane> plane;  ///< absent: no volume, or `problem`
    QString problem;                  ///< shown in place of the image
    Viewport viewport;
    SliceImage image;
    std::vector<std::unique_ptr<Layer>> layers = makeLayers();
    std::shared_ptr<const LabelMap> labels;
    std::map<std::string, std::unique_ptr<Tool>> tools;  ///< by id
    std::string activeTool = viewer::tools().front().id;
    Tool* dragging = nullptr;       ///< has taken a press
    std::optional<QPointF> cursor;  ///< device pixels
    ErrorWords words = whatOf;

    /// Returns mm per device pixel at zoom 1: the smaller side of a pixel.
    double zoomUnit() const { return std::min(plane->pixelWidth, plane->pixelHeight); }
    MmToDevice map() const { return {*plane, viewport.target().topLeft(), viewport.zoom() / zoomUnit()}; }
    Tool& tool(const std::string& id) { return *tools.at(id); }
    Tool* toolFor(Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void updatePlane();
    void fitPlane();
};

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

SliceView::SliceView(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>()) {
    for (const ToolEntry& entry : tools())
        d_->tools.emplace(entry.id, entry.make());
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
    for (const ToolEntry& entry : tools()) {
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
    const SliceScene scene{stack.series(), *stack.volume(), stack.number(), *d_->plane, stack.display(), rect(),
                           zoom(),         d_->cursor,      isReady,        hasFocus(), d_->labels};
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
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
    d_->cursor = event->position() * devicePixelRatioF();
    if (d_->dragging != nullptr) {
        d_->dragging->handle({PointerEvent::Kind::move, *d_->cursor, devicePixelRatioF()}, d_->map(), *this);
    }
    update();
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->buttons() != Qt::NoButton || d_->dragging == nullptr) return;
    d_->dragging->handle({PointerEvent::Kind::release, event->position() * devicePixelRatioF(), devicePixelRatioF()},
                         d_->map(), *this);
    d_->dragging = nullptr;
}

void SliceView::leaveEvent(QEvent*) {
    d_->cursor.reset();
    update();
}

void SliceView::keyPressEvent(QKeyEvent* event) {
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
            d_->viewport.fit();
            return viewportChanged();
        case Qt::Key_I:
            return setInverted(!isInverted());
        case Qt::Key_Escape:
            if (activeTool() == tools().front().id) break;
            return setActiveTool(tools().front().id);
        default:
            for (const ToolEntry& entry : tools()) {
                if (event->key() == entry.key && event->modifiers() == Qt::NoModifier) return setActiveTool(entry.id);
            }
    }
    QWidget::keyPressEvent(event);
}

void SliceView::focusInEvent(QFocusEvent*) {
    update();
}

void SliceView::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace fleming::viewer
