#pragma once

#include <memory>
#include <optional>
#include <utility>

#include <QImage>
#include <QWidget>

#include "viewer/data/clip.h"

namespace fleming::viewer {

/// Shows a clip: plays, pauses, steps, seeks; in and out points. Decodes on a thread of its own. The controls (play, slider, step, in and out)
/// are part of the widget; keys: Space, Left/Right, Home/End, I and O set the in and out point.
class ClipView : public QWidget {
    Q_OBJECT

public:
    explicit ClipView(QWidget* parent = nullptr);
    ~ClipView() override;

    void setClip(std::shared_ptr<const Clip> clip);  ///< null clears
    void play();
    void pause();
    bool isPlaying() const;
    void seek(int frame);
    int frame() const;                                ///< the frame on the screen, or being decoded for it
    void setInPoint(double seconds);
    void setOutPoint(double seconds);
    void clearRange();
    std::optional<std::pair<double, double>> range() const;  ///< seconds; absent: the whole clip
    QImage grabImage();

Q_SIGNALS:
    void frameChanged(int frame);
    void rangeChanged();
    void failed(QString message);

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
