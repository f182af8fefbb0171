#include "viewer/render/resliced_plane.h"

#include "base/cpu_count.h"
#include "base/thread_pool.h"
#include "viewer/data/with_scalar_type.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/vtk_type.h"

#include <vtkDataArray.h>
#include <vtkImageData.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace fleming::viewer {

namespace {

constexpr float kPadding = std::numeric_limits<float>::quiet_NaN();

/// The voxels that a plane needs. VTK's data coordinates are the voxel coordinates.
struct Voxels {
    vtkSmartPointer<vtkImageData> values;
    vtkSmartPointer<vtkImageData> weights;  ///< 0 for padding, whose value is 0, and 1 for the rest; null: no padding
};

vtkSmartPointer<vtkImageData> emptyImage(const std::array<IndexRange, 3>& box) {
    auto image = vtkSmartPointer<vtkImageData>::New();
    image->SetExtent(box[0].first, box[0].last, box[1].first, box[1].last, box[2].first, box[2].last);
    return image;
}

/// Returns an image of the whole volume that shares its memory.
vtkSmartPointer<vtkImageData> sharedImage(const Volume& volume) {
    const Index3& size = volume.geometry().size;
    vtkSmartPointer<vtkImageData> image =
        emptyImage({IndexRange{0, size[0] - 1}, IndexRange{0, size[1] - 1}, IndexRange{0, size[2] - 1}});
    const auto array = vtkSmartPointer<vtkDataArray>::Take(vtkDataArray::CreateDataArray(vtkTypeOf(volume.type())));
    array->SetNumberOfComponents(volume.components());
    const auto count = static_cast<vtkIdType>(volume.data().size() / bytesOf(volume.type()));
    // vtkImageReslice only reads its input.
    array->SetVoidArray(const_cast<std::byte*>(volume.data().data()), count, 1);
    image->GetPointData()->SetScalars(array);
    return image;
}

std::size_t lengthOf(const IndexRange& range) {
    return static_cast<std::size_t>(std::int64_t{range.last} - range.first + 1);
}

/// Copies the box, with padding apart.
Voxels copiedVoxels(const Volume& volume, const std::array<IndexRange, 3>& box) {
    Voxels voxels{emptyImage(box), emptyImage(box)};
    voxels.values->AllocateScalars(VTK_FLOAT, 1);
    voxels.weights->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
    auto* values = static_cast<float*>(voxels.values->GetScalarPointer());
    auto* weights = static_cast<std::uint8_t*>(voxels.weights->GetScalarPointer());
    const std::size_t columns = lengthOf(box[0]);
    const std::size_t rows = lengthOf(box[1]);
    const std::size_t slices = lengthOf(box[2]);
    std::vector<char> padded(slices);
    withScalarType(volume.type(), [&](auto number) {
        using T = decltype(number);
        const Rescaled<T> stored({{}, volume.padding, {}, false});
        parallelFor(slices, {}, [&](std::size_t k) {
            const auto* slice = reinterpret_cast<const T*>(volume.slice(box[2].first + static_cast<int>(k)).data());
            std::size_t to = k * rows * columns;
            for (int j = box[1].first; j <= box[1].last; ++j) {
                const T* row = slice + std::ptrdiff_t{j} * volume.geometry().size[0];
                for (int i = box[0].first; i <= box[0].last; ++i, ++to) {
                    const double value = stored(row[i]);
                    const bool isPadding = std::isnan(value);
                    values[to] = isPadding ? 0.0F : static_cast<float>(value);
                    weights[to] = isPadding ? 0 : 1;
                    if (isPadding) padded[k] = 1;
                }
            }
        });
    });
    if (std::find(padded.begin(), padded.end(), 1) == padded.end()) voxels.weights = nullptr;
    return voxels;
}

Voxels voxelsOf(const Volume& volume, const SlicePlane& plane) {
    const bool isFloat = volume.type() == ScalarType::float32 || volume.type() == ScalarType::float64;
    if (volume.components() == 3 || (!volume.padding && !isFloat)) return {sharedImage(volume), nullptr};
    return copiedVoxels(volume, voxelBox(volume.geometry(), plane));
}

/// Removes rounding, so that a pixel at the centre of a voxel has exactly its value.
double snapped(double voxel) {
    const double whole = std::round(voxel);
    return std::abs(voxel - whole) < 1e-9 ? whole : voxel;
}

/// Samples an image in planes that are parallel to `plane`.
class Sampler {
public:
    Sampler(const Geometry& geometry, const SlicePlane& plane, Interpolation interpolation, vtkImageData* image)
        : origin_(geometry.patientToVoxel(plane.origin)), normal_(voxelsPerMm(geometry, plane.normal())) {
        const Vector3 right = voxelsPerMm(geometry, plane.right), down = voxelsPerMm(geometry, plane.down);
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            axes_->SetElement(axis, 0, snapped(right[a] * plane.pixelWidth));
            axes_->SetElement(axis, 1, snapped(down[a] * plane.pixelHeight));
            axes_->SetElement(axis, 2, normal_[a]);
        }
        reslice_->SetInputData(image);
        reslice_->SetInterpolationMode(interpolation == Interpolation::nearest ? VTK_NEAREST_INTERPOLATION
                                                                               : VTK_LINEAR_INTERPOLATION);
        reslice_->SetOutputScalarType(VTK_FLOAT);
        reslice_->BorderOn();  // up to half a voxel beyond the centres of the outer voxels
        reslice_->SetBackgroundLevel(kPadding);
        reslice_->SetOutputSpacing(1, 1, 1);
        reslice_->SetOutputOrigin(0, 0, 0);
        reslice_->SetOutputExtent(0, plane.width - 1, 0, plane.height - 1, 0, 0);
        reslice_->SetNumberOfThreads(availableProcessors());
    }

    /// Returns width * height * components samples of the plane at `offset` mm, valid until the next call.
    const float* sample(double offset) {
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            axes_->SetElement(axis, 3, snapped(origin_[a] + offset * normal_[a]));
        }
        reslice_->SetResliceAxes(axes_);
        reslice_->Update();
        return static_cast<const float*>(reslice_->GetOutput()->GetScalarPointer());
    }

private:
    Vector3 origin_, normal_;
    vtkNew<vtkMatrix4x4> axes_;
    vtkNew<vtkImageReslice> reslice_;
};

/// Combines the samples of a slab, for each pixel.
class SlabValues {
public:
    SlabValues(std::size_t count, SlabMode mode) : mode_(mode), values_(count, std::nan("")), counts_(count) {}

    void add(std::size_t pixel, double sample) {
        double& value = values_[pixel];
        if (counts_[pixel]++ == 0) {
            value = sample;
        } else if (mode_ == SlabMode::maximum) {
            value = std::max(value, sample);
        } else if (mode_ == SlabMode::minimum) {
            value = std::min(value, sample);
        } else {
            value += sample;
        }
    }

    std::vector<double> result() && {
        if (mode_ == SlabMode::mean) {
            for (std::size_t i = 0; i < values_.size(); ++i) {
                if (counts_[i] > 1) values_[i] /= counts_[i];
            }
        }
        return std::move(values_);
    }

private:
    SlabMode mode_;
    std::vector<double> values_;
    std::vector<int> counts_;
};

}  // namespace

std::vector<double> reslicedSamples(const Volume& volume, const SlicePlane& plane, Interpolation interpolation) {
    const Geometry& geometry = volume.geometry();
    const std::size_t count = static_cast<std::size_t>(plane.width) * static_cast<std::size_t>(plane.height) *
                              static_cast<std::size_t>(volume.components());
    if (storedSlices(geometry, plane).last < 0) return std::vector<double>(count, std::nan(""));
    const Voxels voxels = voxelsOf(volume, plane);
    Sampler values(geometry, plane, interpolation, voxels.values);
    std::optional<Sampler> weights;
    if (voxels.weights) weights.emplace(geometry, plane, interpolation, voxels.weights);
    SlabValues slab(count, plane.slab ? plane.slab->mode : SlabMode::mean);
    for (const double offset : slabOffsets(geometry, plane)) {
        const float* value = values.sample(offset);
        const float* weight = weights ? weights->sample(offset) : nullptr;
        for (std::size_t i = 0; i < count; ++i) {
            if (std::isnan(value[i])) continue;
            if (weight == nullptr) {
                slab.add(i, static_cast<double>(value[i]));
            } else if (weight[i] >= 0.5F) {
                slab.add(i, static_cast<double>(value[i]) / static_cast<double>(weight[i]));
            }
        }
    }
    return std::move(slab).result();
}

}  // namespace fleming::viewer
