#pragma once

#include <QCoreApplication>
#include <QString>

namespace fleming::app::evaluation {

/// The translation context of all that an evaluation says.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Evaluation)
};

}  // namespace fleming::app::evaluation
