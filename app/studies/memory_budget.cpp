#include "app/studies/memory_budget.h"

#include "base/memory.h"
#include "viewer/text/number_text.h"

#include <algorithm>
#include <limits>

namespace fleming::app {

namespace {

std::string bytesWord(std::int64_t bytes) {
    return viewer::bytesText(std::max<std::int64_t>(0, bytes)).toStdString();
}

}  // namespace

std::int64_t pixelBytes(const viewer::Series& series) {
    if (series.kind() == viewer::SeriesKind::clip) return 0;
    const viewer::ImageInfo& image = series.image();
    auto bytes = static_cast<std::int64_t>(viewer::bytesOf(image.type));
    for (const int factor :
         {image.geometry.size[0], image.geometry.size[1], image.geometry.size[2], image.components}) {
        if (__builtin_mul_overflow(bytes, static_cast<std::int64_t>(factor), &bytes))
            return std::numeric_limits<std::int64_t>::max();
    }
    return bytes;
}

MadeRoom makeRoom(const std::vector<HeldVolume>& held, std::int64_t needed, const MemoryBudget& budget) {
    std::int64_t kept = 0, onScreen = 0;
    for (const HeldVolume& volume : held) {
        kept += volume.bytes;
        if (volume.onScreen) onScreen += volume.bytes;
    }
    const std::int64_t inBudget = budget.limit - onScreen;
    if (needed > inBudget) {
        return {{},
                Error("studies.over_budget", {}, {bytesWord(needed), bytesWord(inBudget), bytesWord(budget.limit)})};
    }
    // The system's memory can be "unknown", which is the largest number.
    const std::int64_t most = std::numeric_limits<std::int64_t>::max(), releasable = kept - onScreen;
    const std::int64_t inMachine = budget.available > most - releasable ? most : budget.available + releasable;
    if (needed > inMachine)
        return {{}, Error("studies.too_little_memory", {}, {bytesWord(needed), bytesWord(inMachine)})};
    MadeRoom room;
    std::int64_t freed = 0;
    for (const HeldVolume& volume : held) {
        const bool fitsBudget = needed <= budget.limit - (kept - freed);
        const bool fitsMachine = needed - freed <= budget.available;
        if (fitsBudget && fitsMachine) break;
        if (volume.onScreen) continue;
        room.freed.push_back(volume.id);
        freed += volume.bytes;
    }
    return room;
}

std::int64_t memoryLimit(double gigabytes) {
    static const std::int64_t freeAtStart = availableMemory();
    return gigabytes > 0 ? static_cast<std::int64_t>(gigabytes * 1e9) : freeAtStart / 2;
}

}  // namespace fleming::app
