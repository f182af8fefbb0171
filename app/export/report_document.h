#pragma once

#include "app/export/report.h"

#include <QTextDocument>

#include <memory>
#include <vector>

namespace fleming::app {

/// The report's content, laid out for a column of `width` pixels of 1/96 inch. Whatever a person or the model wrote
/// stands in it as plain text. For paginate(): pictures and captions of a row are kept together, labels with what
/// follows.
std::unique_ptr<QTextDocument> makeReportDocument(const std::vector<Exchange>& exchanges, qreal width,
                                                  const ReportOptions& options = {});

}  // namespace fleming::app
