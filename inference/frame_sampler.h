#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace fleming::inference {

/// Returns `count` slice indices by Fleming-VL's rule for volumes, int(linspace(first, last, count)): 11 of 32 slices
/// are 0, 3, 6, ..., 27, 31. A count of 1 gives `first`. Indices repeat if count > last - first + 1. Throws an Error
/// with a "frames." code if count is not in 1 to 1,000,000, first < 0 or last < first.
std::vector<int> volumeIndices(int first, int last, int count);

/// Returns frame indices by Fleming-VL's rule for videos: the middle of each of `count` equal segments,
/// int(start + seg / 2 + round_half_even(seg * i)) with seg = (end - start) / count.
/// `frames` is the number of frames, `fps` the average frame rate in 1/s. `bound` limits the segments to a part of the
/// clip, in seconds. Without `count` there is one segment per second of the clip (or of its bounded part), at least 1.
/// Throws an Error with a "frames." code if frames < 1, fps is not positive, the bound is empty or outside the clip, or
/// the count is not in 1 to 1,000,000.
std::vector<int> videoIndices(int frames, double fps, std::optional<int> count = {},
                              std::optional<std::pair<double, double>> bound = {});

}  // namespace fleming::inference
