#pragma once

#include <QLabel>

namespace fleming::ui {

/// One line of plain text that is cut with "…" where there is no room for all of it, and so never forces a width on the
/// window. Pointing at it shows what was cut.
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
