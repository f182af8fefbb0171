#include "viewer/views/volume_scene.h"

#include "viewer/views/vtk_type.h"

#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkDataArray.h>
#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
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

    /// `step` is the sampling distance along the rays, in units of the shortest side of a voxel.
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

    void setTransferFunction(const TransferFunction& function) {
        vtkNew<vtkColorTransferFunction> colour;
        vtkNew<vtkPiecewiseFunction> opacity;
        for (const TransferPoint& point : function.points) {
            colour->AddRGBPoint(held(point.value), point.red, point.green, point.blue);
            opacity->AddPoint(held(point.value), point.opacity);
        }
        property->SetColor(colour);
        property->SetScalarOpacity(opacity);
        property->SetScalarOpacityUnitDistance(shortestSide());
        property->SetShade(function.shaded);
        property->SetAmbient(0.5);
        property->SetDiffuse(0.7);
        property->SetSpecular(0.15);
        property->SetSpecularPower(12);
        if (function.maximumIntensity) {
            mapper->SetBlendModeToMaximumIntensity();
        } else {
            mapper->SetBlendModeToComposite();
        }
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
    std::unique_ptr<Shown> coarse, fine;
    double distance = 1.0;  ///< of the camera, mm; large enough to be outside the volume after any pan
};

VolumeScene::VolumeScene(vtkRenderer* renderer, bool onCpu) : d_(std::make_unique<Private>()) {
    d_->renderer = renderer;
    d_->onCpu = onCpu;
    renderer->SetBackground(0, 0, 0);
    renderer->GetActiveCamera()->ParallelProjectionOn();
}

VolumeScene::~VolumeScene() {
    clear();
}

void VolumeScene::setVolume(const Geometry& geometry, const VolumeLevel& coarse, const VolumeLevel& fine) {
    clear();
    d_->coarse = std::make_unique<Shown>(coarse, d_->onCpu, 1.0);
    d_->fine = std::make_unique<Shown>(fine, d_->onCpu, 0.5);
    d_->distance = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        d_->distance += 4 * geometry.size[axis] * geometry.spacing[axis];
    const auto matrix = patientMatrix(geometry);
    for (Shown* shown : {d_->coarse.get(), d_->fine.get()}) {
        shown->volume->SetUserMatrix(matrix);
        shown->setTransferFunction(d_->function);
        d_->renderer->AddVolume(shown->volume);
    }
    setDetail(false, 1.0);
}

void VolumeScene::clear() {
    d_->renderer->RemoveAllViewProps();
    d_->coarse.reset();
    d_->fine.reset();
}

void VolumeScene::setTransferFunction(const TransferFunction& function) {
    d_->function = function;
    if (!d_->fine) return;
    d_->coarse->setTransferFunction(function);
    d_->fine->setTransferFunction(function);
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
    d_->coarse->volume->SetVisibility(!fine);
    d_->fine->volume->SetVisibility(fine);
    (fine ? d_->fine : d_->coarse)->setPixelsPerRay(pixelsPerRay);
}

}  // namespace fleming::viewer
