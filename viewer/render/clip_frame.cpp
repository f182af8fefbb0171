#include "viewer/render/clip_frame.h"

#include "viewer/render/render.h"
#include "viewer/render/turn.h"

#include <utility>

namespace fleming::viewer {

RgbImage renderValues(const Volume& values, const FrameDisplay& display, const Windowing& windowing,
                      bool lowestIsWhite) {
    const SlicePlane plane = turned(slicePlane(values.geometry(), Plane::axial, 0), display.look.turn);
    return render(values, plane,
                  {display.windowing.value_or(windowing), lowestIsWhite, display.inverted, display.look.colours,
                   display.look.interpolation});
}

RgbImage renderFrame(const Clip& clip, int index, const FrameDisplay& display) {
    const auto own = clip.windowing();
    if (own) {
        if (const auto values = clip.values(index)) return renderValues(*values, display, *own, clip.lowestIsWhite());
    }
    RgbImage image = clip.frame(index);
    if (display.inverted) invert(image);
    return turned(std::move(image), display.look.turn);
}

}  // namespace fleming::viewer
