#pragma once

#include "viewer/data/clip.h"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace fleming::viewer {

/// Decodes a clip's frames on a thread of its own: the wanted one first, then a few that follow it. Its functions never
/// wait for the decoder, but for the destructor, which lets the frame in progress end.
class FrameDecoder : public QObject {
    Q_OBJECT

public:
    explicit FrameDecoder(QObject* parent = nullptr);
    ~FrameDecoder() override;

    void setClip(std::shared_ptr<const Clip> clip);  ///< forgets all frames

    /// Wants `frame`, and some frames after it where `lookAhead` is true (up to `last`). Earlier wishes are dropped.
    void want(int frame, bool lookAhead, int last);

    /// The newest decoded frame from `first` to `last`, and its number; null and -1 where there is none yet.
    std::pair<int, QImage> newest(int first, int last) const;

    /// Whether decoding that frame was tried and failed.
    bool isUndecodable(int frame) const;

Q_SIGNALS:
    void decoded(int frame);
    void failed(int frame, QString message);

private:
    void run(std::stop_token stop);
    int nextWanted() const;  ///< -1: nothing to do

    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::shared_ptr<const Clip> clip_;
    int generation_ = 0;  ///< grows with each clip: what was decoded of an earlier one is thrown away
    int wanted_ = -1, ahead_ = 0, mostAhead_ = 1;
    std::map<int, QImage> frames_;  ///< a null image: it cannot be decoded
    std::jthread thread_;           ///< last: it ends before the rest goes
};

}  // namespace fleming::viewer
