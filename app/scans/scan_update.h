#pragma once

#include "app/scans/series_completion.h"

#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// What findChanges() has found.
struct ScanChanges {
    int added = 0, changed = 0, gone = 0;  ///< files
    std::vector<std::string> missing;      ///< paths of the roots that are not there: nothing of them was changed
};

/// Stores what was opened. A folder becomes a root, unless it is inside another one; roots inside of it become part of
/// it. Files become a root of their folder. Series of the index that lie in the same files are replaced. If a series of
/// the index has only some of its files in `record`, the whole series is read again. Throws Error "scans.unusable",
/// Cancelled.
void remember(const ScanIndex& index, const ScanRecord& record, const std::stop_token& stop = {});

/// Compares the files of some roots (all, if `roots` is empty) with the index, opens those that are new or have changed
/// with the other files of their series, and brings the index up to date. Nothing is forgotten of a root, or of a disk
/// below it, that is not there now. Throws Error "scans.unusable", and Cancelled: the roots that were done before it
/// are up to date.
ScanChanges findChanges(const ScanIndex& index, const std::vector<qint64>& roots = {}, const std::stop_token& stop = {},
                        const ScanProgress& progress = {});

}  // namespace fleming::app
