#pragma once

#include "app/export/exporter.h"
#include "app/export/training/training_items.h"

#include <string>

namespace fleming::app {

/// The files that a data card describes.
struct TrainingFiles {
    std::string sftSha256, grpoSha256;
    int images = 0;
};

/// Returns the data card of a training export as Markdown, in English: what it contains, by which rules, and what was
/// left out.
std::string dataCard(const SessionSnapshot& session, const ExportOptions& options, const TrainingItems& items,
                     const TrainingFiles& files);

}  // namespace fleming::app
