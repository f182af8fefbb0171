#include "viewer/views/volume_view.h"

#include "viewer/layers/edge_text.h"
#include "viewer/layers/focus_frame.h"
#include "viewer/layers/orientation_letters.h"
#include "viewer/text/name_text.h"
#include "viewer/text/number_text.h"
#include "viewer/views/volume_view_private.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr int kRestMs = 250;

}  // namespace

void VolumeView::Private::say(const QString& text) {
    message = text;
    view->update();
}

/// Hands the volume to the renderer once the view is visible.
void VolumeView::Private::begin() {
    if (!volume || begun || !view->isVisible()) return;
    const Index3& size = geometry().size;
    if (std::min({size[0], size[1], size[2]}) < 2) return say(tr("A single slice cannot be shown as a volume."));
    if (!volume->complete()) return say(tr("The volume is still loading."));
    if (!renderer) {
        renderer = std::make_unique<VolumeRenderer>();
        connect(renderer.get(), &VolumeRenderer::drawn, view,
                [this](const QImage& drawn, bool fine) { take(drawn, fine); });
        connect(renderer.get(), &VolumeRenderer::thumbnailDrawn, view, &VolumeView::thumbnailDrawn);
        connect(renderer.get(), &VolumeRenderer::valuesFound, view, [this](const VolumeValues& found) {
            if (!begun) return;
            values = found;
            view->update();
            Q_EMIT view->lookChanged();
        });
        connect(renderer.get(), &VolumeRenderer::failed, view,
                [this](const std::exception_ptr& exception) { say(words(exception)); });
    }
    begun = true;
    say(tr("Preparing the volume…"));
    renderer->setVolume(series, volume);
    camera = nextCamera.value_or(frontCamera(geometry(), aspect()));
    nextCamera.reset();
    moved();
}

void VolumeView::Private::want(bool fine) {
    pixelRatio = view->devicePixelRatioF();
    const QSize size = pixels();
    renderer->want({{camera, look, size.width(), size.height()}, fine});
}

/// Asks for a coarse image now, and for the fine one after a moment without changes.
void VolumeView::Private::moved() {
    if (!begun) return;
    atRest = false;
    want(false);
    rest.start();
}

void VolumeView::Private::changeLook(const VolumeLook& next) {
    if (next == look) return;
    look = next;
    moved();
    Q_EMIT view->lookChanged();
}

void VolumeView::Private::changeCamera(const VolumeCamera& next) {
    camera = next;
    moved();
    Q_EMIT view->cameraChanged();
}

void VolumeView::Private::take(const QImage& drawn, bool fine) {
    if (!begun) return;
    image = drawn;
    atRest = fine && !rest.isActive();
    message.clear();
    view->update();
    if (!atRest) return;
    for (const auto& each : std::exchange(captures, {}))
        each(picture());
    Q_EMIT view->cameAtRest();
}

OrientationCube VolumeView::Private::cube() const {
    return {camera, view->rect(), static_cast<double>(view->fontMetrics().height())};
}

void VolumeView::Private::drawText(QPainter& painter) const {
    if (geometry().oriented) {
        const Vector3 down{-camera.up[0], -camera.up[1], -camera.up[2]};
        drawEdgeLetters(painter, view->rect(), orientationLettersOf(camera.right(), down));
        cube().draw(painter, hoveredSide);
    }
    CornerLines lines;
    if (const VolumePreset* shown = view->preset()) {
        lines.bottomLeft << volumePresetName(shown->id);
        if (look.crop) lines.bottomLeft << VolumeView::tr("Cropped");
        if (hasOpacity(*shown)) lines.bottomRight << VolumeView::tr("Opacity %1").arg(percentText(look.opacity, 0));
    }
    if (view->window()) {
        const auto [center, width] = windowText(*view->window());
        lines.bottomRight << VolumeView::tr("C %1  W %2").arg(center, width);
    }
    drawCornerLines(painter, view->rect(), lines);
}

/// Returns the image with what is written over it.
QImage VolumeView::Private::picture() const {
    QImage whole = image;
    whole.setDevicePixelRatio(static_cast<double>(image.width()) / view->width());
    QPainter painter(&whole);
    painter.setFont(view->font());
    drawText(painter);
    return whole;
}

VolumeView::VolumeView(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setMinimumSize(64, 48);
    setAccessibleName(tr("Volume view"));
    d_->rest.setSingleShot(true);
    d_->rest.setInterval(kRestMs);
    connect(&d_->rest, &QTimer::timeout, this, [this] {
        if (d_->begun && d_->drag == Private::Drag::none) d_->want(true);
    });
}

VolumeView::~VolumeView() = default;

void VolumeView::setErrorWords(ErrorWords words) {
    d_->words = std::move(words);
}

void VolumeView::setCaption(const QStringList& lines) {
    if (lines == d_->caption) return;
    d_->caption = lines;
    update();
}

void VolumeView::setSeries(const Series& series, std::shared_ptr<const Volume> volume) {
    d_->rest.stop();
    if (d_->renderer) d_->renderer->setVolume({}, nullptr);
    d_->begun = d_->atRest = false;
    d_->drag = Private::Drag::none;
    d_->image = {};
    d_->captures.clear();
    d_->series = series;
    d_->volume = std::move(volume);
    d_->look = {};
    d_->values.reset();
    d_->nextCamera.reset();
    d_->say({});
    d_->begin();
}

// --- the look -------------------------------------------------------------------------------------------------------

const VolumeLook& VolumeView::look() const {
    return d_->look;
}

void VolumeView::setLook(const VolumeLook& look) {
    d_->changeLook(look);
}

void VolumeView::setPreset(const std::string& id) {
    VolumeLook next;
    next.preset = id;
    next.crop = d_->look.crop;
    d_->changeLook(next);
}

const VolumePreset* VolumeView::preset() const {
    return d_->values ? &volumePreset(d_->look.preset, d_->values->modality) : nullptr;
}

std::vector<const VolumePreset*> VolumeView::presets() const {
    return d_->values ? volumePresets(d_->values->modality) : std::vector<const VolumePreset*>{};
}

std::optional<Window> VolumeView::window() const {
    if (d_->look.window || !d_->values) return d_->look.window;
    return ownWindow(*preset(), *d_->values);
}

void VolumeView::setWindow(const std::optional<Window>& window) {
    VolumeLook next = d_->look;
    next.window = window;
    d_->changeLook(next);
}

void VolumeView::setOpacity(double factor) {
    VolumeLook next = d_->look;
    next.opacity = std::clamp(factor, 0.0, kMostOpacity);
    d_->changeLook(next);
}

bool VolumeView::cropBoxShown() const {
    return d_->boxShown;
}

void VolumeView::setCropBoxShown(bool shown) {
    if (shown == d_->boxShown) return;
    d_->boxShown = shown;
    d_->hoveredFace.reset();
    update();
    Q_EMIT cropBoxToggled(shown);
}

void VolumeView::setCrop(const std::optional<VolumeCrop>& crop) {
    VolumeLook next = d_->look;
    next.crop = crop && *crop != wholeVolume(d_->geometry()) ? crop : std::nullopt;
    d_->changeLook(next);
}

// --- the camera -----------------------------------------------------------------------------------------------------

void VolumeView::lookFrom(PatientSide side) {
    if (!d_->begun || !d_->geometry().oriented) return;
    VolumeCamera next = d_->camera;
    viewer::lookFrom(next, side);
    d_->changeCamera(next);
}

void VolumeView::resetView() {
    if (!d_->begun) return;
    d_->changeCamera(frontCamera(d_->geometry(), d_->aspect()));
    setPreset(d_->look.preset);
}

std::optional<VolumeRendering> VolumeView::rendering() const {
    if (!d_->begun || !d_->values) return {};
    VolumeLook look = d_->look;
    look.preset = preset()->id;
    look.window = window();
    const QSize pixels = d_->pixels();
    return VolumeRendering{d_->camera, look, pixels.width(), pixels.height()};
}

void VolumeView::setRendering(const VolumeRendering& rendering) {
    if (d_->begun) {
        d_->changeCamera(rendering.camera);
    } else {
        d_->nextCamera = rendering.camera;
    }
    setLook(rendering.look);
}

// --- images ---------------------------------------------------------------------------------------------------------

bool VolumeView::isAtRest() const {
    return d_->atRest;
}

QImage VolumeView::grabImage() {
    return grab().toImage();
}

void VolumeView::capture(std::function<void(const QImage&)> take) {
    if (d_->atRest) return take(d_->picture());
    d_->captures.push_back(std::move(take));
}

void VolumeView::requestThumbnails(const std::vector<std::string>& presets, const QSize& size) {
    if (!d_->begun) return;
    std::vector<VolumeRendering> renderings;
    for (const std::string& id : presets) {
        VolumeLook look;
        look.preset = id;
        look.crop = d_->look.crop;
        // Turned as in the view, and whole.
        const VolumeCamera front = frontCamera(d_->geometry(), static_cast<double>(size.width()) / size.height());
        VolumeCamera camera = d_->camera;
        camera.focus = front.focus;
        camera.height = front.height;
        renderings.push_back({camera, look, size.width(), size.height()});
    }
    d_->renderer->wantThumbnails(std::move(renderings));
}

void VolumeView::paintEvent(QPaintEvent*) {
    if (d_->begun && d_->pixelRatio != devicePixelRatioF()) d_->moved();  // a monitor of another scale
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!d_->message.isEmpty()) {
        drawMessage(painter, rect(), d_->message);
    } else if (!d_->image.isNull()) {
        painter.drawImage(rect(), d_->image);
        if (d_->boxShown) {
            const bool accents = d_->drag == Private::Drag::crop || !d_->hoveredFace;
            d_->box().draw(painter, accents ? std::optional(d_->face) : d_->hoveredFace);
        }
        d_->drawText(painter);
        drawCornerLines(painter, rect(), {d_->caption, {}, {}, {}});
    }
    if (hasFocus()) drawFocusFrame(painter, rect());
}

void VolumeView::showEvent(QShowEvent*) {
    d_->begin();
}

void VolumeView::resizeEvent(QResizeEvent*) {
    d_->moved();
}

void VolumeView::focusInEvent(QFocusEvent*) {
    update();
}

void VolumeView::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace fleming::viewer
