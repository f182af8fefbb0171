#include "viewer/render/turn.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace fleming::viewer {

namespace {

Vector3 opposite(const Vector3& direction) {
    return {-direction[0], -direction[1], -direction[2]};
}

SlicePlane mirrored(SlicePlane plane) {
    plane.origin = plane.toPatient(plane.width - 1, 0);
    plane.right = opposite(plane.right);
    return plane;
}

/// Turns by a quarter clockwise: the lower left corner becomes the upper left one.
SlicePlane turnedByQuarter(SlicePlane plane) {
    plane.origin = plane.toPatient(0, plane.height - 1);
    plane.down = opposite(plane.down);
    std::swap(plane.right, plane.down);
    std::swap(plane.pixelWidth, plane.pixelHeight);
    std::swap(plane.width, plane.height);
    return plane;
}

}  // namespace

Turn flippedLeftRight(const Turn& turn) {
    // A mirror image of a turned image is the mirror image, turned the other way.
    return {!turn.mirrored, (4 - turn.quarters) % 4};
}

Turn flippedUpDown(const Turn& turn) {
    return rotated(flippedLeftRight(turn), 2);
}

Turn rotated(const Turn& turn, int quarters) {
    return {turn.mirrored, (((turn.quarters + quarters) % 4) + 4) % 4};
}

SlicePlane turned(SlicePlane plane, const Turn& turn) {
    if (turn.mirrored) plane = mirrored(plane);
    for (int quarter = 0; quarter < turn.quarters; ++quarter)
        plane = turnedByQuarter(plane);
    return plane;
}

RgbImage turned(RgbImage image, const Turn& turn) {
    if (turn == Turn{}) return image;
    // Pixel (x, y) of the turned image is pixel first + x * right + y * down of the given one.
    std::ptrdiff_t width = image.width, height = image.height;
    std::ptrdiff_t first = 0, right = 1, down = width;
    if (turn.mirrored) {
        first += (width - 1) * right;
        right = -right;
    }
    for (int quarter = 0; quarter < turn.quarters; ++quarter) {
        first += (height - 1) * down;
        right = -std::exchange(down, right);
        std::swap(width, height);
    }
    RgbImage out{static_cast<int>(width), static_cast<int>(height), std::vector<std::uint8_t>(image.rgb.size())};
    std::uint8_t* to = out.rgb.data();
    for (std::ptrdiff_t y = 0; y < height; ++y) {
        for (std::ptrdiff_t x = 0; x < width; ++x, to += 3)
            std::copy_n(image.rgb.data() + 3 * (first + x * right + y * down), 3, to);
    }
    return out;
}

StoredImage turned(StoredImage image, const Turn& turn) {
    if (turn.mirrored) image.mirroredColumns = !image.mirroredColumns;
    for (int quarter = 0; quarter < turn.quarters; ++quarter) {
        // A quarter clockwise exchanges rows and columns, then mirrors the columns.
        image.transposed = !image.transposed;
        std::swap(image.mirroredColumns, image.mirroredRows);
        image.mirroredColumns = !image.mirroredColumns;
    }
    return image;
}

std::optional<ShownSlice> shownSlice(const Geometry& geometry, const SlicePlane& plane) {
    for (const bool mirrored : {false, true}) {
        for (int quarters = 0; quarters < 4; ++quarters) {
            const Turn turn{mirrored, quarters};
            // A mirror image is its own inverse, also after a turn.
            const SlicePlane upright = turned(plane, mirrored ? turn : rotated({}, -quarters));
            if (const auto slice = sliceNumber(geometry, upright)) return ShownSlice{*slice, turn};
        }
    }
    return {};
}

}  // namespace fleming::viewer
