#pragma once

#include <memory>

#include <QImage>
#include <QWidget>

#include "viewer/data/series.h"
#include "viewer/render/frame_renderer.h"

namespace fleming::viewer {

/// Shows one slice of a volume, or a picture: wheel scrolls, left drag windows, middle (or Shift+left) drag pans, Ctrl+wheel or right drag
/// zooms; keys: arrows and Page Up/Down scroll, Home/End, +/- zoom, 0 fits, I inverts. Corner text: position, window,
/// size; orientation letters at the edges; aspect in mm. Slices that are not ready yet are shown as such.
class SliceView : public QWidget {
    Q_OBJECT

public:
    explicit SliceView(QWidget* parent = nullptr);
    ~SliceView() override;

    /// `volume` may still be loading: call pixelsChanged() as slices come. A null volume clears the view.
    void setSeries(const Series& series, std::shared_ptr<const Volume> volume);
    void pixelsChanged();

    void setPlane(Plane plane);
    Plane plane() const;
    void setSlice(int index);
    int slice() const;
    int sliceCount() const;
    void setWindowing(const Windowing& windowing);
    Windowing windowing() const;
    void resetView();          ///< fit, default window

    /// What is on the screen (device pixels), for tests and screenshots.
    QImage grabImage();

Q_SIGNALS:
    void sliceChanged(int index);
    void windowChanged();

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
