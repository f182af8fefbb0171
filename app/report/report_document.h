#pragma once

#include "app/session/session.h"

#include <QTextDocument>

#include <memory>
#include <vector>

namespace fleming::app {

/// The report's content, laid out for a column of `width` pixels of 1/96 inch. Whatever a person or the model wrote
/// stands in it as plain text.
std::unique_ptr<QTextDocument> makeReportDocument(const std::vector<Exchange>& exchanges, qreal width);

}  // namespace fleming::app
