#pragma once

#include "viewer/data/volume.h"

#include <cstdint>

namespace fleming::viewer {

/// Calls `body` with a zero of the C++ type of `type`, and returns its result. Inlined, so that a function with clones
/// for several processors (base/target_clones.h) has the calls in each clone.
template <typename Body>
[[gnu::always_inline]] inline decltype(auto) withScalarType(ScalarType type, Body&& body) {
    switch (type) {
        case ScalarType::uint8:
            return body(std::uint8_t{});
        case ScalarType::int8:
            return body(std::int8_t{});
        case ScalarType::uint16:
            return body(std::uint16_t{});
        case ScalarType::int16:
            return body(std::int16_t{});
        case ScalarType::uint32:
            return body(std::uint32_t{});
        case ScalarType::int32:
            return body(std::int32_t{});
        case ScalarType::float32:
            return body(float{});
        case ScalarType::float64:
            break;
    }
    return body(double{});
}

}  // namespace fleming::viewer
