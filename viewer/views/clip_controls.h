#pragma once

#include "viewer/tools/viewport.h"

#include <QColor>
#include <QIcon>
#include <QImage>
#include <QSlider>
#include <QString>
#include <QWidget>

#include <optional>
#include <utility>

namespace fleming::viewer {

/// The image of a clip on black, fitted, or a message.
class ClipScreen : public QWidget {
    Q_OBJECT

public:
    explicit ClipScreen(QWidget* parent = nullptr);

    void setImage(const QImage& image);
    void setMessage(const QString& message);  ///< shown in place of the image until the next one
    QSize sizeHint() const override { return {512, 384}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    Viewport viewport_;
    QImage image_;
    QString message_;
};

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

enum class ClipIcon { play, pause, stepBack, stepForward };

/// Draws an icon in `color`, so that it is visible in a dark and in a light theme.
QIcon clipIcon(ClipIcon icon, const QColor& color);

}  // namespace fleming::viewer
