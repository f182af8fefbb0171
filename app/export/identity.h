#pragma once

#include "app/export/exporter.h"
#include "app/export/uid_map.h"

#include <cstdint>

namespace fleming::app {

/// How much was removed from a session.
struct RemovedIdentity {
    std::int64_t paths = 0;         ///< paths and names of source files, models and sessions
    std::int64_t uids = 0;          ///< DICOM UIDs that were replaced
    std::int64_t dates = 0;         ///< study dates
    std::int64_t descriptions = 0;  ///< series descriptions, and modalities and units that DICOM does not define
    std::int64_t names = 0;         ///< names of reviewers
    std::int64_t maskedTexts = 0;   ///< texts in which a removed value was found and masked
};

/// A session as it leaves.
struct SessionToExport {
    SessionSnapshot session;
    RemovedIdentity removed;
};

/// Removes from a session whatever identifies a patient or a person. This is the only place that does it; exporters
/// write what they get.
///
/// Without ExportOptions::includePaths: all paths, and the names of files.
/// Without ExportOptions::keepIdentity: study dates; series descriptions, in which people type names; the digests of
/// source files; units of measured values that DICOM does not define; UIDs, which `uids` replaces; all times, which
/// become milliseconds since the first event. Where a removed value appears literally in a text, each of its bytes
/// becomes '*', so that spans keep their places; plain words ("Thorax") are left. Texts that a person has typed are
/// otherwise kept. Without ExportOptions::reviewerNames or keepIdentity: names of reviewers. A reviewer without a code
/// gets one.
///
/// Pixels are left as they are: text that is burned into them cannot be found here.
SessionToExport removeIdentity(SessionSnapshot session, const ExportOptions& options, const UidMap& uids);

}  // namespace fleming::app
