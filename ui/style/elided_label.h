#pragma once

#include <QLabel>

namespace fleming::ui {

/// One line of plain text that ends with "…" if there is no room for all of it, so it does not widen the window. The
/// tool tip shows the whole text.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isCut() const;
};

}  // namespace fleming::ui
