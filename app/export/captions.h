#pragma once

#include "app/session/exchange.h"
#include "app/studies/series_name.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace fleming::app {

/// Returns "Image-<number>", the name of an image in its conversation.
QString imageName(int number);

/// Returns which slice, plane or frame of which series it is, in a few short lines: study (if there are several),
/// series, slice or frame, slab, position.
QStringList placeLines(const viewer::Provenance& provenance, const StudyNames& studies);

/// Returns where a frame comes from, in a few short lines: placeLines(), window and inversion, and the file's name if
/// the session has it.
QStringList captionLines(const viewer::Provenance& provenance, const StudyNames& studies);

/// Returns what identifies the frames, as far as the session has it: file with SHA-256, series UID, SHA-256 of the
/// pixels. What all of them share is in the first line, the rest in a line for each frame.
QStringList sourceLines(const std::vector<viewer::Frame>& evidence, int firstImage);

/// Returns "greedy decoding, at most 1024 tokens", or the sampling parameters.
QString describe(const inference::GenerationOptions& options);

/// Returns the warning that text which is part of the images is not removed from an export.
QString burnedInWarning();

/// Returns who gave a review, as far as the session says it: "Name (code)", the name or the code.
QString reviewerText(const Review& review);

/// Returns the verdict in the language of the program.
QString describe(Verdict verdict);

/// Returns the severity in the language of the program.
QString describe(Severity severity);

/// Returns a Unix time in ms as local date and time, or an empty text for 0.
QString localTime(std::int64_t ms);

}  // namespace fleming::app
