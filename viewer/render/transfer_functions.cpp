#include "viewer/render/transfer_functions.h"

#include <algorithm>

namespace fleming::viewer {

namespace {

// The HU values of the CT functions that become `low` and `high` for other modalities.
constexpr double kAir = -500.0, kDense = 900.0;

TransferFunction ctFunction(VolumePreset preset) {
    switch (preset) {
        case VolumePreset::bone:
            return {{{120, 0.55, 0.25, 0.15, 0.0},
                     {220, 0.75, 0.45, 0.30, 0.06},
                     {400, 0.92, 0.80, 0.62, 0.45},
                     {1000, 1.00, 0.97, 0.90, 0.90},
                     {2000, 1.00, 1.00, 1.00, 0.95}},
                    true,
                    false};
        case VolumePreset::softTissue:
            return {{{-300, 0.80, 0.55, 0.42, 0.0},
                     {-100, 0.90, 0.70, 0.54, 0.12},
                     {20, 0.84, 0.50, 0.40, 0.45},
                     {80, 0.86, 0.40, 0.32, 0.60},
                     {300, 0.98, 0.90, 0.78, 0.80},
                     {1000, 1.00, 1.00, 0.96, 0.95}},
                    true,
                    false};
        case VolumePreset::mip:
            break;
    }
    return {};
}

}  // namespace

TransferFunction transferFunction(VolumePreset preset, const Series& series, double low, double high) {
    TransferFunction function = ctFunction(preset);
    if (series.modality == "CT") return function;
    const double range = high > low ? high - low : 1.0;
    for (TransferPoint& point : function.points) {
        point.value = low + (point.value - kAir) / (kDense - kAir) * range;
    }
    return function;
}

TransferFunction projectionFunction(const Window& window) {
    const double half = std::max(window.width - 1.0, 1e-6) / 2.0, middle = window.center - 0.5;
    return {{{middle - half, 0, 0, 0, 1.0}, {middle + half, 1, 1, 1, 1.0}}, false, true};
}

}  // namespace fleming::viewer
