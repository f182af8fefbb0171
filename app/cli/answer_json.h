#pragma once

#include "app/models/model.h"

#include <QJsonObject>

#include <vector>

namespace fleming::app::cli {

/// Converts one turn to what `fleming ask --json` prints; the help page of ask lists the keys. "logprob" of the tokens
/// is left out if the model does not compute it.
QJsonObject toJson(const inference::Answer& answer, const std::vector<viewer::Frame>& evidence,
                   const ModelIdentity& model);

}  // namespace fleming::app::cli
