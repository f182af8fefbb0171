#include "viewer/io/volumes/nifti_header.h"

#include "viewer/io/volumes/orientation.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace fleming::viewer {

namespace {

/// Reads numbers from header bytes in either byte order.
class Fields {
public:
    Fields(std::span<const std::byte> bytes, bool swapped) : bytes_(bytes), swapped_(swapped) {}

    template <typename T>
    T at(std::size_t offset) const {
        std::array<std::byte, sizeof(T)> raw;
        std::memcpy(raw.data(), bytes_.data() + offset, sizeof(T));
        if (swapped_) std::reverse(raw.begin(), raw.end());
        return std::bit_cast<T>(raw);
    }

    template <typename Stored, typename T, std::size_t N>
    void list(std::size_t offset, std::array<T, N>& to) const {
        for (std::size_t n = 0; n < N; ++n)
            to[n] = static_cast<T>(at<Stored>(offset + n * sizeof(Stored)));
    }

private:
    std::span<const std::byte> bytes_;
    bool swapped_;
};

/// The offsets are those of nifti1.h (Cox et al., 2007).
NiftiHeader parseFirst(const Fields& fields) {
    NiftiHeader header;
    fields.list<std::int16_t>(40, header.dim);
    fields.list<float>(76, header.pixdim);
    header.datatype = fields.at<std::int16_t>(70);
    header.intentCode = fields.at<std::int16_t>(68);
    header.voxOffset = fields.at<float>(108);
    header.slope = fields.at<float>(112);
    header.intercept = fields.at<float>(116);
    header.spaceUnit = fields.at<std::uint8_t>(123) & 7;
    header.calMax = fields.at<float>(124);
    header.calMin = fields.at<float>(128);
    header.qformCode = fields.at<std::int16_t>(252);
    header.sformCode = fields.at<std::int16_t>(254);
    fields.list<float>(256, header.quaternion);
    fields.list<float>(268, header.quaternionOffset);
    for (std::size_t row = 0; row < 3; ++row)
        fields.list<float>(280 + 16 * row, header.sform[row]);
    return header;
}

/// The offsets are those of nifti2.h.
NiftiHeader parseSecond(const Fields& fields) {
    NiftiHeader header;
    fields.list<std::int64_t>(16, header.dim);
    fields.list<double>(104, header.pixdim);
    header.datatype = fields.at<std::int16_t>(12);
    header.intentCode = fields.at<std::int32_t>(504);
    header.voxOffset = static_cast<double>(fields.at<std::int64_t>(168));
    header.slope = fields.at<double>(176);
    header.intercept = fields.at<double>(184);
    header.calMax = fields.at<double>(192);
    header.calMin = fields.at<double>(200);
    header.qformCode = fields.at<std::int32_t>(344);
    header.sformCode = fields.at<std::int32_t>(348);
    fields.list<double>(352, header.quaternion);
    fields.list<double>(376, header.quaternionOffset);
    for (std::size_t row = 0; row < 3; ++row)
        fields.list<double>(400 + 32 * row, header.sform[row]);
    header.spaceUnit = fields.at<std::int32_t>(500) & 7;
    return header;
}

/// Returns true if the dimensions and the data type are plausible: an Analyze header has no signature.
bool looksLikeAnalyze(const NiftiHeader& header) {
    constexpr std::array<int, 6> kTypes = {2, 4, 8, 16, 64, 128};
    return header.dim[0] >= 1 && header.dim[0] <= 7 && header.dim[1] > 0 && header.dim[2] > 0 &&
           std::find(kTypes.begin(), kTypes.end(), header.datatype) != kTypes.end();
}

}  // namespace

const char* toString(NiftiHeader::Format format) {
    switch (format) {
        case NiftiHeader::Format::analyze:
            return "Analyze 7.5";
        case NiftiHeader::Format::nifti1:
            return "NIfTI-1";
        case NiftiHeader::Format::nifti2:
            return "NIfTI-2";
    }
    return "";
}

std::optional<NiftiHeader> parseNiftiHeader(std::span<const std::byte> bytes) {
    if (bytes.size() < 348) return std::nullopt;
    const auto size = Fields(bytes, false).at<std::int32_t>(0);
    const auto swappedSize = Fields(bytes, true).at<std::int32_t>(0);
    const bool swapped = size != 348 && size != 540;
    const auto textAt = [&](std::size_t offset, const char* text, std::size_t count) {
        return std::memcmp(bytes.data() + offset, text, count) == 0;
    };
    const Fields fields(bytes, swapped);
    if ((swapped ? swappedSize : size) == 348) {
        NiftiHeader header = parseFirst(fields);
        header.swapped = swapped;
        header.pair = !textAt(344, "n+1", 4);
        if (header.pair && !textAt(344, "ni1", 4)) {
            if (!looksLikeAnalyze(header)) return std::nullopt;
            header.format = NiftiHeader::Format::analyze;
            header.intercept = 0;
            header.intentCode = 0;
        }
        return header;
    }
    if ((swapped ? swappedSize : size) == 540 && bytes.size() >= 540) {
        const bool single = textAt(4, "n+2", 4);
        if (!single && !textAt(4, "ni2", 4)) return std::nullopt;
        NiftiHeader header = parseSecond(fields);
        header.format = NiftiHeader::Format::nifti2;
        header.swapped = swapped;
        header.pair = !single;
        return header;
    }
    return std::nullopt;
}

namespace {

using Axes = std::array<Vector3, 3>;

/// Returns the axes by method 2 of nifti1.h: the rotation of a unit quaternion (RAS), scaled by the spacing;
/// pixdim[0] < 0 reverses k.
Axes qformAxes(const NiftiHeader& header, const Vector3& spacing) {
    auto [b, c, d] = header.quaternion;
    double a = 1.0 - (b * b + c * c + d * d);
    if (a < 1e-7) {
        const double norm = std::sqrt(b * b + c * c + d * d);
        b /= norm, c /= norm, d /= norm, a = 0;
    } else {
        a = std::sqrt(a);
    }
    const double k = header.pixdim[0] < 0 ? -1.0 : 1.0;
    Axes axes = {Vector3{a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)},
                 Vector3{2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)},
                 Vector3{2 * (b * d + a * c) * k, 2 * (c * d - a * b) * k, (a * a + d * d - b * b - c * c) * k}};
    for (std::size_t n = 0; n < 3; ++n) {
        for (double& component : axes[n])
            component *= spacing[n];
    }
    return axes;
}

Axes sformAxes(const NiftiHeader& header) {
    Axes axes;
    for (std::size_t n = 0; n < 3; ++n)
        axes[n] = {header.sform[0][n], header.sform[1][n], header.sform[2][n]};
    return axes;
}

/// Converts RAS in units of `unit` mm to LPS in mm.
void toPatient(Axes& axes, Vector3& origin, double unit) {
    for (Vector3* vector : {&axes[0], &axes[1], &axes[2], &origin}) {
        *vector = {-(*vector)[0] * unit, -(*vector)[1] * unit, (*vector)[2] * unit};
    }
}

}  // namespace

NiftiPlace niftiPlace(const NiftiHeader& header, const Index3& size) {
    NiftiPlace place;
    Geometry& geometry = place.geometry;
    geometry.size = size;
    const double unit = header.spaceUnit == 1 ? 1000.0 : header.spaceUnit == 3 ? 0.001 : 1.0;
    geometry.spacingKnown = true;
    Vector3 fileSpacing{1, 1, 1};
    for (std::size_t n = 0; n < 3; ++n) {
        const double step = std::abs(header.pixdim[n + 1]);
        if (std::isfinite(step) && step > 0 && std::isfinite(step * unit) && step * unit > 0) {
            fileSpacing[n] = step;
        } else if (size[n] > 1) {
            geometry.spacingKnown = false;
        }
        geometry.spacing[n] = fileSpacing[n] * unit;
    }

    const bool analyze = header.format == NiftiHeader::Format::analyze;
    const bool hasQform = header.qformCode > 0 && !analyze;
    const bool hasSform = header.sformCode > 0 && !analyze;
    const bool takeSform = hasSform && (!hasQform || (header.sformCode == 1 && rightAngled(sformAxes(header))));
    if (!hasQform && !hasSform) {
        place.note = Note{"nifti.no_orientation", {}};
    } else {
        Axes axes = takeSform ? sformAxes(header) : qformAxes(header, fileSpacing);
        Vector3 origin = takeSform ? Vector3{header.sform[0][3], header.sform[1][3], header.sform[2][3]}
                                   : Vector3(header.quaternionOffset);
        toPatient(axes, origin, unit);
        const Orientation found = orient(geometry, axes, origin);
        geometry.oriented = found.usable;
        place.slicesReversed = found.slicesReversed;
        if (takeSform && found.usable) geometry.spacingKnown = true;
        if (!found.usable) {
            place.note = Note{"volume.orientation_ignored", {}};
        } else if (found.skewed) {
            place.note = Note{"volume.skewed_axes", {}};
        }
    }
    if (!geometry.spacingKnown && !place.note) place.note = Note{"volume.unknown_voxel_size", {}};
    return place;
}

}  // namespace fleming::viewer
