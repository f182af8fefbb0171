#pragma once

#include "viewer/data/clip.h"
#include "viewer/views/error_words.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <utility>

namespace fleming::viewer {

/// Shows a clip: plays it in a loop (between the in and the out point, if they are set), pauses, steps, seeks. Decodes
/// on a thread of its own and drops frames that are late. The controls (play, slider, step, in and out) are part of the
/// widget. Keys: Space, Left/Right, Home/End; I and O set the in and the out point.
class ClipView : public QWidget {
    Q_OBJECT

public:
    explicit ClipView(QWidget* parent = nullptr);
    ~ClipView() override;

    void setErrorWords(ErrorWords words);
    void setClip(std::shared_ptr<const Clip> clip);  ///< null clears
    void play();
    void pause();
    bool isPlaying() const;
    void seek(int frame);
    int frame() const;                 ///< the frame that is on the screen or being decoded
    int shownFrame() const;            ///< the frame on the screen; -1: none
    void setInPoint(double seconds);   ///< clamped to the clip; drops an out point before it
    void setOutPoint(double seconds);  ///< clamped to the clip; drops an in point after it
    void clearRange();
    std::optional<std::pair<double, double>> range() const;  ///< seconds; absent: the whole clip
    QImage grabImage();

Q_SIGNALS:
    void frameChanged(int frame);  ///< another frame is on the screen
    void playingChanged(bool playing);
    void rangeChanged();
    void failed(QString message);  ///< a frame could not be decoded; the view shows the message, too

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
