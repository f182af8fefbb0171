#pragma once

#include <QLabel>

namespace fleming::ui {

/// Text of secondary importance: smaller, muted, wrapped. Plain text only.
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
