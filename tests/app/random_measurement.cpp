#include "tests/app/random_measurement.h"

#include "viewer/marks/mark_painter.h"

#include <cmath>

namespace fleming::app {

namespace {

using viewer::RoiShape;

double between(std::mt19937& random, double low, double high) {
    return std::uniform_real_distribution(low, high)(random);
}

viewer::RoiPlane randomPlane(std::mt19937& random) {
    const auto direction = [&] {
        return viewer::unit({between(random, -1, 1), between(random, -1, 1), between(random, 1.5, 2)});
    };
    viewer::RoiPlane plane;
    plane.origin = {between(random, -200, 200), between(random, -200, 200), between(random, -900, 900)};
    plane.right = direction();
    plane.down = viewer::unit(viewer::cross(direction(), plane.right));
    return plane;
}

viewer::RoiStatistics randomStatistics(std::mt19937& random) {
    viewer::RoiStatistics values;
    values.count = 1 + static_cast<std::int64_t>(random() % 1000);
    values.min = between(random, -1000, 0);
    values.max = between(random, 0, 3000);
    values.mean = between(random, values.min, values.max);
    values.median = between(random, values.min, values.max);
    values.sum = values.mean * static_cast<double>(values.count);
    if (values.count > 1) values.sd = between(random, 0, 1e-3);
    return values;
}

viewer::Measurement randomValues(std::mt19937& random, RoiShape shape) {
    viewer::Measurement measured;
    measured.calibration.source = static_cast<viewer::CalibrationSource>(random() % 9);
    const bool hasMm = measured.calibration.source != viewer::CalibrationSource::none;
    const auto size = [&] { return std::optional(between(random, 0.1, 500)); };
    if (shape == RoiShape::length || shape == RoiShape::bidirectional || shape == RoiShape::arrow) {
        measured.lengthPx = size();
        if (hasMm) measured.lengthMm = size();
    }
    if (shape == RoiShape::bidirectional) {
        measured.shortLengthPx = size();
        if (hasMm) measured.shortLengthMm = size();
    }
    if (shape == RoiShape::angle || shape == RoiShape::cobb) measured.angleDegrees = between(random, 0, 90);
    if (viewer::isClosed(shape) && hasMm) measured.areaMm2 = size();
    if (viewer::hasPixels(shape) && random() % 8 != 0) measured.statistics = randomStatistics(random);
    static constexpr const char* kUnits[] = {"HU", "SUV", "BQML", "", "PCT"};
    measured.unit = kUnits[random() % std::size(kUnits)];
    return measured;
}

}  // namespace

RecordedMeasurement randomMeasurement(std::mt19937& random, std::int64_t id, const viewer::Provenance& source,
                                      bool isPlaced) {
    RecordedMeasurement made;
    made.id = id;
    made.name = "M" + std::to_string(random() % 100);
    if (random() % 2 == 0) made.note = "nodule <left> \xe8\x82\xba " + std::to_string(random() % 100);
    const QColor colour = viewer::markColour(static_cast<int>(random() % viewer::kMarkColours));
    made.colour = {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
                   static_cast<std::uint8_t>(colour.blue())};
    made.roi.shape = static_cast<RoiShape>(random() % 10);
    made.roi.plane = randomPlane(random);
    int count = viewer::pointCount(made.roi.shape);
    if (count == 0) count = viewer::kFewestCorners + static_cast<int>(random() % 8);
    for (int i = 0; i < count; ++i)
        made.roi.points.push_back({between(random, -50, 50), between(random, -50, 50)});
    made.measured = randomValues(random, made.roi.shape);
    made.source = source;
    if (isPlaced) made.frameOfReference = "1.2.840.99999.9.1";
    if (source.stored) {
        for (int i = 0; i < count; ++i)
            made.pixels.push_back({between(random, 0, 100), between(random, 0, 100)});
    }
    made.timeMs = 1'700'000'000'000 + static_cast<std::int64_t>(random() % 1'000'000);
    return made;
}

}  // namespace fleming::app
