#include "viewer/render/straightened_series.h"

#include "base/error.h"
#include "dicom_maker.h"
#include "viewer/render/straight_grid.h"

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <numbers>
#include <numeric>

namespace fleming::viewer {
namespace {

std::mt19937& random() {
    static std::mt19937 engine(std::random_device{}());
    return engine;
}

double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random());
}

/// A scan whose slices lie anywhere along their normal, and are shifted in their plane.
struct MadeScan {
    int columns = 9, rows = 7;
    Vector3 right{1, 0, 0}, down{0, 1, 0};
    double slope = 1.0, intercept = 0.0;
    int padding = -1;  ///< stored value; none if negative
    std::vector<Vector3> positions;

    Vector3 normal() const { return cross(right, down); }
    Vector3 at(std::size_t slice, double column, double row) const {
        return plus(plus(positions[slice], right, column * 0.5), down, row * 0.75);
    }
};

/// Returns a scan in a turned orientation with these gaps from slice to slice and shifts in the plane, mm.
MadeScan madeScan(const std::vector<double>& gaps, const std::function<std::pair<double, double>(double)>& shiftAt) {
    MadeScan scan;
    const double turn = uniform(-0.6, 0.6), tip = uniform(-0.5, 0.5);
    scan.right = {std::cos(turn), std::sin(turn), 0};
    scan.down = {-std::sin(turn) * std::cos(tip), std::cos(turn) * std::cos(tip), std::sin(tip)};
    double along = 0;
    for (std::size_t k = 0; k <= gaps.size(); ++k) {
        const auto [right, down] = shiftAt(along);
        scan.positions.push_back(
            plus(plus(plus({-12.5, 40.25, 7}, scan.normal(), along), scan.right, right), scan.down, down));
        if (k < gaps.size()) along += gaps[k];
    }
    return scan;
}

std::string vectorText(const Vector3& a, const Vector3& b) {
    std::string text;
    for (const double x : {a[0], a[1], a[2], b[0], b[1], b[2]}) {
        char number[17];  // DS has at most 16 characters
        std::snprintf(number, sizeof number, "%.12f", x);
        text += (text.empty() ? "" : "\\") + std::string(number).substr(0, 16);
    }
    return text;
}

/// Writes and opens the scan. `stored` gives the values of a slice.
template <typename T>
Series opened(const MadeScan& scan, const TestFolder& folder,
              const std::function<std::vector<T>(std::size_t slice)>& stored) {
    std::vector<std::filesystem::path> files;
    for (std::size_t k = 0; k < scan.positions.size(); ++k) {
        MadeDicom made(scan.columns, scan.rows);
        if (sizeof(T) == 1) made.format("RGB", 3, 8, 8, false);
        made.set(DCM_ImageOrientationPatient, vectorText(scan.right, scan.down));
        made.at(scan.positions[k][0], scan.positions[k][1], scan.positions[k][2]);
        made.set(DCM_RescaleSlope, std::to_string(scan.slope));
        made.set(DCM_RescaleIntercept, std::to_string(scan.intercept));
        if (scan.padding >= 0) made.number(DCM_PixelPaddingValue, scan.padding);
        made.pixels(stored(k));
        files.push_back(made.save(folder / std::to_string(k)));
    }
    OpenResult result = viewer::scan(files);
    EXPECT_EQ(result.series.size(), 1U);
    return result.series.at(0);
}

float valueOf(const Volume& volume, const Index3& voxel, int component = 0) {
    const Index3& size = volume.geometry().size;
    const auto place = static_cast<std::size_t>(
        ((std::ptrdiff_t{voxel[2]} * size[1] + voxel[1]) * size[0] + voxel[0]) * volume.components() + component);
    if (volume.type() == ScalarType::uint8) return static_cast<float>(volume.data()[place]);
    float value = 0;
    std::memcpy(&value, &volume.data()[place * sizeof(float)], sizeof value);
    return value;
}

template <typename Use>
void forEachVoxel(const Index3& size, const Use& use) {
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i)
                use(Index3{i, j, k});
}

/// Returns the value at a point, by its definition: of the two slices around it and the four pixels in each.
/// `stored(slice, column, row)` is NaN for padding.
double definition(const MadeScan& scan, const Vector3& mm, const std::function<double(std::size_t, int, int)>& stored) {
    const Vector3 normal = scan.normal();
    std::vector<double> heights;
    for (const Vector3& position : scan.positions)
        heights.push_back(dot(minus(mm, position), normal));  // of the point above each slice: descending
    std::size_t lower = 0;
    for (std::size_t k = 0; k < heights.size(); ++k)
        if (heights[k] > -1e-5) lower = k;
    double upperShare = 0;
    if (lower + 1 < heights.size()) upperShare = heights[lower] / (heights[lower] - heights[lower + 1]);
    if (std::abs(upperShare) < 1e-4) upperShare = 0;
    double sum = 0, weights = 0, largest = 0, nearest = std::numeric_limits<double>::quiet_NaN();
    for (const std::size_t up : {0, 1}) {
        const double share = up == 1 ? upperShare : 1 - upperShare;
        if (share == 0) continue;
        const Vector3 offset = minus(mm, scan.positions[lower + up]);
        double column = dot(offset, scan.right) / 0.5, row = dot(offset, scan.down) / 0.75;
        if (std::abs(column - std::round(column)) < 1e-4) column = std::round(column);
        if (std::abs(row - std::round(row)) < 1e-4) row = std::round(row);
        for (int y = static_cast<int>(std::floor(row)); y <= std::floor(row) + 1; ++y) {
            for (int x = static_cast<int>(std::floor(column)); x <= std::floor(column) + 1; ++x) {
                const double weight = share * (1 - std::abs(x - column)) * (1 - std::abs(y - row));
                const bool isInside = x >= 0 && y >= 0 && x < scan.columns && y < scan.rows;
                const double value = isInside ? stored(lower + up, x, y) : std::numeric_limits<double>::quiet_NaN();
                if (weight > largest + 1e-6) {
                    largest = weight;
                    nearest = value;
                }
                if (std::isnan(value)) continue;
                sum += weight * value;
                weights += weight;
            }
        }
    }
    return std::isnan(nearest) ? nearest : sum / weights;
}

using Pixels16 = std::vector<std::vector<std::uint16_t>>;

TEST(StraightenedSeries, HasTheValuesOfItsDefinition) {
    for (int trial = 0; trial < 12; ++trial) {
        const TestFolder folder;
        std::vector<double> gaps;
        for (int k = 0; k < 8; ++k)
            gaps.push_back(k % 3 == 0 ? 2.0 : uniform(1.0, 4.0));
        const double tilt = uniform(-0.5, 0.5), side = uniform(-0.3, 0.3), wave = trial % 2 == 0 ? 0.8 : 0.0;
        MadeScan scan =
            madeScan(gaps, [&](double z) { return std::pair(side * z + wave * std::sin(3 * z), tilt * z); });
        scan.slope = 0.5;
        scan.intercept = -1024;
        scan.padding = 7;
        Pixels16 pixels;
        for (std::size_t k = 0; k < scan.positions.size(); ++k) {
            pixels.push_back(randomValues<std::uint16_t>(63, 0, 3000));
            for (std::uint16_t& value : pixels.back())
                if (uniform(0, 1) < 0.15) value = 7;
        }
        const Series stored = opened<std::uint16_t>(scan, folder, [&](std::size_t k) { return pixels[k]; });
        ASSERT_TRUE(canBeStraightened(stored));
        const Series series = straightened(stored);
        const auto volume = loadVolume(series);
        ASSERT_TRUE(volume->complete());
        int values = 0, absent = 0;
        forEachVoxel(volume->geometry().size, [&](const Index3& voxel) {
            const Vector3 mm =
                volume->geometry().voxelToPatient({double(voxel[0]), double(voxel[1]), double(voxel[2])});
            const double expected = definition(scan, mm, [&](std::size_t slice, int x, int y) {
                const int value = pixels[slice][static_cast<std::size_t>(y * scan.columns + x)];
                return value == 7 ? std::numeric_limits<double>::quiet_NaN() : value * 0.5 - 1024;
            });
            const float got = valueOf(*volume, voxel);
            ASSERT_EQ(std::isnan(got), std::isnan(expected)) << voxel[0] << ' ' << voxel[1] << ' ' << voxel[2];
            if (std::isnan(expected)) return void(++absent);
            ++values;
            ASSERT_NEAR(got, expected, 0.5);  // places are rounded to 1e-4 voxels
        });
        EXPECT_GT(values, 100);
        EXPECT_GT(absent, 10);
    }
}

/// Checks that values that are linear in the patient are the same after straightening.
void expectExactRamp(const MadeScan& made) {
    MadeScan scan = made;
    const TestFolder folder;
    scan.slope = 0.001;
    scan.intercept = -30;
    const Vector3 gradient{uniform(-0.3, 0.3), uniform(-0.3, 0.3), uniform(-0.3, 0.3)};
    const Vector3 middle = scan.at(scan.positions.size() / 2, scan.columns / 2.0, scan.rows / 2.0);
    const auto ramp = [&](const Vector3& mm) { return dot(minus(mm, middle), gradient); };
    const Series stored = opened<std::uint16_t>(scan, folder, [&](std::size_t k) {
        std::vector<std::uint16_t> pixels;
        for (int y = 0; y < scan.rows; ++y)
            for (int x = 0; x < scan.columns; ++x)
                pixels.push_back(static_cast<std::uint16_t>(std::lround((ramp(scan.at(k, x, y)) + 30) / 0.001)));
        return pixels;
    });
    ASSERT_TRUE(canBeStraightened(stored));
    const auto volume = loadVolume(straightened(stored));
    const Geometry& geometry = volume->geometry();
    int interior = 0;
    forEachVoxel(geometry.size, [&](const Index3& voxel) {
        const Vector3 mm = geometry.voxelToPatient({double(voxel[0]), double(voxel[1]), double(voxel[2])});
        for (std::size_t k = 0; k + 1 < scan.positions.size(); ++k) {
            const double low = dot(minus(mm, scan.positions[k]), scan.normal());
            const double high = dot(minus(mm, scan.positions[k + 1]), scan.normal());
            if (low < -1e-6 || high > 0) continue;
            for (const std::size_t slice : {k, k + 1}) {
                const double column = dot(minus(mm, scan.positions[slice]), scan.right) / 0.5;
                const double row = dot(minus(mm, scan.positions[slice]), scan.down) / 0.75;
                if (column < 0 || row < 0 || column > scan.columns - 1 || row > scan.rows - 1) return;
            }
            ++interior;
            ASSERT_NEAR(valueOf(*volume, voxel), ramp(mm), 1e-3);
            return;
        }
    });
    EXPECT_GT(interior, 200);
}

TEST(StraightenedSeries, KeepsRampsUnderTilt) {
    for (const double degrees : {5.0, 11.0, 20.0, 30.0}) {
        const double slope = std::tan(degrees * std::numbers::pi / 180.0);
        MadeScan scan = madeScan(std::vector<double>(9, 1.5), [&](double z) { return std::pair(0.0, slope * z); });
        scan.columns = 16;
        scan.rows = 24;
        expectExactRamp(scan);
    }
}

TEST(StraightenedSeries, KeepsRampsUnderUnevenGaps) {
    for (int trial = 0; trial < 5; ++trial) {
        std::vector<double> gaps;
        for (int k = 0; k < 9; ++k)
            gaps.push_back(uniform(1.0, 3.0));
        expectExactRamp(madeScan(gaps, [](double) { return std::pair(0.0, 0.0); }));
    }
}

TEST(StraightenedSeries, KeepsRampsAcrossMissingSlices) {
    expectExactRamp(madeScan({2, 2, 6, 2, 4, 2, 2}, [](double z) { return std::pair(0.1 * z, 0.0); }));
}

TEST(StraightenedSeries, ResamplesColours) {
    const TestFolder folder;
    const MadeScan scan = madeScan({2, 2, 3, 2, 2}, [](double z) { return std::pair(0.0, 0.3 * z); });
    std::vector<std::vector<std::uint8_t>> pixels;
    for (std::size_t k = 0; k < scan.positions.size(); ++k)
        pixels.push_back(randomValues<std::uint8_t>(63 * 3, 1, 255));
    const Series stored = opened<std::uint8_t>(scan, folder, [&](std::size_t k) { return pixels[k]; });
    ASSERT_TRUE(canBeStraightened(stored));
    const auto volume = loadVolume(straightened(stored));
    ASSERT_EQ(volume->type(), ScalarType::uint8);
    ASSERT_EQ(volume->components(), 3);
    forEachVoxel(volume->geometry().size, [&](const Index3& voxel) {
        const Vector3 mm = volume->geometry().voxelToPatient({double(voxel[0]), double(voxel[1]), double(voxel[2])});
        for (int c = 0; c < 3; ++c) {
            const double expected = definition(scan, mm, [&](std::size_t slice, int x, int y) {
                return pixels[slice][static_cast<std::size_t>((y * scan.columns + x) * 3 + c)];
            });
            ASSERT_NEAR(valueOf(*volume, voxel, c), std::isnan(expected) ? 0.0 : expected, 0.6);
        }
    });
}

Series tiltedSeries(const TestFolder& folder) {
    const MadeScan scan = madeScan(std::vector<double>(39, 2.0), [](double z) { return std::pair(0.0, 0.2 * z); });
    return opened<std::uint16_t>(scan, folder, [](std::size_t) { return randomValues<std::uint16_t>(63, 0, 4000); });
}

TEST(StraightenedSeries, SaysWhatItIs) {
    const TestFolder folder;
    const Series stored = tiltedSeries(folder);
    const Series series = straightened(stored);
    EXPECT_TRUE(hasNote(stored, "dicom.gantry_tilt", {"11.31"}));
    EXPECT_TRUE(hasNote(series, "dicom.straightened_tilt", {"11.31"}));
    EXPECT_FALSE(hasNote(series, "dicom.gantry_tilt", {"11.31"}));
    EXPECT_EQ(toString(series.description), "Made (straightened)");
    EXPECT_EQ(series.uid, "1.2.3.4#straightened");
    EXPECT_TRUE(isStraightened(series));
    EXPECT_FALSE(isStraightened(stored));
    EXPECT_FALSE(canBeStraightened(series));
    EXPECT_EQ(series.fileOfSlice(0), nullptr) << "its slices are not those of the files";
    EXPECT_FALSE(series.objectOf(0));
    EXPECT_EQ(series.geometry().spacing, stored.geometry().spacing);
    EXPECT_EQ(series.geometry().size[2], stored.geometry().size[2]);
    EXPECT_EQ(series.geometry().size[1], stored.geometry().size[1] + 21);  // 39 * 2 mm * 0.2 / 0.75 mm, rounded up
}

TEST(StraightenedSeries, StraightScansNeedNothing) {
    const TestFolder folder;
    const MadeScan scan = madeScan({2, 2, 2.01, 2}, [](double) { return std::pair(0.0, 0.0); });
    const Series stored =
        opened<std::uint16_t>(scan, folder, [](std::size_t) { return randomValues<std::uint16_t>(63, 0, 4000); });
    EXPECT_FALSE(canBeStraightened(stored));
    EXPECT_EQ(straightenedIfNeeded(stored).uid, stored.uid);
}

TEST(StraightenedSeries, ReadsOnlyTheSlicesThatAreAskedFor) {
    const TestFolder folder;
    const Series series = straightened(tiltedSeries(folder));
    const auto all = loadVolume(series);
    const auto some = allocate(series);
    int calls = 0;
    readSlices(series, *some, {30, 3, 4}, [&](int ready, int total) {
        EXPECT_EQ(ready, ++calls);
        EXPECT_EQ(total, 40);
    });
    EXPECT_EQ(some->readyCount(), 3);
    for (const int k : {3, 4, 30}) {
        const auto a = all->slice(k), b = some->slice(k);
        EXPECT_EQ(std::memcmp(a.data(), b.data(), a.size()), 0);
    }
}

TEST(StraightenedSeries, CanBeCancelled) {
    const TestFolder folder;
    const Series series = straightened(tiltedSeries(folder));
    const auto volume = allocate(series);
    std::vector<int> slices(40);
    std::iota(slices.begin(), slices.end(), 0);
    std::stop_source stop;
    EXPECT_THROW(readSlices(
                     series, *volume, slices, [&](int, int) { stop.request_stop(); }, stop.get_token()),
                 Cancelled);
    EXPECT_LT(volume->readyCount(), 40);
}

TEST(StraightenedSeries, DamagedSlicesAreNoEvidence) {
    const TestFolder folder;
    const MadeScan scan = madeScan({2, 2, 2, 3.1, 2, 2, 2}, [](double) { return std::pair(0.0, 0.0); });
    const Series stored =
        opened<std::uint16_t>(scan, folder, [](std::size_t) { return randomValues<std::uint16_t>(63, 0, 4000); });
    std::filesystem::resize_file(stored.files[4], std::filesystem::file_size(stored.files[4]) - 40);
    const Series series = straightened(stored);
    const auto volume = allocate(series);
    EXPECT_THROW(readSlices(series, *volume, slicesOutward(0, series.geometry().size[2])), Error);
    EXPECT_TRUE(volume->complete());
    // The damaged slice lies at 9.1 mm: slices at 8 and 10 mm need it.
    for (int k = 0; k < series.geometry().size[2]; ++k)
        EXPECT_EQ(volume->isDamaged(k), k == 4 || k == 5) << k;
}

TEST(StraightGrid, RefusesDamagedPositions) {
    Geometry stored;
    stored.size = {10, 10, 3};
    EXPECT_THROW(StraightGrid(stored, {{0, 0, 0}, {0, 0, 1}, {1e9, 0, 2}}), Error);
    EXPECT_THROW(StraightGrid(stored, {{0, 0, 0}, {0, 0, 1}, {0, 0, 1e12}}), Error);
}

}  // namespace
}  // namespace fleming::viewer
