#pragma once

#include "app/session/session.h"

#include <filesystem>
#include <functional>
#include <random>

namespace fleming::app {

/// Returns a review with a random value for each member: texts with quotes, line ends and NUL, spans, marks and links.
Review randomReview(std::mt19937& random);

/// Asks, answers, reviews, exports and closes a session with random contents. The file is created, or continued if it
/// exists. Each kind of event happens at least once, except those of migrations. The last head goes to `witness`.
/// Calls `afterEach`, if it is not empty, after each step, while the file is open.
void writeRandomSession(const std::filesystem::path& file, const std::filesystem::path& witness, std::mt19937& random,
                        const std::function<void()>& afterEach = {});

}  // namespace fleming::app
