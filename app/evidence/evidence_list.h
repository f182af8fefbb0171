#pragma once

#include "app/studies/open_series.h"
#include "app/worker.h"
#include "viewer/render/frame.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace fleming::app {

/// The evidence: the frames that go with the next questions, in the order of their numbers, Image-1 first. It begins
/// with the frames that the running conversation has seen. Those cannot change without ending the conversation
/// (seenChanged()), so Image-3 on the screen is always the model's Image-3.
///
/// All functions are called on the GUI thread, on which all signals are emitted. Frames are rendered on a worker.
class EvidenceList : public QObject {
    Q_OBJECT

public:
    explicit EvidenceList(QObject* parent = nullptr);
    ~EvidenceList() override;  // cancels and joins the worker

    /// Returns the frames; frames()[i] is Image-(i+1). Those that a stored conversation has seen may have no pixels.
    const std::vector<viewer::Frame>& frames() const { return frames_; }

    /// Returns the id of the series (OpenSeries::id) that frame `index` was collected from, or -1 if it comes from a
    /// session file or `index` is out of range. The series may be closed.
    int seriesOf(int index) const;

    // --- collecting ------------------------------------------------------------------------------------------------

    /// Collects the selected frames of a series on a worker and appends them; several calls append in their order. A
    /// frame that is in the list is not added again; a notice() says so. The look of the selection counts only if
    /// settings::evidenceAsDisplayed().
    void add(const OpenSeries& open, Selection selection);

    /// Adds what the screen shows of a series. Returns false and emits failed() if that is a volume
    /// rendering that is not there yet.
    bool addView(const OpenSeries& open);

    /// Returns true while frames are being collected.
    bool isCollecting() const { return collecting_ > 0; }

    /// Cancels all collecting; nothing of it is appended.
    void cancel();

    /// Reads the pixels of the frames from seen() on that have none, as evidence of a stored session has, from one of
    /// these session files; counts as collecting.
    void complete(const QStringList& sessions);

    // --- editing ---------------------------------------------------------------------------------------------------

    /// Removes a frame. Does nothing if `index` is out of range.
    void remove(int index);

    /// Moves a frame to the index `to`. Does nothing if an index is out of range.
    void move(int from, int to);

    /// Cancels collecting and removes all frames.
    void clear();

    /// Undoes the last remove(), clear() or move() that is not undone. Frames are put back at their place, but after
    /// the frames that the running conversation has seen. If the change had ended a conversation and no question was
    /// asked since, seenRestored() follows. After show(), puts back the frames that it replaced, at the end.
    void undo();

    /// Does again what the last undo() has undone. Nothing is left to redo after any other change.
    void redo();

    /// Returns true if undo() or redo() has something to do. May change with changed().
    bool canUndo() const { return !steps_.empty(); }
    bool canRedo() const { return !undone_.empty(); }

    // --- for Chat --------------------------------------------------------------------------------------------------

    /// Replaces the list by the frames of a conversation, which has seen the first `seen` of them. undo() can put back
    /// the frames from seen() on that this replaces.
    void show(std::vector<viewer::Frame> frames, int seen);

    /// Returns the number of frames that the running conversation has seen; they are the first ones.
    int seen() const { return seen_; }

    /// Sets seen().
    void setSeen(int count);

Q_SIGNALS:
    /// frames() has changed.
    void changed();
    /// `done` of the `total` frames of the running add() are rendered.
    void progressed(int done, int total);
    /// isCollecting() has changed.
    void collectingChanged();
    /// An add() has failed; failed() says why.
    void collectionFailed();
    /// cancel() has cancelled at least one add().
    void collectionCancelled();
    /// A frame that the running conversation has seen was moved or removed. seen() is 0.
    void seenChanged();
    /// undo() has undone the change that caused seenChanged(): the first `count` frames are again those that the
    /// conversation had seen. seen() is 0.
    void seenRestored(int count);
    /// For the user to know; nothing failed.
    void notice(QString message);
    /// What the user asked for failed: what happened, and what to do.
    void failed(QString message);

private:
    /// Frames that began at `index` and were removed.
    struct Removal {
        int index;
        std::vector<viewer::Frame> frames;
        std::vector<int> series;
    };
    struct Move {
        int from, to;
    };
    /// What undo() undoes. `seen` is seen() before the change if the change ended the conversation, else 0.
    struct Step {
        std::variant<Removal, Move> change;
        int seen;
    };
    /// The frames that a removal has taken, where they are again.
    struct Range {
        int first, count;
    };
    void takePixels(std::vector<viewer::Frame> frames);
    void append(std::vector<viewer::Frame> frames, int seriesId);
    void removeRange(int first, int count);
    void remember(std::variant<Removal, Move> change, int index);
    void endSeenAt(int index);
    void moveFrame(const Move& move);
    int putBack(Removal& removal);
    void moveBack(const Move& move);
    int find(const viewer::Provenance& provenance) const;

    std::vector<viewer::Frame> frames_;
    std::vector<int> series_;                        // the series of each frame, or -1
    std::vector<Step> steps_;                        // the last one at the end
    std::vector<std::variant<Range, Move>> undone_;  // what redo() does; the next one at the end
    int seen_ = 0;
    int collecting_ = 0;
    Worker worker_;
};

}  // namespace fleming::app
