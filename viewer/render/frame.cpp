#include "viewer/render/frame.h"

#include <tuple>

namespace fleming::viewer {

bool isSameFrame(const Provenance& a, const Provenance& b) {
    // Without the numbers and the date of the study: equal files and pixels already mean an equal study.
    const auto identity = [](const Provenance& p) {
        return std::tie(p.kind, p.file, p.seriesUid, p.plane, p.index, p.oblique, p.slab, p.timeSeconds, p.window,
                        p.voiTable, p.inverted, p.look, p.rendering, p.minMax, p.cover, p.width, p.height,
                        p.pixelsSha256);
    };
    return identity(a) == identity(b);
}

}  // namespace fleming::viewer
