#include "viewer/data/roi.h"

#include <utility>

namespace fleming::viewer {

namespace {

constexpr std::pair<RoiShape, const char*> kShapes[] = {
    {RoiShape::length, "length"},       {RoiShape::angle, "angle"},
    {RoiShape::cobb, "cobb"},           {RoiShape::bidirectional, "bidirectional"},
    {RoiShape::rectangle, "rectangle"}, {RoiShape::ellipse, "ellipse"},
    {RoiShape::polygon, "polygon"},     {RoiShape::freehand, "freehand"},
    {RoiShape::probe, "probe"},         {RoiShape::arrow, "arrow"},
};

}  // namespace

const char* toString(RoiShape shape) {
    for (const auto& [one, name] : kShapes) {
        if (one == shape) return name;
    }
    return "unknown";
}

std::optional<RoiShape> roiShape(const std::string& name) {
    for (const auto& [shape, one] : kShapes) {
        if (name == one) return shape;
    }
    return {};
}

}  // namespace fleming::viewer
