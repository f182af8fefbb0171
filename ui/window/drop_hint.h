#pragma once

#include <QWidget>

namespace fleming::ui {

/// Covers its parent while files are dragged over it, and says that they can be dropped there. Mouse events pass
/// through.
class DropHint : public QWidget {
    Q_OBJECT

public:
    explicit DropHint(QWidget* parent);

    /// Covers the parent until hide().
    void appear();

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace fleming::ui
