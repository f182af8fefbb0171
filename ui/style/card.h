#pragma once

#include <QFrame>

namespace fleming::ui {

/// A rounded, bordered surface that holds widgets.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    /// Sets the colour of the mark at the left edge. An invalid colour removes the mark.
    void setMark(const QColor& colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor mark_;
};

}  // namespace fleming::ui
