#pragma once

#include "app/workspace.h"
#include "ui/evidence/reorder_list.h"

namespace fleming::ui {

/// The evidence as a row of numbered thumbnails, as high as the list. Only shows and asks: order and content are the
/// workspace's.
class EvidenceList : public ReorderList {
    Q_OBJECT

public:
    explicit EvidenceList(QWidget* parent = nullptr);

    /// Shows these frames; the current row stays where it was as far as there is one.
    void setFrames(const std::vector<viewer::Frame>& frames);

Q_SIGNALS:
    void removeRequested(int index);
    void showRequested(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

}  // namespace fleming::ui
