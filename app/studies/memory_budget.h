#pragma once

#include "base/error.h"
#include "viewer/data/series.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fleming::app {

/// Returns the bytes that the pixels of a series take in memory; 0 for a clip, whose frames are decoded on demand.
std::int64_t pixelBytes(const viewer::Series& series);

/// A volume in memory.
struct HeldVolume {
    int id = 0;              ///< OpenSeries::id
    std::int64_t bytes = 0;  ///< as allocated
    bool onScreen = false;   ///< it cannot be freed
};

/// The memory for volumes, in bytes.
struct MemoryBudget {
    std::int64_t limit = 0;      ///< for all volumes together
    std::int64_t available = 0;  ///< what the process can still allocate: availableMemory()
};

/// How a volume gets its memory.
struct MadeRoom {
    std::vector<int> freed;        ///< ids of the volumes to free first
    std::optional<Error> refusal;  ///< it does not fit, and nothing is freed
};

/// Decides which volumes give way to one that needs `needed` bytes: those off the screen, the least recently seen
/// first, and only as many as necessary. `held` begins with the least recently seen. The refusal says what is needed
/// and how much is free beside the volumes on the screen: "studies.over_budget" if the limit is the reason, else
/// "studies.too_little_memory".
MadeRoom makeRoom(const std::vector<HeldVolume>& held, std::int64_t needed, const MemoryBudget& budget);

/// Returns the limit for `gigabytes` (10^9 bytes; settings::imageMemory()); for 0 half of what was free when the first
/// call asked.
std::int64_t memoryLimit(double gigabytes);

}  // namespace fleming::app
