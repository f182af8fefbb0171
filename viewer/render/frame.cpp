#include "viewer/render/frame.h"

#include <tuple>

namespace fleming::viewer {

bool isSameFrame(const Provenance& a, const Provenance& b) {
    // Neither numbers nor dates of the study: they tell nothing apart that the file and its pixels do not.
    const auto identity = [](const Provenance& p) {
        return std::tie(p.kind, p.file, p.seriesUid, p.plane, p.index, p.timeSeconds, p.window, p.inverted, p.minMax,
                        p.cover, p.width, p.height, p.pixelsSha256);
    };
    return identity(a) == identity(b);
}

}  // namespace fleming::viewer
