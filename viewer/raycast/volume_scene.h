#pragma once

#include "viewer/data/geometry.h"
#include "viewer/raycast/volume_level.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/render/volume_look.h"

#include <memory>
#include <optional>

class vtkRenderer;

namespace fleming::viewer {

/// A ray-cast volume in a VTK renderer, with its transfer function and its camera. It uses no widget.
class VolumeScene {
public:
    /// `onCpu`: VTK's CPU code casts the rays on all cores, not the graphics card. (It is about eight times as fast as
    /// Mesa's software OpenGL.)
    VolumeScene(vtkRenderer* renderer, bool onCpu);
    ~VolumeScene();

    /// Takes the same volume twice: `coarse` for moving, if it will move, and `fine` for rest.
    void setVolume(const Geometry& geometry, const VolumeLevel& fine, const std::optional<VolumeLevel>& coarse);
    void clear();
    void setTransferFunction(const TransferFunction& function);
    void setCrop(const std::optional<VolumeCrop>& crop);  ///< absent: the whole volume
    void setCamera(const VolumeCamera& camera);

    /// Chooses one of the two levels, and the pixels per ray.
    void setDetail(bool fine, double pixelsPerRay);

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
