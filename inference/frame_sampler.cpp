#include "inference/frame_sampler.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fleming::inference {

namespace {

constexpr int kMostIndices = 1'000'000;

void checkCount(double count) {
    if (!(count >= 1)) throw Error("The number of frames to pick must be at least 1.");
    if (count > kMostIndices) throw Error("More than a million frames were requested; pick fewer.");
}

}  // namespace

std::vector<int> volumeIndices(int first, int last, int count) {
    checkCount(count);
    if (first < 0 || last < first) throw Error("The range of slices to pick from is empty.");
    // The order of operations is numpy.linspace's, so that rounding falls the same way.
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
    if (frames < 1) throw Error("The clip has no frames.");
    if (!(fps > 0) || !std::isfinite(fps))
        throw Error("The clip's frame rate is not known, so its frames cannot be picked by time.");
    const double last = frames - 1;
    double start = 0;
    double end = last;
    double seconds = frames / fps;
    if (bound) {
        const auto [from, to] = *bound;
        if (!std::isfinite(from) || !std::isfinite(to) || to <= from)
            throw Error("The chosen part of the clip is empty.");
        // nearbyint rounds halves to even, as Python's round() and numpy's do.
        start = std::max(0.0, std::nearbyint(from * fps));
        end = std::min(std::nearbyint(to * fps), last);
        if (end < start) throw Error("The chosen part lies outside the clip.");
        seconds = std::min(to, seconds) - std::max(from, 0.0);
    }
    // A clip shorter than a second still gives one frame.
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
