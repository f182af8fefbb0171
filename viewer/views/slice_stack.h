#pragma once

#include "viewer/data/rigid_transform.h"
#include "viewer/data/series.h"
#include "viewer/data/slice_place.h"
#include "viewer/render/display.h"
#include "viewer/render/slice_plane.h"

#include <map>
#include <memory>
#include <optional>

namespace fleming::viewer {

/// The slices of a volume (or the one of a picture) as a view goes through them: which one is shown, how it is
/// displayed, and where each plane was left. A plain value.
class SliceStack {
public:
    SliceStack() = default;
    /// Begins at the middle slice of the acquired plane, under `usual`, by default under defaultWindowing().
    SliceStack(const Series& series, std::shared_ptr<const Volume> volume, const std::optional<Windowing>& usual);

    const Series& series() const { return series_; }
    const std::shared_ptr<const Volume>& volume() const { return volume_; }

    Plane standardPlane() const { return number_.plane; }
    int index() const;  ///< the slice, 0..count() - 1
    int count() const;  ///< slices of the plane; 0 without a volume
    /// Goes to a slice, limited to 0..count() - 1. Returns true if it is another one.
    bool setIndex(int index);
    /// Goes to the slice nearest to a position. Returns false, and stays, if the position is beyond the slices.
    bool goTo(const Vector3& mm);
    /// Returns the plane in the patient. Throws Error if the volume cannot be displayed in that plane.
    SlicePlane plane() const;

    /// Tilts the slices of all planes (tilted_slices.h), or straightens them. Stays at the slice as far as there is
    /// one.
    void setTilt(const RigidTransform& tilt);
    const RigidTransform& tilt() const { return tilt_; }
    bool isTilted() const { return tilt_ != RigidTransform{}; }
    void setSlab(const std::optional<Slab>& slab) { slab_ = slab; }
    const std::optional<Slab>& slab() const { return slab_; }

    /// Returns true if the volume has several planes and `plane` is not the current one.
    bool canChangeTo(Plane plane) const;
    /// Changes the plane. Returns the zoom and pan with which it was left; `leaving` are those of the current plane.
    std::optional<ZoomPan> setPlane(Plane plane, const std::optional<ZoomPan>& leaving);

    /// Returns the place of each plane that was shown; `current` belongs to the current plane.
    std::map<Plane, SlicePlace> places(const std::optional<ZoomPan>& current) const;
    /// Restores places. Returns the zoom and pan of the current plane.
    std::optional<ZoomPan> setPlaces(const std::map<Plane, SlicePlace>& places);

    Display display() const;
    void setWindowing(const Windowing& windowing);
    void setInverted(bool inverted) { inverted_ = inverted; }
    Look look() const { return look_; }
    void setLook(const Look& look) { look_ = look; }
    /// Returns the window of the display, or for MinMax the window that looks the same; absent for colours and without
    /// a volume.
    std::optional<Window> window() const;
    /// Forgets the chosen windowing, the inversion, the look, the tilt and the slab; updateDefault() then sets the
    /// default windowing.
    void resetDisplay();
    /// Sets the default windowing if no other was chosen: once with the first slices that are ready, and again when all
    /// are. Returns true if the windowing changed.
    bool updateDefault();

    /// Returns true if the pixels of the plane can be displayed now.
    bool isReady() const;

private:
    IndexRange range() const;  ///< of number_.index; empty without a volume
    std::optional<ZoomPan> restorePlace();

    Series series_;
    std::shared_ptr<const Volume> volume_;
    SliceNumber number_;  ///< the index is one of tiltedSlices(), which may be negative
    RigidTransform tilt_;
    std::optional<Slab> slab_;
    std::optional<Windowing> usual_;
    Windowing windowing_ = Window{128, 256};
    bool isChosen_ = false;  ///< the windowing was set, so the default does not change it
    int defaultFrom_ = 0;    ///< number of ready slices at the last updateDefault()
    bool inverted_ = false;
    Look look_;
    std::map<Plane, SlicePlace> left_;
};

}  // namespace fleming::viewer
