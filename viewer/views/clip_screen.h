#pragma once

#include "viewer/data/slice_place.h"
#include "viewer/layers/clip_text.h"
#include "viewer/tools/viewport.h"
#include "viewer/views/frame_decoder.h"
#include "viewer/views/pointer_tools.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <optional>
#include <string>

namespace fleming::viewer {

/// The frame of a clip on black, or a message, with the texts of the corners; it has the pointer and the tools. It
/// knows of no other frame: its signals ask the clip view for them.
class ClipScreen : public QWidget, private ToolTarget {
    Q_OBJECT

public:
    explicit ClipScreen(QWidget* parent = nullptr);

    /// Fits frames of that size, and shows none yet. An empty size: there is no clip.
    void setClip(const QSize& size);
    void setFrame(const DecodedFrame& frame);
    const DecodedFrame& frame() const { return frame_; }
    void setMessage(const QString& message);  ///< shown in place of the image until the next one
    /// Sets what the corners say. The screen itself adds the size, the zoom and the value under the pointer.
    void setFacts(const ClipFacts& facts);
    void setMoving(bool moving);  ///< a moving image is drawn faster

    void setZoom(double zoom);  ///< device pixels per pixel of the frame
    double zoom() const { return viewport_.zoom(); }
    void fit();
    std::optional<ZoomPan> zoomPan() const { return viewport_.zoomPan(); }  ///< absent: fitted
    void setZoomPan(const std::optional<ZoomPan>& place);

    void setActiveTool(const std::string& id);
    std::string activeTool() const { return tools_.activeEntry().id; }
    /// Does what Esc does: cancels a drag, or returns to the first tool. Returns false if there was nothing to do.
    bool escape();

    QSize sizeHint() const override { return {512, 384}; }

Q_SIGNALS:
    void windowDragged(const fleming::viewer::Window& window);
    void scrolled(int frames);
    void displayChanged();  ///< zoom or pan
    void activeToolChanged();
    void menuRequested(const QPoint& at);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    Viewport& viewport() override { return viewport_; }
    void viewportChanged() override;
    std::optional<Window> displayedWindow() const override;
    void setWindow(const Window& window) override { Q_EMIT windowDragged(window); }
    void scrollBy(int frames) override { Q_EMIT scrolled(frames); }
    void outline(const std::optional<QRectF>& device) override;
    void setWindowOver(const QRectF& device) override;
    MmToDevice map() const;
    void drawImage(QPainter& painter);
    ClipFacts completeFacts() const;

    QSize size_;
    Viewport viewport_;
    PointerTools tools_{viewer::displayTools()};
    DecodedFrame frame_;
    QImage reduced_;  ///< the image, averaged to its size on the screen; null if that is not smaller or it moves
    bool isMoving_ = false;
    QString message_;
    ClipFacts facts_;
    std::optional<QPointF> cursor_;  ///< device pixels
    std::optional<QRectF> outline_;  ///< device pixels
};

}  // namespace fleming::viewer
