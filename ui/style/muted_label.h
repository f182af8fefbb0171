#pragma once

#include <QLabel>

namespace fleming::ui {

/// Secondary plain text: smaller, in a muted colour, with word wrap.
class MutedLabel : public QLabel {
    Q_OBJECT

public:
    explicit MutedLabel(const QString& text = {}, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
};

}  // namespace fleming::ui
