#include "viewer/render/clip_frame.h"

#include "viewer/render/render.h"

namespace fleming::viewer {

RgbImage renderValues(const Volume& values, const Windowing& windowing, bool lowestIsWhite) {
    Display display;
    display.windowing = windowing;
    display.lowestIsWhite = lowestIsWhite;
    return render(values, slicePlane(values.geometry(), Plane::axial, 0), display);
}

RgbImage renderFrame(const Clip& clip, int index, const std::optional<Windowing>& windowing) {
    const auto values = windowing ? clip.values(index) : nullptr;
    return values ? renderValues(*values, *windowing, clip.lowestIsWhite()) : clip.frame(index);
}

}  // namespace fleming::viewer
