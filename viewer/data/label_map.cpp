#include "viewer/data/label_map.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fleming::viewer {

namespace {

constexpr std::size_t kMostLabels = 255;

}  // namespace

const Label* LabelLayer::find(int value) const {
    const auto at = std::lower_bound(labels.begin(), labels.end(), value,
                                     [](const Label& label, int wanted) { return label.value < wanted; });
    return at != labels.end() && at->value == value ? &*at : nullptr;
}

bool canBeLabels(const Series& series) {
    if (series.kind() == SeriesKind::clip || !(series.modality.empty() || series.modality == "SEG")) return false;
    const ImageInfo& image = series.image();
    const bool integers = image.type != ScalarType::float32 && image.type != ScalarType::float64;
    return integers && image.components == 1 && image.rescale == Rescale{};
}

bool areDeclaredLabels(const Series& series) {
    return canBeLabels(series) && (series.modality == "SEG" || series.image().labels);
}

bool looksLikeLabels(const Volume& volume, int k) {
    std::set<double> values;
    std::int64_t neighbours = 0, equal = 0;
    for (int j = 0; j < volume.geometry().size[1]; ++j) {
        double last = 0.0;
        for (int i = 0; i < volume.geometry().size[0]; ++i) {
            const double value = volume.value(i, j, k);
            if (value != 0.0 && last != 0.0) {
                ++neighbours;
                if (value == last) ++equal;
            }
            if (value != 0.0 && value != last) values.insert(value);
            if (values.size() > kMostLabels) return false;
            last = value;
        }
    }
    return 3 * equal >= 2 * neighbours;
}

bool isSameGrid(const Geometry& a, const Geometry& b) {
    if (a.oriented != b.oriented) return false;
    const auto isNear = [](double x, double y) { return std::abs(x - y) < 0.01; };
    const Vector3 start = b.patientToVoxel(a.voxelToPatient({0, 0, 0}));
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const int steps = std::max(1, a.size[axis] - 1);
        Vector3 voxel{};
        voxel[axis] = steps;
        const Vector3 end = b.patientToVoxel(a.voxelToPatient(voxel));
        int axesOfB = 0;  // along which the axis runs
        for (std::size_t other = 0; other < 3; ++other) {
            if (isNear(start[other], end[other])) continue;
            ++axesOfB;
            const double first = end[other] > start[other] ? 0 : b.size[other] - 1;
            if (a.size[axis] != b.size[other] || !isNear(start[other], first)) return false;
            if (!isNear(std::abs(end[other] - start[other]), steps)) return false;
        }
        if (axesOfB != 1) return false;
    }
    return true;
}

std::vector<int> labelValues(const Volume& volume) {
    std::set<int> values;
    const Index3& size = volume.geometry().size;
    int last = 0;
    for (int k = 0; k < size[2]; ++k) {
        for (int j = 0; j < size[1]; ++j) {
            for (int i = 0; i < size[0]; ++i) {
                const int value = static_cast<int>(volume.value(i, j, k));
                if (value == last) continue;
                last = value;
                if (value != 0) values.insert(value);
                if (values.size() > kMostLabels) throw Error("labels.too_many", {}, {std::to_string(kMostLabels)});
            }
        }
    }
    return {values.begin(), values.end()};
}

std::array<std::uint8_t, 3> labelColour(int n) {
    // The golden ratio spreads the hues evenly, however many there are.
    const double hue = std::fmod(n * 0.6180339887498949, 1.0) * 6.0;
    const auto channel = [hue](double offset) {
        const double distance = std::abs(std::fmod(hue + offset, 6.0) - 3.0);
        return static_cast<std::uint8_t>(std::lround(255.0 * std::clamp(distance - 1.0, 0.0, 1.0)));
    };
    return {channel(0.0), channel(4.0), channel(2.0)};
}

}  // namespace fleming::viewer
