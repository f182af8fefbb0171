#pragma once

#include "viewer/data/series.h"
#include "viewer/render/transfer_functions.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

namespace fleming::viewer {

/// Ray casting of a whole volume (VTK): left drag turns, right drag or wheel zooms, middle (or Shift+left) drag pans,
/// Ctrl+left drag changes the window of the maximum intensity projection; keys: arrows turn, +/- zoom, 0 resets.
/// Coarser while it turns, fine at rest. Orientation letters show where the patient's sides are. VTK draws on a thread
/// of its own, off the screen (see VolumeRenderer): the GUI never waits for a picture. OpenGL is first used when the
/// view is first shown with a volume; where there is none, the processor draws.
class VolumeView : public QWidget {
    Q_OBJECT

public:
    explicit VolumeView(QWidget* parent = nullptr);
    ~VolumeView() override;

    void setSeries(const Series& series, std::shared_ptr<const Volume> volume);  ///< complete volume; null clears
    void setPreset(VolumePreset preset);
    VolumePreset preset() const;
    /// The window of the maximum intensity projection: the chosen one, else projectionWindow(); absent until that is
    /// known.
    std::optional<Window> window() const;
    std::optional<Window> chosenWindow() const;           ///< absent: the usual one
    void setWindow(const std::optional<Window>& window);  ///< absent: the usual one
    void resetView();                                     ///< from the front, fitted, the usual window

    /// Whether the picture on the screen is the fine one of the volume (not still being prepared, nor moving).
    bool isAtRest() const;
    QImage grabImage();
    QSize sizeHint() const override { return {512, 512}; }

Q_SIGNALS:
    void windowChanged();
    void cameAtRest();  ///< the fine picture is on the screen

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
