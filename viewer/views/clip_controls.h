#pragma once

#include <QColor>
#include <QIcon>
#include <QImage>
#include <QSlider>
#include <QString>
#include <QWidget>

#include <optional>
#include <utility>

namespace fleming::viewer {

/// The picture of a clip: one image on black, as large as fits, or a message.
class ClipScreen : public QWidget {
    Q_OBJECT

public:
    explicit ClipScreen(QWidget* parent = nullptr);

    void setImage(const QImage& image);
    void setMessage(const QString& message);  ///< in place of the image until the next one
    QSize sizeHint() const override { return {512, 384}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QImage image_;
    QString message_;
};

/// A slider over frames that goes where it is clicked, and shows a range of them.
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

/// Drawn in `color`, so that it is seen in a dark and in a light theme.
QIcon clipIcon(ClipIcon icon, const QColor& color);

}  // namespace fleming::viewer
