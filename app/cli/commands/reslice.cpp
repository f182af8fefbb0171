// fleming reslice: saves the values of any plane of a volume.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/npy_file.h"
#include "app/cli/shared_options.h"
#include "base/error.h"
#include "viewer/render/resliced_plane.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <ostream>

namespace fleming::app::cli {

namespace {

using viewer::Vector3;

constexpr double kFarthest = 1e7;        // mm
constexpr double kSmallestPixel = 1e-6;  // mm
constexpr double kSquare = 1e-3;         // the cosine of an angle that counts as a right one

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("PATH --origin X,Y,Z --right X,Y,Z --down X,Y,Z --pixel MM --size W,H [options] -o FILE.npy"),
        CommandText::tr("save the values of any plane of a volume"),
        CommandText::tr(
            "Saves the rescaled values (HU for CT) of any plane: a float32 NPY array of shape (H, W), or (H, W, 3) for "
            "colours.\n"
            "Positions are in mm in the patient: x to the left, y to the back, z to the head. If the file gives no "
            "orientation, they are in mm along the axes of the volume, from its first voxel. Values are interpolated "
            "linearly between the centres of voxels. Samples more than half a voxel outside the outer centres are NaN; "
            "so are samples whose nearest voxel is padding. Slices that are sheared (gantry tilt), shifted or unevenly "
            "spaced are resampled to their true positions first."));
    parser.addValue(
        "series", "N",
        CommandText::tr("this series, as numbered by \"fleming info\"; default: the only series, or series 0"));
    parser.addValue("origin", "X,Y,Z", CommandText::tr("the centre of the first pixel"));
    parser.addValue("right", "X,Y,Z",
                    CommandText::tr("the direction along a row of pixels; its length does not matter"));
    parser.addValue("down", "X,Y,Z",
                    CommandText::tr("the direction along a column of pixels, perpendicular to the other"));
    parser.addValue("pixel", "MM", CommandText::tr("the distance from pixel to pixel"));
    parser.addValue("size", "W,H", CommandText::tr("the number of columns and rows"));
    parser.addValue("slab", "MM",
                    CommandText::tr("combine samples along the normal of the plane (right x down) in a slab of this "
                                    "thickness around it, in steps of the smallest voxel spacing"));
    parser.addValue("mode", "MODE",
                    CommandText::tr("max, mean or min: the value of each pixel among the samples of the slab"), "max");
    parser.addValue("o", "FILE.npy", CommandText::tr("the file"));
}

Vector3 readVector(const CommandParser& parser, const QString& option) {
    const std::string text = parser.required(option);
    const std::vector<double> numbers = parser.numbers(option, -kFarthest, kFarthest);
    if (numbers.size() != 3) throw WrongArguments("arguments.vector", {}, {"--" + option.toStdString(), text});
    return {numbers[0], numbers[1], numbers[2]};
}

Vector3 readDirection(const CommandParser& parser, const QString& option) {
    const Vector3 direction = readVector(parser, option);
    if (!(viewer::length(direction) > 0.0))
        throw WrongArguments("arguments.no_direction", {}, {"--" + option.toStdString()});
    return viewer::unit(direction);
}

viewer::SlicePlane readPlane(const CommandParser& parser) {
    viewer::SlicePlane plane;
    plane.origin = readVector(parser, "origin");
    plane.right = readDirection(parser, "right");
    plane.down = readDirection(parser, "down");
    if (std::abs(viewer::dot(plane.right, plane.down)) > kSquare) throw WrongArguments("arguments.not_perpendicular");
    parser.required("pixel");
    plane.pixelWidth = plane.pixelHeight = *parser.number("pixel", kSmallestPixel, kFarthest);
    const std::string size = parser.required("size");
    const std::vector<int> sides = parser.integers("size", 1, viewer::kLargestResampledSide);
    if (sides.size() != 2) throw WrongArguments("arguments.size", {}, {size});
    plane.width = sides[0];
    plane.height = sides[1];
    plane.slab = readSlab(parser, "mode", kFarthest);
    return plane;
}

/// Reads the slices of a volume that a plane needs.
std::shared_ptr<const viewer::Volume> readVolume(const viewer::Series& series, const viewer::SlicePlane& plane,
                                                 Console& console) {
    if (series.kind() == viewer::SeriesKind::clip) throw Error("reslice.clip");
    const viewer::IndexRange stored = viewer::storedSlices(series.geometry(), plane);
    std::vector<int> slices(static_cast<std::size_t>(stored.last - stored.first + 1));
    std::iota(slices.begin(), slices.end(), stored.first);
    const auto volume = viewer::allocate(series);
    readSlices(series, *volume, slices, console);
    if (viewer::anyDamaged(*volume, stored)) throw Error("frame.plane_has_gaps");
    return volume;
}

void run(const CommandParser& parser, Console& console) {
    Source source;
    source.paths = readPaths(parser);
    if (source.paths.size() != 1) throw WrongArguments("arguments.not_one_path");
    if (const auto number = parser.integer("series", 0, std::numeric_limits<int>::max())) source.series = {*number};
    const viewer::SlicePlane plane = readPlane(parser);
    const std::filesystem::path path = parser.required("o");
    const viewer::Series series =
        straightenedSeries(chosenSeries(openPaths(source.paths, console, true), source, console).front(), console);
    const auto volume = readVolume(series, plane, console);
    std::vector<std::int64_t> shape{plane.height, plane.width};
    if (volume->components() > 1) shape.push_back(volume->components());
    NpyFile file(path, shape);
    file.write(viewer::reslicedValues(*volume, plane));
    file.finish();
    console.out << path.string() << "\n";
    flush(console);
}

}  // namespace

const Command resliceCommand{"reslice", declare, run};

}  // namespace fleming::app::cli
