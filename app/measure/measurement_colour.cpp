#include "app/measure/measurement_colour.h"

#include "viewer/marks/mark_painter.h"

#include <cstdlib>

namespace fleming::app {

viewer::Rgb measurementColour(int index) {
    const QColor colour = viewer::markColour(index);
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

int nearestMeasurementColour(const viewer::Rgb& wanted) {
    int nearest = 0, least = 1 << 20;
    for (int i = 0; i < viewer::kMarkColours; ++i) {
        const viewer::Rgb colour = measurementColour(i);
        const int distance = std::abs(colour.red - wanted.red) + std::abs(colour.green - wanted.green) +
                             std::abs(colour.blue - wanted.blue);
        if (distance >= least) continue;
        least = distance;
        nearest = i;
    }
    return nearest;
}

}  // namespace fleming::app
