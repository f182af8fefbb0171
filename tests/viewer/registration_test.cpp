// Rigid registration of phantoms that were moved by known transforms, and of noise.
#include "base/error.h"
#include "tests/viewer/made_volume.h"
#include "viewer/registration/rigid_registration.h"

#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <numbers>
#include <random>

namespace fleming::viewer {
namespace {

Geometry grid(const Index3& size, const Vector3& spacing, const Vector3& origin) {
    Geometry geometry;
    geometry.size = size;
    geometry.spacing = spacing;
    geometry.origin = origin;
    geometry.oriented = geometry.spacingKnown = true;
    return geometry;
}

/// Returns a volume whose values are those of a function of the position.
std::shared_ptr<Volume> sampled(const Geometry& geometry, const std::function<double(const Vector3&)>& valueAt) {
    const Series series = test::volumeSeries(geometry, ScalarType::int16);
    std::vector<std::int16_t> values;
    values.reserve(test::voxelCount(geometry));
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const Vector3 at =
                    geometry.voxelToPatient({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)});
                values.push_back(static_cast<std::int16_t>(std::lround(valueAt(at))));
            }
        }
    }
    return test::filledVolume(series, values);
}

/// A body with organs: an ellipsoid about the origin with blobs in it, in HU, with soft edges.
class Body {
public:
    explicit Body(unsigned seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> place(-40, 40), size(6, 16), value(-400, 700);
        for (int i = 0; i < 14; ++i)
            blobs_.push_back({{place(random), place(random), 0.8 * place(random)}, size(random), value(random)});
    }
    double operator()(const Vector3& at) const {
        const double r = std::sqrt(at[0] * at[0] / 3600 + at[1] * at[1] / 2500 + at[2] * at[2] / 3000);
        const double inside = 1 / (1 + std::exp((r - 1) * 30));
        double value = 40;
        for (const Blob& blob : blobs_) {
            const Vector3 d{at[0] - blob.centre[0], at[1] - blob.centre[1], at[2] - blob.centre[2]};
            value += blob.value * std::exp(-dot(d, d) / (2 * blob.size * blob.size));
        }
        return -1000 + inside * (1000 + value);
    }

private:
    struct Blob {
        Vector3 centre;
        double size, value;
    };
    std::vector<Blob> blobs_;
};

/// Returns a rotation about an axis through the origin, then a shift.
RigidTransform turned(Vector3 axis, double degrees, const Vector3& translation) {
    const double norm = length(axis), a = degrees * std::numbers::pi / 180, c = std::cos(a), s = std::sin(a);
    for (double& x : axis)
        x /= norm;
    const auto [x, y, z] = axis;
    RigidTransform result;
    result.rotation = {Vector3{c + x * x * (1 - c), x * y * (1 - c) - z * s, x * z * (1 - c) + y * s},
                       Vector3{y * x * (1 - c) + z * s, c + y * y * (1 - c), y * z * (1 - c) - x * s},
                       Vector3{z * x * (1 - c) - y * s, z * y * (1 - c) + x * s, c + z * z * (1 - c)}};
    result.translation = translation;
    return result;
}

/// Returns the largest distance, mm, between where two transforms take positions of the body.
double errorOf(const RigidTransform& found, const RigidTransform& right) {
    double largest = 0;
    for (const double x : {-50.0, 0.0, 50.0}) {
        for (const double y : {-40.0, 0.0, 40.0}) {
            for (const double z : {-45.0, 0.0, 45.0}) {
                const Vector3 a = found.apply({x, y, z}), b = right.apply({x, y, z});
                largest = std::max(largest, length({a[0] - b[0], a[1] - b[1], a[2] - b[2]}));
            }
        }
    }
    return largest;
}

const Geometry kFixed = grid({96, 96, 44}, {1.6, 1.6, 3}, {-76, -76, -64.5});
const Geometry kMoving = grid({110, 110, 50}, {1.5, 1.5, 2.8}, {-80, -84, -70});

TEST(Registration, RecoversKnownMotions) {
    const Body body(5);
    const auto fixed = sampled(kFixed, body);
    const RigidTransform motions[] = {turned({0, 0, 1}, 0, {0, 0, 0}), turned({0, 0, 1}, 6, {4, -3, 5}),
                                      turned({1, 2, -1}, 9, {-7, 6, 3}), turned({1, 0, 0}, -5, {12, -10, -8})};
    for (const RigidTransform& motion : motions) {
        const RigidTransform back = motion.inverse();
        const auto moving = sampled(kMoving, [&](const Vector3& at) { return body(back.apply(at)); });
        const Registration found = registerRigidly(*fixed, *moving);
        EXPECT_LT(errorOf(found.transform, motion), 0.5);
        EXPECT_LT(angleOf(chained(found.transform, back)), 0.5);
        EXPECT_TRUE(found.isPlausible()) << found.similarity << " " << found.overlap << " " << found.converged;
    }
}

TEST(Registration, AlignsOtherModalitiesAndOtherOrientations) {
    const Body body(9);
    // Bright becomes dark, as in another modality, in coronal slices, with noise.
    const RigidTransform motion = turned({0, 1, 1}, 7, {5, 4, -6}), back = motion.inverse();
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0, 15);
    Geometry coronal = grid({110, 90, 55}, {1.5, 1.7, 2.9}, {-80, -78, 78});
    coronal.jDirection = {0, 0, -1};
    coronal.kDirection = {0, 1, 0};
    const auto fixed = sampled(kFixed, [&](const Vector3& at) { return body(at) + noise(random); });
    const auto moving = sampled(coronal, [&](const Vector3& at) {
        const double value = body(back.apply(at));
        return 600 * std::exp(-(value + 200) * (value + 200) / 400'000) + noise(random);
    });
    const Registration found = registerRigidly(*fixed, *moving);
    EXPECT_LT(errorOf(found.transform, motion), 1.0);
    EXPECT_TRUE(found.isPlausible()) << found.similarity << " " << found.overlap << " " << found.converged;
}

TEST(Registration, FindsSeriesFarApart) {
    // Another frame of reference: the positions of the table have nothing in common.
    const Body body(5);
    const RigidTransform motion = turned({0, 0, 1}, 4, {310, -150, 820}), back = motion.inverse();
    Geometry far = kMoving;
    for (std::size_t axis = 0; axis < 3; ++axis)
        far.origin[axis] += motion.translation[axis];
    const auto fixed = sampled(kFixed, body);
    const auto moving = sampled(far, [&](const Vector3& at) { return body(back.apply(at)); });
    EXPECT_LT(errorOf(registerRigidly(*fixed, *moving).transform, motion), 0.5);
    // The same from a start that the caller knows.
    EXPECT_LT(errorOf(registerRigidly(*fixed, *moving, &motion).transform, motion), 0.5);
}

TEST(Registration, OfNoiseIsNotPlausible) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> noise(-1000, 1000);
    const auto value = [&](const Vector3&) { return noise(random); };
    const auto fixed = sampled(grid({48, 48, 24}, {2, 2, 4}, {0, 0, 0}), value);
    const auto moving = sampled(grid({48, 48, 24}, {2, 2, 4}, {0, 0, 0}), value);
    const Registration found = registerRigidly(*fixed, *moving);
    EXPECT_FALSE(found.isPlausible());
    EXPECT_LT(found.similarity, 0.05);
}

TEST(Registration, OfFlatVolumesFails) {
    const auto flat = sampled(grid({32, 32, 16}, {2, 2, 4}, {0, 0, 0}), [](const Vector3&) { return 7; });
    try {
        EXPECT_FALSE(registerRigidly(*flat, *flat).isPlausible());
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "registration.failed");
    }
}

TEST(Registration, TellsItsProgressAndStops) {
    const Body body(5);
    const auto fixed = sampled(kFixed, body);
    const auto moving = sampled(kMoving, [&](const Vector3& at) { return body({at[0] - 8, at[1], at[2]}); });
    std::vector<double> progress;
    std::stop_source stop;
    const auto onProgress = [&](double part) {
        progress.push_back(part);
        if (progress.size() == 5) stop.request_stop();
    };
    EXPECT_THROW(registerRigidly(*fixed, *moving, nullptr, onProgress, stop.get_token()), Cancelled);
    EXPECT_EQ(progress.size(), 5U);
    EXPECT_TRUE(std::ranges::is_sorted(progress));
    std::stop_source before;
    before.request_stop();
    EXPECT_THROW(registerRigidly(*fixed, *moving, nullptr, {}, before.get_token()), Cancelled);
}

}  // namespace
}  // namespace fleming::viewer
