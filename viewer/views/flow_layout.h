#pragma once

#include <QLayout>

#include <vector>

namespace fleming::viewer {

/// A layout that continues a row of widgets in further rows if the width is not enough: a toolbar whose minimum width
/// is that of its widest widget. Hidden widgets take no room. Widgets are centred vertically in their row.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(int spacing, QWidget* parent = nullptr);
    ~FlowLayout() override;

    /// Lets one widget of the layout take the rest of its row.
    void setStretched(QWidget* widget) { stretched_ = widget; }

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Row {
        std::vector<QLayoutItem*> items;
        int width = 0, height = 0;
    };
    std::vector<Row> rowsFor(int width) const;
    QSize wanted(const QLayoutItem* item) const;

    std::vector<QLayoutItem*> items_;
    QWidget* stretched_ = nullptr;
    int width_ = 0;  ///< of the last geometry
};

}  // namespace fleming::viewer
