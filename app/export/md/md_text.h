#pragma once

#include <QString>

namespace fleming::app {

/// Returns a text in one line in which CommonMark finds no markup, nor GitHub a strikethrough.
QString mdLine(const QString& text);

/// Returns a text as a block quotation that keeps its lines and their indentation, with an empty line after it.
QString mdQuotation(const QString& text);

}  // namespace fleming::app
