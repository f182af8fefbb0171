#pragma once

#include "ui/style/text_box.h"

namespace fleming::ui {

/// A box for plain text that is as high as its text, within bounds. Tab leaves it.
class GrowingEdit : public TextBox {
    Q_OBJECT

public:
    GrowingEdit(int smallestLines, int largestLines, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fit();

    int smallestLines_, largestLines_;
};

}  // namespace fleming::ui
