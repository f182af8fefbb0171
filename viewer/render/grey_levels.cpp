#include "viewer/render/grey_levels.h"

#include "viewer/data/with_scalar_type.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

namespace fleming::viewer {

namespace {

/// Computes numpy's ((x - min) / (max - min) * 255).astype(uint8) in the floating-point type of the array.
template <typename Real>
class MinMaxLevels {
public:
    MinMaxLevels(Real minimum, Real maximum) : minimum_(minimum), range_(maximum - minimum) {}

    std::uint8_t operator()(Real value) const {
        if (!(range_ > Real{0})) return 0;
        const Real level = (value - minimum_) / range_ * Real{255};
        if (level >= Real{255}) return 255;
        return level > Real{0} ? static_cast<std::uint8_t>(level) : std::uint8_t{0};
    }

private:
    Real minimum_, range_;
};

template <typename T>
std::span<const T> as(std::span<const std::byte> values) {
    return {reinterpret_cast<const T*>(values.data()), values.size() / sizeof(T)};
}

template <typename T>
std::optional<std::pair<double, double>> rangeOf(std::span<const T> values, const GreyRule& rule) {
    if constexpr (std::is_integral_v<T>) {
        if (values.empty()) return {};
        if (!rule.padding) {  // the common case, in a loop that the compiler vectorises
            T low = values[0], high = values[0];
            for (const T value : values) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
            const Rescaled<T> rescaled(rule);
            return std::minmax({rescaled(low), rescaled(high)});
        }
    }
    const Rescaled<T> rescaled(rule);
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const T stored : values) {
        const double value = rescaled(stored);
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low > high) return {};
    return std::pair(low, high);
}

/// Computes grey levels from a table over the range of stored values: a few thousand function calls for a whole slice.
template <typename T, typename Levels>
void applyByTable(std::span<const T> values, const Levels& levels, std::span<GreyLevel> out) {
    T low = values[0], high = values[0];
    for (const T value : values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    std::vector<GreyLevel> table(static_cast<std::size_t>(high - low) + 1);
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = levels(static_cast<T>(low + static_cast<int>(i)));
    for (std::size_t i = 0; i < values.size(); ++i)
        out[i] = table[static_cast<std::size_t>(values[i] - low)];
}

template <typename T, typename Levels>
void apply(std::span<const T> values, const Levels& levels, std::span<GreyLevel> out) {
    if constexpr (sizeof(T) <= 2) {
        if (!values.empty()) applyByTable(values, levels, out);
    } else {
        std::transform(values.begin(), values.end(), out.begin(), levels);
    }
}

template <typename T>
void greyLevelsOf(std::span<const T> values, const GreyRule& rule, std::span<GreyLevel> out) {
    const Rescaled<T> rescaled(rule);
    const auto applyTo = [&](const auto& level, auto real) {
        using Real = decltype(real);
        apply(
            values,
            [&](T stored) -> GreyLevel {
                const double value = rescaled(stored);
                if (std::isnan(value)) return kPaddingLevel;
                const std::uint8_t grey = level(static_cast<Real>(value));
                return rule.lowestIsWhite ? static_cast<GreyLevel>(255 - grey) : grey;
            },
            out);
    };
    if (const auto* window = std::get_if<Window>(&rule.windowing)) {
        applyTo(WindowLevels(*window), double{});
        return;
    }
    if (const auto* table = std::get_if<VoiTablePtr>(&rule.windowing)) {
        applyTo(**table, double{});
        return;
    }
    const auto range = rangeOf(values, rule);
    if (!range || !(range->first < range->second)) {
        std::fill(out.begin(), out.end(), std::uint8_t{0});
        return;
    }
    if (std::is_same_v<T, float> && rule.rescale == Rescale{}) {
        applyTo(MinMaxLevels(static_cast<float>(range->first), static_cast<float>(range->second)), float{});
    } else {
        applyTo(MinMaxLevels(range->first, range->second), double{});
    }
}

}  // namespace

void greyLevels(ScalarType type, std::span<const std::byte> values, const GreyRule& rule, std::span<GreyLevel> out) {
    withScalarType(type, [&](auto number) { greyLevelsOf(as<decltype(number)>(values), rule, out); });
}

std::optional<std::pair<double, double>> valueRange(ScalarType type, std::span<const std::byte> values,
                                                    const GreyRule& rule) {
    return withScalarType(type, [&](auto number) { return rangeOf(as<decltype(number)>(values), rule); });
}

}  // namespace fleming::viewer
