#pragma once

#include "app/session/exchange.h"
#include "base/error.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// An image of the evidence that its original file no longer gives.
struct SourceFault {
    std::int64_t exchange = 0;
    int image = 0;  ///< the number in the conversation: Image-<image>
    Error error;    ///< "source.absent", "source.changed", "source.other_pixels", "source.other_rendering", or why it
                    ///< cannot be read
};

/// Makes the evidence of these exchanges anew from the original files, by its provenance, and compares the digests of
/// files and pixels with those of the stored images. Returns the images that differ, in their order. `progress` gets
/// the fraction done. Throws Error "session.no_exchange", Cancelled.
std::vector<SourceFault> checkSources(const std::vector<Exchange>& exchanges, std::span<const std::int64_t> wanted,
                                      const std::function<void(double fraction)>& progress = {},
                                      const std::stop_token& stop = {});

}  // namespace fleming::app
