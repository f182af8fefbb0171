#include "app/evidence/evidence_list.h"

#include "app/errors/error_text.h"
#include "base/error.h"

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace fleming::app {

namespace {

constexpr std::size_t kUndoSteps = 20;

template <typename Value>
void moveElement(std::vector<Value>& values, int from, int to) {
    const auto first = values.begin();
    if (from < to) {
        std::rotate(first + from, first + from + 1, first + to + 1);
    } else {
        std::rotate(first + to, first + from, first + from + 1);
    }
}

}  // namespace

EvidenceList::EvidenceList(QObject* parent) : QObject(parent) {}
EvidenceList::~EvidenceList() = default;

int EvidenceList::seriesOf(int index) const {
    return index >= 0 && index < static_cast<int>(series_.size()) ? series_[static_cast<std::size_t>(index)] : -1;
}

void EvidenceList::add(const OpenSeries& open, const Selection& selection) {
    if (++collecting_ == 1) Q_EMIT collectingChanged();
    worker_.post([this, id = open.id, series = open.series, volume = open.volume, clip = open.clip,
                  selection](std::stop_token stop) {
        std::vector<viewer::Frame> frames;
        QString message;
        try {
            if (stop.stop_requested()) throw Cancelled();
            const auto progress = [&](int done, int total) {
                deliver(this, [this, stop, done, total] {
                    if (!stop.stop_requested()) Q_EMIT progressed(done, total);
                });
            };
            frames = collectEvidence(series, selection, volume, clip, progress, stop);
        } catch (const Cancelled&) {
        } catch (...) {
            message = QString::fromStdString(messageOf(std::current_exception()));
        }
        deliver(this, [this, stop, id, frames = std::move(frames), message]() mutable {
            const bool last = --collecting_ == 0;
            if (!stop.stop_requested()) append(std::move(frames), id);
            if (!message.isEmpty() && !stop.stop_requested()) {
                Q_EMIT collectionFailed();
                Q_EMIT failed(message);
            }
            if (last) Q_EMIT collectingChanged();
        });
    });
}

bool EvidenceList::addView(const OpenSeries& open) {
    if (!canBeEvidence(open.view)) {
        Q_EMIT failed(
            tr("The volume view cannot be added as evidence. Switch to the slices and add the one you want."));
        return false;
    }
    add(open, selectionOf(open.series, open.view));
    return true;
}

void EvidenceList::cancel() {
    worker_.cancelAll();
    if (isCollecting()) Q_EMIT collectionCancelled();
}

/// Returns the index of a frame, or -1.
int EvidenceList::find(const viewer::Provenance& provenance) const {
    const auto same = [&](const viewer::Frame& frame) { return viewer::isSameFrame(frame.provenance, provenance); };
    const auto found = std::find_if(frames_.begin(), frames_.end(), same);
    return found == frames_.end() ? -1 : static_cast<int>(found - frames_.begin());
}

/// Appends the frames that are not in the list. A frame that repeats within `frames` is appended each time: the rules
/// for many frames of few slices repeat slices.
void EvidenceList::append(std::vector<viewer::Frame> frames, int seriesId) {
    const int all = static_cast<int>(frames.size());
    int known = -1;
    std::erase_if(frames, [&](const viewer::Frame& frame) {
        const int at = find(frame.provenance);
        if (at >= 0) known = at;
        return at >= 0;
    });
    const int added = static_cast<int>(frames.size());
    if (all == 1 && added == 0) {
        Q_EMIT notice(tr("This image is already in the evidence as Image-%1.").arg(known + 1));
    } else if (all > 0 && added == 0) {
        Q_EMIT notice(tr("All of these images are already in the evidence."));
    } else if (added < all) {
        Q_EMIT notice(tr("%n image(s) were already in the evidence and were not added again.", nullptr, all - added));
    }
    if (frames.empty()) return;
    series_.insert(series_.end(), frames.size(), seriesId);
    std::move(frames.begin(), frames.end(), std::back_inserter(frames_));
    Q_EMIT changed();
}

/// Ends the running conversation if it has seen the frame at `index`.
void EvidenceList::endSeenAt(int index) {
    if (index >= seen_) return;
    seen_ = 0;
    Q_EMIT seenChanged();
}

void EvidenceList::removeRange(int first, int count) {
    const auto cut = [&](auto& values) {
        const auto begin = values.begin() + first;
        std::remove_reference_t<decltype(values)> taken(std::make_move_iterator(begin),
                                                        std::make_move_iterator(begin + count));
        values.erase(begin, begin + count);
        return taken;
    };
    if (removed_.size() == kUndoSteps) removed_.erase(removed_.begin());
    std::vector<viewer::Frame> frames = cut(frames_);
    removed_.push_back({first, std::move(frames), cut(series_)});
    endSeenAt(first);
    Q_EMIT changed();
}

void EvidenceList::remove(int index) {
    if (index >= 0 && index < static_cast<int>(frames_.size())) removeRange(index, 1);
}

void EvidenceList::undo() {
    if (removed_.empty()) return;
    Removed back = std::move(removed_.back());
    removed_.pop_back();
    const int index = std::min(std::max(back.index, seen_), static_cast<int>(frames_.size()));
    frames_.insert(frames_.begin() + index, std::make_move_iterator(back.frames.begin()),
                   std::make_move_iterator(back.frames.end()));
    series_.insert(series_.begin() + index, back.series.begin(), back.series.end());
    Q_EMIT changed();
}

void EvidenceList::move(int from, int to) {
    const int size = static_cast<int>(frames_.size());
    if (from < 0 || from >= size || to < 0 || to >= size || from == to) return;
    moveElement(frames_, from, to);
    moveElement(series_, from, to);
    endSeenAt(std::min(from, to));
    Q_EMIT changed();
}

void EvidenceList::clear() {
    cancel();
    if (!frames_.empty()) removeRange(0, static_cast<int>(frames_.size()));
}

void EvidenceList::show(std::vector<viewer::Frame> frames) {
    cancel();
    frames_ = std::move(frames);
    series_.assign(frames_.size(), -1);
    removed_.clear();
    seen_ = static_cast<int>(frames_.size());
    Q_EMIT changed();
}

}  // namespace fleming::app
