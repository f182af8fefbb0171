#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace fleming::inference {

/// Fleming-VL's volume rule: int(linspace(first, last, count)); 32 slices and 11 picks give 0,3,6,...,27,31.
/// count 1 gives `first`. Throws Error where count < 1 or above a million, first < 0 or last < first. Indices
/// may repeat where count > last - first + 1.
std::vector<int> volumeIndices(int first, int last, int count);

/// Fleming-VL's video rule: `count` segments (default: int(duration in s), at least 1), the middle of each:
/// int(start + seg/2 + round_half_even(seg * i)), seg = (end - start) / count.
/// `fps` is the stream's average frame rate, `frames` the number of frames; `bound` is in seconds.
/// With a bound, start and end are its ends' frames and the duration is that of the part inside the clip.
/// Throws Error where frames < 1, fps is not positive, the bound is empty or outside, or count < 1 or above a million.
std::vector<int> videoIndices(int frames, double fps, std::optional<int> count = {},
                              std::optional<std::pair<double, double>> bound = {});

}  // namespace fleming::inference
