#include "viewer/raycast/volume_scene.h"

#include "viewer/raycast/vtk_type.h"

#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkDataArray.h>
#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkLight.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPointData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkVolume.h>
#include <vtkVolumeMapper.h>
#include <vtkVolumeProperty.h>

#include <algorithm>
#include <array>
#include <functional>

namespace fleming::viewer {

namespace {

/// A level with its VTK objects, which share its memory.
struct Shown {
    VolumeLevel level;
    vtkNew<vtkImageData> image;
    vtkSmartPointer<vtkVolumeMapper> mapper;
    vtkNew<vtkVolumeProperty> property;
    vtkNew<vtkVolume> volume;

    /// `step` is the sampling distance along the rays, in units of the shortest side of a voxel of this level.
    Shown(const VolumeLevel& from, bool onCpu, double step) : level(from) {
        image->SetDimensions(level.size.data());
        image->SetSpacing(level.spacing.data());
        image->SetOrigin(level.firstCentre.data());
        const auto scalars = vtkSmartPointer<vtkDataArray>::Take(vtkDataArray::CreateDataArray(vtkTypeOf(level.type)));
        const auto count = static_cast<vtkIdType>(level.size[0]) * level.size[1] * level.size[2];
        scalars->SetVoidArray(const_cast<void*>(level.data), count, 1);  // 1: VTK does not free it
        image->GetPointData()->SetScalars(scalars);
        if (onCpu) {
            makeMapper<vtkFixedPointVolumeRayCastMapper>(step);
        } else {
            makeMapper<vtkGPUVolumeRayCastMapper>(step);
        }
        mapper->SetInputData(image);
        property->SetInterpolationTypeToLinear();
        volume->SetMapper(mapper);
        volume->SetProperty(property);
    }

    template <typename Mapper>
    void makeMapper(double step) {
        const auto made = vtkSmartPointer<Mapper>::New();
        made->AutoAdjustSampleDistancesOff();
        made->SetSampleDistance(static_cast<float>(step * shortestSide()));
        mapper = made;
        setPixelsPerRay = [mapper = made.Get()](double pixels) {
            mapper->SetImageSampleDistance(static_cast<float>(pixels));
        };
    }
    std::function<void(double)> setPixelsPerRay;

    double shortestSide() const { return *std::min_element(level.spacing.begin(), level.spacing.end()); }

    /// Returns the stored value of this level.
    double held(double value) const { return (value - level.rescale.intercept) / level.rescale.slope; }

    /// `unit`: the length of the opacity, mm.
    void setTransferFunction(const TransferFunction& function, double unit) {
        vtkNew<vtkColorTransferFunction> colour;
        vtkNew<vtkPiecewiseFunction> opacity;
        for (const TransferPoint& point : function.points) {
            colour->AddRGBPoint(held(point.value), point.red, point.green, point.blue);
            opacity->AddPoint(held(point.value), point.opacity);
        }
        property->SetColor(colour);
        property->SetScalarOpacity(opacity);
        property->SetScalarOpacityUnitDistance(unit);
        property->SetShade(function.shaded);
        property->SetAmbient(0.2);
        property->SetDiffuse(0.7);
        property->SetSpecular(0.15);
        property->SetSpecularPower(12);
        if (function.blend == RayBlend::maximum) {
            mapper->SetBlendModeToMaximumIntensity();
        } else if (function.blend == RayBlend::minimum) {
            mapper->SetBlendModeToMinimumIntensity();
        } else {
            mapper->SetBlendModeToComposite();
        }
    }

    /// `planes`: lower and upper end along i, j and k, mm; null: the whole volume.
    void setCrop(const double* planes) {
        mapper->SetCropping(planes != nullptr);
        if (planes == nullptr) return;
        mapper->SetCroppingRegionFlagsToSubVolume();
        mapper->SetCroppingRegionPlanes(planes);
    }
};

vtkSmartPointer<vtkMatrix4x4> patientMatrix(const Geometry& geometry) {
    auto matrix = vtkSmartPointer<vtkMatrix4x4>::New();
    for (int row = 0; row < 3; ++row) {
        const auto r = static_cast<std::size_t>(row);
        matrix->SetElement(row, 0, geometry.iDirection[r]);
        matrix->SetElement(row, 1, geometry.jDirection[r]);
        matrix->SetElement(row, 2, geometry.kDirection[r]);
        matrix->SetElement(row, 3, geometry.origin[r]);
    }
    return matrix;
}

}  // namespace

struct VolumeScene::Private {
    vtkRenderer* renderer;
    bool onCpu;
    TransferFunction function;
    std::optional<VolumeCrop> crop;
    Vector3 spacing{1, 1, 1};
    std::unique_ptr<Shown> coarse, fine;
    double distance = 1.0;  ///< of the camera, mm; large enough to be outside the volume after any pan

    std::array<Shown*, 2> levels() const { return {coarse.get(), fine.get()}; }
};

VolumeScene::VolumeScene(vtkRenderer* renderer, bool onCpu) : d_(std::make_unique<Private>()) {
    d_->renderer = renderer;
    d_->onCpu = onCpu;
    renderer->SetBackground(0, 0, 0);
    renderer->GetActiveCamera()->ParallelProjectionOn();
    vtkNew<vtkLight> light;
    light->SetLightTypeToHeadlight();
    light->SetAmbientColor(1, 1, 1);  // VTK's default is black: surfaces along the view would be black, too
    renderer->AddLight(light);
}

VolumeScene::~VolumeScene() {
    clear();
}

void VolumeScene::setVolume(const Geometry& geometry, const VolumeLevel& fine,
                            const std::optional<VolumeLevel>& coarse) {
    clear();
    if (coarse) d_->coarse = std::make_unique<Shown>(*coarse, d_->onCpu, 1.0);
    d_->fine = std::make_unique<Shown>(fine, d_->onCpu, 0.5);
    d_->spacing = geometry.spacing;
    d_->distance = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        d_->distance += 4 * geometry.size[axis] * geometry.spacing[axis];
    const auto matrix = patientMatrix(geometry);
    for (Shown* shown : d_->levels()) {
        if (shown == nullptr) continue;
        shown->volume->SetUserMatrix(matrix);
        d_->renderer->AddVolume(shown->volume);
    }
    setTransferFunction(d_->function);
    setCrop(d_->crop);
    setDetail(!coarse, 1.0);
}

void VolumeScene::clear() {
    d_->renderer->RemoveAllViewProps();
    d_->coarse.reset();
    d_->fine.reset();
}

void VolumeScene::setTransferFunction(const TransferFunction& function) {
    d_->function = function;
    const double ground = function.whiteBackground ? 1.0 : 0.0;
    d_->renderer->SetBackground(ground, ground, ground);
    for (Shown* shown : d_->levels()) {
        // The same length for both levels, so that both are equally opaque.
        if (shown != nullptr)
            shown->setTransferFunction(function, *std::min_element(d_->spacing.begin(), d_->spacing.end()));
    }
}

void VolumeScene::setCrop(const std::optional<VolumeCrop>& crop) {
    d_->crop = crop;
    std::array<double, 6> planes{};
    for (std::size_t axis = 0; crop && axis < 3; ++axis) {
        planes[2 * axis] = crop->lower[axis] * d_->spacing[axis];
        planes[2 * axis + 1] = crop->upper[axis] * d_->spacing[axis];
    }
    for (Shown* shown : d_->levels()) {
        if (shown != nullptr) shown->setCrop(crop ? planes.data() : nullptr);
    }
}

void VolumeScene::setCamera(const VolumeCamera& from) {
    vtkCamera* camera = d_->renderer->GetActiveCamera();
    const Vector3 &focus = from.focus, &into = from.into, &up = from.up;
    camera->SetFocalPoint(focus[0], focus[1], focus[2]);
    camera->SetPosition(focus[0] - into[0] * d_->distance, focus[1] - into[1] * d_->distance,
                        focus[2] - into[2] * d_->distance);
    camera->SetViewUp(up[0], up[1], up[2]);
    camera->SetParallelScale(from.height / 2);
    d_->renderer->ResetCameraClippingRange();
}

void VolumeScene::setDetail(bool fine, double pixelsPerRay) {
    if (!d_->fine) return;
    Shown* shown = fine || !d_->coarse ? d_->fine.get() : d_->coarse.get();
    for (Shown* level : d_->levels()) {
        if (level != nullptr) level->volume->SetVisibility(level == shown);
    }
    shown->setPixelsPerRay(pixelsPerRay);
}

}  // namespace fleming::viewer
