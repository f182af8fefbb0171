#pragma once

#include <QListWidget>

#include "app/workspace.h"

namespace fleming::ui {

/// The evidence as a row of numbered thumbnails. Only shows and asks: order and content are the workspace's.
class EvidenceList : public QListWidget {
    Q_OBJECT

public:
    explicit EvidenceList(QWidget* parent = nullptr);

    /// Shows these frames; the current row stays where it was as far as there is one.
    void setFrames(const std::vector<viewer::Frame>& frames);

Q_SIGNALS:
    void moveRequested(int from, int to);   ///< `to` is the index it shall have then
    void removeRequested(int index);
    void showRequested(int index);

protected:
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void requestMove(int from, int to);
};

}  // namespace fleming::ui
