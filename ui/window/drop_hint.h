#pragma once

#include <QWidget>

namespace fleming::ui {

/// Covers its parent while files are dragged over it, and says that they can be dropped there. The mouse passes
/// through.
class DropHint : public QWidget {
    Q_OBJECT

public:
    explicit DropHint(QWidget* parent);

    void appear();  ///< over all of the parent; hide() ends it

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace fleming::ui
