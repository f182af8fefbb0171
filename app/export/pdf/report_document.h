#pragma once

#include "app/export/exporter.h"

#include <QFont>
#include <QTextDocument>

#include <memory>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// Returns the font of a report, without ligatures.
QFont reportFont(int pixels);

/// Returns the content of a report, laid out in a column of `width` pixels of 1/96 inch. Whatever a person or the model
/// wrote is plain text in it. Carries the properties of paginate(): rows of images stay together, labels stay with what
/// follows. Its title says up to which event the record is complete, with the hash of that event. Throws Cancelled on a
/// stop request.
std::unique_ptr<QTextDocument> makeReportDocument(const SessionSnapshot& session, qreal width,
                                                  const ExportOptions& options = {}, const std::stop_token& stop = {});

}  // namespace fleming::app
