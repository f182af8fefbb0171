#pragma once

#include "viewer/data/volume.h"
#include "viewer/render/display.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace fleming::viewer {

/// A grey level 0..255, or kPaddingLevel.
using GreyLevel = std::uint16_t;
inline constexpr GreyLevel kPaddingLevel = 256;

/// How stored values become grey levels.
struct GreyRule {
    Rescale rescale;
    std::optional<std::pair<double, double>> padding;  ///< stored values that are padding; both ends included
    Windowing windowing;
    bool lowestIsWhite = false;  ///< grey g becomes 255 - g, but padding stays padding
};

/// Rescales stored values; padding becomes NaN.
template <typename T>
class Rescaled {
public:
    explicit Rescaled(const GreyRule& rule) : rescale_(rule.rescale), padded_(rule.padding.has_value()) {
        if (padded_) std::tie(low_, high_) = std::minmax(rule.padding->first, rule.padding->second);
    }

    double operator()(T stored) const {
        const auto value = static_cast<double>(stored);
        if (padded_ && value >= low_ && value <= high_) return std::numeric_limits<double>::quiet_NaN();
        return value * rescale_.slope + rescale_.intercept;
    }

private:
    Rescale rescale_;
    bool padded_;
    double low_ = 0.0, high_ = 0.0;
};

/// Computes the grey level of each stored value by the rules of render(). `values` holds out.size() values of `type`.
void greyLevels(ScalarType type, std::span<const std::byte> values, const GreyRule& rule, std::span<GreyLevel> out);

/// Returns the smallest and the largest rescaled value, without padding, NaN and infinities; absent if none is left.
std::optional<std::pair<double, double>> valueRange(ScalarType type, std::span<const std::byte> values,
                                                    const GreyRule& rule);

}  // namespace fleming::viewer
