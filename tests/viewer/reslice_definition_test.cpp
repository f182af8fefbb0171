// Tests the values of planes against their definition, written out voxel by voxel in double, and against VTK's
// reslicing where it has the same definition.
#include "tests/viewer/made_volume.h"
#include "viewer/render/resliced_plane.h"

#include <vtkImageData.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace fleming::viewer {
namespace {

using test::volumeSeries;
using test::voxelCount;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Random volumes and planes.
class Dice {
public:
    explicit Dice(unsigned seed) : random_(seed) {}

    double from(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random_); }
    int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

    /// Returns three perpendicular unit vectors, right-handed.
    std::array<Vector3, 3> directions() {
        const Vector3 a = unit({from(-1, 1), from(-1, 1), from(-1, 1)});
        const Vector3 b = unit(cross(a, {from(-1, 1), from(-1, 1), from(-1, 1)}));
        return {a, b, cross(a, b)};
    }

    Geometry geometry() {
        Geometry geometry;
        geometry.size = {1 + below(20), 1 + below(20), 1 + below(12)};
        geometry.spacing = {from(0.3, 1.5), from(0.3, 1.5), from(0.3, 4)};
        geometry.origin = {from(-200, 200), from(-200, 200), from(-900, 900)};
        const auto [i, j, k] = directions();
        geometry.iDirection = i;
        geometry.jDirection = j;
        geometry.kDirection = k;
        geometry.oriented = true;
        return geometry;
    }

    /// Returns a plane near the volume, wider than a tile of the sampler now and then.
    SlicePlane plane(const Geometry& geometry) {
        SlicePlane plane;
        const auto [right, down, normal] = directions();
        plane.right = right;
        plane.down = down;
        plane.width = 1 + below(below(4) == 0 ? 150 : 20);
        plane.height = 1 + below(40);
        plane.pixelWidth = from(0.05, 1);
        plane.pixelHeight = from(0.2, 1);
        Vector3 voxel;
        for (std::size_t axis = 0; axis < 3; ++axis)
            voxel[axis] = from(-0.5, geometry.size[axis] - 0.5);
        plane.origin = geometry.voxelToPatient(voxel);
        plane.origin = plane.toPatient(-from(0, plane.width), -from(0, plane.height));
        if (below(2) == 0) {
            constexpr std::array kModes{SlabMode::maximum, SlabMode::mean, SlabMode::minimum};
            plane.slab = Slab{from(0, 12), kModes[static_cast<std::size_t>(below(3))]};
        }
        return plane;
    }

private:
    static Vector3 unit(const Vector3& a) {
        const double size = length(a);
        return {a[0] / size, a[1] / size, a[2] / size};
    }

    std::mt19937 random_;
};

/// The definition of render() and reslicedValues().
class Definition {
public:
    Definition(const Volume& volume, Interpolation interpolation) : volume_(volume), interpolation_(interpolation) {}

    /// Returns the value of a pixel. `isClear` becomes false if rounding decides about it.
    double pixel(const SlicePlane& plane, int column, int row, int component, bool& isClear) const {
        const Vector3& spacing = volume_.geometry().spacing;
        const double step = std::min({spacing[0], spacing[1], spacing[2]});
        const int count = plane.slab ? std::max(1, static_cast<int>(std::floor(plane.slab->mm / step + 0.5))) : 1;
        std::vector<double> samples;
        for (int i = 0; i < count; ++i) {
            Vector3 mm = plane.toPatient(column, row);
            const Vector3 normal = cross(plane.right, plane.down);
            for (std::size_t c = 0; c < 3; ++c)
                mm[c] += (i - (count - 1) / 2.0) * step * normal[c];
            const double value = sample(mm, component, isClear);
            if (!std::isnan(value)) samples.push_back(value);
        }
        if (samples.empty()) return kNan;
        if (plane.slab && plane.slab->mode == SlabMode::maximum) return *std::ranges::max_element(samples);
        if (plane.slab && plane.slab->mode == SlabMode::minimum) return *std::ranges::min_element(samples);
        double sum = 0;
        for (const double value : samples)
            sum += value;
        return sum / static_cast<double>(samples.size());
    }

private:
    double sample(const Vector3& mm, int component, bool& isClear) const {
        const Index3& size = volume_.geometry().size;
        Vector3 voxel = volume_.geometry().patientToVoxel(mm);
        Index3 nearest{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double toFace = std::min(std::abs(voxel[axis] + 0.5), std::abs(voxel[axis] - size[axis] + 0.5));
            if (toFace < 1e-6) isClear = false;
        }
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if (voxel[axis] < -0.5 || voxel[axis] > size[axis] - 0.5) return kNan;
            voxel[axis] = std::clamp(voxel[axis], 0.0, size[axis] - 1.0);
            if (std::abs(voxel[axis] - std::floor(voxel[axis]) - 0.5) < 1e-6) isClear = false;
            nearest[axis] = static_cast<int>(std::ceil(voxel[axis] - 0.5));
        }
        const double nearestValue = value(nearest, component);
        if (interpolation_ == Interpolation::nearest || std::isnan(nearestValue)) return nearestValue;
        double sum = 0, weights = 0;
        for (int k = 0; k < size[2]; ++k) {
            for (int j = 0; j < size[1]; ++j) {
                for (int i = 0; i < size[0]; ++i) {
                    const double weight = std::max(0.0, 1 - std::abs(voxel[0] - i)) *
                                          std::max(0.0, 1 - std::abs(voxel[1] - j)) *
                                          std::max(0.0, 1 - std::abs(voxel[2] - k));
                    if (weight == 0) continue;
                    const double here = value({i, j, k}, component);
                    if (std::isnan(here)) continue;
                    sum += weight * here;
                    weights += weight;
                }
            }
        }
        return sum / weights;
    }

    /// Returns the rescaled value of a voxel; NaN if it is padding.
    double value(const Index3& voxel, int component) const {
        const Index3& size = volume_.geometry().size;
        const std::ptrdiff_t place = (std::ptrdiff_t{voxel[1]} * size[0] + voxel[0]) * volume_.components() + component;
        const std::byte* bytes = volume_.slice(voxel[2]).data();
        const double stored = [&] {
            switch (volume_.type()) {
                case ScalarType::uint8:
                    return read<std::uint8_t>(bytes, place);
                case ScalarType::int8:
                    return read<std::int8_t>(bytes, place);
                case ScalarType::uint16:
                    return read<std::uint16_t>(bytes, place);
                case ScalarType::int16:
                    return read<std::int16_t>(bytes, place);
                case ScalarType::uint32:
                    return read<std::uint32_t>(bytes, place);
                case ScalarType::int32:
                    return read<std::int32_t>(bytes, place);
                case ScalarType::float32:
                    return read<float>(bytes, place);
                case ScalarType::float64:
                    return read<double>(bytes, place);
            }
            return kNan;
        }();
        if (volume_.padding && stored >= volume_.padding->first && stored <= volume_.padding->second) return kNan;
        return stored * volume_.rescale().slope + volume_.rescale().intercept;
    }

    template <typename T>
    static double read(const std::byte* bytes, std::ptrdiff_t place) {
        T stored;
        std::memcpy(&stored, bytes + place * static_cast<std::ptrdiff_t>(sizeof(T)), sizeof(T));
        return static_cast<double>(stored);
    }

    const Volume& volume_;
    Interpolation interpolation_;
};

/// How the values of a volume are made.
struct Kind {
    ScalarType type;
    double low, high;  ///< stored values
    int components = 1;
    Rescale rescale{};
    bool hasPadding = false;
    bool hasNan = false;
};

template <typename T>
void fill(Volume& volume, const Kind& kind, Dice& dice) {
    for (int k = 0; k < volume.geometry().size[2]; ++k) {
        auto* out = reinterpret_cast<T*>(volume.writableSlice(k).data());
        for (std::size_t n = 0; n < volume.sliceBytes() / sizeof(T); ++n) {
            double value = dice.from(kind.low, kind.high);
            if (kind.hasPadding && dice.below(3) == 0) value = kind.low;
            out[n] = static_cast<T>(value);
            if (kind.hasNan && dice.below(4) == 0) out[n] = static_cast<T>(kNan);
        }
        volume.markReady(k);
    }
}

std::shared_ptr<Volume> randomVolume(const Geometry& geometry, const Kind& kind, Dice& dice) {
    Series series = volumeSeries(geometry, kind.type);
    series.image().components = kind.components;
    series.image().rescale = kind.rescale;
    if (kind.hasPadding) series.image().padding = {kind.low, kind.low + 1};
    const auto volume = allocate(series);
    switch (kind.type) {
        case ScalarType::uint8:
            fill<std::uint8_t>(*volume, kind, dice);
            break;
        case ScalarType::int8:
            fill<std::int8_t>(*volume, kind, dice);
            break;
        case ScalarType::uint16:
            fill<std::uint16_t>(*volume, kind, dice);
            break;
        case ScalarType::int16:
            fill<std::int16_t>(*volume, kind, dice);
            break;
        case ScalarType::uint32:
            fill<std::uint32_t>(*volume, kind, dice);
            break;
        case ScalarType::int32:
            fill<std::int32_t>(*volume, kind, dice);
            break;
        case ScalarType::float32:
            fill<float>(*volume, kind, dice);
            break;
        case ScalarType::float64:
            fill<double>(*volume, kind, dice);
            break;
    }
    return volume;
}

/// Compares random planes of random volumes. `tolerance` is that of the values.
void compare(const Kind& kind, double tolerance, unsigned seed, int planes = 150) {
    Dice dice(seed);
    int values = 0, missing = 0;
    for (int round = 0; round < planes; ++round) {
        const Geometry geometry = dice.geometry();
        const auto volume = randomVolume(geometry, kind, dice);
        const SlicePlane plane = dice.plane(geometry);
        const Interpolation interpolation = dice.below(4) == 0 ? Interpolation::nearest : Interpolation::linear;
        const Definition definition(*volume, interpolation);
        const std::vector<float> found = reslicedValues(*volume, plane, interpolation);
        ASSERT_EQ(found.size(), static_cast<std::size_t>(plane.width * plane.height * kind.components));
        for (std::size_t n = 0; n < found.size(); ++n) {
            const int pixel = static_cast<int>(n) / kind.components, component = static_cast<int>(n) % kind.components;
            bool isClear = true;
            const double expected =
                definition.pixel(plane, pixel % plane.width, pixel / plane.width, component, isClear);
            if (!isClear) continue;
            ASSERT_EQ(std::isnan(found[n]), std::isnan(expected)) << round << " " << n << " " << expected;
            if (std::isnan(expected)) {
                ++missing;
                continue;
            }
            ASSERT_NEAR(found[n], expected, tolerance) << round << " " << n;
            ++values;
        }
    }
    EXPECT_GT(values, 1000);
    EXPECT_GT(missing, 1000);
}

TEST(ResliceDefinition, HoldsForEveryType) {
    compare({ScalarType::uint8, 0, 255}, 0.001, 1);
    compare({ScalarType::int8, -128, 127}, 0.001, 2);
    compare({ScalarType::uint16, 0, 65535}, 0.05, 3);
    compare({ScalarType::int16, -1000, 1000}, 0.002, 4);
    compare({ScalarType::uint32, 0, 4e9}, 1000, 5);
    compare({ScalarType::int32, -2e9, 2e9}, 1000, 6);
    compare({ScalarType::float32, -1000, 1000}, 0.002, 7);
    compare({ScalarType::float64, -1000, 1000}, 0.002, 8);
}

TEST(ResliceDefinition, HoldsForRescaledValues) {
    compare({ScalarType::int16, 0, 4095, 1, {1.0, -1024.0}}, 0.005, 11);
    compare({ScalarType::uint16, 31768, 33768, 1, {1.0, -32768.0}}, 0.02, 12);
    compare({ScalarType::uint16, 0, 2000, 1, {-1.0, 1000.0}}, 0.005, 13);  // the largest is the smallest stored value
    compare({ScalarType::int32, 1e9, 1e9 + 2000, 1, {1.0, -1e9 - 1000}}, 0.005, 14);
}

TEST(ResliceDefinition, LeavesPaddingOut) {
    compare({ScalarType::int16, -1000, 1000, 1, {1.0, 5.0}, true}, 0.01, 21, 300);
    compare({ScalarType::uint8, 0, 255, 1, {}, true}, 0.005, 22);
    compare({ScalarType::int32, -1000, 1000, 1, {0.5, 0.0}, true}, 0.01, 23);
    compare({ScalarType::float32, -1000, 1000, 1, {}, false, true}, 0.01, 24);
    compare({ScalarType::float64, -1000, 1000, 1, {}, true, true}, 0.01, 25);
}

TEST(ResliceDefinition, HoldsForColours) {
    compare({ScalarType::uint8, 0, 255, 3}, 0.001, 31);
}

TEST(ResliceDefinition, HoldsForDirectionsThatAreNotPerpendicular) {
    Dice dice(41);
    Geometry geometry = dice.geometry();
    geometry.size = {20, 18, 9};
    geometry.jDirection[0] += 0.01;
    const auto volume = randomVolume(geometry, {ScalarType::int16, -1000, 1000}, dice);
    const Definition definition(*volume, Interpolation::linear);
    SlicePlane plane = dice.plane(geometry);
    plane.width = plane.height = 60;
    const std::vector<float> found = reslicedValues(*volume, plane);
    for (int n = 0; n < 3600; ++n) {
        bool isClear = true;
        const double expected = definition.pixel(plane, n % 60, n / 60, 0, isClear);
        if (!isClear) continue;
        ASSERT_EQ(std::isnan(found[static_cast<std::size_t>(n)]), std::isnan(expected));
        if (std::isnan(expected)) continue;
        ASSERT_NEAR(found[static_cast<std::size_t>(n)], expected, 0.002);
    }
}

TEST(ResliceDefinition, TakesTheFirstOfEquallyNearVoxels) {
    Geometry geometry;
    geometry.size = {4, 1, 1};
    const auto volume =
        test::filledVolume(volumeSeries(geometry, ScalarType::uint8), std::vector<std::uint8_t>{9, 5, 3, 7});
    volume->padding = {5.0, 5.0};
    SlicePlane plane;
    plane.width = 3;
    plane.height = 1;
    plane.origin = {0.5, 0, 0};
    const std::vector<float> nearest = reslicedValues(*volume, plane, Interpolation::nearest);
    EXPECT_EQ(nearest[0], 9);
    EXPECT_TRUE(std::isnan(nearest[1]));
    EXPECT_EQ(nearest[2], 3);
    const std::vector<float> linear = reslicedValues(*volume, plane);
    EXPECT_EQ(linear[0], 9);  // without the padding beside it
    EXPECT_TRUE(std::isnan(linear[1]));
    EXPECT_EQ(linear[2], 5);  // half of 3 and 7
}

TEST(ResliceDefinition, EndsHalfAVoxelBeyondTheOuterCentres) {
    Geometry geometry;
    geometry.size = {3, 1, 1};
    const auto volume =
        test::filledVolume(volumeSeries(geometry, ScalarType::uint8), std::vector<std::uint8_t>{10, 20, 30});
    SlicePlane plane;
    plane.width = 9;
    plane.height = 1;
    plane.pixelWidth = 0.5;
    plane.origin = {-1, 0.5, -0.5};  // on the faces of the volume
    const std::vector<float> found = reslicedValues(*volume, plane);
    EXPECT_TRUE(std::isnan(found[0]));
    EXPECT_EQ(std::vector<float>(found.begin() + 1, found.begin() + 8),
              (std::vector<float>{10, 10, 15, 20, 25, 30, 30}));
    EXPECT_TRUE(std::isnan(found[8]));
    plane.origin[1] = 0.51;
    for (const float value : reslicedValues(*volume, plane))
        EXPECT_TRUE(std::isnan(value));
}

TEST(ResliceDefinition, AgreesWithVtk) {
    Dice dice(51);
    int compared = 0;
    for (int round = 0; round < 30; ++round) {
        Geometry geometry = dice.geometry();
        geometry.size = {25, 21, 14};
        const auto volume = randomVolume(geometry, {ScalarType::int16, -1000, 1000}, dice);
        SlicePlane plane = dice.plane(geometry);
        plane.slab.reset();
        vtkNew<vtkImageData> image;
        image->SetDimensions(geometry.size.data());
        image->AllocateScalars(VTK_SHORT, 1);
        std::memcpy(image->GetScalarPointer(), volume->data().data(), volume->data().size());
        vtkNew<vtkMatrix4x4> axes;  // from pixels to voxels
        const Vector3 origin = geometry.patientToVoxel(plane.origin);
        const Vector3 right = geometry.patientToVoxel(plane.toPatient(1, 0));
        const Vector3 down = geometry.patientToVoxel(plane.toPatient(0, 1));
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            axes->SetElement(axis, 0, right[a] - origin[a]);
            axes->SetElement(axis, 1, down[a] - origin[a]);
            axes->SetElement(axis, 3, origin[a]);
        }
        vtkNew<vtkImageReslice> reslice;
        reslice->SetInputData(image);
        reslice->SetResliceAxes(axes);
        reslice->SetInterpolationModeToLinear();
        reslice->SetOutputScalarType(VTK_FLOAT);
        reslice->BorderOn();  // up to half a voxel beyond the outer centres
        reslice->SetBackgroundLevel(-9999);
        reslice->SetOutputSpacing(1, 1, 1);
        reslice->SetOutputOrigin(0, 0, 0);
        reslice->SetOutputExtent(0, plane.width - 1, 0, plane.height - 1, 0, 0);
        reslice->Update();
        const auto* theirs = static_cast<const float*>(reslice->GetOutput()->GetScalarPointer());
        const std::vector<float> ours = reslicedValues(*volume, plane);
        int outside = 0;
        for (std::size_t n = 0; n < ours.size(); ++n) {
            if (std::isnan(ours[n]) != (theirs[n] == -9999)) {
                ++outside;  // VTK's border is a little wider
            } else if (!std::isnan(ours[n])) {
                ASSERT_NEAR(ours[n], theirs[n], 0.02);
                ++compared;
            }
        }
        EXPECT_LE(outside, 2);
    }
    EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace fleming::viewer
