#include "ui/chat/patient_warning.h"

#include "app/privacy.h"
#include "ui/browser/study_text.h"
#include "ui/style/theme.h"

#include <QEvent>

namespace fleming::ui {

PatientWarning::PatientWarning(app::Workspace& workspace, QWidget* parent) : QLabel(parent), workspace_(workspace) {
    setObjectName(QStringLiteral("patientWarning"));
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 5, 8, 5);
    setAutoFillBackground(true);
    useWarningColours(this);
    hide();
    connect(&workspace_.evidence(), &app::EvidenceList::changed, this, &PatientWarning::refresh);
    connect(&workspace_.studies(), &app::Studies::seriesChanged, this, &PatientWarning::refresh);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, &PatientWarning::refresh);
    refresh();
}

bool PatientWarning::holdsBack() {
    if (patients_.size() < 2 || state_ == State::accepted) return false;
    state_ = state_ == State::unaware ? State::heldBack : State::accepted;
    refresh();
    return state_ == State::heldBack;
}

void PatientWarning::refresh() {
    std::vector<viewer::Patient> patients = workspace_.studies().patientsOf(workspace_.evidence().frames());
    if (patients != patients_) state_ = State::unaware;
    patients_ = std::move(patients);
    QStringList names;
    for (const viewer::Patient& patient : patients_)
        names << patientWithId(app::shown(patient));
    // Names have commas in them.
    const QString who = names.join(QStringLiteral("; "));
    setText(hasHeldBack()
                ? tr("These images show different patients: %1. The question was not sent. Press Enter or “Ask "
                     "anyway” to send it nevertheless.")
                      .arg(who)
                : tr("These images show different patients: %1.").arg(who));
    setVisible(patients_.size() > 1);
    Q_EMIT changed();
}

void PatientWarning::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) useWarningColours(this);
}

}  // namespace fleming::ui
