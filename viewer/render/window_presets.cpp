#include "viewer/render/window_presets.h"

#include "base/error.h"
#include "viewer/data/with_scalar_type.h"
#include "viewer/render/grey_levels.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace fleming::viewer {

namespace {

constexpr Window kEightBit{128.0, 256.0};  // maps 0..255 to itself
constexpr Window kSoftTissue{50, 400};

const std::vector<WindowPreset>& ctPresets() {
    static const std::vector<WindowPreset> presets{
        {"brain", {40, 80}},        {"subdural", {75, 215}},      {"stroke", {40, 40}},
        {"bone", {400, 1800}},      {"soft-tissue", kSoftTissue}, {"lung", {-600, 1500}},
        {"mediastinum", {50, 350}}, {"abdomen", {60, 400}},       {"liver", {30, 150}},
    };
    return presets;
}

/// Returns letters and digits alone, in lower case: "Soft tissue" and "soft-tissue" are the same name.
std::string plainName(const std::string& name) {
    std::string plain;
    for (const char c : name) {
        if (c != ' ' && c != '-' && c != '_') {
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return plain;
}

/// Returns the rescaled values of the ready slices, finite and without padding: all, or about 2^18 of a large volume.
std::vector<double> sampledValues(const Volume& volume) {
    std::vector<int> ready;
    for (int k = 0; k < volume.geometry().size[2]; ++k) {
        if (volume.isReady(k)) ready.push_back(k);
    }
    const std::size_t sliceValues = volume.sliceBytes() / bytesOf(volume.type());
    const std::size_t total = ready.size() * sliceValues;
    constexpr std::size_t kEnough = std::size_t{1} << 18;
    std::size_t stride = std::max<std::size_t>(1, total / kEnough);
    // A stride without a common factor with the width visits every column.
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

/// Returns the window from the smallest to the largest value of the ready slices.
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

namespace {

/// Returns true if the values are HU as far as one can tell: air and soft tissue, and nothing beyond what CT stores.
bool looksLikeCt(std::vector<double>& values) {
    if (values.empty()) return false;
    const double low = percentile(values, 0.0), high = percentile(values, 1.0);
    return low >= -4096 && low <= -900 && high >= 100 && high <= 32767;
}

}  // namespace

bool hasHounsfieldUnits(const std::string& modality, const Volume& volume) {
    if (!modality.empty() || volume.components() != 1) return modality == "CT";
    std::vector<double> values = sampledValues(volume);
    return looksLikeCt(values);
}

std::vector<WindowPreset> keyWindows(const Series& series, const Volume& volume) {
    return volume.components() == 1 ? keyWindows(series.modality, series.image().windows, volume)
                                    : std::vector<WindowPreset>{};
}

std::vector<WindowPreset> keyWindows(const std::string& modality, const std::vector<NamedWindow>& ofFile,
                                     const Volume& volume) {
    if (modality == "CT") return ctPresets();
    std::vector<double> values = sampledValues(volume);
    if (modality.empty() && looksLikeCt(values)) return ctPresets();
    constexpr std::size_t kMostOfFile = 6;
    std::vector<WindowPreset> windows;
    for (const NamedWindow& own : ofFile) {
        if (windows.size() < kMostOfFile)
            windows.push_back({own.name.empty() ? "File" : own.name, own.window, own.table});
    }
    struct Contrast {
        const char* name;
        double cut;  // fraction of the values on each side
    };
    for (const Contrast& contrast :
         {Contrast{"high-contrast", 0.1}, Contrast{"medium-contrast", 0.02}, Contrast{"low-contrast", 0.005}}) {
        if (values.empty()) break;
        const double low = percentile(values, contrast.cut), high = percentile(values, 1 - contrast.cut);
        if (low < high) windows.push_back({contrast.name, windowOfRange(low, high)});
    }
    return windows;
}

std::optional<Windowing> windowOfKey(const std::vector<WindowPreset>& windows, int key) {
    const auto index = static_cast<std::size_t>(key) - 1;
    return index < windows.size() ? std::optional(windows[index].windowing()) : std::nullopt;
}

std::optional<Window> windowLike(const Windowing& windowing, const Volume& volume, int k) {
    if (const auto* window = std::get_if<Window>(&windowing)) return *window;
    if (const auto* table = std::get_if<VoiTablePtr>(&windowing)) return windowOf(**table);
    const GreyRule rule{volume.rescale(), volume.padding, windowing, false};
    const auto range = valueRange(volume.type(), volume.slice(k), rule);
    return range ? std::optional(windowOfRange(range->first, range->second)) : std::nullopt;
}

std::optional<Window> fullRange(const Volume& volume) {
    const auto all = percentiles(volume, 0.0, 1.0);
    return all ? std::optional(windowOfRange(all->low, all->high)) : std::nullopt;
}

Windowing windowByName(const Series& series, const std::string& name) {
    return windowByName(series.modality, series.image().windows, name);
}

Windowing windowByName(const std::string& modality, const std::vector<NamedWindow>& ofFile, const std::string& name) {
    const std::string wanted = plainName(name);
    std::string known;
    for (const NamedWindow& named : ofFile) {
        if (named.name.empty()) continue;
        if (plainName(named.name) == wanted) return named.windowing();
        known += (known.empty() ? "" : ", ") + named.name;
    }
    // A file without a modality (NIfTI, NRRD) can be a CT.
    if (modality == "CT" || modality.empty()) {
        for (const WindowPreset& preset : ctPresets()) {
            if (plainName(preset.name) == wanted) return preset.window;
            known += (known.empty() ? "" : ", ") + preset.name;
        }
    }
    if (known.empty()) {
        throw Error("window.none_named", {}, {name});
    }
    throw Error("window.unknown", {}, {name, known});
}

namespace {

/// Returns the range of rescaled values that are padding, both ends included.
std::optional<std::pair<double, double>> rescaledPadding(const Volume& volume) {
    if (!volume.padding) return {};
    const Rescale rescale = volume.rescale();
    const double a = volume.padding->first * rescale.slope + rescale.intercept;
    const double b = volume.padding->second * rescale.slope + rescale.intercept;
    return std::minmax({a, b});
}

}  // namespace

std::optional<Window> windowOverBox(const Volume& volume, const SlicePlane& plane, const PixelBox& box) {
    const Geometry& geometry = volume.geometry();
    const int left = std::max(box.left, 0), right = std::min(box.right, plane.width - 1);
    const int top = std::max(box.top, 0), bottom = std::min(box.bottom, plane.height - 1);
    if (left > right || top > bottom || volume.components() != 1) return {};
    constexpr double kEnough = 1 << 18;
    const double pixels = (right - left + 1.0) * (bottom - top + 1.0);
    const int stride = std::max(1, static_cast<int>(std::ceil(std::sqrt(pixels / kEnough))));
    const auto padding = rescaledPadding(volume);
    std::vector<double> values;
    for (int row = top; row <= bottom; row += stride) {
        for (int column = left; column <= right; column += stride) {
            const Vector3 at = geometry.patientToVoxel(plane.toPatient(column, row));
            Index3 voxel{};
            for (std::size_t axis = 0; axis < 3; ++axis)
                voxel[axis] = std::clamp(static_cast<int>(std::floor(at[axis] + 0.5)), 0, geometry.size[axis] - 1);
            if (!volume.isReady(voxel[2])) continue;
            const double value = volume.value(voxel[0], voxel[1], voxel[2]);
            if (std::isfinite(value) && !(padding && value >= padding->first && value <= padding->second))
                values.push_back(value);
        }
    }
    if (values.empty()) return {};
    const double low = percentile(values, 0.02), high = percentile(values, 0.98);
    return low < high ? std::optional(windowOfRange(low, high)) : std::nullopt;
}

std::optional<Percentiles> percentiles(const Volume& volume, double lower, double upper) {
    std::vector<double> values = sampledValues(volume);
    if (values.empty()) return {};
    return Percentiles{percentile(values, lower), percentile(values, upper)};
}

std::optional<Window> headerWindow(const Series& series) {
    const ImageInfo& image = series.image();
    if (!image.windows.empty()) return image.windows.front().window;
    if (image.components == 3) return kEightBit;
    if (series.modality == "CT") return kSoftTissue;
    const bool eightBitPicture =
        series.kind() == SeriesKind::picture && image.type == ScalarType::uint8 && image.rescale == Rescale{};
    return eightBitPicture ? std::optional(kEightBit) : std::nullopt;
}

std::optional<Windowing> headerWindowing(const Series& series) {
    const ImageInfo& image = series.image();
    if (!image.windows.empty()) return image.windows.front().windowing();
    return headerWindow(series);
}

Windowing defaultWindowing(const Series& series, const Volume& volume) {
    const auto windowing = headerWindowing(series);
    return windowing ? *windowing : defaultWindow(series, volume);
}

Window defaultWindow(const Series& series, const Volume& volume) {
    if (const auto window = headerWindow(series)) return *window;
    if (series.kind() == SeriesKind::picture) return wholeRange(volume);
    const auto range = percentiles(volume, 0.005, 0.995);
    // A sparse volume, such as a mask, can have only background between the two.
    return range && range->low < range->high ? windowOfRange(range->low, range->high) : wholeRange(volume);
}

}  // namespace fleming::viewer
