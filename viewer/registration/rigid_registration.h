#pragma once

#include "viewer/data/rigid_transform.h"
#include "viewer/data/volume.h"

#include <functional>
#include <stop_token>

namespace fleming::viewer {

/// What a registration has found, and how far it can be trusted.
struct Registration {
    RigidTransform transform;  ///< a position p of the fixed volume is at transform.apply(p) in the moving one
    double similarity = 0;     ///< of both volumes after it, from 0 (independent) to 1 (equal); see similarityOf()
    double overlap = 0;        ///< part of the fixed volume that lies inside the moving one, 0 to 1
    bool converged = false;    ///< the optimizer found an optimum, and did not merely run out of steps

    /// Returns true if it converged, the volumes overlap by a quarter, and they are similar: nothing speaks against the
    /// result. Only eyes can say that it is right.
    bool isPlausible() const;
};

/// Finds the rotation and the shift that align two complete volumes of one component, of any modalities: it maximizes
/// the mutual information of Mattes et al. (IEEE TMI 22(1), 2003; ITK) from coarse to fine, with the volumes averaged
/// to voxels of about 1.5 mm or larger. It starts where the middles of the volumes coincide, their centres of mass, or
/// where `start` says, whichever is most similar. The result is the same each time up to rounding.
///
/// `onProgress` receives the part that is done, from 0 to 1, on the calling thread. Throws Cancelled within an
/// iteration after a stop is requested, and Error("registration.failed") if the volumes do not overlap or are flat.
Registration registerRigidly(const Volume& fixed, const Volume& moving, const RigidTransform* start = nullptr,
                             const std::function<void(double)>& onProgress = {}, std::stop_token stop = {});

}  // namespace fleming::viewer
