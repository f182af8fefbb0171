#include "viewer/registration/rigid_registration.h"

#include "base/cpu_count.h"
#include "base/error.h"
#include "viewer/registration/similarity.h"

#include <itkCommand.h>
#include <itkEuler3DTransform.h>
#include <itkImageRegistrationMethodv4.h>
#include <itkMattesMutualInformationImageToImageMetricv4.h>
#include <itkRegularStepGradientDescentOptimizerv4.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace fleming::viewer {

namespace {

using Transform = itk::Euler3DTransform<double>;
using Method = itk::ImageRegistrationMethodv4<FloatImage, FloatImage, Transform>;
using Metric = itk::MattesMutualInformationImageToImageMetricv4<FloatImage, FloatImage>;
using Optimizer = itk::RegularStepGradientDescentOptimizerv4<double>;

constexpr double kSpacing = 1.5;  // mm
constexpr int kLevels = 3;
constexpr int kSteps = 150;           // of a level
constexpr double kFirstStep = 4.0;    // mm; half as much at each finer level
constexpr double kSamples = 150'000;  // voxels that are looked at

Vector3 middleOf(const FloatImage& image) {
    const FloatImage::SizeType size = image.GetLargestPossibleRegion().GetSize();
    itk::ContinuousIndex<double, 3> index;
    for (unsigned axis = 0; axis < 3; ++axis)
        index[axis] = (static_cast<double>(size[axis]) - 1) / 2;
    FloatImage::PointType point;
    image.TransformContinuousIndexToPhysicalPoint(index, point);
    return {point[0], point[1], point[2]};
}

/// Returns the centre of mass of the values above the lowest one; the middle of a flat image.
Vector3 massCentreOf(const FloatImage& image) {
    const std::size_t count = image.GetLargestPossibleRegion().GetNumberOfPixels();
    const float* values = image.GetBufferPointer();
    const double lowest = *std::min_element(values, values + count);
    double mass = 0;
    Vector3 sum{0, 0, 0};
    for (std::size_t at = 0; at < count; ++at) {
        FloatImage::PointType point;
        image.TransformIndexToPhysicalPoint(image.ComputeIndex(static_cast<itk::OffsetValueType>(at)), point);
        const double weight = values[at] - lowest;
        mass += weight;
        for (unsigned axis = 0; axis < 3; ++axis)
            sum[axis] += weight * point[axis];
    }
    return mass > 0 ? Vector3{sum[0] / mass, sum[1] / mass, sum[2] / mass} : middleOf(image);
}

RigidTransform shift(const Vector3& from, const Vector3& to) {
    return {.translation = minus(to, from)};
}

/// Returns the most similar of the transforms to begin with.
RigidTransform bestStart(const FloatImage& fixed, const FloatImage& moving, const RigidTransform* start) {
    std::vector<RigidTransform> starts{shift(middleOf(fixed), middleOf(moving)),
                                       shift(massCentreOf(fixed), massCentreOf(moving))};
    if (start != nullptr) starts.push_back(*start);
    const auto quality = [&](const RigidTransform& transform) {
        const Similarity similarity = similarityOf(fixed, moving, transform, 30'000);
        return similarity.value * similarity.overlap;
    };
    return *std::ranges::max_element(starts, {}, quality);
}

/// Returns the transform as ITK's, which rotates about the middle of the fixed image.
Transform::Pointer toItk(const RigidTransform& transform, const Vector3& middle) {
    const auto result = Transform::New();
    Transform::InputPointType centre;
    Transform::MatrixType matrix;
    Transform::OutputVectorType translation;
    const Vector3 there = transform.apply(middle);
    for (unsigned row = 0; row < 3; ++row) {
        centre[row] = middle[row];
        translation[row] = there[row] - middle[row];
        for (unsigned column = 0; column < 3; ++column)
            matrix(row, column) = transform.rotation[row][column];
    }
    result->SetCenter(centre);
    result->SetMatrix(matrix, 1e-6);
    result->SetTranslation(translation);
    return result;
}

RigidTransform fromItk(const Transform& transform) {
    RigidTransform result;
    for (unsigned row = 0; row < 3; ++row) {
        result.translation[row] = transform.GetOffset()[row];
        for (unsigned column = 0; column < 3; ++column)
            result.rotation[row][column] = transform.GetMatrix()(row, column);
    }
    return result;
}

/// Follows the optimizer: tells the progress, makes its steps smaller at finer levels, and ends it by an exception.
class Follower : public itk::Command {
public:
    using Self = Follower;
    using Pointer = itk::SmartPointer<Self>;
    itkNewMacro(Self)

        void follow(Method& method, Optimizer& optimizer, std::function<void(double)> onProgress,
                    std::stop_token stop) {
        onProgress_ = std::move(onProgress);
        stop_ = std::move(stop);
        method.AddObserver(itk::MultiResolutionIterationEvent(), this);
        optimizer.AddObserver(itk::IterationEvent(), this);
        optimizer_ = &optimizer;
    }

    void Execute(itk::Object* caller, const itk::EventObject& event) override {
        Execute(static_cast<const itk::Object*>(caller), event);
    }
    void Execute(const itk::Object* caller, const itk::EventObject& event) override {
        if (stop_.stop_requested()) throw Cancelled();
        if (itk::MultiResolutionIterationEvent().CheckEvent(&event)) {
            level_ = static_cast<int>(static_cast<const Method*>(caller)->GetCurrentLevel());
            optimizer_->SetLearningRate(kFirstStep / (1 << level_));
        } else if (onProgress_) {
            const double step = static_cast<double>(static_cast<const Optimizer*>(caller)->GetCurrentIteration());
            onProgress_(std::min(1.0, (level_ + step / kSteps) / kLevels));
        }
    }

private:
    std::function<void(double)> onProgress_;
    std::stop_token stop_;
    Optimizer* optimizer_ = nullptr;
    int level_ = 0;
};

Metric::Pointer makeMetric() {
    const auto metric = Metric::New();
    metric->SetNumberOfHistogramBins(32);
    metric->SetUseMovingImageGradientFilter(false);
    metric->SetUseFixedImageGradientFilter(false);
    metric->SetMaximumNumberOfWorkUnits(static_cast<itk::ThreadIdType>(availableCores()));
    return metric;
}

/// Returns how many mm a rotation by 1 rad counts for. That is a third of what it moves a voxel on the average: a body
/// is round, so that the similarity depends less on rotations than on shifts, and would hardly follow them otherwise.
double mmPerRadian(const FloatImage& image) {
    double sum = 0;
    for (unsigned axis = 0; axis < 3; ++axis) {
        const double extent =
            static_cast<double>(image.GetLargestPossibleRegion().GetSize()[axis]) * image.GetSpacing()[axis];
        sum += extent * extent / 12;  // mean square of the distance from the middle
    }
    return std::sqrt(sum) / 3;
}

Optimizer::Pointer makeOptimizer(const FloatImage& fixed) {
    const auto optimizer = Optimizer::New();
    const double perRadian = mmPerRadian(fixed);
    Optimizer::ScalesType scales(6);
    for (unsigned parameter = 0; parameter < 6; ++parameter)
        scales[parameter] = parameter < 3 ? perRadian * perRadian : 1;
    optimizer->SetScales(scales);
    optimizer->SetDoEstimateLearningRateOnce(false);
    optimizer->SetDoEstimateLearningRateAtEachIteration(false);
    optimizer->SetLearningRate(kFirstStep);
    optimizer->SetMinimumStepLength(0.01);
    optimizer->SetRelaxationFactor(0.8);
    optimizer->SetNumberOfIterations(kSteps);
    optimizer->SetGradientMagnitudeTolerance(1e-9);
    // ITK 5.2 pairs the best value with the parameters of the next step, which can be far off.
    optimizer->SetReturnBestParametersAndValue(false);
    return optimizer;
}

Method::Pointer makeMethod(const FloatImage& fixed, const FloatImage& moving, Metric& metric, Optimizer& optimizer,
                           Transform& initial) {
    const auto method = Method::New();
    method->SetFixedImage(&fixed);
    method->SetMovingImage(&moving);
    method->SetMetric(&metric);
    method->SetOptimizer(&optimizer);
    method->SetInitialTransform(&initial);
    method->InPlaceOn();
    method->SetNumberOfLevels(kLevels);
    Method::ShrinkFactorsArrayType shrink(kLevels);
    Method::SmoothingSigmasArrayType smoothing(kLevels);
    for (unsigned level = 0; level < kLevels; ++level) {
        shrink[level] = 1U << (kLevels - 1 - level);  // 4, 2, 1
        smoothing[level] = static_cast<float>(kSpacing * (kLevels - 1 - static_cast<int>(level)));
    }
    method->SetShrinkFactorsPerLevel(shrink);
    method->SetSmoothingSigmasPerLevel(smoothing);
    method->SetSmoothingSigmasAreSpecifiedInPhysicalUnits(true);
    Method::MetricSamplingPercentageArrayType sampled(kLevels);
    const auto voxels = static_cast<double>(fixed.GetLargestPossibleRegion().GetNumberOfPixels());
    for (unsigned level = 0; level < kLevels; ++level) {
        const double ofLevel = voxels / static_cast<double>(shrink[level] * shrink[level] * shrink[level]);
        sampled[level] = std::min(1.0, kSamples / ofLevel);
    }
    method->SetMetricSamplingStrategy(Method::MetricSamplingStrategyEnum::RANDOM);
    method->SetMetricSamplingPercentagePerLevel(sampled);
    method->MetricSamplingReinitializeSeed(121213);
    return method;
}

bool foundAnOptimum(const Optimizer& optimizer) {
    using Stop = itk::ObjectToObjectOptimizerBaseTemplateEnums::StopConditionObjectToObjectOptimizer;
    const Stop stop = optimizer.GetStopCondition();
    return stop == Stop::STEP_TOO_SMALL || stop == Stop::GRADIENT_MAGNITUDE_TOLEARANCE ||
           stop == Stop::CONVERGENCE_CHECKER_PASSED;
}

}  // namespace

bool Registration::isPlausible() const {
    constexpr double kLeastSimilar = 0.1, kLeastOverlap = 0.25;
    return converged && similarity >= kLeastSimilar && overlap >= kLeastOverlap;
}

Registration registerRigidly(const Volume& fixed, const Volume& moving, const RigidTransform* start,
                             const std::function<void(double)>& onProgress, std::stop_token stop) {
    const FloatImage::Pointer one = averagedImage(fixed, kSpacing, stop), other = averagedImage(moving, kSpacing, stop);
    const RigidTransform begin = bestStart(*one, *other, start);
    const Transform::Pointer transform = toItk(begin, middleOf(*one));
    const Metric::Pointer metric = makeMetric();
    const Optimizer::Pointer optimizer = makeOptimizer(*one);
    const Method::Pointer method = makeMethod(*one, *other, *metric, *optimizer, *transform);
    const auto follower = Follower::New();
    follower->follow(*method, *optimizer, onProgress, stop);
    try {
        method->Update();
    } catch (const itk::ExceptionObject&) {
        throw Error("registration.failed");
    }
    Registration result;
    result.transform = fromItk(*transform);
    const Similarity similarity = similarityOf(*one, *other, result.transform);
    result.similarity = similarity.value;
    result.overlap = similarity.overlap;
    result.converged = foundAnOptimum(*optimizer);
    return result;
}

}  // namespace fleming::viewer
