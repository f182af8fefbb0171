#pragma once

#include "viewer/data/clip.h"
#include "viewer/data/series.h"
#include "viewer/data/slice_place.h"
#include "viewer/layers/scene_texts.h"
#include "viewer/render/clip_frame.h"
#include "viewer/views/error_words.h"
#include "viewer/views/view_commands.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fleming::viewer {

struct FrameCamera;

/// Shows a clip: plays it (between the in and the out point, if they are set; in a loop, once, or back and forth; at
/// 0.1 to 4 times its speed), pauses, steps, seeks. Decodes and renders frames on a thread of its own and drops those
/// that are late. Pixels that are not square are shown with their sides. The controls are part of the widget.
///
/// The pointer has the tools of a slice view, and the wheel goes from frame to frame. The keys are those of a slice
/// view, and those of clipActions().
class ClipView : public QWidget {
    Q_OBJECT

public:
    explicit ClipView(QWidget* parent = nullptr);
    ~ClipView() override;

    void setErrorWords(ErrorWords words);
    /// Shows the first frame, fitted, under the window of the clip; null clears. `series` says what the clip is.
    void setClip(std::shared_ptr<const Clip> clip, const Series& series = {});
    void setSeries(const Series& series);  ///< changes the description of the same clip
    void setTexts(SceneTexts texts);       ///< what is written in the corners

    void play();
    void pause();
    bool isPlaying() const;
    void seek(int frame);
    int frame() const;       ///< the frame that is on the screen or being decoded
    int shownFrame() const;  ///< the frame on the screen; -1: none
    /// Returns the frame that the user sees, or the one that could not be decoded: evidence is of this one.
    int seenFrame() const;
    int frameCount() const;          ///< 0: no clip
    double timeOf(int frame) const;  ///< s; 0 <= frame < frameCount()
    /// Returns the frame that is nearest to a time; nothing for a time outside the clip.
    std::optional<int> frameAt(double seconds) const;

    void setInPoint(double seconds);   ///< clamped to the clip; drops an out point before it
    void setOutPoint(double seconds);  ///< clamped to the clip; drops an in point after it
    void setInPointHere();             ///< at the frame that the user sees, or the one that was sought
    void setOutPointHere();
    void clearRange();
    std::optional<std::pair<double, double>> range() const;  ///< seconds; absent: the whole clip
    void setPlayback(const Playback& playback);              ///< its speed is limited to 0.1 to 4
    Playback playback() const;

    /// Frames in colour have no windowing.
    void setWindowing(const Windowing& windowing);
    std::optional<Windowing> windowing() const;        ///< absent: colours, or no clip
    std::optional<Windowing> chosenWindowing() const;  ///< absent: that of the clip, or none
    /// Returns the values of the frame on the screen, for windows that follow from them; null for colours.
    std::shared_ptr<const Volume> shownValues() const;
    std::vector<NamedWindow> fileWindows() const;  ///< Clip::windows()
    void setWholeRange();                          ///< the window of all values of the frame on the screen

    bool isInverted() const;
    void setInverted(bool inverted);
    /// Returns how frames are turned, coloured and interpolated. Frames in colour ignore the colours.
    Look look() const;
    void setLook(const Look& look);

    void fit();
    void resetView();           ///< fits, with the window of the clip and the plain look, not inverted
    void setZoom(double zoom);  ///< device pixels per pixel of the frame, along its shorter side; 1: one for one
    double zoom() const;
    std::optional<ZoomPan> zoomPan() const;  ///< absent: fitted
    void setZoomPan(const std::optional<ZoomPan>& place);

    // Clips can follow each other.
    FrameCamera camera() const;
    void setCamera(const FrameCamera& camera);

    /// Does what the key of a command does. Returns false for a command that only slices have.
    bool perform(ViewCommand command);

    /// Picks the tool of the left button, by its id in tools().
    void setActiveTool(const std::string& id);
    std::string activeTool() const;

    QImage grabImage();
    QWidget* screen() const;  ///< the part that shows the frame

Q_SIGNALS:
    void frameChanged(int frame);  ///< another frame is on the screen, or the message why it is not
    void playingChanged(bool playing);
    void rangeChanged();
    void playbackChanged();
    void windowChanged();
    void displayChanged();  ///< zoom, pan, inversion or look
    void activeToolChanged();
    /// The user wants a menu at a point of screen(): a click with the right button that drags nothing, or the menu key.
    void menuRequested(const QPoint& at);
    /// The user wants the next series (1) or the previous one (-1).
    void seriesRequested(int by);
    /// The user picks the frame (ViewCommand::keyImage).
    void keyImageRequested();
    /// A frame could not be decoded. While the clip stands still, the view shows the message, too; while it plays, such
    /// frames are left out, and only the first is told.
    void failed(QString message);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool performOfClips(const QString& id);
    void pickWindow(int number);
    bool escape();

    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
