#pragma once

#include "viewer/data/clip.h"

#include <QColor>
#include <QIcon>
#include <QSlider>
#include <QString>
#include <QVariant>
#include <QWidget>

#include <functional>
#include <optional>
#include <span>
#include <utility>

class QLabel;
class QMenu;
class QToolButton;

namespace fleming::viewer {

/// A slider over frames that jumps to the clicked place and can mark a range.
class ClipSlider : public QSlider {
    Q_OBJECT

public:
    explicit ClipSlider(QWidget* parent = nullptr);

    void setMarkedRange(std::optional<std::pair<int, int>> frames);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    int frameAt(double x) const;
    double positionOf(int frame) const;

    std::optional<std::pair<int, int>> marked_;
};

enum class ClipIcon { play, pause, stepBack, stepForward, loop, once, backAndForth };

/// Draws an icon in `color`, so that it is visible in a dark and in a light theme.
QIcon clipIcon(ClipIcon icon, const QColor& color);

class ClipPlayer;

/// The row of controls below a clip. It asks by signals, and setState() makes it tell the state of the player.
class ClipBar : public QWidget {
    Q_OBJECT

public:
    explicit ClipBar(QWidget* parent = nullptr);

    /// Takes over the extent of another clip.
    void setClip(const ClipPlayer& player);
    /// Shows the state of the player: range, speed and mode. `seen` is the frame that the user sees, whose number and
    /// time the bar tells; the slider of a clip that stands still is at the frame that was sought.
    void setState(const ClipPlayer& player, int seen);
    void showFrame(const ClipPlayer& player, int seen);  ///< only the frame

Q_SIGNALS:
    void playToggled();
    void stepped(int by);
    void sought(int frame);
    void inPointWanted();
    void outPointWanted();
    void clearWanted();
    void speedPicked(double speed);
    void modePicked(fleming::viewer::PlayMode mode);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* button(const QString& name, const QString& text = {});
    void makeControls();
    void showTips();
    QMenu* makeMenu(QToolButton* button, const std::function<bool(const QVariant& choice)>& isCurrent);
    void makeMenus();
    void paintIcons();

    QToolButton *play_, *back_, *forward_;
    ClipSlider* slider_;
    QLabel* time_;
    QToolButton *speed_, *mode_;
    QToolButton *in_, *out_, *clear_;
    QWidget* range_;
    bool isPlaying_ = false;
    Playback playback_;
    double rate_ = 1.0;  ///< frames per second at the speed 1
};

/// Returns the speeds that the controls and the keys offer, from slow to fast.
std::span<const double> clipSpeeds();

/// Returns the next faster speed for `by` 1, the next slower for -1; the fastest and the slowest stay.
double nextSpeed(double speed, int by);

/// Returns the mode after `mode`, in a circle.
PlayMode nextMode(PlayMode mode);

}  // namespace fleming::viewer
