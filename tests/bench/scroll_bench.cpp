// Measures scrolling through a CT at 800 x 800 pixels, the time from the wheel event to the painted frame, and turning
// three planes of it.
// Needs a display; with Xvfb: xvfb-run -s "-screen 0 1600x1000x24" fleming_bench_scroll
#include "tests/bench/noisy_scan.h"
#include "tests/bench/paint_counter.h"
#include "tests/bench/percentile.h"
#include "tests/viewer/phantom.h"
#include "tests/viewer/view_testing.h"
#include "viewer/render/render.h"
#include "viewer/render/tilted_slices.h"
#include "viewer/views/slice_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QTest>

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <vector>

using namespace fleming::bench;
using namespace fleming::viewer;

namespace {

void scroll(benchmark::State& state, Plane plane) {
    const Series series = test::phantomSeries(test::kAxial, {512, 512, 500}, {0.8, 0.8, 0.8});
    SliceView view;
    view.setSeries(series, noisyScan(series, 50));
    view.setPlane(plane);
    if (!test::showInWindow(view, {800, 800})) return state.SkipWithError("no window");
    view.setSlice(0);
    QTest::qWait(200);
    PaintCounter paints;
    view.installEventFilter(&paints);
    std::vector<double> milliseconds;
    QElapsedTimer clock;
    for (auto _ : state) {
        if (view.slice() == view.sliceCount() - 1) view.setSlice(0);
        QApplication::processEvents();
        const int before = paints.frames;
        clock.start();
        test::turnWheel(view, -1);
        while (paints.frames == before)
            QApplication::processEvents();
        milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    state.counters["p50_ms"] = percentile(milliseconds, 0.50);
    state.counters["p99_ms"] = percentile(milliseconds, 0.99);
    state.counters["worst_ms"] = percentile(milliseconds, 1.0);
}

/// Four views of 400 x 400 pixels that follow the first one, as linked panes do: until all four are painted.
void scrollFour(benchmark::State& state) {
    const Series series = test::phantomSeries(test::kAxial, {512, 512, 500}, {0.8, 0.8, 0.8});
    const auto volume = noisyScan(series, 50);
    QWidget window;
    auto* grid = new QGridLayout(&window);
    grid->setContentsMargins(0, 0, 0, 0);
    std::vector<SliceView*> views;
    for (int i = 0; i < 4; ++i) {
        views.push_back(new SliceView(&window));
        views.back()->setSeries(series, volume);
        grid->addWidget(views.back(), i / 2, i % 2);
    }
    SliceView& leader = *views.front();
    QObject::connect(&leader, &SliceView::sliceChanged, &window, [&] {
        for (SliceView* view : views)
            if (view != &leader) view->goToPosition(leader.camera()->centre);
    });
    if (!test::showInWindow(window, {806, 806})) return state.SkipWithError("no window");
    leader.setSlice(0);
    QTest::qWait(200);
    std::array<PaintCounter, 4> paints;
    for (std::size_t i = 0; i < views.size(); ++i)
        views[i]->installEventFilter(&paints[i]);
    std::vector<double> milliseconds;
    QElapsedTimer clock;
    for (auto _ : state) {
        if (leader.slice() == leader.sliceCount() - 1) leader.setSlice(0);
        QApplication::processEvents();
        for (PaintCounter& counter : paints)
            counter.frames = 0;
        clock.start();
        test::turnWheel(leader, -1);
        while (std::ranges::any_of(paints, [](const PaintCounter& counter) { return counter.frames == 0; }))
            QApplication::processEvents();
        milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    state.counters["p50_ms"] = percentile(milliseconds, 0.50);
    state.counters["p99_ms"] = percentile(milliseconds, 0.99);
    state.counters["worst_ms"] = percentile(milliseconds, 1.0);
}

/// Three views of 512 x 512 pixels whose planes, at right angles, are turned by half a degree a frame about the head's
/// axis, thin or as slabs: until all three are painted. Then the time from the last frame to the full image.
void turnThree(benchmark::State& state, double slabMm) {
    const Series series = test::phantomSeries(test::kAxial, {512, 512, 600}, {0.7, 0.7, 0.7});
    const auto volume = noisyScan(series, 50);
    QWidget window;
    auto* row = new QGridLayout(&window);
    row->setContentsMargins(0, 0, 0, 0);
    std::vector<SliceView*> views;
    for (int i = 0; i < 3; ++i) {
        views.push_back(new SliceView(&window));
        views.back()->setSeries(series, volume);
        views.back()->setPlane(static_cast<Plane>(i));
        if (slabMm > 0) views.back()->setSlab(Slab{slabMm, SlabMode::maximum});
        row->addWidget(views.back(), 0, i);
    }
    if (!test::showInWindow(window, {3 * 512 + 12, 512})) return state.SkipWithError("no window");
    const Vector3 axis{0.6, 0.0, 0.8};
    const auto turn = [&](double degrees) {
        for (SliceView* view : views)
            view->setTilt(chained(view->tilt(), rotationAround({0, 0, 0}, axis, degrees * std::numbers::pi / 180)));
    };
    turn(20);
    QTest::qWait(500);
    std::array<PaintCounter, 3> paints;
    for (std::size_t i = 0; i < views.size(); ++i)
        views[i]->installEventFilter(&paints[i]);
    std::vector<double> milliseconds;
    QElapsedTimer clock;
    for (auto _ : state) {
        QApplication::processEvents();
        for (PaintCounter& counter : paints)
            counter.frames = 0;
        clock.start();
        turn(0.5);
        while (std::ranges::any_of(paints, [](const PaintCounter& counter) { return counter.frames == 0; }))
            QApplication::processEvents();
        milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    state.counters["p50_ms"] = percentile(milliseconds, 0.50);
    state.counters["p95_ms"] = percentile(milliseconds, 0.95);
    state.counters["worst_ms"] = percentile(milliseconds, 1.0);
    for (PaintCounter& counter : paints)
        counter.frames = 0;
    clock.start();
    while (clock.elapsed() < 1500 && std::ranges::any_of(paints, [](const PaintCounter& c) { return c.frames == 0; }))
        QApplication::processEvents();
    if (slabMm > 0) state.counters["full_ms"] = static_cast<double>(clock.elapsed());
}

void renderPixels(benchmark::State& state) {
    const Series series = test::phantomSeries(test::kAxial, {512, 512, 4}, {0.8, 0.8, 0.8});
    const auto volume = test::scan(series);
    const SlicePlane plane = slicePlane(series.geometry(), Plane::axial, 2);
    for (auto _ : state)
        benchmark::DoNotOptimize(render(*volume, plane, {Window{40, 400}}).rgb.data());
}

}  // namespace

BENCHMARK_CAPTURE(scroll, axial, Plane::axial)->Iterations(499)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scroll, sagittal, Plane::sagittal)->Iterations(499)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(turnThree, thin, 0.0)->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(turnThree, slab, 20.0)->Iterations(60)->Unit(benchmark::kMillisecond);
BENCHMARK(scrollFour)->Iterations(499)->Unit(benchmark::kMillisecond);
BENCHMARK(renderPixels)->Unit(benchmark::kMicrosecond);

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
