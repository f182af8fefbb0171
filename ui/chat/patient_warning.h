#pragma once

#include "app/workspace.h"

#include <QLabel>

namespace fleming::ui {

/// A warning that the images of the next question show more than one patient; hidden otherwise. The first attempt to
/// ask is held back, so that nobody asks about two patients at once by mistake; the next one asks.
class PatientWarning : public QLabel {
    Q_OBJECT

public:
    explicit PatientWarning(app::Workspace& workspace, QWidget* parent = nullptr);

    /// Call before a question is asked. Returns true if it must not be asked yet; the warning then says how to ask
    /// nevertheless.
    bool holdsBack();

    /// Returns true while a question is held back.
    bool hasHeldBack() const { return state_ == State::heldBack; }

Q_SIGNALS:
    /// The patients or hasHeldBack() have changed.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    app::Workspace& workspace_;
    std::vector<viewer::Patient> patients_;
    /// What the user knows about these patients; `accepted`: that the images are asked about nevertheless.
    enum class State { unaware, heldBack, accepted };
    State state_ = State::unaware;
};

}  // namespace fleming::ui
