#pragma once

#include "viewer/data/series.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/views/error_words.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

namespace fleming::viewer {

/// Ray casting of a whole volume (VTK). Left drag rotates, right drag or the wheel zooms, middle drag or Shift+left
/// drag pans, Ctrl+left drag changes the window of the maximum intensity projection. Keys: arrows rotate, +/- zoom, 0
/// resets. Coarse while it moves, fine at rest. Orientation letters name the sides of the patient. VTK draws off the
/// screen on a thread of its own (see VolumeRenderer), so the GUI thread never waits for an image. OpenGL is first used
/// when the view is first shown with a volume; without it the CPU draws.
class VolumeView : public QWidget {
    Q_OBJECT

public:
    explicit VolumeView(QWidget* parent = nullptr);
    ~VolumeView() override;

    void setErrorWords(ErrorWords words);
    /// Shows a complete volume; null clears.
    void setSeries(const Series& series, std::shared_ptr<const Volume> volume);
    void setPreset(VolumePreset preset);
    VolumePreset preset() const;
    /// Returns the window of the maximum intensity projection: the chosen one, else projectionWindow(); absent until
    /// that is known.
    std::optional<Window> window() const;
    std::optional<Window> chosenWindow() const;           ///< absent: the default one
    void setWindow(const std::optional<Window>& window);  ///< absent: the default one
    void resetView();                                     ///< from the front, fitted, the default window

    /// Returns true if the shown image is the final-quality image of the current request.
    bool isAtRest() const;
    QImage grabImage();
    QSize sizeHint() const override { return {512, 512}; }

Q_SIGNALS:
    void windowChanged();
    void cameAtRest();  ///< the fine image is on the screen

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
