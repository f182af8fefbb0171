#pragma once

#include "viewer/data/rigid_transform.h"
#include "viewer/registration/averaged_image.h"

namespace fleming::viewer {

/// How alike two images are where they overlap.
struct Similarity {
    double value = 0;    ///< the entropy correlation coefficient, 0 (independent) to 1 (one determines the other)
    double overlap = 0;  ///< part of the fixed image that lies inside the moving one, 0 to 1
};

/// Returns the similarity of two images if a position p of `fixed` is at `transform.apply(p)` in `moving`: the entropy
/// correlation coefficient 2 I(A, B) / (H(A) + H(B)) (Maes et al., IEEE TMI 16(2), 1997) of a joint histogram of 32 x
/// 32 levels between the lowest and the highest value of the overlap, less the bias of the mutual information of
/// independent samples, (32 - 1)^2 / 2N. About `samples` voxels are looked at, those of a regular grid; between voxels
/// of the moving image the nearest one counts.
Similarity similarityOf(const FloatImage& fixed, const FloatImage& moving, const RigidTransform& transform,
                        std::size_t samples = 200'000);

}  // namespace fleming::viewer
