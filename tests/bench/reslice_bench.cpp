// Measures reslicing a CT of 512 x 512 x 600, 16 bit, as while its planes are being turned: one and three panes of
// 512 x 512 pixels, thin and as a slab of 20 mm, by render(), by reslicedValues() alone, and by vtkImageReslice. Every
// frame is another plane. Also measures how fast the memory of the volume can be read, which bounds all of them.
#include "base/cpu_count.h"
#include "base/thread_pool.h"
#include "tests/bench/noisy_scan.h"
#include "tests/viewer/phantom.h"
#include "viewer/render/render.h"
#include "viewer/render/resliced_plane.h"

#include <vtkImageData.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkShortArray.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numeric>
#include <vector>

using namespace fleming::bench;
using namespace fleming::viewer;

namespace {

constexpr Index3 kSize{512, 512, 600};
constexpr double kSpacing = 0.7, kSlabMm = 20.0;
constexpr int kSide = 512, kFrames = 40;

/// Returns one of the three perpendicular planes through the middle of the volume, turned about two axes as in `frame`.
SlicePlane planeOf(int pane, int frame) {
    const double a = 0.1 + 0.02 * frame, b = 0.4 + 0.01 * frame;
    const Vector3 x{std::cos(a), std::sin(a), 0};
    const Vector3 y{-std::sin(a) * std::cos(b), std::cos(a) * std::cos(b), std::sin(b)};
    const Vector3 z = cross(x, y), feet{-z[0], -z[1], -z[2]};
    SlicePlane plane;
    plane.right = pane == 2 ? y : x;
    plane.down = pane == 0 ? y : feet;
    plane.pixelWidth = plane.pixelHeight = kSpacing;
    plane.width = plane.height = kSide;
    plane.origin = plane.toPatient(-255.5, -255.5);  // the phantom is centred on 0
    return plane;
}

/// Samples with vtkImageReslice, by the same definition but for padding.
class VtkReslicer {
public:
    explicit VtkReslicer(const Volume& volume) : geometry_(volume.geometry()) {
        vtkNew<vtkImageData> image;
        image->SetDimensions(kSize.data());
        vtkNew<vtkShortArray> array;
        array->SetArray(const_cast<short*>(reinterpret_cast<const short*>(volume.data().data())),
                        static_cast<vtkIdType>(volume.data().size() / 2), 1);
        image->GetPointData()->SetScalars(array);
        reslice_->SetInputData(image);
        reslice_->SetInterpolationModeToLinear();
        reslice_->SetOutputScalarType(VTK_FLOAT);
        reslice_->SetSlabModeToMax();
        reslice_->SetOutputOrigin(0, 0, 0);
        reslice_->SetOutputExtent(0, kSide - 1, 0, kSide - 1, 0, 0);
        reslice_->SetNumberOfThreads(fleming::availableProcessors());
    }

    void reslice(const SlicePlane& plane) {
        const Vector3 origin = geometry_.patientToVoxel(plane.origin);
        const Vector3 axes[3] = {voxelsPerMm(geometry_, plane.right), voxelsPerMm(geometry_, plane.down),
                                 voxelsPerMm(geometry_, plane.normal())};
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            for (int c = 0; c < 3; ++c)
                matrix_->SetElement(axis, c, axes[c][a]);
            matrix_->SetElement(axis, 3, origin[a]);
        }
        reslice_->SetResliceAxes(matrix_);
        reslice_->SetOutputSpacing(kSpacing, kSpacing, kSpacing);
        reslice_->SetSlabNumberOfSlices(static_cast<int>(slabOffsets(geometry_, plane).size()));
        reslice_->Update();
    }

private:
    Geometry geometry_;
    vtkNew<vtkImageReslice> reslice_;
    vtkNew<vtkMatrix4x4> matrix_;
};

/// Prints the median and the 95th percentile of the frames, in ms.
void measure(const char* what, int panes, double slabMm, const std::function<void(const SlicePlane&)>& sample) {
    std::vector<double> times;
    for (int frame = 0; frame < kFrames; ++frame) {
        const auto begin = std::chrono::steady_clock::now();
        for (int pane = 0; pane < panes; ++pane) {
            SlicePlane plane = planeOf(pane, frame);
            if (slabMm > 0) plane.slab = Slab{slabMm, SlabMode::maximum};
            sample(plane);
        }
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(times);
    std::printf("%-18s %d pane(s), slab %4.1f mm: p50 %7.2f ms, p95 %7.2f ms\n", what, panes, slabMm,
                times[times.size() / 2], times[times.size() * 95 / 100]);
}

/// Prints how fast the volume is read, on all threads.
void measureMemory(const Volume& volume) {
    double best = 1e9;
    std::atomic<std::uint64_t> total{0};
    for (int run = 0; run < 5; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        fleming::parallelFor(static_cast<std::size_t>(kSize[2]), {}, [&](std::size_t k) {
            const auto slice = volume.slice(static_cast<int>(k));
            const auto* words = reinterpret_cast<const std::uint64_t*>(slice.data());
            total += std::accumulate(words, words + slice.size() / sizeof(std::uint64_t), std::uint64_t{0});
        });
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::printf("memory: %.1f GB/s with %d threads (sum %llu)\n",
                static_cast<double>(volume.data().size()) / best * 1e-9, fleming::availableProcessors(),
                static_cast<unsigned long long>(total));
}

}  // namespace

int main() {
    const Series series = test::phantomSeries(test::kAxial, kSize, {kSpacing, kSpacing, kSpacing});
    const auto volume = noisyScan(series, 60);
    measureMemory(*volume);
    VtkReslicer vtk(*volume);
    for (const double slab : {0.0, kSlabMm}) {
        for (const int panes : {1, 3}) {
            measure("render()", panes, slab, [&](const SlicePlane& plane) {
                render(*volume, plane, {Window{40, 400}});
            });
            measure("reslicedValues()", panes, slab, [&](const SlicePlane& plane) { reslicedValues(*volume, plane); });
            measure("vtkImageReslice", panes, slab, [&](const SlicePlane& plane) { vtk.reslice(plane); });
        }
    }
    return 0;
}
