// The memory of Studies: which volumes stay, and which series are not loaded.
#include "app/errors/error_text.h"
#include "app/studies/studies.h"
#include "base/memory.h"

#include <algorithm>

namespace fleming::app {

namespace {

std::int64_t volumeBytes(const OpenSeries& open) {
    return open.volume ? pixelBytes(open.series) : 0;
}

}  // namespace

void Studies::setMemoryLimit(std::int64_t bytes) {
    memoryLimit_ = bytes;
    releaseOldVolumes();
    retryRefused();
    loadNext();
}

bool Studies::isOnScreen(int id) const {
    return id == chosen_ || std::ranges::find(shown_, id) != shown_.end();
}

/// Says how a series gets its memory; a volume whose load was cancelled has it.
MadeRoom Studies::roomFor(const OpenSeries& open) const {
    if (open.volume) return {};
    std::vector<HeldVolume> held;
    for (const int id : recent_) {
        const OpenSeries* other = find(id);
        if (other != nullptr && other->volume) held.push_back({id, volumeBytes(*other), isOnScreen(id)});
    }
    const std::int64_t working = open.series.source ? open.series.source->workingBytes() : 0;
    return makeRoom(held, pixelBytes(open.series) + working, {memoryLimit_, availableMemory()});
}

/// Frees what a series needs before it is loaded. Returns false, and says why, if it does not fit.
bool Studies::makeRoomFor(int id) {
    OpenSeries* open = at(id);
    const MadeRoom room = roomFor(*open);
    for (const int freed : room.freed)
        at(freed)->volume.reset();
    if (!room.refusal) return true;
    open->error = messageOf(*room.refusal);
    refused_.insert(id);
    const QString message = open->error;
    Q_EMIT pixelsChanged(id);
    Q_EMIT failed(message);
    return false;
}

/// Lets series be loaded that did not fit before and fit now.
void Studies::retryRefused() {
    std::erase_if(refused_, [this](int id) {
        OpenSeries* open = at(id);
        if (open == nullptr || open->error.isEmpty()) return true;
        if (!isOnScreen(id) || roomFor(*open).refusal) return false;
        open->error.clear();
        return true;
    });
}

void Studies::releaseOldVolumes() {
    std::int64_t kept = 0;
    for (auto id = recent_.rbegin(); id != recent_.rend(); ++id) {
        OpenSeries* open = at(*id);
        if (open == nullptr) continue;
        kept += volumeBytes(*open);
        if (kept > memoryLimit_ && !isOnScreen(*id)) open->volume.reset();
    }
}

}  // namespace fleming::app
