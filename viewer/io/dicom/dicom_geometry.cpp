#include "viewer/io/dicom/dicom_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace fleming::viewer {

namespace {

std::string twoDecimals(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

/// Returns the distances from slice to slice along the normal.
std::vector<double> gapsOf(const std::vector<DicomSlice>& slices, const Vector3& normal) {
    std::vector<double> gaps;
    for (std::size_t k = 1; k < slices.size(); ++k) {
        gaps.push_back(dot(minus(*slices[k].info().position, *slices[k - 1].info().position), normal));
    }
    return gaps;
}

double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Returns the slice spacing: the mean distance if all are equal within tolerance, else the median. Adds notes about
/// missing slices and uneven spacing.
double sliceSpacing(const std::vector<double>& gaps, std::vector<Note>& notes) {
    const double usual = medianOf(gaps);
    const double tolerance = std::max(0.02, 0.05 * usual);
    double sum = 0, smallest = usual, largest = usual;
    long missing = 0;
    std::size_t firstGap = gaps.size();
    bool uneven = false;
    for (std::size_t k = 0; k < gaps.size(); ++k) {
        sum += gaps[k];
        smallest = std::min(smallest, gaps[k]);
        largest = std::max(largest, gaps[k]);
        if (std::abs(gaps[k] - usual) <= tolerance) continue;
        const double steps = std::round(gaps[k] / usual);
        if (steps >= 2 && std::abs(gaps[k] - steps * usual) <= tolerance * steps) {
            missing += static_cast<long>(steps) - 1;
            firstGap = std::min(firstGap, k);
        } else {
            uneven = true;
        }
    }
    if (missing > 0) {
        const std::string before = std::to_string(firstGap), after = std::to_string(firstGap + 1);
        notes.push_back(missing == 1 ? Note{"dicom.missing_slice", {before, after}}
                                     : Note{"dicom.missing_slices", {std::to_string(missing), before, after}});
    }
    if (uneven) {
        notes.push_back({"dicom.uneven_spacing", {twoDecimals(smallest), twoDecimals(largest), twoDecimals(usual)}});
    }
    return missing > 0 || uneven ? usual : sum / static_cast<double>(gaps.size());
}

/// Adds notes about slices that are shifted sideways.
void noteShear(const std::vector<DicomSlice>& slices, const Geometry& geometry, std::vector<Note>& notes) {
    const Vector3& normal = geometry.kDirection;
    const auto drift = [&](std::size_t k, double& along) {
        const Vector3 d = minus(*slices[k].info().position, *slices.front().info().position);
        along = dot(d, normal);
        return plus(d, normal, -along);
    };
    double height = 0;
    const Vector3 total = drift(slices.size() - 1, height);
    const double pixel = std::min(geometry.spacing[0], geometry.spacing[1]);
    double stray = 0;
    for (std::size_t k = 0; k < slices.size(); ++k) {
        double along = 0;
        const Vector3 d = drift(k, along);
        const double share = along / height;
        stray = std::max(stray, length(plus(d, total, -share)));
    }
    const double degrees = std::atan2(length(total), height) * 180.0 / std::numbers::pi;
    if (stray > pixel) {
        notes.push_back({"dicom.shifted_slices", {}});
    } else if (degrees > 0.25 && length(total) > 0.5 * pixel) {
        notes.push_back({"dicom.gantry_tilt", {twoDecimals(degrees)}});
    }
}

void setInPlane(const DicomSlice& slice, Geometry& geometry) {
    geometry.size[0] = slice.image->format.columns;
    geometry.size[1] = slice.image->format.rows;
    geometry.spacingKnown = slice.info().spacing.has_value();
    if (geometry.spacingKnown) {
        geometry.spacing[0] = slice.info().spacing->first;
        geometry.spacing[1] = slice.info().spacing->second;
    }
    if (slice.info().thickness > 0) geometry.spacing[2] = slice.info().thickness;
}

}  // namespace

bool isPlaced(const DicomSlice& slice) {
    return slice.info().position && slice.info().orientation;
}

Vector3 normalOf(const DicomSlice& slice) {
    return cross(slice.info().orientation->first, slice.info().orientation->second);
}

Geometry placedGeometry(const std::vector<DicomSlice>& slices, std::vector<Note>& notes) {
    Geometry geometry;
    setInPlane(slices.front(), geometry);
    geometry.size[2] = static_cast<int>(slices.size());
    geometry.origin = *slices.front().info().position;
    geometry.iDirection = slices.front().info().orientation->first;
    geometry.jDirection = slices.front().info().orientation->second;
    geometry.kDirection = normalOf(slices.front());
    geometry.oriented = true;
    if (slices.size() > 1) {
        geometry.spacing[2] = sliceSpacing(gapsOf(slices, geometry.kDirection), notes);
        noteShear(slices, geometry, notes);
    }
    return geometry;
}

std::vector<Vector3> truePositions(const std::vector<Note>& notes, const std::vector<DicomSlice>& slices) {
    constexpr std::array<const char*, 5> kInexact{"dicom.gantry_tilt", "dicom.shifted_slices", "dicom.uneven_spacing",
                                                  "dicom.missing_slice", "dicom.missing_slices"};
    const auto isInexact = [&](const Note& note) { return std::ranges::find(kInexact, note.code) != kInexact.end(); };
    if (std::ranges::none_of(notes, isInexact)) return {};
    std::vector<Vector3> positions;
    for (const DicomSlice& slice : slices)
        positions.push_back(*slice.info().position);
    return positions;
}

Geometry unplacedGeometry(const std::vector<DicomSlice>& slices) {
    Geometry geometry;
    setInPlane(slices.front(), geometry);
    geometry.size[2] = static_cast<int>(slices.size());
    return geometry;
}

}  // namespace fleming::viewer
