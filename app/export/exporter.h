#pragma once

#include "app/session/session_snapshot.h"

#include <QIODevice>

#include <filesystem>
#include <functional>
#include <stop_token>

namespace fleming::app {

enum class Paper { a4, letter };

/// What the user chooses about an export. By default, nothing leaves that identifies a patient or a person; see
/// identity.h.
struct ExportOptions {
    bool includePaths = false;   ///< paths of the source files and of the model
    bool keepIdentity = false;   ///< everything that identity.h removes, except paths
    bool reviewerNames = false;  ///< reviewers' names beside their codes; keepIdentity implies it
    Paper paper = Paper::a4;     ///< of formats with pages
};

/// Called with the part that is done, from 0 to 1.
using ExportProgress = std::function<void(double fraction)>;

/// A format in which a session can be exported. exporters.cpp lists all of them; the window's menu and the command line
/// show that list. Exactly one of `writeFile` and `writeFolder` is set.
///
/// Both get a session from which the identity has been removed as the options say, and write what they get. Their times
/// are offsets unless the options keep identity: export_time.h has the texts for both. They throw Error if the session
/// cannot be written in this format, Cancelled on a stop request. They need a QGuiApplication if the format needs
/// fonts.
struct Exporter {
    const char* id;          ///< for the command line and the session's log; never changes
    const char* name;        ///< for the user: "PDF report"; marked with QT_TRANSLATE_NOOP("Exporters", ...)
    const char* suffix;      ///< of the file, without the dot; empty for a folder
    bool isText = false;     ///< a preview shows the beginning of the file
    bool hasImages = false;  ///< pixels of the evidence leave

    /// Writes a session to `device`, which is open for writing; the caller looks for errors of the device.
    void (*writeFile)(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
                      const ExportProgress& progress, const std::stop_token& stop) = nullptr;

    /// Writes a session into `folder`, which exists and is empty. Folders may be created in it. The name
    /// "manifest.sha256" is taken.
    void (*writeFolder)(const SessionSnapshot& session, const ExportOptions& options,
                        const std::filesystem::path& folder, const ExportProgress& progress,
                        const std::stop_token& stop) = nullptr;

    bool isFolder() const { return writeFolder != nullptr; }
};

}  // namespace fleming::app
