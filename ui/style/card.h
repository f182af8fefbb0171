#pragma once

#include <QFrame>

namespace fleming::ui {

/// A rounded, bordered surface that holds widgets.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    /// The left edge is marked in this colour; an invalid one: no mark.
    void setMark(const QColor& colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor mark_;
};

}  // namespace fleming::ui
