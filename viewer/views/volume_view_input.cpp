// What the mouse and the keys do in a volume view.
#include "viewer/tools/tool.h"
#include "viewer/tools/window_tool.h"
#include "viewer/views/input_actions.h"
#include "viewer/views/volume_view_private.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr double kDegreesPerPixel = 0.5;
constexpr double kKeyDegrees = 5.0;
constexpr double kZoomPerNotch = 1.15;
constexpr double kZoomPerPixel = 1.01;
constexpr double kOpacityPerPixel = 1.0 / 200;
constexpr double kKeyPartOfVolume = 0.02;  // that a key moves a face of the crop box by

}  // namespace

void VolumeView::Private::hover(const QPointF& at) {
    const auto side = geometry().oriented ? cube().faceAt(at) : std::nullopt;
    const auto handle = boxShown && !side ? box().handleAt(at) : std::nullopt;
    if (side != hoveredSide || handle != hoveredFace) view->update();
    hoveredSide = side;
    hoveredFace = handle;
    view->setCursor(side ? Qt::PointingHandCursor : handle ? Qt::SizeAllCursor : Qt::ArrowCursor);
}

void VolumeView::Private::startDrag(const QMouseEvent& event) {
    dragFrom = pressed = event.position();
    mayClick = event.button() == Qt::RightButton;
    const auto handle = boxShown && event.button() == Qt::LeftButton && event.modifiers() == Qt::NoModifier
                            ? box().handleAt(dragFrom)
                            : std::nullopt;
    if (handle) {
        drag = Drag::crop;
        face = *handle;
        dragCrop = crop();
        return;
    }
    const auto gesture = dragGesture(event);
    if (!gesture) return;
    const QString action = actionOfGesture(*gesture, InputPlace::volumes);
    if (action == kVolumeRotate) drag = Drag::rotate;
    if (action == kVolumePan) drag = Drag::pan;
    if (action == kVolumeZoom) drag = Drag::zoom;
    if (action == kVolumeOpacity && view->preset() != nullptr && hasOpacity(*view->preset())) {
        drag = Drag::opacity;
        dragOpacity = look.opacity;
    }
    if (action == kVolumeWindow && view->window()) {
        drag = Drag::window;
        dragWindow = *view->window();
    }
}

void VolumeView::mousePressEvent(QMouseEvent* event) {
    if (!d_->begun || d_->drag != Private::Drag::none) return;
    if (event->button() == Qt::LeftButton && d_->geometry().oriented) {
        if (const auto side = d_->cube().faceAt(event->position())) return lookFrom(*side);
    }
    d_->startDrag(*event);
}

void VolumeView::mouseMoveEvent(QMouseEvent* event) {
    if (!d_->begun) return;
    using Drag = Private::Drag;
    if (d_->drag == Drag::none) return d_->hover(event->position());
    const QPointF by = event->position() - d_->dragFrom;
    if (d_->drag == Drag::window) return setWindow(draggedWindow(d_->dragWindow, by));
    if (d_->drag == Drag::opacity) return setOpacity(d_->dragOpacity - by.y() * kOpacityPerPixel);
    if (d_->drag == Drag::crop) {
        const CropBox box(d_->geometry(), d_->dragCrop, {d_->camera, QSizeF(size())});
        return setCrop(viewer::moved(d_->dragCrop, d_->geometry(), d_->face, box.draggedMm(d_->face, by)));
    }
    d_->dragFrom = event->position();
    VolumeCamera next = d_->camera;
    if (d_->drag == Drag::rotate) rotate(next, by.x() * kDegreesPerPixel, by.y() * kDegreesPerPixel);
    if (d_->drag == Drag::pan) pan(next, by.x() / height(), by.y() / height());
    if (d_->drag == Drag::zoom) zoom(next, std::pow(kZoomPerPixel, -by.y()));
    d_->changeCamera(next);
}

void VolumeView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->buttons() != Qt::NoButton) return;
    d_->drag = Private::Drag::none;
    if (d_->begun && !d_->atRest) d_->rest.start();
    const bool isClick = (event->position() - d_->pressed).manhattanLength() <= kClickReach;
    if (std::exchange(d_->mayClick, false) && isClick && event->button() == Qt::RightButton)
        Q_EMIT menuRequested(event->position().toPoint());
}

void VolumeView::leaveEvent(QEvent*) {
    d_->hoveredSide.reset();
    d_->hoveredFace.reset();
    update();
}

void VolumeView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!d_->begun) return;
    if (actionOfGesture({Gesture::Kind::wheel, event->modifiers()}, InputPlace::volumes) != kVolumeWheel) return;
    VolumeCamera next = d_->camera;
    zoom(next, std::pow(kZoomPerNotch, wheelNotches(*event)));
    d_->changeCamera(next);
}

void VolumeView::Private::chooseFace(int by) {
    const auto count = static_cast<int>(kCropFaces.size());
    const auto at = static_cast<int>(std::ranges::find(kCropFaces, face) - kCropFaces.begin());
    face = kCropFaces[static_cast<std::size_t>((at + by + count) % count)];
    view->setAccessibleDescription(geometry().oriented
                                       ? VolumeView::tr("Crop box, side %1")
                                             .arg(QString::fromStdString(orientationLetters(outOf(geometry(), face))))
                                       : QString());
    view->update();
}

void VolumeView::Private::moveFace(double mm) {
    view->setCrop(viewer::moved(crop(), geometry(), face, mm));
}

/// Does what concerns the crop box; returns false if a command does not, or if the box is not shown.
bool VolumeView::Private::performOnCrop(VolumeCommand command) {
    if (!boxShown) return false;
    const double step = kKeyPartOfVolume * geometry().size[face.axis] * geometry().spacing[face.axis];
    switch (command) {
        case VolumeCommand::nextFace:
            chooseFace(1);
            return true;
        case VolumeCommand::previousFace:
            chooseFace(-1);
            return true;
        case VolumeCommand::growCrop:
            moveFace(step);
            return true;
        case VolumeCommand::shrinkCrop:
            moveFace(-step);
            return true;
        case VolumeCommand::wholeVolume:
            view->setCrop({});
            return true;
        default:
            return false;
    }
}

bool VolumeView::Private::perform(VolumeCommand command) {
    if (performOnCrop(command)) return true;
    VolumeCamera next = camera;
    switch (command) {
        case VolumeCommand::turnLeft:
            rotate(next, -kKeyDegrees, 0);
            break;
        case VolumeCommand::turnRight:
            rotate(next, kKeyDegrees, 0);
            break;
        case VolumeCommand::turnUp:
            rotate(next, 0, -kKeyDegrees);
            break;
        case VolumeCommand::turnDown:
            rotate(next, 0, kKeyDegrees);
            break;
        case VolumeCommand::zoomIn:
            zoom(next, kZoomPerNotch);
            break;
        case VolumeCommand::zoomOut:
            zoom(next, 1 / kZoomPerNotch);
            break;
        case VolumeCommand::reset:
            view->resetView();
            return true;
        case VolumeCommand::gallery:
            Q_EMIT view->galleryRequested();
            return true;
        case VolumeCommand::cropBox:
            view->setCropBoxShown(!boxShown);
            return true;
        case VolumeCommand::fromFront:
            view->lookFrom(PatientSide::anterior);
            return true;
        case VolumeCommand::fromBack:
            view->lookFrom(PatientSide::posterior);
            return true;
        case VolumeCommand::fromLeft:
            view->lookFrom(PatientSide::left);
            return true;
        case VolumeCommand::fromRight:
            view->lookFrom(PatientSide::right);
            return true;
        case VolumeCommand::fromHead:
            view->lookFrom(PatientSide::superior);
            return true;
        case VolumeCommand::fromFeet:
            view->lookFrom(PatientSide::inferior);
            return true;
        default:  // commands of the crop box, which is not shown
            return false;
    }
    changeCamera(next);
    return true;
}

/// Does what slices and volumes have in common.
bool VolumeView::Private::perform(ViewCommand command) {
    switch (command) {
        case ViewCommand::keyImage:
            Q_EMIT view->keyImageRequested();
            return true;
        case ViewCommand::previousSeries:
            Q_EMIT view->seriesRequested(-1);
            return true;
        case ViewCommand::nextSeries:
            Q_EMIT view->seriesRequested(1);
            return true;
        case ViewCommand::menu:
            Q_EMIT view->menuRequested(view->rect().center());
            return true;
        default:
            return false;
    }
}

/// Returns true if the view has the key.
bool VolumeView::Private::pressKey(const QKeyEvent& event) {
    const QString action = actionOfKey(event, InputPlace::volumes);
    if (const auto command = volumeCommandOf(action)) return perform(*command);
    const auto command = commandOf(action.section(QLatin1Char('/'), 1));
    return command && perform(*command);
}

void VolumeView::keyPressEvent(QKeyEvent* event) {
    if (!d_->begun || !d_->pressKey(*event)) QWidget::keyPressEvent(event);
}

}  // namespace fleming::viewer
