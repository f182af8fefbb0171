#pragma once

#include "app/worker.h"
#include "ui/registration/checkerboard_view.h"
#include "viewer/registration/rigid_registration.h"

#include <QDialog>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;

namespace fleming::ui {

/// Registers two volumes rigidly and shows the result as a checkerboard of both. Nothing follows from it unless the
/// user accepts it: used().
class RegistrationDialog : public QDialog {
    Q_OBJECT

public:
    /// Starts the registration. `plane`: that of the checkerboard. `start`: where the user has put the volumes, or
    /// nothing.
    RegistrationDialog(const DisplayedVolume& fixed, const DisplayedVolume& moving, viewer::Plane plane,
                       const std::optional<viewer::RigidTransform>& start, QWidget* parent);

Q_SIGNALS:
    /// The user wants to link the volumes by the transform from the fixed one to the moving one.
    void used(const fleming::viewer::RigidTransform& transform);

private:
    void build();
    void start(const DisplayedVolume& fixed, const DisplayedVolume& moving,
               const std::optional<viewer::RigidTransform>& start);
    void showResult(const viewer::Registration& result, const viewer::Vector3& middle);
    void showFailure(const QString& message);

    CheckerboardView* view_;
    QProgressBar* progress_;
    QLabel* text_;
    QWidget* sliders_;
    QSlider* slice_;
    QSlider* tile_;
    QPushButton* use_;
    QPushButton* discard_;
    viewer::RigidTransform found_;
    app::Worker worker_;  // last member: joined before the others are destroyed
};

}  // namespace fleming::ui
