#pragma once

#include "app/workspace.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace fleming::ui {

class Pane;

/// Keeps panes with clips in step with each other. They are linked if they show one clip, or clips that were linked by
/// linkHere(), at the frames that they showed at that moment. Such a link belongs to the clips and stays, whatever the
/// panes show meanwhile, until it is undone.
///
/// The pane that the user plays or moves leads, and the others show its frames, zoom and window. A pane that shows
/// another clip goes to the frame of those that it is linked with.
class ClipLinks : public QObject {
    Q_OBJECT

public:
    /// What the panes follow.
    struct Switches {
        bool frames = false;
        bool byTime = false;  ///< the frame at the same time; else the frame with the same number
        bool zooming = false;
        bool windowing = false;  ///< of clips of one modality; a table belongs to its file
    };

    ClipLinks(app::Workspace& workspace, std::function<Switches()> switches, QObject* parent);

    /// Links these panes, and no others: call it after each change of the layout.
    void setPanes(const std::vector<Pane*>& panes);

    /// Links the clip of a pane with those of all other panes. Returns the number of other clips.
    int linkHere(const Pane* pane);

    /// Undoes what linkHere() did with the clip of a pane.
    void unlink(const Pane* pane);

    /// Returns true if linkHere() has linked the clip of a pane.
    bool isLinkedByHand(const Pane* pane) const;

private:
    /// The frame of a clip that belongs to the frame 0 of the first clip of its group, and the same of times.
    struct Place {
        int group = 0;
        int frame = 0;
        double seconds = 0.0;
    };

    void join(const Pane* pane);
    void followFrame(const Pane* leader);
    void followZoom(const Pane* leader);
    void followWindow(const Pane* leader);
    std::vector<Pane*> linkedTo(const Pane* leader) const;
    std::optional<int> frameIn(const Pane* other, const Pane* leader) const;
    const app::OpenSeries* clipOf(const Pane* pane) const;

    app::Workspace& workspace_;
    std::function<Switches()> switches_;
    std::vector<Pane*> panes_;
    std::map<int, Place> places_;  ///< by OpenSeries::id, of the clips that were linked by hand
    int nextGroup_ = 0;
    std::map<const Pane*, int> joined_;    ///< the clip with which a pane has gone to the others
    std::map<const Pane*, int> followed_;  ///< the frame to which a pane was taken: it comes not from the user
    bool following_ = false;               ///< changes of zoom and window do not come from the user
};

}  // namespace fleming::ui
