#include "app/evidence/evidence_list.h"

#include "app/errors/error_text.h"
#include "app/session/evidence_pixels.h"
#include "app/settings.h"
#include "base/error.h"

#include <algorithm>
#include <iterator>
#include <map>
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

void EvidenceList::add(const OpenSeries& open, Selection selection) {
    if (!settings::evidenceAsDisplayed()) selection.look = {};
    if (++collecting_ == 1) Q_EMIT collectingChanged();
    worker_.post([this, id = open.id, series = open.series, volume = open.volume, clip = open.clip,
                  selection = std::move(selection)](std::stop_token stop) {
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

void EvidenceList::complete(const QStringList& sessions) {
    std::vector<viewer::Frame> missing;
    std::copy_if(frames_.begin() + seen_, frames_.end(), std::back_inserter(missing),
                 [](const viewer::Frame& frame) { return frame.image.rgb.empty(); });
    if (missing.empty()) return;
    if (++collecting_ == 1) Q_EMIT collectingChanged();
    worker_.post([this, sessions, frames = std::move(missing)](const std::stop_token& stop) mutable {
        QString message;
        try {
            readPixels(sessions, frames, stop);
        } catch (const Cancelled&) {
        } catch (...) {
            message = QString::fromStdString(messageOf(std::current_exception()));
        }
        deliver(this, [this, stop, frames = std::move(frames), message]() mutable {
            const bool last = --collecting_ == 0;
            takePixels(std::move(frames));
            if (!message.isEmpty() && !stop.stop_requested()) {
                Q_EMIT collectionFailed();
                Q_EMIT failed(message);
            }
            if (last) Q_EMIT collectingChanged();
        });
    });
}

void EvidenceList::takePixels(std::vector<viewer::Frame> frames) {
    std::map<std::string, viewer::RgbImage> images;
    for (viewer::Frame& frame : frames) {
        if (!frame.image.rgb.empty()) images[frame.provenance.pixelsSha256] = std::move(frame.image);
    }
    for (viewer::Frame& frame : frames_) {
        const auto image = images.find(frame.provenance.pixelsSha256);
        if (frame.image.rgb.empty() && image != images.end()) frame.image = image->second;
    }
}

bool EvidenceList::addView(const OpenSeries& open) {
    if (!canBeEvidence(open.view)) {
        Q_EMIT failed(tr("The volume is not drawn yet. Wait until it is shown, then add it again."));
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
    undone_.clear();
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

/// Keeps a change for undo(). `index` is the first frame that it affects.
void EvidenceList::remember(std::variant<Removal, Move> change, int index) {
    if (steps_.size() == kUndoSteps) steps_.erase(steps_.begin());
    steps_.push_back({std::move(change), index < seen_ ? seen_ : 0});
    endSeenAt(index);
}

void EvidenceList::setSeen(int count) {
    seen_ = count;
    if (count == 0) return;
    // A question was asked since, so no step can restore what an earlier conversation had seen.
    for (Step& step : steps_)
        step.seen = 0;
}

void EvidenceList::removeRange(int first, int count) {
    const auto cut = [&](auto& values) {
        const auto begin = values.begin() + first;
        std::remove_reference_t<decltype(values)> taken(std::make_move_iterator(begin),
                                                        std::make_move_iterator(begin + count));
        values.erase(begin, begin + count);
        return taken;
    };
    std::vector<viewer::Frame> frames = cut(frames_);
    remember(Removal{first, std::move(frames), cut(series_)}, first);
    Q_EMIT changed();
}

void EvidenceList::remove(int index) {
    if (index < 0 || index >= static_cast<int>(frames_.size())) return;
    undone_.clear();
    removeRange(index, 1);
}

void EvidenceList::undo() {
    if (steps_.empty()) return;
    Step step = std::move(steps_.back());
    steps_.pop_back();
    if (auto* removal = std::get_if<Removal>(&step.change)) {
        const int count = static_cast<int>(removal->frames.size());
        undone_.push_back(Range{putBack(*removal), count});
    } else {
        moveBack(std::get<Move>(step.change));
        undone_.push_back(std::get<Move>(step.change));
    }
    if (step.seen > 0) Q_EMIT seenRestored(step.seen);
    Q_EMIT changed();
}

void EvidenceList::redo() {
    if (undone_.empty()) return;
    const std::variant<Range, Move> change = undone_.back();
    undone_.pop_back();
    if (const auto* range = std::get_if<Range>(&change)) {
        removeRange(range->first, range->count);
    } else {
        moveFrame(std::get<Move>(change));
    }
}

/// Returns the index of the first frame that is back.
int EvidenceList::putBack(Removal& removal) {
    const int index = std::min(std::max(removal.index, seen_), static_cast<int>(frames_.size()));
    frames_.insert(frames_.begin() + index, std::make_move_iterator(removal.frames.begin()),
                   std::make_move_iterator(removal.frames.end()));
    series_.insert(series_.begin() + index, removal.series.begin(), removal.series.end());
    if (index == removal.index) return index;
    // The indices of earlier moves would now be those of other frames.
    std::erase_if(steps_, [](const Step& step) { return std::holds_alternative<Move>(step.change); });
    return index;
}

void EvidenceList::moveBack(const Move& move) {
    moveElement(frames_, move.to, move.from);
    moveElement(series_, move.to, move.from);
    endSeenAt(std::min(move.from, move.to));
}

void EvidenceList::move(int from, int to) {
    const int size = static_cast<int>(frames_.size());
    if (from < 0 || from >= size || to < 0 || to >= size || from == to) return;
    undone_.clear();
    moveFrame({from, to});
}

void EvidenceList::moveFrame(const Move& move) {
    moveElement(frames_, move.from, move.to);
    moveElement(series_, move.from, move.to);
    remember(move, std::min(move.from, move.to));
    Q_EMIT changed();
}

void EvidenceList::clear() {
    cancel();
    if (frames_.empty()) return;
    undone_.clear();
    removeRange(0, static_cast<int>(frames_.size()));
}

void EvidenceList::show(std::vector<viewer::Frame> frames, int seen) {
    cancel();
    std::swap(frames_, frames);
    Removal replaced{static_cast<int>(frames_.size()), {}, {}};
    for (std::size_t i = static_cast<std::size_t>(seen_); i < frames.size(); ++i) {
        if (find(frames[i].provenance) >= 0) continue;
        replaced.frames.push_back(std::move(frames[i]));
        replaced.series.push_back(series_[i]);
    }
    series_.assign(frames_.size(), -1);
    seen_ = seen;
    steps_.clear();
    undone_.clear();
    if (!replaced.frames.empty()) steps_.push_back({std::move(replaced), 0});
    Q_EMIT changed();
}

}  // namespace fleming::app
