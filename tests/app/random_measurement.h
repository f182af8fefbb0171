#pragma once

#include "app/session/recorded_measurement.h"

#include <cstdint>
#include <random>

namespace fleming::app {

/// Returns a measurement on the image `source` with a random shape and points, and a random value for each member that
/// the shape can have. It is in stored pixels if the image shows them, and in a frame of reference if `isPlaced`.
RecordedMeasurement randomMeasurement(std::mt19937& random, std::int64_t id, const viewer::Provenance& source,
                                      bool isPlaced);

}  // namespace fleming::app
