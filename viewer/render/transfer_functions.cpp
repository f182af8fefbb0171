#include "viewer/render/transfer_functions.h"

#include <algorithm>

namespace fleming::viewer {

TransferFunction stretched(TransferFunction function, double fromLow, double fromHigh, double toLow, double toHigh) {
    const double scale = (toHigh - toLow) / (fromHigh - fromLow);
    for (TransferPoint& point : function.points)
        point.value = toLow + (point.value - fromLow) * scale;
    return function;
}

TransferFunction withOpacity(TransferFunction function, double factor) {
    for (TransferPoint& point : function.points)
        point.opacity = std::clamp(point.opacity * factor, 0.0, 1.0);
    return function;
}

}  // namespace fleming::viewer
