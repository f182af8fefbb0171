#pragma once

#include "viewer/data/clip.h"
#include "viewer/render/clip_frame.h"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

namespace fleming::viewer {

/// A frame as it is shown, upright.
struct DecodedFrame {
    int number = -1;  ///< -1: none
    QImage image;
    std::shared_ptr<const Volume> values;  ///< of a grey frame; else null
    FrameDisplay display;                  ///< with which it was rendered
};

/// Decodes the frames of a clip and renders them, on a thread of its own: the requested one first, then those that
/// follow it. Keeps some of them. No function waits for the decoder, except the destructor, which waits
/// for the frame in progress.
class FrameDecoder : public QObject {
    Q_OBJECT

public:
    explicit FrameDecoder(QObject* parent = nullptr);
    ~FrameDecoder() override;

    /// Forgets all frames and the display.
    void setClip(std::shared_ptr<const Clip> clip);

    /// Renders frames by `display`, but does not turn them: the view does. Until then frames
    /// of which only the window differs are given.
    void setDisplay(FrameDisplay display);

    /// Requests `frame`, and then `next`: the frames that are shown after it, in that order. Replaces the earlier
    /// request.
    void want(int frame, std::vector<int> next = {});
    static constexpr int kLookAhead = 24;  ///< frames that may be requested after the first; fewer large ones are read

    /// Returns the last frame of `due` that is decoded and looks as it should, except for its window.
    DecodedFrame latest(std::span<const int> due) const;

    /// Returns true if the frame could not be decoded.
    bool isUndecodable(int frame) const;

Q_SIGNALS:
    void decoded(int frame);
    void failed(int frame, std::exception_ptr exception);

private:
    void run(std::stop_token stop);
    int nextWanted() const;  ///< -1: none
    bool isDone(int frame) const;
    void dropFarthest();

    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::shared_ptr<const Clip> clip_;
    int generation_ = 0;  ///< grows with each clip: frames of an earlier one are discarded
    FrameDisplay display_;
    int wanted_ = -1;
    std::vector<int> next_;
    std::size_t mostAhead_ = 1, mostKept_ = 1;
    std::map<int, DecodedFrame> frames_;  ///< a null image: the frame cannot be decoded
    std::jthread thread_;                 ///< last, so that it ends before the other members are destroyed
};

}  // namespace fleming::viewer
