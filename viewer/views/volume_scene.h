#pragma once

#include "viewer/data/geometry.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/views/volume_camera.h"
#include "viewer/views/volume_level.h"

#include <memory>

class vtkRenderer;

namespace fleming::viewer {

/// A ray-cast volume in a VTK renderer: what is seen, how, and from where. Knows nothing of widgets.
class VolumeScene {
public:
    /// `onProcessor`: rays are cast by VTK's own code on all cores, not by the graphics card. (Where Mesa's software
    /// OpenGL would stand in the card's place, that is some eight times faster.)
    VolumeScene(vtkRenderer* renderer, bool onProcessor);
    ~VolumeScene();

    /// The same volume twice: `coarse` to move with, `fine` for rest.
    void setVolume(const Geometry& geometry, const VolumeLevel& coarse, const VolumeLevel& fine);
    void clear();
    void setTransferFunction(const TransferFunction& function);
    void setCamera(const VolumeCamera& camera);

    /// Which of the two is shown, and at how many pixels a ray.
    void setDetail(bool fine, double pixelsPerRay);

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
