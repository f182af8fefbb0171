#pragma once

#include "app/models/answerer.h"

#include <QJsonObject>

#include <vector>

namespace fleming::app::cli {

/// One turn as `fleming ask --json` prints it; see the help page of ask for the keys. `loadSeconds` is that of the
/// model, for every turn.
QJsonObject toJson(const inference::Answer& answer, const std::vector<viewer::Frame>& evidence,
                   const ModelIdentity& model);

}  // namespace fleming::app::cli
