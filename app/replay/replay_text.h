#pragma once

#include "app/replay/replay.h"

#include <QString>

namespace fleming::app {

/// Returns the name of a condition, for a sentence.
QString nameOf(Condition condition);

/// Returns full sentences that say how a replay compares with the stored answer: for the command line and the window.
QString replayText(const ExchangeReplay& replay);

/// Returns the mark of an answer for its last replay, such as "Replayed identically at 2026-01-31 12:00"; an empty text
/// if it has none.
QString replayMark(const std::vector<ReplayRecord>& replays);

}  // namespace fleming::app
