#include "viewer/views/slice_view.h"

#include "base/error.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/window_presets.h"
#include "viewer/views/slice_overlay.h"
#include "viewer/views/viewport.h"
#include "viewer/views/window_drag.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <optional>

namespace fleming::viewer {

namespace {

enum class Drag { none, window, pan, zoom };

constexpr int kWheelStep = 120;  // eighths of a degree: one notch
constexpr int kPageSlices = 10;
constexpr double kZoomPerNotch = 1.2;
constexpr double kZoomPerPixel = 1.01;  // right drag

QImage toImage(const RgbImage& picture) {
    const QImage rgb(picture.rgb.data(), picture.width, picture.height, 3 * picture.width, QImage::Format_RGB888);
    return rgb.convertToFormat(QImage::Format_RGB32);  // a copy of its own, and what the painter is fastest with
}

/// A sentence over the picture that cannot be missed; nothing where it is empty.
void drawWarning(QPainter& painter, const QRect& area, const QString& text) {
    if (text.isEmpty()) return;
    constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRect words = painter.boundingRect(area.adjusted(24, 24, -24, -24), kFlags, text);
    painter.fillRect(words.adjusted(-12, -8, 12, 8), QColor(0x45, 0x20, 0x1f, 0xe6));
    painter.setPen(QColor(0xff, 0xc9, 0xc4));
    painter.drawText(words, kFlags, text);
}

}  // namespace

struct SliceView::Private {
    explicit Private(SliceView* owner) : view(owner) {}

    SliceView* view;
    Series series;
    std::shared_ptr<const Volume> volume;
    Plane plane = Plane::axial;
    int slice = 0;
    Windowing windowing = Window{128, 256};
    bool windowChosen = false;  ///< by the user or the program: the default does not touch it any more
    int defaultFrom = 0;        ///< slices that were ready when the default was worked out
    bool inverted = false;
    std::map<Plane, SlicePlace> left;  ///< where other planes were left

    Viewport viewport;
    std::optional<QImage> picture;  ///< the slice under the window; absent: to be made anew
    QImage reduced;                 ///< the picture made smaller, where the zoom is below 1
    QString problem;                ///< shown in place of the picture

    Drag drag = Drag::none;
    QPointF dragFrom;  ///< device pixels
    Window dragWindow;
    QPointF zoomPoint;
    int wheelRest = 0;
    std::optional<QPointF> cursor;  ///< device pixels

    QPointF device(const QPointF& point) const { return point * view->devicePixelRatioF(); }

    void takePlace();
    void updateDefaultWindow();
    void layOut();
    void displayHasChanged();
    void forgetPicture();
    void makePicture();
    void drawPicture(QPainter& painter);
    QString damage() const;
    double zoomUnit() const;
    std::optional<Index3> voxelAt(const QPointF& point) const;
    std::optional<Window> currentWindow() const;
    void applyWindow(const Window& window);
};

/// mm that one device pixel shows at zoom 1: the smaller side of a stored pixel.
double SliceView::Private::zoomUnit() const {
    const auto [width, height] = framePixelSize(series.geometry, plane);
    return std::min(width, height);
}

/// Goes to where the plane was left, or to its middle.
void SliceView::Private::takePlace() {
    const auto found = left.find(plane);
    const int count = view->sliceCount();
    slice = found == left.end() ? count / 2 : std::clamp(found->second.slice, 0, std::max(0, count - 1));
    viewport.setZoomPan(found == left.end() ? std::nullopt : found->second.zoomPan);
    forgetPicture();
    Q_EMIT view->sliceChanged(slice);
}

void SliceView::Private::updateDefaultWindow() {
    if (windowChosen || !volume) return;
    // Twice: with the first slice that is there, and with all of them.
    const int ready = volume->readyCount();
    if (ready == defaultFrom || (defaultFrom > 0 && !volume->complete())) return;
    defaultFrom = ready;
    const Windowing usual = defaultWindowing(series, *volume);
    const auto* before = std::get_if<Window>(&windowing);
    const auto* after = std::get_if<Window>(&usual);
    if (before && after ? *before == *after : !before && !after) return;
    windowing = usual;
    forgetPicture();
    Q_EMIT view->windowChanged();
}

/// Takes the size of the plane's pictures into the viewport, which then fits.
void SliceView::Private::layOut() {
    forgetPicture();
    problem.clear();
    try {
        const auto [width, height] = viewer::frameSize(series.geometry, plane);
        const auto [pixelWidth, pixelHeight] = framePixelSize(series.geometry, plane);
        viewport.setPicture({width * pixelWidth / zoomUnit(), height * pixelHeight / zoomUnit()});
    } catch (const Error& error) {
        problem = QString::fromUtf8(error.what());
    }
}

void SliceView::Private::displayHasChanged() {
    view->update();
    Q_EMIT view->displayChanged();
}

void SliceView::Private::forgetPicture() {
    picture.reset();
    reduced = {};
    view->update();
}

void SliceView::Private::makePicture() {
    reduced = {};
    try {
        picture = toImage(slicePixels(series, *volume, plane, slice, windowing, inverted));
    } catch (const Error& error) {
        problem = QString::fromUtf8(error.what());
    }
}

void SliceView::Private::drawPicture(QPainter& painter) {
    const QRectF target = viewport.target();
    // The painter takes one sample of four pixels: where many pixels make one, they are averaged first.
    const QSize small(std::min(picture->width(), std::max(1, qRound(target.width()))),
                      std::min(picture->height(), std::max(1, qRound(target.height()))));
    const QImage* shown = &*picture;
    if (small != picture->size()) {
        if (reduced.size() != small) reduced = picture->scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        shown = &reduced;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.size() != QSizeF(shown->size()));
    painter.drawImage(target, *shown);
}

/// What to know of a picture that shows filler in the place of pixels; else empty.
QString SliceView::Private::damage() const {
    if (!volume->anyDamaged()) return {};
    const bool stored = !series.geometry.oriented || planeAxes(series.geometry, plane).sliceAxis == 2;
    if (!stored) return SliceView::tr("Some slices of this series could not be read, so this plane has gaps.");
    return volume->isDamaged(slice) ? SliceView::tr("This slice could not be read; its pixels are not shown.")
                                    : QString();
}

std::optional<Index3> SliceView::Private::voxelAt(const QPointF& point) const {
    if (!volume || !problem.isEmpty() || !isSliceReady(*volume, plane, slice)) return {};
    const Geometry& geometry = series.geometry;
    const PlaneAxes axes = geometry.oriented ? planeAxes(geometry, plane) : PlaneAxes{};
    const auto [width, height] = viewer::frameSize(geometry, plane);
    const auto [pixelWidth, pixelHeight] = framePixelSize(geometry, plane);
    const QPointF mm = viewport.toPicture(point) * zoomUnit();
    Index3 voxel{};
    const auto place = [&](int axis, bool flipped, double at, double length) {
        if (at < 0 || at >= length) return false;
        const auto a = static_cast<std::size_t>(axis);
        const double along = (flipped ? length - at : at) / geometry.spacing[a];
        voxel[a] = std::clamp(static_cast<int>(along), 0, geometry.size[a] - 1);
        return true;
    };
    if (!place(axes.columnAxis, axes.flipColumns, mm.x(), width * pixelWidth)) return {};
    if (!place(axes.rowAxis, axes.flipRows, mm.y(), height * pixelHeight)) return {};
    voxel[static_cast<std::size_t>(axes.sliceAxis)] = slice;
    return voxel;
}

/// The window on the screen; of a slice shown from minimum to maximum, the window that shows the same.
std::optional<Window> SliceView::Private::currentWindow() const {
    if (!volume || series.components == 3) return {};
    if (const auto* window = std::get_if<Window>(&windowing)) return *window;
    std::optional<std::pair<double, double>> range;
    if (isSliceReady(*volume, plane, slice) && plane == acquiredPlane(series.geometry)) {
        const GreyRule rule{volume->rescale(), volume->padding, windowing};
        range = valueRange(volume->type(), volume->slice(slice), rule);
    } else if (const auto all = percentiles(*volume, 0.0, 1.0)) {
        range = {all->low, all->high};
    }
    if (!range) return {};
    return windowOfRange(range->first, range->second);
}

void SliceView::Private::applyWindow(const Window& window) {
    windowing = window;
    windowChosen = true;
    forgetPicture();
    Q_EMIT view->windowChanged();
}

SliceView::SliceView(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::PreventContextMenu);  // the right button zooms
    setMinimumSize(64, 48);
    setAccessibleName(tr("Slice view"));
}

SliceView::~SliceView() = default;

void SliceView::setSeries(const Series& series, std::shared_ptr<const Volume> volume) {
    d_->series = series;
    d_->volume = std::move(volume);
    d_->plane = acquiredPlane(series.geometry);
    d_->windowing = series.windows.empty() ? Window{128, 256} : series.windows.front();
    d_->windowChosen = d_->inverted = false;
    d_->defaultFrom = 0;
    d_->drag = Drag::none;
    d_->left.clear();
    d_->slice = sliceCount() / 2;
    d_->layOut();
    d_->updateDefaultWindow();
    Q_EMIT sliceChanged(d_->slice);
    Q_EMIT windowChanged();
}

void SliceView::pixelsChanged() {
    d_->updateDefaultWindow();
    if (!d_->picture) update();
}

void SliceView::setPlane(Plane plane) {
    if (!d_->series.geometry.oriented || plane == d_->plane) return;
    d_->left = places();
    d_->plane = plane;
    d_->layOut();
    d_->takePlace();
}

std::map<Plane, SlicePlace> SliceView::places() const {
    std::map<Plane, SlicePlace> all = d_->left;
    all[d_->plane] = {d_->slice, d_->viewport.zoomPan()};
    return all;
}

void SliceView::setPlaces(const std::map<Plane, SlicePlace>& places) {
    d_->left = places;
    d_->takePlace();
}

Plane SliceView::plane() const {
    return d_->plane;
}

void SliceView::setSlice(int index) {
    const int slice = std::clamp(index, 0, std::max(0, sliceCount() - 1));
    if (slice == d_->slice) return;
    d_->slice = slice;
    d_->forgetPicture();
    Q_EMIT sliceChanged(slice);
}

int SliceView::slice() const {
    return d_->slice;
}

int SliceView::sliceCount() const {
    return d_->volume ? viewer::sliceCount(d_->series.geometry, d_->plane) : 0;
}

void SliceView::setWindowing(const Windowing& windowing) {
    d_->windowing = windowing;
    d_->windowChosen = true;
    d_->forgetPicture();
    Q_EMIT windowChanged();
}

Windowing SliceView::windowing() const {
    return d_->windowing;
}

bool SliceView::isInverted() const {
    return d_->inverted;
}

void SliceView::setInverted(bool inverted) {
    if (inverted == d_->inverted) return;
    d_->inverted = inverted;
    d_->forgetPicture();
    d_->displayHasChanged();
}

void SliceView::resetView() {
    d_->viewport.fit();
    d_->inverted = d_->windowChosen = false;
    d_->defaultFrom = 0;
    d_->forgetPicture();
    d_->updateDefaultWindow();
    d_->displayHasChanged();
}

void SliceView::setZoom(double zoom) {
    d_->viewport.zoomAt(d_->viewport.middle(), zoom / d_->viewport.zoom());
    d_->displayHasChanged();
}

double SliceView::zoom() const {
    return d_->viewport.zoom();
}

QImage SliceView::grabImage() {
    return grab().toImage();
}

void SliceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!d_->volume) return;
    const bool ready = isSliceReady(*d_->volume, d_->plane, d_->slice);
    if (ready && !d_->picture && d_->problem.isEmpty()) d_->makePicture();
    if (ready && d_->picture) {
        painter.save();
        painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
        d_->drawPicture(painter);
        painter.restore();
    }
    const SliceStatus status{d_->series,
                             d_->plane,
                             d_->slice,
                             d_->windowing,
                             d_->inverted,
                             d_->viewport.zoom(),
                             d_->cursor ? d_->voxelAt(*d_->cursor) : std::nullopt};
    drawOverlay(painter, rect(), sliceOverlay(status, d_->volume.get()));
    if (!ready || !d_->problem.isEmpty()) {
        painter.setPen(QColor(200, 200, 200));
        const QString text = d_->problem.isEmpty() ? tr("Loading…") : d_->problem;
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, text);
    }
    if (ready && d_->picture) drawWarning(painter, rect(), d_->damage());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void SliceView::resizeEvent(QResizeEvent*) {
    d_->viewport.setArea(QSizeF(size()) * devicePixelRatioF());
}

void SliceView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if ((event->modifiers() & Qt::ControlModifier) || sliceCount() == 1) {
        d_->viewport.zoomAt(d_->device(event->position()), std::pow(kZoomPerNotch, turned / double{kWheelStep}));
        d_->displayHasChanged();
        return;
    }
    // Fine wheels and touch pads turn by less than a notch at a time.
    d_->wheelRest += turned;
    const int notches = d_->wheelRest / kWheelStep;
    d_->wheelRest -= notches * kWheelStep;
    if (notches != 0) setSlice(d_->slice - notches);
}

void SliceView::mousePressEvent(QMouseEvent* event) {
    if (!d_->volume || d_->drag != Drag::none) return;
    d_->dragFrom = d_->zoomPoint = d_->device(event->position());
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && shift)) {
        d_->drag = Drag::pan;
    } else if (event->button() == Qt::RightButton) {
        d_->drag = Drag::zoom;
    } else if (event->button() == Qt::LeftButton) {
        if (const auto window = d_->currentWindow()) {
            d_->drag = Drag::window;
            d_->dragWindow = *window;
        }
    }
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF point = d_->device(event->position());
    d_->cursor = point;
    switch (d_->drag) {
        case Drag::none:
            break;
        case Drag::window:
            d_->applyWindow(draggedWindow(d_->dragWindow, (point - d_->dragFrom) / devicePixelRatioF()));
            break;
        case Drag::pan:
            d_->viewport.pan(point - d_->dragFrom);
            d_->dragFrom = point;
            d_->displayHasChanged();
            break;
        case Drag::zoom:
            d_->viewport.zoomAt(d_->zoomPoint,
                                std::pow(kZoomPerPixel, (d_->dragFrom.y() - point.y()) / devicePixelRatioF()));
            d_->dragFrom = point;
            d_->displayHasChanged();
            break;
    }
    update();
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) d_->drag = Drag::none;
}

void SliceView::leaveEvent(QEvent*) {
    d_->cursor.reset();
    update();
}

void SliceView::keyPressEvent(QKeyEvent* event) {
    const int last = std::max(0, sliceCount() - 1);
    switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Left:
            setSlice(d_->slice - 1);
            break;
        case Qt::Key_Down:
        case Qt::Key_Right:
            setSlice(d_->slice + 1);
            break;
        case Qt::Key_PageUp:
            setSlice(d_->slice - kPageSlices);
            break;
        case Qt::Key_PageDown:
            setSlice(d_->slice + kPageSlices);
            break;
        case Qt::Key_Home:
            setSlice(0);
            break;
        case Qt::Key_End:
            setSlice(last);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            setZoom(zoom() * kZoomPerNotch);
            break;
        case Qt::Key_Minus:
            setZoom(zoom() / kZoomPerNotch);
            break;
        case Qt::Key_0:
            d_->viewport.fit();
            d_->displayHasChanged();
            break;
        case Qt::Key_I:
            setInverted(!d_->inverted);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void SliceView::focusInEvent(QFocusEvent*) {
    update();
}

void SliceView::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace fleming::viewer
