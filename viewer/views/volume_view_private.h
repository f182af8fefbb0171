#pragma once

#include "viewer/views/crop_box.h"
#include "viewer/views/orientation_cube.h"
#include "viewer/views/view_commands.h"
#include "viewer/views/volume_commands.h"
#include "viewer/views/volume_renderer.h"
#include "viewer/views/volume_view.h"

#include <QTimer>

class QKeyEvent;
class QPainter;

namespace fleming::viewer {

struct VolumeView::Private {
    enum class Drag { none, rotate, pan, zoom, window, opacity, crop };

    explicit Private(VolumeView* owner) : view(owner) {}

    VolumeView* view;
    std::unique_ptr<VolumeRenderer> renderer;  ///< absent until a volume is first shown
    Series series;
    std::shared_ptr<const Volume> volume;
    std::optional<VolumeValues> values;  ///< absent until the renderer has found them
    VolumeLook look;
    VolumeCamera camera;
    std::optional<VolumeCamera> nextCamera;  ///< for when the volume is first drawn
    bool begun = false;                      ///< the renderer has the volume
    QImage image;                            ///< the newest
    bool atRest = false;                     ///< `image` is the final-quality image of the current request
    std::vector<std::function<void(const QImage&)>> captures;
    QString message;  ///< in place of the image
    QStringList caption;
    double pixelRatio = 0.0;  ///< of the view when an image was last wanted
    ErrorWords words = whatOf;
    QTimer rest;

    bool boxShown = false;
    CropFace face;  ///< chosen by keys, or dragged
    std::optional<CropFace> hoveredFace;
    std::optional<PatientSide> hoveredSide;
    Drag drag = Drag::none;
    QPointF dragFrom;
    QPointF pressed;
    bool mayClick = false;  ///< the press may become a click with the right button
    Window dragWindow;
    double dragOpacity = 1.0;
    VolumeCrop dragCrop;

    const Geometry& geometry() const { return series.geometry(); }
    QSize pixels() const { return (QSizeF(view->size()) * view->devicePixelRatioF()).toSize(); }
    double aspect() const { return static_cast<double>(view->width()) / std::max(1, view->height()); }

    void begin();
    void want(bool fine);
    void moved();  ///< draws anew
    void changeLook(const VolumeLook& next);
    void changeCamera(const VolumeCamera& next);
    void take(const QImage& drawn, bool fine);
    void say(const QString& text);
    void drawText(QPainter& painter) const;
    QImage picture() const;

    OrientationCube cube() const;
    VolumeCrop crop() const { return look.crop.value_or(wholeVolume(geometry())); }
    CropBox box() const { return {geometry(), crop(), {camera, QSizeF(view->size())}}; }
    void hover(const QPointF& at);
    void chooseFace(int by);
    void moveFace(double mm);
    void startDrag(const QMouseEvent& event);
    bool pressKey(const QKeyEvent& event);
    bool perform(VolumeCommand command);
    bool performOnCrop(VolumeCommand command);
    bool perform(ViewCommand command);
};

}  // namespace fleming::viewer
