#pragma once

namespace fleming::viewer {

enum class MarkShape { box, ellipse, arrow };

/// A shape on an image, in pixels of the image: (0, 0) is its top left corner, (width, height) the opposite one. A box
/// and an ellipse lie between two opposite corners; an arrow points at (x2, y2).
struct MarkPlace {
    MarkShape shape = MarkShape::box;
    double x1 = 0.0, y1 = 0.0, x2 = 0.0, y2 = 0.0;
    friend bool operator==(const MarkPlace&, const MarkPlace&) = default;
};

}  // namespace fleming::viewer
