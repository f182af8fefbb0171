#include "app/measure/slicer_markups.h"

#include "app/measure/json_numbers.h"
#include "base/error.h"
#include "viewer/measure/measure.h"
#include "viewer/measure/roi_grid.h"

#include <QJsonArray>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace fleming::app {

namespace {

using viewer::Roi;
using viewer::RoiPlane;
using viewer::RoiShape;
using viewer::Vector2;
using viewer::Vector3;

using Points = std::vector<Vector3>;
using Matrix = std::array<double, 9>;

constexpr int kEllipseCorners = 90;

// Writing.

QJsonArray controlPoints(const RoiPlane& plane, const std::vector<Vector2>& points) {
    QJsonArray array;
    for (const Vector2& point : points) {
        array.append(QJsonObject{{"id", QString::number(array.size() + 1)},
                                 {"position", arrayOf(viewer::toPatient(plane, point))},
                                 {"selected", true},
                                 {"visibility", true},
                                 {"positionStatus", "defined"}});
    }
    return array;
}

QJsonObject markup(const RoiEntry& entry, const char* type, const std::vector<Vector2>& points) {
    QJsonObject json{{"type", type},
                     {"coordinateSystem", "LPS"},
                     {"coordinateUnits", "mm"},
                     {"controlPoints", controlPoints(entry.roi.plane, points)}};
    if (!entry.name.empty()) json["name"] = QString::fromStdString(entry.name);
    if (entry.colour) {
        const QJsonArray colour{entry.colour->red / 255.0, entry.colour->green / 255.0, entry.colour->blue / 255.0};
        json["display"] = QJsonObject{{"visibility", true}, {"color", colour}, {"selectedColor", colour}};
    }
    return json;
}

QJsonObject planeMarkup(const RoiEntry& entry) {
    const std::vector<Vector2>& points = entry.roi.points;
    const Vector2 middle{(points[0][0] + points[1][0]) / 2.0, (points[0][1] + points[1][1]) / 2.0};
    const Vector3 &right = entry.roi.plane.right, &down = entry.roi.plane.down, normal = viewer::cross(right, down);
    QJsonObject json = markup(entry, "Plane", {middle});
    json["planeType"] = "pointNormal";
    json["sizeMode"] = "absolute";
    json["center"] = arrayOf(viewer::toPatient(entry.roi.plane, middle));
    json["normal"] = arrayOf(normal);
    json["orientation"] =
        QJsonArray{right[0], down[0], normal[0], right[1], down[1], normal[1], right[2], down[2], normal[2]};
    json["size"] = QJsonArray{std::abs(points[1][0] - points[0][0]), std::abs(points[1][1] - points[0][1]), 0.0};
    return json;
}

std::vector<Vector2> ellipseCorners(const std::vector<Vector2>& box) {
    std::vector<Vector2> corners;
    for (int c = 0; c < kEllipseCorners; ++c) {
        const double angle = 2.0 * std::numbers::pi * c / kEllipseCorners;
        corners.push_back({(box[0][0] + box[1][0]) / 2.0 + std::cos(angle) * (box[1][0] - box[0][0]) / 2.0,
                           (box[0][1] + box[1][1]) / 2.0 + std::sin(angle) * (box[1][1] - box[0][1]) / 2.0});
    }
    return corners;
}

void addMarkups(const RoiEntry& entry, QJsonArray& markups) {
    const std::vector<Vector2>& points = entry.roi.points;
    switch (entry.roi.shape) {
        case RoiShape::length:
        case RoiShape::arrow:
            markups.append(markup(entry, "Line", points));
            break;
        case RoiShape::angle:
            markups.append(markup(entry, "Angle", points));
            break;
        case RoiShape::cobb:
        case RoiShape::bidirectional:
            markups.append(markup(entry, "Line", {points[0], points[1]}));
            markups.append(markup(entry, "Line", {points[2], points[3]}));
            break;
        case RoiShape::rectangle:
            markups.append(planeMarkup(entry));
            break;
        case RoiShape::ellipse:
            markups.append(markup(entry, "ClosedCurve", ellipseCorners(points)));
            break;
        case RoiShape::polygon:
        case RoiShape::freehand:
            markups.append(markup(entry, "ClosedCurve", points));
            break;
        case RoiShape::probe:
            markups.append(markup(entry, "Fiducial", points));
            break;
    }
}

// Reading.

/// The coordinates of one markup.
class Coordinates {
public:
    explicit Coordinates(const QJsonObject& markup) {
        const QJsonValue units = markup["coordinateUnits"];
        const QString unit = units.isArray() ? units.toArray().first().toString() : units.toString();
        if (unit == QLatin1String("um")) mm_ = 0.001;
        if (markup["coordinateSystem"].toString() == QLatin1String("RAS")) flip_ = -1.0;
    }

    Vector3 position(const QJsonObject& json, const char* key) const {
        const auto v = numbersOf<Vector3>(json[QLatin1String(key)], key);
        return {flip_ * mm_ * v[0], flip_ * mm_ * v[1], mm_ * v[2]};
    }

    /// Returns an axis of the 3 x 3 matrix, row by row, whose columns are the axes.
    Vector3 axis(const Matrix& matrix, std::size_t column) const {
        const Vector3 vector{flip_ * matrix[column], flip_ * matrix[3 + column], matrix[6 + column]};
        if (!(viewer::length(vector) > 0)) throw Error("roi.no_plane");
        return viewer::unit(vector);
    }

    double mm() const { return mm_; }

private:
    double mm_ = 1.0, flip_ = 1.0;
};

Points pointsOf(const QJsonObject& markup, const Coordinates& coordinates) {
    Points points;
    for (const QJsonValue& value : markup["controlPoints"].toArray()) {
        const QJsonObject point = value.toObject();
        const QString status = point["positionStatus"].toString();
        if (!status.isEmpty() && status != QLatin1String("defined")) continue;
        points.push_back(coordinates.position(point, "position"));
    }
    return points;
}

/// Returns the stored slice in which all points lie.
std::optional<RoiPlane> planeOfSlice(const viewer::Geometry& geometry, const Points& points) {
    const double k = std::round(geometry.patientToVoxel(points.front())[2]);
    const bool isSlice = k >= 0 && k < geometry.size[2] && std::ranges::all_of(points, [&](const Vector3& point) {
                             return std::abs(geometry.patientToVoxel(point)[2] - k) <= viewer::kSliceTolerance;
                         });
    if (!isSlice) return {};
    return RoiPlane{geometry.voxelToPatient({0, 0, k}), geometry.iDirection, geometry.jDirection};
}

/// Returns a plane through points. Its normal is that of the polygon (Newell's method), or any across a line.
RoiPlane planeThrough(const Points& points) {
    Vector3 normal{};
    double extent = 0.0;
    const Vector3& first = points.front();
    Vector3 farthest{};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Vector3 a = viewer::minus(points[i], first), b = viewer::minus(points[(i + 1) % points.size()], first);
        normal = viewer::plus(normal, viewer::cross(a, b));
        if (viewer::length(a) <= extent) continue;
        extent = viewer::length(a);
        farthest = a;
    }
    const Vector3 right = extent > 0 ? viewer::unit(farthest) : Vector3{1, 0, 0};
    if (!(viewer::length(normal) > 1e-9 * extent * extent))  // a line or a point
        normal = viewer::cross(right, std::abs(right[2]) < 0.9 ? Vector3{0, 0, 1} : Vector3{0, 1, 0});
    normal = viewer::unit(viewer::plus(normal, right, -viewer::dot(normal, right)));
    for (const Vector3& point : points) {
        if (std::abs(viewer::dot(viewer::minus(point, first), normal)) > 0.01 + 0.001 * extent)
            throw Error("roi_file.no_plane_through");
    }
    return {first, right, viewer::cross(normal, right)};
}

Roi regionOf(RoiShape shape, const Points& points, const std::optional<viewer::Geometry>& geometry) {
    Roi roi{shape, {}, {}};
    const std::optional<RoiPlane> slice = geometry ? planeOfSlice(*geometry, points) : std::nullopt;
    roi.plane = slice ? *slice : planeThrough(points);
    for (const Vector3& point : points)
        roi.points.push_back(toPlane(roi.plane, point));
    return roi;
}

Roi rectangleOf(const QJsonObject& markup, const Coordinates& coordinates) {
    const auto matrix = numbersOf<Matrix>(markup["orientation"], "orientation");
    const auto size = numbersOf<Vector3>(markup["size"], "size");
    const double width = size[0] * coordinates.mm() / 2.0, height = size[1] * coordinates.mm() / 2.0;
    return {RoiShape::rectangle,
            {coordinates.position(markup, "center"), coordinates.axis(matrix, 0), coordinates.axis(matrix, 1)},
            {{-width, -height}, {width, height}}};
}

std::optional<viewer::Rgb> colourOf(const QJsonObject& markup) {
    const QJsonArray colour = markup["display"].toObject()["selectedColor"].toArray();
    if (colour.size() != 3) return {};
    const auto level = [&](qsizetype c) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(colour[c].toDouble(), 0.0, 1.0) * 255.0));
    };
    return viewer::Rgb{level(0), level(1), level(2)};
}

/// Returns the shape of a type of markups that is its control points.
RoiShape shapeOf(const std::string& type) {
    if (type == "Line") return RoiShape::length;
    if (type == "Angle") return RoiShape::angle;
    if (type == "ClosedCurve") return RoiShape::polygon;
    if (type == "Fiducial") return RoiShape::probe;
    throw Error("roi_file.unknown_markup", {}, {type});
}

void addEntries(const QJsonObject& markup, const std::optional<viewer::Geometry>& geometry,
                std::vector<RoiEntry>& entries) {
    const Coordinates coordinates(markup);
    const std::string type = markup["type"].toString().toStdString();
    std::vector<Roi> rois;
    if (type == "Plane") {
        rois.push_back(rectangleOf(markup, coordinates));
    } else {
        const RoiShape shape = shapeOf(type);
        const Points points = pointsOf(markup, coordinates);
        if (points.empty()) throw Error("roi_file.missing", {}, {"controlPoints"});
        if (shape == RoiShape::probe) {
            for (const Vector3& point : points)
                rois.push_back(regionOf(shape, {point}, geometry));
        } else {
            rois.push_back(regionOf(shape, points, geometry));
        }
    }
    for (Roi& roi : rois) {
        viewer::check(roi);
        RoiEntry entry{std::move(roi)};
        entry.name = markup["name"].toString().toStdString();
        entry.colour = colourOf(markup);
        entries.push_back(std::move(entry));
    }
}

}  // namespace

QJsonObject toSlicerMarkups(const std::vector<RoiEntry>& entries) {
    QJsonArray markups;
    for (const RoiEntry& entry : entries)
        addMarkups(entry, markups);
    return {{"@schema",
             "https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/Markups/Resources/"
             "Schema/markups-schema-v1.0.3.json#"},
            {"markups", markups}};
}

std::vector<RoiEntry> fromSlicerMarkups(const QJsonObject& json, const std::optional<viewer::Geometry>& geometry) {
    std::vector<RoiEntry> entries;
    for (const QJsonValue& markup : json["markups"].toArray())
        addEntries(markup.toObject(), geometry, entries);
    if (entries.empty()) throw Error("roi_file.no_region");
    return entries;
}

}  // namespace fleming::app
