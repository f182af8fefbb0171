#pragma once

#include <vector>

#include <QLayout>

namespace fleming::ui {

/// Puts widgets side by side and begins a new row where the width ends, so that a row of buttons never forces a width on
/// the window. Hidden widgets take no room.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;        ///< all in one row
    QSize minimumSize() const override;     ///< the widest widget
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const;  ///< the height that the rows take

    std::vector<QLayoutItem*> items_;
};

}  // namespace fleming::ui
