#pragma once

#include "viewer/data/clip.h"
#include "viewer/data/series.h"
#include "viewer/data/slice_place.h"
#include "viewer/layers/scene_texts.h"
#include "viewer/render/display.h"
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

/// Shows a clip: plays it (between the in and the out point, if they are set; in a loop, once, or back and forth; at
/// 0.1 to 4 times its speed), pauses, steps, seeks. Decodes, and windows grey frames, on a thread of its own and drops
/// frames that are late. The controls are part of the widget.
///
/// The pointer has the tools of a slice view, and the wheel goes from frame to frame. Keys: Space plays and pauses; I
/// and O set the in and the out point; < and > change the speed, C the mode; all others are those of a slice view
/// (arrows, Page Up/Down, Home/End, +/-, F, R, 0 to 9, the keys of the tools).
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

    void setInPoint(double seconds);   ///< clamped to the clip; drops an out point before it
    void setOutPoint(double seconds);  ///< clamped to the clip; drops an in point after it
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

    void resetView();           ///< fits, with the window of the clip
    void setZoom(double zoom);  ///< device pixels per pixel of the frame; 1: one for one
    double zoom() const;
    std::optional<ZoomPan> zoomPan() const;  ///< absent: fitted
    void setZoomPan(const std::optional<ZoomPan>& place);

    /// Picks the tool of the left button, by its id in tools().
    void setActiveTool(const std::string& id);
    std::string activeTool() const;

    QImage grabImage();
    QWidget* screen() const;  ///< the part that shows the frame

Q_SIGNALS:
    void frameChanged(int frame);  ///< another frame is on the screen
    void playingChanged(bool playing);
    void rangeChanged();
    void playbackChanged();
    void windowChanged();
    void displayChanged();  ///< zoom or pan
    void activeToolChanged();
    /// The user wants a menu at a point of screen(): a click with the right button that drags nothing, or the menu key.
    void menuRequested(const QPoint& at);
    /// A frame could not be decoded. While the clip stands still, the view shows the message, too; while it plays, such
    /// frames are left out, and only the first is told.
    void failed(QString message);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Returns false for a command that only slices have.
    bool perform(ViewCommand command);
    bool takeClipKey(const QKeyEvent& event);
    void pickWindow(int number);

    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
