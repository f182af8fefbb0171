#include "viewer/render/window_presets.h"

#include "base/error.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/with_scalar_type.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace fleming::viewer {

namespace {

constexpr Window kEightBit{128.0, 256.0};  // windowed() then gives 0..255 back as they are

const std::vector<WindowPreset>& ctPresets() {
    static const std::vector<WindowPreset> presets{
        {"brain", {40, 80}},        {"subdural", {75, 215}},    {"stroke", {40, 40}},
        {"bone", {400, 1800}},      {"soft-tissue", {50, 400}}, {"lung", {-600, 1500}},
        {"mediastinum", {50, 350}}, {"abdomen", {60, 400}},     {"liver", {30, 150}},
    };
    return presets;
}

/// Letters and digits alone, in lower case: "Soft tissue" and "soft-tissue" are one name.
std::string plainName(const std::string& name) {
    std::string plain;
    for (const char c : name) {
        if (c != ' ' && c != '-' && c != '_') {
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return plain;
}

/// Rescaled values of the ready slices, finite and without padding: all of them, or evenly some 2^18 of a large volume.
std::vector<double> sampledValues(const Volume& volume) {
    std::vector<int> ready;
    for (int k = 0; k < volume.geometry().size[2]; ++k) {
        if (volume.isReady(k)) ready.push_back(k);
    }
    const std::size_t sliceValues = volume.sliceBytes() / bytesOf(volume.type());
    const std::size_t total = ready.size() * sliceValues;
    constexpr std::size_t kEnough = std::size_t{1} << 18;
    std::size_t stride = std::max<std::size_t>(1, total / kEnough);
    // Every column of the picture gets its turn.
    while (stride > 1 && std::gcd(stride, static_cast<std::size_t>(volume.geometry().size[0])) != 1)
        ++stride;

    std::vector<double> values;
    values.reserve(total / stride + 1);
    withScalarType(volume.type(), [&](auto number) {
        using T = decltype(number);
        const Rescaled<T> rescaled({volume.rescale(), volume.padding, MinMax{}});
        for (std::size_t index = 0; index < total; index += stride) {
            const std::span<const std::byte> slice = volume.slice(ready[index / sliceValues]);
            const double value = rescaled(reinterpret_cast<const T*>(slice.data())[index % sliceValues]);
            if (std::isfinite(value)) values.push_back(value);
        }
    });
    return values;
}

double percentile(std::vector<double>& values, double fraction) {
    const double rank = std::floor(fraction * static_cast<double>(values.size() - 1) + 0.5);
    const auto position = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), position, values.end());
    return *position;
}

/// From the smallest to the largest value of the ready slices.
Window wholeRange(const Volume& volume) {
    const GreyRule rule{volume.rescale(), volume.padding, MinMax{}};
    std::optional<std::pair<double, double>> range;
    for (int k = 0; k < volume.geometry().size[2]; ++k) {
        if (!volume.isReady(k)) continue;
        const auto slice = valueRange(volume.type(), volume.slice(k), rule);
        if (!slice) continue;
        range =
            range ? std::pair(std::min(range->first, slice->first), std::max(range->second, slice->second)) : *slice;
    }
    return range ? windowOfRange(range->first, range->second) : kEightBit;
}

}  // namespace

std::vector<WindowPreset> windowPresets(const std::string& modality) {
    return modality == "CT" ? ctPresets() : std::vector<WindowPreset>{};
}

Window windowByName(const Series& series, const std::string& name) {
    const std::string wanted = plainName(name);
    std::string known;
    for (std::size_t i = 0; i < std::min(series.windows.size(), series.windowNames.size()); ++i) {
        if (series.windowNames[i].empty()) continue;
        if (plainName(series.windowNames[i]) == wanted) return series.windows[i];
        known += (known.empty() ? "" : ", ") + series.windowNames[i];
    }
    // A file that does not say what it is (NIfTI, NRRD) may well be a CT.
    if (series.modality == "CT" || series.modality.empty()) {
        for (const WindowPreset& preset : ctPresets()) {
            if (plainName(preset.name) == wanted) return preset.window;
            known += (known.empty() ? "" : ", ") + preset.name;
        }
    }
    if (known.empty()) {
        throw Error("There is no window \"" + name +
                    "\": this series has no named windows. Specify a centre and a "
                    "width.");
    }
    throw Error("There is no window \"" + name + "\" for this series. Available windows: " + known + ".");
}

std::optional<Percentiles> percentiles(const Volume& volume, double lower, double upper) {
    std::vector<double> values = sampledValues(volume);
    if (values.empty()) return {};
    return Percentiles{percentile(values, lower), percentile(values, upper)};
}

Window defaultWindow(const Series& series, const Volume& volume) {
    if (!series.windows.empty()) return series.windows.front();
    if (volume.components() == 3) return kEightBit;
    if (series.modality == "CT") return windowByName(series, "soft-tissue");
    if (series.kind == SeriesKind::picture) {
        if (volume.type() == ScalarType::uint8 && volume.rescale() == Rescale{}) return kEightBit;
        return wholeRange(volume);
    }
    const auto range = percentiles(volume, 0.005, 0.995);
    // A sparse volume, a mask for one, may have nothing but background between those.
    return range && range->low < range->high ? windowOfRange(range->low, range->high) : wholeRange(volume);
}

Windowing defaultWindowing(const Series& series, const Volume& volume) {
    if (series.flemingVolume) return MinMax{};
    return defaultWindow(series, volume);
}

}  // namespace fleming::viewer
