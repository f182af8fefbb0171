#pragma once

#include "viewer/render/slice_plane.h"
#include "viewer/rois/roi_geometry.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A region as it is shown.
struct ShownRoi {
    int id = 0;  ///< 0: it is being drawn
    Roi roi{};
    QString name{};
    QStringList values{};  ///< the lines of its label, below the name
    int colour = 0;        ///< index of markColour()
    std::string space{};   ///< views of this space show it
};

/// The space of the patient in which a view shows regions.
struct RoiSpace {
    int seriesId = -1;  ///< the series of the view, by which new regions are measured
    std::string space;
    friend bool operator==(const RoiSpace&, const RoiSpace&) = default;
};

/// The regions over the views, which share them, and the change that the user is making. The owner sets the regions,
/// makes the changes that the signals ask for, and sets the regions again. One region at most is selected, and one
/// lies under the pointer.
class RoiBoard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // --- for the owner ---------------------------------------------------------------------------------------------

    void setRois(std::vector<ShownRoi> rois);
    /// Sets the values of the change that the user is making.
    void setPreviewValues(const QStringList& values);
    void setCanUndo(bool undo, bool redo);

    // --- for views and tools ---------------------------------------------------------------------------------------

    const std::vector<ShownRoi>& rois() const { return rois_; }
    const ShownRoi* find(int id) const;  ///< null: there is none
    /// Returns the regions with the change that the user is making.
    std::vector<ShownRoi> shown() const;

    std::optional<int> selected() const { return selected_; }
    std::optional<int> hovered() const { return hovered_; }
    /// Returns what commands act on: the selected region, or else the one under the pointer.
    std::optional<int> current() const { return selected_ ? selected_ : hovered_; }
    void select(std::optional<int> id);
    void hover(std::optional<int> id);

    /// Shows a change without making it: of region `id`, or a new region of a space without an id.
    void preview(std::optional<int> id, const Roi& roi, const RoiSpace& space = {});
    bool isChanging() const { return change_.has_value(); }
    /// Makes the change that is shown, or drops it.
    void commit();
    void cancel();

    void change(int id, const Roi& roi) { Q_EMIT moved(id, roi); }
    void remove(int id) { Q_EMIT removed(id); }
    bool canUndo() const { return canUndo_; }
    bool canRedo() const { return canRedo_; }
    void undo() { Q_EMIT undoWanted(); }
    void redo() { Q_EMIT redoWanted(); }

Q_SIGNALS:
    /// The regions look different.
    void changed();
    void selectionChanged();
    /// The user is changing or drawing this region: its values are wanted.
    void previewed(const fleming::viewer::Roi& roi, int seriesId);
    // The user wants to change something.
    void added(const fleming::viewer::Roi& roi, int seriesId);
    void moved(int id, const fleming::viewer::Roi& roi);
    void removed(int id);
    void undoWanted();
    void redoWanted();

private:
    struct Change {
        std::optional<int> id;
        Roi roi;
        RoiSpace space;
        QStringList values;
    };

    std::vector<ShownRoi> rois_;
    std::optional<Change> change_;
    std::optional<int> selected_, hovered_;
    bool canUndo_ = false, canRedo_ = false;
};

/// A view of a plane on which a board shows its regions.
struct RoiView {
    RoiBoard* board;
    RoiSpace space;
    RoiPlane plane;  ///< of new regions
    RoiCut cut;      ///< the plane on the screen
};

/// Returns how a board is shown on a plane of a volume. New regions lie in the plane of the stored slice, even if the
/// image is turned.
RoiView roiView(RoiBoard& board, const RoiSpace& space, const SlicePlane& plane, const Geometry& geometry);

/// What is under the pointer.
struct RoiHit {
    int id;
    std::optional<int> handle;  ///< absent: the line
    bool inFull;                ///< it lies in the plane on the screen, so it can be changed
};

/// Returns the region within `reach` (mm) of a position in the plane of a view: the selected one first, then the last.
std::optional<RoiHit> roiAt(const RoiView& view, const Vector3& mm, double reach);

/// Selects the next region that lies in the plane of a view, or the one before. Returns false and selects none if there
/// is no other.
bool selectNext(const RoiView& view, bool forward);

}  // namespace fleming::viewer
