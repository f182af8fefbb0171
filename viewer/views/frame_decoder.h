#pragma once

#include "viewer/data/clip.h"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace fleming::viewer {

/// Decodes the frames of a clip on a thread of its own: the requested one first, then a few that follow it. No function
/// waits for the decoder, except the destructor, which waits for the frame in progress.
class FrameDecoder : public QObject {
    Q_OBJECT

public:
    explicit FrameDecoder(QObject* parent = nullptr);
    ~FrameDecoder() override;

    void setClip(std::shared_ptr<const Clip> clip);  ///< forgets all frames

    /// Requests `frame` and, if `lookAhead` is true, some frames after it, up to `last`. Replaces the earlier request.
    void want(int frame, bool lookAhead, int last);

    /// Returns the newest decoded frame from `first` to `last` with its number; -1 and a null image if none is decoded.
    std::pair<int, QImage> newest(int first, int last) const;

    /// Returns true if the frame could not be decoded.
    bool isUndecodable(int frame) const;

Q_SIGNALS:
    void decoded(int frame);
    void failed(int frame, std::exception_ptr exception);

private:
    void run(std::stop_token stop);
    int nextWanted() const;  ///< -1: none

    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::shared_ptr<const Clip> clip_;
    int generation_ = 0;  ///< grows with each clip: frames of an earlier one are discarded
    int wanted_ = -1, ahead_ = 0, mostAhead_ = 1;
    std::map<int, QImage> frames_;  ///< a null image: the frame cannot be decoded
    std::jthread thread_;           ///< last, so that it ends before the other members are destroyed
};

}  // namespace fleming::viewer
