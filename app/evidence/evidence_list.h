#pragma once

#include "app/studies/open_series.h"
#include "app/worker.h"
#include "viewer/render/frame.h"

#include <QObject>
#include <QString>

#include <vector>

namespace fleming::app {

/// The evidence strip: frames in the order of their numbers, Image-1 first. Those that the running conversation has
/// seen come first, and stay as they are as long as it runs. A frame that is there already is not added again.
class EvidenceList : public QObject {
    Q_OBJECT

public:
    explicit EvidenceList(QObject* parent = nullptr);
    ~EvidenceList() override;

    const std::vector<viewer::Frame>& frames() const { return frames_; }
    int seriesOf(int index) const;  ///< the OpenSeries id, or -1

    /// Makes the frames on a worker and appends them; several calls append in their order.
    void add(const OpenSeries& open, const Selection& selection);
    bool isCollecting() const { return collecting_ > 0; }
    void cancel();

    void remove(int index);
    void move(int from, int to);
    void clear();
    /// Puts back what was removed last, where it was, but never among what the running conversation has seen.
    void undo();
    bool canUndo() const { return !removed_.empty(); }
    /// Another conversation's evidence in place of what there is; all of it has been seen.
    void show(std::vector<viewer::Frame> frames);

    int seen() const { return seen_; }
    void setSeen(int count) { seen_ = count; }

Q_SIGNALS:
    void changed();
    void progressed(int done, int total);
    void collectingChanged();
    void collectionFailed(QString message);
    void collectionCancelled();
    void notice(QString message);  ///< frames were there already
    void seenChanged();            ///< what the conversation has seen is not what stands here any more; seen() is 0 now

private:
    /// What one step took away, from `index` on.
    struct Removed {
        int index;
        std::vector<viewer::Frame> frames;
        std::vector<int> series;
    };
    void append(std::vector<viewer::Frame> frames, int seriesId);
    void takeAway(int first, int count);
    void touch(int index);
    int find(const viewer::Provenance& provenance) const;  ///< -1: not there

    std::vector<viewer::Frame> frames_;
    std::vector<int> series_;       // beside frames_
    std::vector<Removed> removed_;  // the last at the end
    int seen_ = 0;
    int collecting_ = 0;
    Worker worker_;
};

}  // namespace fleming::app
