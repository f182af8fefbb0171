#pragma once

#include "app/session/session.h"

#include <filesystem>
#include <functional>
#include <random>

namespace fleming::app {

/// Returns a review with a random value for each member: texts with quotes, line ends and NUL, spans, marks and links.
Review randomReview(std::mt19937& random);

/// Returns a measurement without an id, with a random value for each member, numbers that are not finite among them.
RecordedMeasurement randomMeasurement(std::mt19937& random);

/// Expects the same in every member, bit for bit.
void expectSameMeasurement(const RecordedMeasurement& a, const RecordedMeasurement& b);

/// Asks, answers, reviews, measures, exports and closes a session with random contents. The file is created, or
/// continued if it exists. Each kind of event happens at least once, except those of migrations. The last head goes to
/// `witness`. Calls `afterEach`, if it is not empty, after each step, while the file is open.
void writeRandomSession(const std::filesystem::path& file, const std::filesystem::path& witness, std::mt19937& random,
                        const std::function<void()>& afterEach = {});

}  // namespace fleming::app
