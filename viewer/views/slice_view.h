#pragma once

#include "viewer/data/series.h"
#include "viewer/data/slice_place.h"
#include "viewer/render/frame_renderer.h"

#include <QImage>
#include <QWidget>

#include <map>
#include <memory>

namespace fleming::viewer {

/// Shows one slice of a volume, or a picture: wheel scrolls, left drag windows, middle (or Shift+left) drag pans,
/// Ctrl+wheel or right drag zooms; keys: arrows and Page Up/Down scroll, Home/End, +/- zoom, 0 fits, I inverts. Corner
/// text: position, window, size, the value under the cursor; orientation letters at the edges; aspect in mm. Slices
/// that are not ready yet are shown as such. The pixels are those of renderSlice(), scaled by Qt's painter: no OpenGL
/// is needed.
class SliceView : public QWidget {
    Q_OBJECT

public:
    explicit SliceView(QWidget* parent = nullptr);
    ~SliceView() override;

    /// `volume` may still be loading: call pixelsChanged() as slices come. A null volume clears the view.
    /// Begins in the acquired plane at the middle slice, fitted, under defaultWindowing() (which may still change while
    /// the volume loads, until the user or setWindowing() chooses one).
    void setSeries(const Series& series, std::shared_ptr<const Volume> volume);
    void pixelsChanged();

    /// Goes to where that plane was left, or to its middle, fitted. Volumes without orientation have one plane.
    void setPlane(Plane plane);
    Plane plane() const;
    void setSlice(int index);  ///< clamped to 0..sliceCount()-1
    int slice() const;
    int sliceCount() const;                      ///< 0 without a volume
    std::map<Plane, SlicePlace> places() const;  ///< where each plane that was shown is, or was left
    void setPlaces(const std::map<Plane, SlicePlace>& places);
    void setWindowing(const Windowing& windowing);
    Windowing windowing() const;
    bool isInverted() const;
    void setInverted(bool inverted);
    void resetView();           ///< fit, default window, not inverted
    void setZoom(double zoom);  ///< device pixels a stored pixel; 1: one for one
    double zoom() const;

    /// What is on the screen (device pixels), for tests and screenshots.
    QImage grabImage();

    QSize sizeHint() const override { return {512, 512}; }

Q_SIGNALS:
    void sliceChanged(int index);
    void windowChanged();
    void displayChanged();  ///< zoom, pan or inversion

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
