#pragma once

#include "viewer/data/label_map.h"
#include "viewer/data/series.h"
#include "viewer/data/slice_place.h"
#include "viewer/layers/scene_texts.h"
#include "viewer/render/display.h"
#include "viewer/tools/tools.h"
#include "viewer/views/error_words.h"
#include "viewer/views/plane_drag.h"
#include "viewer/views/view_commands.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace fleming::viewer {

/// Shows one slice of a volume, or a picture: the pixels of render(), scaled by QPainter, with the layers over them.
/// The aspect is that of the patient (mm). Slices that are not loaded yet are shown as such.
///
/// The user can change most keys and what the mouse does (input_actions.h). By default the left button has the active
/// tool (window/level, unless another is picked), the middle button or Shift+left pans, the right button zooms; the
/// wheel scrolls, with Shift by ten slices, Ctrl+wheel zooms. Keys: arrows and Page Up/Down scroll, Home/End, +/- zoom,
/// 1 to 9 pick a window (keyWindows()); viewCommands() lists them and all others. Each tool has a key that picks it,
/// and Esc returns to the first. Esc also cancels a drag. The active tool takes keys before the view does; Tab goes
/// from mark to mark, then on.
class SliceView : public QWidget, private ToolTarget {
    Q_OBJECT

public:
    /// `offered`: the tools that the user can pick for the left button.
    explicit SliceView(QWidget* parent = nullptr, std::span<const ToolEntry> offered = tools());
    ~SliceView() override;

    void setErrorWords(ErrorWords words);

    /// Shows the middle slice of the acquired plane, fitted, under `usual`, by default under defaultWindowing(). That
    /// windowing can still change while the volume loads, until the user or setWindowing() chooses one. `volume` may
    /// still be loading: call pixelsChanged() when slices become ready. A null volume clears the view.
    void setSeries(const Series& series, std::shared_ptr<const Volume> volume,
                   const std::optional<Windowing>& usual = {});
    void pixelsChanged();

    /// Shows labels as colours over the image, until the next setSeries(); null: none.
    void setLabels(std::shared_ptr<const LabelMap> labels);

    /// Shows marks over the image and lets the tools change them; null: none. The board outlives the view or is removed
    /// before.
    void setMarkBoard(MarkBoard* board);

    /// Shows the measured regions of a space and lets the tools draw and change them; null: none. The board outlives
    /// the view or is removed before.
    void setRoiBoard(RoiBoard* board, const RoiSpace& space = {});
    /// Returns how the regions are shown; absent without a board or a volume.
    std::optional<RoiView> shownRois() const;
    /// Returns the middle of a region in the view, in its coordinates.
    QPointF placeOf(const Roi& roi) const;
    /// Moves the middle of a region to the middle of the view, if it is not in the view.
    void bringIntoView(const Roi& roi);
    /// Returns true if the active tool draws measured regions.
    bool measures() const;

    /// Goes to the place where that plane was left, or to its middle slice, fitted. Volumes without orientation have
    /// one plane.
    void setPlane(Plane plane);
    Plane plane() const;
    void setSlice(int index);  ///< limited to 0..sliceCount() - 1
    int slice() const;
    int sliceCount() const;                      ///< 0 without a volume
    std::map<Plane, SlicePlace> places() const;  ///< of each plane that was shown
    void setPlaces(const std::map<Plane, SlicePlace>& places);

    void setWindowing(const Windowing& windowing);
    Windowing windowing() const;
    bool isInverted() const;
    void setInverted(bool inverted);
    /// Returns how the image is turned, coloured and interpolated.
    Look look() const;
    void setLook(Look look);    ///< an image with a mark board is not turned: marks lie on its own pixels
    void setWholeRange();       ///< the window from the smallest to the largest value
    void resetView();           ///< fits, with the usual windowing and the plain look, not inverted
    void setZoom(double zoom);  ///< device pixels per stored pixel; 1: one for one
    double zoom() const;

    // Views of one frame of reference can follow each other.

    /// What a view is centred on, and how large: the same in views of different pixels.
    struct Camera {
        Vector3 centre;      ///< the position in the middle of the view, mm
        double pixelsPerMm;  ///< device pixels
    };

    // Planes can be tilted together (tilted_slices.h), and have a thickness.

    RigidTransform tilt() const;
    bool isTilted() const { return tilt() != RigidTransform{}; }
    /// Tilts the planes. What is in the middle of the view stays there, as large.
    void setTilt(const RigidTransform& tilt);
    std::optional<Slab> slab() const;
    void setSlab(const std::optional<Slab>& slab);

    /// Returns the plane on the screen; absent without a volume.
    std::optional<SlicePlane> shownPlane() const;
    std::optional<Camera> camera() const;  ///< absent without a volume
    /// Zooms and pans to a camera, within the limits of the zoom.
    void setCamera(const Camera& camera);
    /// Goes to the slice nearest to a position of the patient. Returns false, and stays, if the position is beyond the
    /// slices.
    bool goToPosition(const Vector3& mm);
    /// Shows where the planes of other views cross the slice. The user can drag the lines of those that are moved, with
    /// the left button while the first tool is active.
    void setReferences(std::vector<CrossingPlane> planes);
    /// If `always`, the pointer points wherever it moves; else it does while Shift is held.
    void setPointing(bool always);
    /// Shows a cross at a position, or none.
    void setCrosshair(const std::optional<Vector3>& mm);

    /// Chooses what is written over the slice.
    void setTexts(SceneTexts texts);

    /// Sets what goes to an earlier (-1) or a later time point (1) of the scan; it returns false if there is none, and
    /// the view then scrolls.
    void setTimeStep(std::function<bool(int by)> step);

    /// Does what the key of a command does.
    void perform(ViewCommand command);

    /// Picks the tool of the left button, by its id in tools().
    void setActiveTool(const std::string& id);
    std::string activeTool() const;

    /// Returns an image of the view in device pixels, for tests and screenshots.
    QImage grabImage();

    QSize sizeHint() const override { return {512, 512}; }

Q_SIGNALS:
    void sliceChanged(int index);
    void windowChanged();
    void displayChanged();  ///< zoom, pan, inversion or look
    void activeToolChanged();
    /// The user wants a menu at a point of the view: a click with the right button that drags nothing, or the menu key.
    void menuRequested(const QPoint& at);
    /// The user points at a position of the patient, mm; see setPointing().
    void pointed(const fleming::viewer::Vector3& mm);
    /// The user no longer points: the pointer moves without Shift, or has left the view.
    void pointingEnded();
    /// The user wants the cross turned on or off (ViewCommand::crosshair).
    void crossKeyPressed();
    /// The user wants the next series (1) or the previous one (-1).
    void seriesRequested(int by);
    /// The user picks the image (ViewCommand::keyImage).
    void keyImageRequested();
    /// The user drags the line of another view's plane.
    void planeDragged(const fleming::viewer::PlaneChange& change);
    /// The user wants all planes of the series straight again (ViewCommand::straighten).
    void straightenRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    Viewport& viewport() override;
    void viewportChanged() override;
    std::optional<Window> displayedWindow() const override;
    void setWindow(const Window& window) override;
    void scrollBy(int slices) override;
    void stepTime(int by) override;
    void outline(const std::optional<QRectF>& device) override;
    void setWindowOver(const QRectF& device) override;
    MarkBoard* markBoard() override;
    std::optional<RoiView> roiView() override { return shownRois(); }
    std::optional<RoiHit> roiAt(const QPointF& device) const;
    void pointAt(const QPointF& device);
    void pickWindow(int number);
    void point(bool points);
    std::vector<PlaneLine> planeLines() const;
    std::optional<PlaneGrip> planeGripAt(const std::vector<PlaneLine>& lines, const QPointF& device) const;
    bool pressPlane(const QMouseEvent& event);
    bool movePlane(const QMouseEvent& event);
    void toggleSlab();
    std::optional<Qt::CursorShape> planeCursorAt(const QPointF& device) const;
    void showFine();

    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
