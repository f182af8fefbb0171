#pragma once

#include "app/session/session_snapshot.h"

#include <QIODevice>

#include <functional>
#include <stop_token>

namespace fleming::app {

/// What the user chooses about an export.
struct ExportOptions {
    /// Whether paths of files and models are complete. Folder names can hold a patient's name, so the default is the
    /// last part of a path only.
    bool fullPaths = false;
};

/// Called with the part that is done, from 0 to 1.
using ExportProgress = std::function<void(double fraction)>;

/// A format in which a session can be exported. exporters.cpp lists all of them; the window's menu and the command line
/// show that list.
struct Exporter {
    const char* id;      ///< for the command line and the session's log; never changes
    const char* name;    ///< for the user: "PDF report"; marked with QT_TRANSLATE_NOOP("Exporters", ...)
    const char* suffix;  ///< of the file, without the dot

    /// Writes a session to `device`, which is open for writing; its caller looks for errors of the device. Needs a
    /// QGuiApplication if the format needs fonts (the PDF). Throws Error if the session cannot be written in this
    /// format, Cancelled on a stop request.
    void (*write)(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
                  const ExportProgress& progress, const std::stop_token& stop);
};

}  // namespace fleming::app
