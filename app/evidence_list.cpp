#include "app/evidence_list.h"

#include <algorithm>

#include "app/failure.h"
#include "base/error.h"

namespace fleming::app {

namespace {

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
            if (!message.isEmpty() && !stop.stop_requested()) Q_EMIT collectionFailed(message);
            if (last) Q_EMIT collectingChanged();
        });
    });
}

void EvidenceList::cancel() {
    worker_.cancelAll();
    if (isCollecting()) Q_EMIT collectionCancelled();
}

void EvidenceList::append(std::vector<viewer::Frame> frames, int seriesId) {
    if (frames.empty()) return;
    series_.insert(series_.end(), frames.size(), seriesId);
    std::move(frames.begin(), frames.end(), std::back_inserter(frames_));
    Q_EMIT changed();
}

void EvidenceList::touch(int index) {
    if (index >= seen_) return;
    seen_ = 0;
    Q_EMIT seenChanged();
}

void EvidenceList::remove(int index) {
    if (index < 0 || index >= static_cast<int>(frames_.size())) return;
    frames_.erase(frames_.begin() + index);
    series_.erase(series_.begin() + index);
    touch(index);
    Q_EMIT changed();
}

void EvidenceList::move(int from, int to) {
    const int size = static_cast<int>(frames_.size());
    if (from < 0 || from >= size || to < 0 || to >= size || from == to) return;
    moveElement(frames_, from, to);
    moveElement(series_, from, to);
    touch(std::min(from, to));
    Q_EMIT changed();
}

void EvidenceList::clear() {
    cancel();
    if (frames_.empty()) return;
    frames_.clear();
    series_.clear();
    touch(0);
    Q_EMIT changed();
}

void EvidenceList::show(std::vector<viewer::Frame> frames) {
    cancel();
    frames_ = std::move(frames);
    series_.assign(frames_.size(), -1);
    seen_ = static_cast<int>(frames_.size());
    Q_EMIT changed();
}

}  // namespace fleming::app
