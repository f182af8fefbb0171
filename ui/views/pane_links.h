#pragma once

#include "app/workspace.h"
#include "ui/views/clip_links.h"
#include "ui/views/space_links.h"
#include "viewer/data/geometry.h"
#include "viewer/data/rigid_transform.h"
#include "viewer/views/plane_drag.h"

#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace fleming::ui {

class Pane;

/// Keeps panes in step with each other. Panes are linked if they show one series, or oriented volumes of one DICOM
/// frame of reference, or series that were linked by link(): by the offset of their positions at that moment, or by a
/// registration. Such a link belongs to the series (and to others of their frames of reference) and stays, whatever the
/// panes show meanwhile, until it is undone. Panes with clips are linked by ClipLinks, with the same switches.
///
/// A pane that shows another series goes to the position of the panes that it is linked with.
class PaneLinks : public QObject {
    Q_OBJECT

public:
    enum class Link {
        scrolling,  ///< panes with parallel planes show the same position
        zooming,    ///< panes with parallel planes have the same scale and the same middle
        windowing,  ///< panes of one modality have the same window
        lines,      ///< lines show where the planes of the other panes cross; those of one series can be dragged
        cross,      ///< a cross follows the pointer in all panes, also without Shift
        time        ///< clips show the frames of one time; else those of one number
    };

    /// The switches are those of the settings.
    explicit PaneLinks(app::Workspace& workspace, QObject* parent = nullptr);

    bool isOn(Link link) const;
    void setOn(Link link, bool on);

    /// Links these panes, and no others: call it after each change of the layout.
    void setPanes(const std::vector<Pane*>& panes);

    /// Links a pane with all others whose slices are parallel and that have another frame of reference, by the offset
    /// of their middles, or a clip with all other clips, by their frames, and switches linked scrolling on. Returns the
    /// number of panes that were linked.
    int linkHere(const Pane* pane);

    /// Links the series of two panes, brings `other` to the position of `one`, and switches linked scrolling on. A
    /// position p of `one` is at `transform.apply(p)` in `other`.
    void link(const Pane* one, const Pane* other, const viewer::RigidTransform& transform);

    /// Returns the first other pane that shows slices of another frame of reference; null if there is none.
    Pane* otherSpace(const Pane* pane) const;

    /// Undoes what linkHere() and link() did with the series of a pane.
    void unlink(const Pane* pane);

    /// Returns true if linkHere() or link() has linked the series of a pane.
    bool isLinkedByHand(const Pane* pane) const;

    /// Returns where a position in one pane is in another one; nothing if they are not linked.
    std::optional<viewer::RigidTransform> between(const Pane* one, const Pane* other) const;

    /// Draws the lines anew: call it when a pane shows another series.
    void refresh();

private:
    struct Linked {
        Pane* pane;
        viewer::RigidTransform transform;  ///< of a position in the pane that leads
    };

    void join(const Pane* pane);
    void follow(const Pane* leader, Link link);
    void point(const Pane* leader, const std::optional<viewer::Vector3>& mm);
    void drag(const Pane* leader, const viewer::PlaneChange& change);
    void straighten(const Pane* leader);
    bool areAcross(const Pane* one, const Pane* other) const;
    std::vector<Linked> linkedTo(const Pane* leader) const;
    bool areParallel(const Pane* leader, const Pane* other, const viewer::RigidTransform& transform) const;
    const app::OpenSeries* slicesOf(const Pane* pane) const;

    app::Workspace& workspace_;
    std::vector<Pane*> panes_;
    SpaceLinks spaces_;
    ClipLinks* clips_;
    std::map<const Pane*, int> joined_;  ///< the series (OpenSeries::id) with which a pane has gone to the others
    bool following_ = false;             ///< changes come from follow(), not from the user
};

/// Returns true if the windowing of one series means the same in another: both are grey and of one modality, and it is
/// not a table, which belongs to its file.
bool suits(const viewer::Windowing& windowing, const viewer::Series& of, const viewer::Series& other);

}  // namespace fleming::ui
