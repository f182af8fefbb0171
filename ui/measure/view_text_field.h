#pragma once

#include <QLineEdit>

namespace fleming::ui {

/// A line of text that the user types over a view. Enter and a click elsewhere accept it, Esc drops it; then it deletes
/// itself and the view has the focus.
class ViewTextField : public QLineEdit {
    Q_OBJECT

public:
    /// `at`: where the field stands in `view`; it is moved so that it lies within the view. `about` is its placeholder.
    ViewTextField(QWidget& view, const QPointF& at, const QString& about, const QString& text);

Q_SIGNALS:
    void accepted(QString text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void end(bool accepts);

    bool ended_ = false;
};

}  // namespace fleming::ui
