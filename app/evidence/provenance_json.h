#pragma once

#include "viewer/render/frame.h"

#include <QJsonObject>

namespace fleming::app {

/// A provenance as JSON, for the session, frames.json and `fleming ask --json`. Keys are the members' names in
/// snake_case; what is absent is left out; lengths are mm, times s. Numbers round-trip exactly.
QJsonObject toJson(const viewer::Provenance& provenance);

/// The way back. Keys that are missing leave the default; throws Error where a word is none of its kind's.
viewer::Provenance provenanceFromJson(const QJsonObject& json);

}  // namespace fleming::app
