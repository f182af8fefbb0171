#include "viewer/views/volume_scene.h"

#include <algorithm>
#include <cmath>

#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkDataArray.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPointData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

namespace fleming::viewer {

namespace {

int vtkType(ScalarType type) {
    switch (type) {
        case ScalarType::uint8: return VTK_UNSIGNED_CHAR;
        case ScalarType::int8: return VTK_SIGNED_CHAR;
        case ScalarType::uint16: return VTK_UNSIGNED_SHORT;
        case ScalarType::int16: return VTK_SHORT;
        case ScalarType::uint32: return VTK_UNSIGNED_INT;
        case ScalarType::int32: return VTK_INT;
        case ScalarType::float32: return VTK_FLOAT;
        case ScalarType::float64: return VTK_DOUBLE;
    }
    return VTK_FLOAT;
}

/// One level with VTK's objects around its memory, which is not copied.
struct Shown {
    VolumeLevel level;
    vtkNew<vtkImageData> image;
    vtkNew<vtkGPUVolumeRayCastMapper> mapper;
    vtkNew<vtkVolumeProperty> property;
    vtkNew<vtkVolume> volume;

    explicit Shown(const VolumeLevel& from) : level(from) {
        image->SetDimensions(level.size.data());
        image->SetSpacing(level.spacing.data());
        image->SetOrigin(level.firstCentre.data());
        const auto scalars = vtkSmartPointer<vtkDataArray>::Take(vtkDataArray::CreateDataArray(vtkType(level.type)));
        const auto count = static_cast<vtkIdType>(level.size[0]) * level.size[1] * level.size[2];
        scalars->SetVoidArray(const_cast<void*>(level.data), count, 1);  // 1: VTK does not free it
        image->GetPointData()->SetScalars(scalars);
        mapper->SetInputData(image);
        mapper->AutoAdjustSampleDistancesOff();
        mapper->UseJitteringOn();
        mapper->SetSampleDistance(static_cast<float>(shortestSide()));
        property->SetInterpolationTypeToLinear();
        volume->SetMapper(mapper);
        volume->SetProperty(property);
    }

    double shortestSide() const { return *std::min_element(level.spacing.begin(), level.spacing.end()); }

    /// The value as it is held in this level.
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
        property->SetAmbient(0.25);
        property->SetDiffuse(0.8);
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
    const auto matrix = vtkSmartPointer<vtkMatrix4x4>::New();
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
    Geometry geometry;
    TransferFunction function;
    std::unique_ptr<Shown> coarse, fine;
};

VolumeScene::VolumeScene(vtkRenderer* renderer) : d_(std::make_unique<Private>()) {
    d_->renderer = renderer;
    renderer->SetBackground(0, 0, 0);
    renderer->GetActiveCamera()->ParallelProjectionOn();
}

VolumeScene::~VolumeScene() { clear(); }

void VolumeScene::setVolume(const Geometry& geometry, const VolumeLevel& coarse, const VolumeLevel& fine) {
    clear();
    d_->geometry = geometry;
    d_->coarse = std::make_unique<Shown>(coarse);
    d_->fine = std::make_unique<Shown>(fine);
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

bool VolumeScene::isEmpty() const { return !d_->fine; }

void VolumeScene::setTransferFunction(const TransferFunction& function) {
    d_->function = function;
    if (isEmpty()) return;
    d_->coarse->setTransferFunction(function);
    d_->fine->setTransferFunction(function);
}

void VolumeScene::setDetail(bool fine, double pixelsPerRay) {
    if (isEmpty()) return;
    d_->coarse->volume->SetVisibility(!fine);
    d_->fine->volume->SetVisibility(fine);
    (fine ? d_->fine : d_->coarse)->mapper->SetImageSampleDistance(static_cast<float>(pixelsPerRay));
}

void VolumeScene::resetCamera() {
    if (isEmpty()) return;
    vtkCamera* camera = d_->renderer->GetActiveCamera();
    const Vector3& up = d_->geometry.jDirection;
    const Vector3& into = d_->geometry.kDirection;
    camera->SetFocalPoint(0, 0, 0);
    if (d_->geometry.oriented) {
        camera->SetPosition(0, -1, 0);
        camera->SetViewUp(0, 0, 1);
    } else {  // as slices are shown: rows go down, and the first slice is in front
        camera->SetPosition(-into[0], -into[1], -into[2]);
        camera->SetViewUp(-up[0], -up[1], -up[2]);
    }
    d_->renderer->ResetCamera();
    camera->Zoom(1.5);  // ResetCamera leaves room for every turn: too much for a body
}

void VolumeScene::turn(double rightDegrees, double downDegrees) {
    vtkCamera* camera = d_->renderer->GetActiveCamera();
    camera->Azimuth(-rightDegrees);
    camera->Elevation(downDegrees);
    camera->OrthogonalizeViewUp();
    d_->renderer->ResetCameraClippingRange();
}

void VolumeScene::zoom(double factor) {
    d_->renderer->GetActiveCamera()->Zoom(factor);
    d_->renderer->ResetCameraClippingRange();
}

void VolumeScene::pan(double right, double down) {
    vtkCamera* camera = d_->renderer->GetActiveCamera();
    const double height = 2 * camera->GetParallelScale();
    const Sides now = sides();
    double focus[3], position[3];
    camera->GetFocalPoint(focus);
    camera->GetPosition(position);
    for (std::size_t c = 0; c < 3; ++c) {
        const double moved = (-right * now.right[c] + down * now.up[c]) * height;
        focus[c] += moved;
        position[c] += moved;
    }
    camera->SetFocalPoint(focus);
    camera->SetPosition(position);
    d_->renderer->ResetCameraClippingRange();
}

VolumeScene::Sides VolumeScene::sides() const {
    vtkCamera* camera = d_->renderer->GetActiveCamera();
    Vector3 into{}, up{};
    camera->GetDirectionOfProjection(into.data());
    camera->GetViewUp(up.data());
    Vector3 right = cross(into, up);
    const double norm = length(right);
    for (double& part : right) part /= norm;
    return {right, cross(right, into)};
}

}  // namespace fleming::viewer
