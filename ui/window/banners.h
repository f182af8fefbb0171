#pragma once

#include "app/workspace.h"

#include <QWidget>

class QLabel;

namespace fleming::ui {

class ElidedLabel;

/// The lines at the top of the window: that the program is for research only, and what the loaded model says of itself.
class Banners : public QWidget {
    Q_OBJECT

public:
    explicit Banners(const app::ModelSlot& model, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showModel();
    void recolour();

    const app::ModelSlot& model_;
    QLabel* research_;
    ElidedLabel* modelNotice_;  ///< hidden if the model says nothing of itself
};

}  // namespace fleming::ui
