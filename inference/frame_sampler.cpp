#include "inference/frame_sampler.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace fleming::inference {

namespace {

constexpr int kMaxIndices = 1'000'000;

void checkCount(double count) {
    if (!(count >= 1)) throw Error("frames.too_few");
    if (count > kMaxIndices) throw Error("frames.too_many", {}, {std::to_string(kMaxIndices)});
}

}  // namespace

std::vector<int> volumeIndices(int first, int last, int count) {
    checkCount(count);
    if (first < 0 || last < first) throw Error("frames.empty_range");
    // The order of operations is that of numpy.linspace, so that the rounding is the same.
    const double span = static_cast<double>(last) - first;
    const double steps = std::max(count - 1, 1);
    const double step = span / steps;
    std::vector<int> indices;
    indices.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        indices.push_back(static_cast<int>(i * step + first));
    if (count > 1) indices.back() = last;
    return indices;
}

std::vector<int> videoIndices(int frames, double fps, std::optional<int> count,
                              std::optional<std::pair<double, double>> bound) {
    if (frames < 1) throw Error("frames.empty_clip");
    if (!(fps > 0) || !std::isfinite(fps)) throw Error("frames.unknown_frame_rate");
    const double last = frames - 1;
    double start = 0;
    double end = last;
    double seconds = frames / fps;
    if (bound) {
        const auto [from, to] = *bound;
        if (!std::isfinite(from) || !std::isfinite(to) || to <= from) throw Error("frames.empty_part");
        // nearbyint() rounds halves to even, as round() of Python and numpy does.
        start = std::max(0.0, std::nearbyint(from * fps));
        end = std::min(std::nearbyint(to * fps), last);
        if (end < start) throw Error("frames.part_outside_clip");
        seconds = std::min(to, seconds) - std::max(from, 0.0);
    }
    // A clip shorter than a second gives one frame.
    const double wanted = count ? *count : std::max(1.0, std::trunc(seconds));
    checkCount(wanted);
    const int segments = static_cast<int>(wanted);
    const double segment = (end - start) / segments;
    std::vector<int> indices;
    indices.reserve(static_cast<std::size_t>(segments));
    for (int i = 0; i < segments; ++i) {
        indices.push_back(static_cast<int>(start + segment / 2 + std::nearbyint(segment * i)));
    }
    return indices;
}

}  // namespace fleming::inference
