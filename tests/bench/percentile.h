#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fleming::bench {

/// Returns the value below which this part of `values` lies, 0 to 1; `values` is not empty.
inline double percentile(std::vector<double> values, double fraction) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(fraction * static_cast<double>(values.size() - 1) + 0.5)];
}

}  // namespace fleming::bench
