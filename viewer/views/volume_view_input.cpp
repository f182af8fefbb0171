// What the mouse and the keys do in a volume view.
#include "viewer/tools/window_tool.h"
#include "viewer/views/volume_view_private.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

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
    dragFrom = event.position();
    const bool shift = event.modifiers() & Qt::ShiftModifier, control = event.modifiers() & Qt::ControlModifier;
    const bool left = event.button() == Qt::LeftButton;
    if (left && control && shift) {
        if (view->preset() == nullptr || !hasOpacity(*view->preset())) return;
        drag = Drag::opacity;
        dragOpacity = look.opacity;
    } else if (left && control) {
        if (!view->window()) return;
        drag = Drag::window;
        dragWindow = *view->window();
    } else if (event.button() == Qt::MiddleButton || (left && shift)) {
        drag = Drag::pan;
    } else if (const auto handle = boxShown && left ? box().handleAt(dragFrom) : std::nullopt) {
        drag = Drag::crop;
        face = *handle;
        dragCrop = crop();
    } else if (left) {
        drag = Drag::rotate;
    } else if (event.button() == Qt::RightButton) {
        drag = Drag::zoom;
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
}

void VolumeView::leaveEvent(QEvent*) {
    d_->hoveredSide.reset();
    d_->hoveredFace.reset();
    update();
}

void VolumeView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!d_->begun) return;
    VolumeCamera next = d_->camera;
    zoom(next, std::pow(kZoomPerNotch, event->angleDelta().y() / 120.0));
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

/// Returns true if the key was for the crop box.
bool VolumeView::Private::pressCropKey(const QKeyEvent& event) {
    if (!boxShown) return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    const double step = kKeyPartOfVolume * geometry().size[face.axis] * geometry().spacing[face.axis];
    if (event.key() == Qt::Key_PageDown || event.key() == Qt::Key_PageUp) {
        chooseFace(event.key() == Qt::Key_PageDown ? 1 : -1);
    } else if (shift && event.key() == Qt::Key_Up) {
        moveFace(step);
    } else if (shift && event.key() == Qt::Key_Down) {
        moveFace(-step);
    } else if (event.key() == Qt::Key_Backspace) {
        view->setCrop({});
    } else {
        return false;
    }
    return true;
}

/// Returns true if the view has the key.
bool VolumeView::Private::pressKey(const QKeyEvent& event) {
    if (pressCropKey(event)) return true;
    VolumeCamera next = camera;
    switch (event.key()) {
        case Qt::Key_Left:
            rotate(next, -kKeyDegrees, 0);
            break;
        case Qt::Key_Right:
            rotate(next, kKeyDegrees, 0);
            break;
        case Qt::Key_Up:
            rotate(next, 0, -kKeyDegrees);
            break;
        case Qt::Key_Down:
            rotate(next, 0, kKeyDegrees);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom(next, kZoomPerNotch);
            break;
        case Qt::Key_Minus:
            zoom(next, 1 / kZoomPerNotch);
            break;
        case Qt::Key_0:
        case Qt::Key_F:
        case Qt::Key_R:
            view->resetView();
            return true;
        case Qt::Key_B:
            view->setCropBoxShown(!boxShown);
            return true;
        case Qt::Key_G:
            Q_EMIT view->galleryRequested();
            return true;
        case Qt::Key_1:
        case Qt::Key_2:
        case Qt::Key_3:
        case Qt::Key_4:
        case Qt::Key_5:
        case Qt::Key_6:
            view->lookFrom(kPatientSides[event.key() - Qt::Key_1]);
            return true;
        default:
            return false;
    }
    changeCamera(next);
    return true;
}

void VolumeView::keyPressEvent(QKeyEvent* event) {
    if (!d_->begun || !d_->pressKey(*event)) QWidget::keyPressEvent(event);
}

}  // namespace fleming::viewer
