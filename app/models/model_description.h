#pragma once

#include "app/models/model.h"

#include <QString>

#include <string>

namespace fleming::app {

/// Returns the text to display for a model's description (config.json "fleming_description"): translated for the demo
/// model, unchanged for other models.
QString shownDescription(const std::string& description);

/// Returns a sentence that says whether the images of a question leave this machine.
QString privacyText(const Capabilities& capabilities);

}  // namespace fleming::app
