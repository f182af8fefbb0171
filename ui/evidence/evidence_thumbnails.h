#pragma once

#include "ui/evidence/reorder_list.h"
#include "viewer/render/frame.h"

#include <vector>

namespace fleming::ui {

/// A row of numbered thumbnails, as high as the list. It shows frames and emits what the user wants to change; the
/// owner changes the frames.
class EvidenceThumbnails : public ReorderList {
    Q_OBJECT

public:
    explicit EvidenceThumbnails(QWidget* parent = nullptr);

    /// Shows these frames. The current row keeps its index, if there is still such a row.
    void setFrames(const std::vector<viewer::Frame>& frames);

    /// Shows the pixels of a frame that has none.
    void setThumbnail(int index, const viewer::RgbImage& image);

Q_SIGNALS:
    /// The thumbnail of a frame without pixels is visible. It is emitted again each time that it is painted.
    void pixelsWanted(int index);
    /// The user has pressed Delete or Backspace on a thumbnail.
    void removeRequested(int index);
    /// The user has clicked a thumbnail, or has pressed Enter on it.
    void showRequested(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

}  // namespace fleming::ui
