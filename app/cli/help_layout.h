#pragma once

#include <QString>

namespace fleming::app::cli {

/// Breaks each line of `text` so that no line is wider than a help page. The result ends with a newline.
QString wrapped(const QString& text);

/// Returns "  name   description", with the description in a column of its own, broken as by wrapped().
QString twoColumns(const QString& name, const QString& description);

}  // namespace fleming::app::cli
