#pragma once

#include <vector>

#include <QObject>
#include <QString>

#include "app/open_series.h"
#include "app/worker.h"
#include "viewer/render/frame.h"

namespace fleming::app {

/// The evidence strip: frames in the order of their numbers, Image-1 first. Those that the running conversation has seen
/// come first, and stay as they are as long as it runs.
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
    void seenChanged();  ///< what the conversation has seen is not what stands here any more; seen() is 0 now

private:
    void append(std::vector<viewer::Frame> frames, int seriesId);
    void touch(int index);

    std::vector<viewer::Frame> frames_;
    std::vector<int> series_;  // beside frames_
    int seen_ = 0;
    int collecting_ = 0;
    Worker worker_;
};

}  // namespace fleming::app
