#include "app/export/dicom/measured_region.h"

#include "app/export/dicom/dicom_object.h"

namespace fleming::app {

namespace {

using viewer::RoiShape;

/// Returns the lines of a shape, whose points lie in any plane.
std::vector<PlaneRegion> linesOf(RoiShape shape, const std::vector<PlanePoint>& points) {
    const auto count = static_cast<std::size_t>(viewer::pointCount(shape));
    if (points.empty() || (count != 0 && points.size() != count)) return {};
    switch (shape) {
        case RoiShape::rectangle:
            return {rectangleBetween(points[0], points[1])};
        case RoiShape::ellipse:
            return {ellipseBetween(points[0], points[1])};
        case RoiShape::probe:
            return {{RegionGraphic::point, points}};
        case RoiShape::cobb:
        case RoiShape::bidirectional:
            return {{RegionGraphic::polyline, {points[0], points[1]}},
                    {RegionGraphic::polyline, {points[2], points[3]}}};
        default: {
            PlaneRegion line{RegionGraphic::polyline, points};
            if (viewer::isPolygon(shape)) line.points.push_back(points.front());
            return {line};
        }
    }
}

}  // namespace

bool isRegionOfInterest(RoiShape shape) {
    return viewer::hasPixels(shape) || shape == RoiShape::arrow;
}

std::vector<PlaneRegion> storedRegionsOf(const RecordedMeasurement& measurement) {
    if (referenced(measurement.source) == nullptr) return {};
    std::vector<PlanePoint> corners = measurement.pixels;
    for (PlanePoint& point : corners) {
        for (double& each : point)
            each += 0.5;  // from the centre of the first pixel to its corner
    }
    return linesOf(measurement.roi.shape, corners);
}

std::vector<PatientRegion> patientRegionsOf(const RecordedMeasurement& measurement) {
    if (!isUid(measurement.frameOfReference)) return {};
    std::vector<PatientRegion> regions;
    for (const PlaneRegion& line : linesOf(measurement.roi.shape, measurement.roi.points)) {
        PatientRegion& region = regions.emplace_back(PatientRegion{line.graphic, {}});
        for (const PlanePoint& point : line.points)
            region.points.push_back(viewer::toPatient(measurement.roi.plane, point));
    }
    return regions;
}

}  // namespace fleming::app
