#pragma once

#include <QJsonObject>
#include <QString>

namespace fleming::app {

/// Returns the file in the program's data folder that keeps unfinished work of a session: "drafts/<digest><suffix>",
/// or "drafts/new<suffix>" for a session without a file. The name is a digest of the session's path: a path can be too
/// long for a name and can contain the name of a patient.
QString draftFile(const QString& session, const QString& suffix);

/// Writes the file so that only the user can read it, or removes it if `draft` is empty. Returns what went wrong, or an
/// empty string.
QString writeDraftFile(const QString& file, const QJsonObject& draft);

/// Returns what the file holds: nothing if it does not exist or is damaged.
QJsonObject readDraftFile(const QString& file);

}  // namespace fleming::app
