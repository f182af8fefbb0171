#include "viewer/render/volume_presets.h"

#include "base/error.h"
#include "viewer/render/projection_window.h"

#include <algorithm>
#include <utility>

namespace fleming::viewer {

namespace {

using Scale = VolumePreset::Scale;
using For = VolumePreset::Modalities;

// The points of "lung", "muscle", "vessels", "pulmonary-vessels" and "mr-brain" follow the presets CT-Lung, CT-Muscle,
// CT-AAA2, CT-Pulmonary-Arteries and MR-T2-Brain of 3D Slicer
// (Modules/Loadable/VolumeRendering/Resources/presets.xml), simplified.
std::vector<VolumePreset> makePresets() {
    const auto blended = [](std::vector<TransferPoint> points, bool shaded = true) {
        return TransferFunction{std::move(points), shaded, RayBlend::composite, false};
    };
    const auto projected = [](RayBlend blend, bool negative) {
        const double low = negative ? 1.0 : 0.0, high = 1.0 - low;
        return TransferFunction{{{0, low, low, low, 1.0}, {1, high, high, high, 1.0}}, false, blend, negative};
    };
    return {
        {"bone", For::ct, Scale::hounsfield,
         blended({{120, 0.55, 0.25, 0.15, 0.0},
                  {220, 0.75, 0.45, 0.30, 0.06},
                  {400, 0.92, 0.80, 0.62, 0.45},
                  {1000, 1.00, 0.97, 0.90, 0.90},
                  {2000, 1.00, 1.00, 1.00, 0.95}})},
        {"soft-tissue", For::ct, Scale::hounsfield,
         blended({{-300, 0.80, 0.55, 0.42, 0.0},
                  {-100, 0.90, 0.70, 0.54, 0.12},
                  {20, 0.84, 0.50, 0.40, 0.45},
                  {80, 0.86, 0.40, 0.32, 0.60},
                  {300, 0.98, 0.90, 0.78, 0.80},
                  {1000, 1.00, 1.00, 0.96, 0.95}})},
        {"skin", For::ct, Scale::hounsfield,
         blended({{-600, 0.85, 0.62, 0.50, 0.0},
                  {-400, 0.90, 0.68, 0.55, 0.6},
                  {-200, 0.94, 0.74, 0.61, 0.95},
                  {200, 0.96, 0.80, 0.68, 1.0}})},
        {"muscle", For::ct, Scale::hounsfield,
         blended({{-20, 0.55, 0.20, 0.15, 0.0},
                  {20, 0.65, 0.28, 0.22, 0.25},
                  {90, 0.80, 0.42, 0.32, 0.68},
                  {217, 0.88, 0.60, 0.29, 0.70},
                  {420, 1.00, 0.94, 0.95, 0.83}})},
        {"vessels", For::ct, Scale::hounsfield,
         blended({{129, 0.55, 0.25, 0.15, 0.0},
                  {145, 0.62, 0.20, 0.15, 0.17},
                  {157, 0.80, 0.25, 0.20, 0.50},
                  {170, 0.92, 0.45, 0.30, 0.63},
                  {395, 1.00, 0.89, 0.66, 0.81},
                  {1500, 1.00, 0.98, 0.94, 0.81}})},
        {"pulmonary-vessels", For::ct, Scale::hounsfield,
         blended({{-570, 0.30, 0.20, 0.12, 0.0},
                  {-364, 0.40, 0.30, 0.18, 0.02},
                  {-245, 0.61, 0.35, 0.07, 0.10},
                  {18, 0.84, 0.02, 0.16, 0.35},
                  {450, 0.85, 0.80, 0.75, 0.60}})},
        {"lung", For::ct, Scale::hounsfield,
         blended({{-1000, 0.30, 0.30, 1.00, 0.0},
                  {-600, 0.20, 0.40, 0.95, 0.0},
                  {-590, 0.20, 0.45, 0.95, 0.12},
                  {-530, 0.35, 0.75, 0.85, 0.15},
                  {-460, 0.90, 0.85, 0.55, 0.15},
                  {-400, 0.89, 0.40, 0.25, 0.15},
                  {-390, 0.89, 0.30, 0.20, 0.0}})},
        {"airways", For::ct, Scale::hounsfield,
         blended({{-970, 0.45, 0.75, 1.00, 0.0},
                  {-940, 0.45, 0.78, 1.00, 0.10},
                  {-900, 0.60, 0.85, 1.00, 0.10},
                  {-870, 0.80, 0.92, 1.00, 0.0}})},
        {"pet-mip", For::pet, Scale::projection, projected(RayBlend::maximum, true)},
        {"pet-hot", For::pet, Scale::range,
         blended({{0.15, 0.10, 0.00, 0.00, 0.0},
                  {0.4, 0.60, 0.05, 0.00, 0.04},
                  {1.0, 1.00, 0.45, 0.00, 0.20},
                  {2.0, 1.00, 0.85, 0.20, 0.50},
                  {4.0, 1.00, 1.00, 0.95, 0.85}},
                 false)},
        {"surface", For::otherThanCt, Scale::range,
         blended({{0.143, 0.80, 0.55, 0.42, 0.0},
                  {0.286, 0.90, 0.70, 0.54, 0.12},
                  {0.371, 0.84, 0.50, 0.40, 0.45},
                  {0.414, 0.86, 0.40, 0.32, 0.60},
                  {0.571, 0.98, 0.90, 0.78, 0.80},
                  {1.071, 1.00, 1.00, 0.96, 0.95}})},
        {"translucent", For::otherThanCt, Scale::range,
         blended({{0.05, 0.17, 0.00, 0.00, 0.0},
                  {0.12, 0.40, 0.15, 0.08, 0.02},
                  {0.38, 0.78, 0.61, 0.38, 0.06},
                  {0.7, 0.85, 0.84, 0.79, 0.12},
                  {1.0, 1.00, 1.00, 1.00, 0.30}})},
        {"bright", For::otherThanCt, Scale::range,
         blended({{0.443, 0.55, 0.25, 0.15, 0.0},
                  {0.514, 0.75, 0.45, 0.30, 0.06},
                  {0.643, 0.92, 0.80, 0.62, 0.45},
                  {1.071, 1.00, 0.97, 0.90, 0.90},
                  {1.786, 1.00, 1.00, 1.00, 0.95}})},
        {"mr-brain", For::mr, Scale::range,
         blended({{0.06, 0.10, 0.08, 0.02, 0.0},
                  {0.15, 0.96, 0.84, 0.19, 0.03},
                  {0.40, 0.60, 0.70, 0.50, 0.17},
                  {0.70, 0.00, 0.59, 0.81, 0.90},
                  {1.0, 1.00, 1.00, 1.00, 1.0}})},
        {"mr-vessels", For::mr, Scale::range,
         blended({{0.95, 0.60, 0.25, 0.05, 0.0},
                  {1.1, 0.75, 0.38, 0.10, 0.44},
                  {1.4, 1.00, 0.87, 0.73, 0.60},
                  {1.8, 1.00, 0.95, 0.92, 0.75}})},
        {"mip", For::all, Scale::projection, projected(RayBlend::maximum, false)},
        {"minip", For::all, Scale::range, projected(RayBlend::minimum, false)},
    };
}

bool suits(For modalities, const std::string& modality) {
    switch (modalities) {
        case For::ct:
            return modality == "CT";
        case For::mr:
            return modality == "MR" || modality.empty();  // most volumes without a modality are MR
        case For::pet:
            return modality == "PT" || modality == "NM";
        case For::otherThanCt:
            return modality != "CT";
        case For::all:
            return true;
    }
    return false;
}

/// Returns the rescaled values that 0 and 1 of a scale stand for; HU are not scaled.
std::pair<double, double> endsOf(Scale scale, const VolumeValues& values) {
    switch (scale) {
        case Scale::hounsfield:
            break;
        case Scale::range:
            return {values.range.low, values.range.high > values.range.low ? values.range.high : values.range.low + 1};
        case Scale::projection:
            return rangeOf(values.projection);
    }
    return {0.0, 1.0};
}

/// Returns the function of a preset in rescaled values.
TransferFunction ownFunction(const VolumePreset& preset, const VolumeValues& values) {
    const auto [low, high] = endsOf(preset.scale, values);
    return stretched(preset.function, 0.0, 1.0, low, high);
}

}  // namespace

VolumeValues volumeValues(const Series& series, const Volume& volume, std::stop_token stop) {
    VolumeValues values;
    values.modality = hasHounsfieldUnits(series.modality, volume) ? "CT" : series.modality;
    values.range = percentiles(volume, 0.005, 0.995).value_or(values.range);
    values.projection = projectionWindow(volume, std::move(stop));
    return values;
}

std::span<const VolumePreset> volumePresets() {
    static const std::vector<VolumePreset> all = makePresets();
    return all;
}

std::vector<const VolumePreset*> volumePresets(const std::string& modality) {
    std::vector<const VolumePreset*> presets;
    for (const VolumePreset& preset : volumePresets()) {
        if (suits(preset.modalities, modality)) presets.push_back(&preset);
    }
    return presets;
}

const VolumePreset& volumePreset(const std::string& id, const std::string& modality) {
    if (id.empty()) return *volumePresets(modality).front();
    const auto all = volumePresets();
    const auto found = std::ranges::find(all, id, &VolumePreset::id);
    if (found == all.end()) throw Error("volume.no_preset", {}, {id});
    return *found;
}

Window ownWindow(const VolumePreset& preset, const VolumeValues& values) {
    const std::vector<TransferPoint> points = ownFunction(preset, values).points;
    return windowOfRange(points.front().value, points.back().value);
}

TransferFunction transferFunction(const VolumeLook& look, const VolumeValues& values) {
    const VolumePreset& preset = volumePreset(look.preset, values.modality);
    TransferFunction function = ownFunction(preset, values);
    if (look.window) {
        const auto [low, high] = rangeOf(*look.window);
        const double first = function.points.front().value, last = function.points.back().value;
        function = stretched(std::move(function), first, last, low, std::max(high, low + 1e-6));
    }
    return hasOpacity(preset) ? withOpacity(std::move(function), look.opacity) : function;
}

bool hasOpacity(const VolumePreset& preset) {
    return preset.function.blend == RayBlend::composite;
}

}  // namespace fleming::viewer
