#pragma once

#include "app/export/exporter.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace fleming::app {

/// What an export would contain. All texts are in the language of the program.
struct ExportPreview {
    QStringList summary;     ///< sentences: how much leaves, what was removed, what the user should look at
    QStringList typedTexts;  ///< the distinct texts that people have typed, which leave as they are
    QString beginning;       ///< of the file, or of each file of a folder; empty if the format is not text
};

/// Returns what exportTo() would write. Only the first exchange of `session` needs to be complete: `beginning` is made
/// of it. Throws as exportTo() does.
ExportPreview previewExport(const Exporter& exporter, SessionSnapshot session, const ExportOptions& options,
                            const std::stop_token& stop = {});

/// Returns a preview as one text.
QString textOf(const ExportPreview& preview);

}  // namespace fleming::app
