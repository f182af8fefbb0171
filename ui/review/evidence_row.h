#pragma once

#include "app/workspace.h"
#include "viewer/marks/mark_painter.h"

#include <QImage>
#include <QWidget>

#include <map>
#include <vector>

namespace fleming::ui {

/// A row of small images: what the model read for an exchange, with the marks on them. An image with a mark that is lit
/// up has a frame. A click or Enter opens an image; Left, Right, Home and End go from one to the next.
class EvidenceRow : public QWidget {
    Q_OBJECT

public:
    /// Hidden if the exchange has no images. `workspace` outlives the row.
    EvidenceRow(app::Workspace& workspace, qint64 exchange, QWidget* parent = nullptr);

    /// Returns the number of the current image: Image-<number>; 0 without images.
    int current() const;

    /// Returns the place of an image in the row; empty if it is not visible.
    QRect placeOf(int number) const;

    /// Returns the numbers of the images with a frame.
    const std::vector<int>& lit() const { return lit_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants to see Image-<number> large.
    void imageClicked(qint64 exchange, int number);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshMarks();
    void goTo(int index);
    int visibleCount() const;
    int indexAt(QPoint point) const;  ///< -1: none
    const QImage& thumbnail(int number);
    void drawCell(QPainter& painter, int index);

    app::Workspace& workspace_;
    qint64 exchange_;
    std::vector<int> numbers_;
    std::map<int, QSize> sizes_;        ///< of the images in pixels, by number
    int first_ = 0;                     ///< index of the first visible image
    int current_ = 0;                   ///< index
    std::map<int, QImage> thumbnails_;  ///< by number
    std::map<int, std::vector<viewer::ShownMark>> marks_;
    std::vector<int> lit_;
};

}  // namespace fleming::ui
