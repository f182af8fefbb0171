#pragma once

#include <QString>

#include <string>

namespace fleming::app {

/// What a model says of itself (config.json "fleming_description") as it is shown: the demo model's own sentence in the
/// user's language, any other as it stands.
QString shownDescription(const std::string& description);

}  // namespace fleming::app
