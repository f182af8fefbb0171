#pragma once

#include "tests/viewer/phantom.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fleming::bench {

/// Returns the phantom of a series with slices of 512 x 512, int16, with noise, so that all slices differ. The phantom
/// is drawn once for `repeated` slices, because drawing it takes long.
inline std::shared_ptr<viewer::Volume> noisyScan(const viewer::Series& series, int repeated) {
    const auto volume = viewer::allocate(series);
    std::vector<std::int16_t> slice(std::size_t{512} * 512);
    unsigned state = 1;
    for (int k = 0; k < series.geometry().size[2]; ++k) {
        if (k % repeated == 0) viewer::test::scanSlice(series, k, slice.data());
        auto* values = reinterpret_cast<std::int16_t*>(volume->writableSlice(k).data());
        for (const std::int16_t value : slice) {
            state = state * 1664525U + 1013904223U;
            *values++ = static_cast<std::int16_t>(value + static_cast<std::int16_t>(state >> 27));
        }
        volume->markReady(k);
    }
    return volume;
}

}  // namespace fleming::bench
