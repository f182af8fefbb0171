#include "viewer/registration/similarity.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr int kLevels = 32;

/// Returns the pairs of values at the same positions, and how many positions were looked at.
std::pair<std::vector<std::pair<float, float>>, std::size_t> pairsOf(const FloatImage& fixed, const FloatImage& moving,
                                                                     const RigidTransform& transform,
                                                                     std::size_t samples) {
    const FloatImage::RegionType region = fixed.GetLargestPossibleRegion();
    const std::size_t count = region.GetNumberOfPixels(), step = std::max<std::size_t>(1, count / samples);
    std::vector<std::pair<float, float>> pairs;
    std::size_t looked = 0;
    for (std::size_t at = 0; at < count; at += step) {
        const FloatImage::IndexType index = fixed.ComputeIndex(static_cast<itk::OffsetValueType>(at));
        FloatImage::PointType point;
        fixed.TransformIndexToPhysicalPoint(index, point);
        const Vector3 there = transform.apply({point[0], point[1], point[2]});
        FloatImage::IndexType nearest;
        FloatImage::PointType target;
        for (unsigned axis = 0; axis < 3; ++axis)
            target[axis] = there[axis];
        ++looked;
        if (moving.TransformPhysicalPointToIndex(target, nearest))
            pairs.emplace_back(fixed.GetPixel(index), moving.GetPixel(nearest));
    }
    return {std::move(pairs), looked};
}

double entropy(const std::vector<double>& counts, double total) {
    double sum = 0;
    for (const double count : counts) {
        if (count > 0) sum -= count / total * std::log(count / total);
    }
    return sum;
}

/// Maps values to levels between the lowest and the highest one.
class Levels {
public:
    template <typename Get>
    Levels(const std::vector<std::pair<float, float>>& pairs, const Get& get) {
        const auto [low, high] = std::ranges::minmax_element(pairs, {}, get);
        low_ = get(*low);
        const double range = static_cast<double>(get(*high)) - low_;
        perValue_ = range > 0 ? kLevels / range : 0;
    }
    std::size_t operator()(float value) const {
        return static_cast<std::size_t>(std::min<double>(kLevels - 1, (value - low_) * perValue_));
    }

private:
    double low_ = 0, perValue_ = 0;
};

}  // namespace

Similarity similarityOf(const FloatImage& fixed, const FloatImage& moving, const RigidTransform& transform,
                        std::size_t samples) {
    const auto [pairs, looked] = pairsOf(fixed, moving, transform, samples);
    if (pairs.empty()) return {};
    const auto total = static_cast<double>(pairs.size());
    const auto first = [](const std::pair<float, float>& pair) { return pair.first; };
    const auto second = [](const std::pair<float, float>& pair) { return pair.second; };
    const Levels a(pairs, first), b(pairs, second);
    std::vector<double> joint(static_cast<std::size_t>(kLevels) * kLevels), ofA(kLevels), ofB(kLevels);
    for (const auto& [one, other] : pairs) {
        ++joint[a(one) * kLevels + b(other)];
        ++ofA[a(one)];
        ++ofB[b(other)];
    }
    const double ha = entropy(ofA, total), hb = entropy(ofB, total);
    const double bias = (kLevels - 1.0) * (kLevels - 1.0) / (2 * total);
    const double information = std::max(0.0, ha + hb - entropy(joint, total) - bias);
    return {ha + hb > 0 ? std::min(1.0, 2 * information / (ha + hb)) : 0, total / static_cast<double>(looked)};
}

}  // namespace fleming::viewer
