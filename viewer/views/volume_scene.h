#pragma once

#include <array>
#include <memory>

#include "viewer/data/geometry.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/views/volume_level.h"

class vtkRenderer;

namespace fleming::viewer {

/// A ray-cast volume in a VTK renderer: what is seen, how, and from where. The world is the patient's, LPS mm; a volume
/// without orientation is seen as its slices are stored. Knows nothing of widgets.
class VolumeScene {
public:
    explicit VolumeScene(vtkRenderer* renderer);
    ~VolumeScene();

    /// The same volume twice: `coarse` to move with, `fine` for rest.
    void setVolume(const Geometry& geometry, const VolumeLevel& coarse, const VolumeLevel& fine);
    void clear();
    bool isEmpty() const;
    void setTransferFunction(const TransferFunction& function);

    /// Which of the two is shown, and at how many device pixels a ray.
    void setDetail(bool fine, double pixelsPerRay);

    void resetCamera();  ///< from the front, head up, the patient's right on the left; all of the volume in sight
    void turn(double rightDegrees, double downDegrees);  ///< as a hand on the volume's front would
    void zoom(double factor);
    void pan(double right, double down);  ///< in heights of the view

    /// Patient directions on the screen. Meaningless for an empty scene.
    struct Sides {
        Vector3 right, up;
    };
    Sides sides() const;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
