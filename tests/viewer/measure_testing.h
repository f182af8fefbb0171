#pragma once

#include "viewer/data/roi.h"

#include <cmath>
#include <random>
#include <vector>

/// Helpers for tests of measuring.
namespace fleming::viewer::test {

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    double real(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine_); }
    int integer(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }

private:
    std::mt19937 engine_;
};

inline Vector3 unit(Vector3 v) {
    const double size = length(v);
    for (double& part : v)
        part /= size;
    return v;
}

inline Vector3 randomDirection(Random& random) {
    return unit({random.real(-1, 1), random.real(-1, 1), random.real(-1, 1) + 0.01});
}

inline Vector3 sum(const Vector3& a, double x, const Vector3& b, double y = 0, const Vector3& c = {}) {
    return {a[0] + x * b[0] + y * c[0], a[1] + x * b[1] + y * c[1], a[2] + x * b[2] + y * c[2]};
}

/// Returns whether a point is inside a closed region, by the definition of its shape.
inline bool isInside(const Roi& roi, double x, double y) {
    const std::vector<Vector2>& p = roi.points;
    if (roi.shape == RoiShape::rectangle || roi.shape == RoiShape::ellipse) {
        const double a = std::abs(p[0][0] - p[1][0]) / 2, b = std::abs(p[0][1] - p[1][1]) / 2;
        const double u = (x - (p[0][0] + p[1][0]) / 2) / a, v = (y - (p[0][1] + p[1][1]) / 2) / b;
        return roi.shape == RoiShape::ellipse ? u * u + v * v <= 1 : std::abs(u) <= 1 && std::abs(v) <= 1;
    }
    bool inside = false;
    for (std::size_t i = 0, j = p.size() - 1; i < p.size(); j = i++) {
        if ((p[i][1] > y) != (p[j][1] > y) && x < (p[j][0] - p[i][0]) * (y - p[i][1]) / (p[j][1] - p[i][1]) + p[i][0]) {
            inside = !inside;
        }
    }
    return inside;
}

}  // namespace fleming::viewer::test
