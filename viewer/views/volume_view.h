#pragma once

#include "viewer/data/series.h"
#include "viewer/render/volume_presets.h"
#include "viewer/views/error_words.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace fleming::viewer {

/// Ray casting of a whole volume (VTK). Coarse while it moves, fine at rest. VTK draws off the screen on a thread of
/// its own (see VolumeRenderer), so the GUI thread never waits for an image. OpenGL is first used when the view is
/// first shown with a volume; without it the CPU draws.
///
/// Keys (volume_commands.h) and drags (input_actions.h) are those in use: InputMap. While the box that crops the volume
/// is shown, its handles can be dragged. A click on a face of the orientation cube looks from there. Orientation
/// letters name the sides of the patient.
class VolumeView : public QWidget {
    Q_OBJECT

public:
    explicit VolumeView(QWidget* parent = nullptr);
    ~VolumeView() override;

    void setErrorWords(ErrorWords words);
    /// Sets what stands in the upper left corner: whom and what the volume shows. It is not part of pictures.
    void setCaption(const QStringList& lines);
    /// Shows a complete volume from the front, in the usual look of its modality; null clears.
    void setSeries(const Series& series, std::shared_ptr<const Volume> volume);

    // --- the look ---------------------------------------------------------------------------------------------------

    const VolumeLook& look() const;
    void setLook(const VolumeLook& look);
    /// Chooses a preset, with its own window and opacity.
    void setPreset(const std::string& id);
    /// Returns the preset in use; absent until the values of the volume are known.
    const VolumePreset* preset() const;
    /// Returns the presets that make sense for the volume; none until its values are known.
    std::vector<const VolumePreset*> presets() const;
    /// Returns the chosen window, or that of the preset; absent until it is known.
    std::optional<Window> window() const;
    void setWindow(const std::optional<Window>& window);  ///< absent: that of the preset
    void setOpacity(double factor);                       ///< 0 to kMostOpacity
    static constexpr double kMostOpacity = 2.0;

    bool cropBoxShown() const;
    void setCropBoxShown(bool shown);
    void setCrop(const std::optional<VolumeCrop>& crop);  ///< absent: the whole volume

    // --- the camera -------------------------------------------------------------------------------------------------

    void lookFrom(PatientSide side);  ///< does nothing for a volume without orientation
    void resetView();                 ///< from the front, fitted, with the window and the opacity of the preset

    /// Returns what the view shows; absent while it shows none. The preset and the window are named.
    std::optional<VolumeRendering> rendering() const;
    /// Shows the volume as in `rendering`, now or as soon as it can; its size aside.
    void setRendering(const VolumeRendering& rendering);

    // --- images -----------------------------------------------------------------------------------------------------

    /// Returns true if the shown image is the final-quality image of the current request.
    bool isAtRest() const;
    QImage grabImage();
    /// Calls `take` with the final-quality image and what is written over it, without the crop box, as soon as it is
    /// drawn. Not called if another series is shown before.
    void capture(std::function<void(const QImage&)> take);
    /// Draws small images of these presets in the background; thumbnailDrawn() has each.
    void requestThumbnails(const std::vector<std::string>& presets, const QSize& size);

    QSize sizeHint() const override { return {512, 512}; }

Q_SIGNALS:
    void lookChanged();  ///< preset, window, opacity, crop, or what they are by default
    void cameraChanged();
    void cropBoxToggled(bool shown);
    void galleryRequested();       ///< VolumeCommand::gallery
    void keyImageRequested();      ///< the user picks the picture (ViewCommand::keyImage)
    void seriesRequested(int by);  ///< the user wants the next series (1) or the previous one (-1)
    /// The user wants a menu at a point of the view: a click with the right button that drags nothing, or the menu key.
    void menuRequested(const QPoint& at);
    void cameAtRest();  ///< the fine image is on the screen
    void thumbnailDrawn(const QString& preset, const QImage& image);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
