// Measures the volume view: turning a CT of 512 x 512 x 600 at 800 x 800 pixels, from the move of the mouse to the
// painted image; the image of full quality at rest; and how soon the view answers while that is drawn.
// Needs a display; with Xvfb: packaging/with-display.sh fleming_bench_volume
#include "tests/bench/noisy_scan.h"
#include "tests/bench/paint_counter.h"
#include "tests/bench/percentile.h"
#include "tests/viewer/phantom.h"
#include "tests/viewer/view_testing.h"
#include "viewer/raycast/volume_caster.h"
#include "viewer/views/volume_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

using namespace fleming::bench;
using namespace fleming::viewer;

namespace {

constexpr int kMoves = 60;
constexpr int kFirstMoves = 15;  // until the distance of the rays is adapted to the machine; not counted

void waitForRest(const VolumeView& view) {
    while (!view.isAtRest())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void measure(VolumeView& view, const std::string& name) {
    QElapsedTimer clock;
    PaintCounter paints;
    view.installEventFilter(&paints);
    const auto untilPainted = [&] {
        const int before = paints.frames;
        while (paints.frames == before)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    };
    std::vector<double> milliseconds;
    QTest::mousePress(&view, Qt::LeftButton, {}, {100, 500});
    for (int i = 1; i <= kMoves; ++i) {
        QApplication::processEvents();
        clock.start();
        QTest::mouseMove(&view, {100 + 8 * i, 500});
        const double taken = untilPainted();
        if (i > kFirstMoves) milliseconds.push_back(taken);
    }
    clock.start();
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {100 + 8 * kMoves, 500});
    waitForRest(view);
    const double fine = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    // A key while the fine image is drawn.
    std::vector<double> answers;
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(&view, Qt::Key_Left);
        untilPainted();
        QTest::qWait(400);  // the fine image begins after 250 ms
        if (view.isAtRest()) continue;
        clock.start();
        QTest::keyClick(&view, Qt::Key_Right);
        answers.push_back(untilPainted());
    }
    waitForRest(view);
    std::printf("%-24s moving p50 %.1f ms, p95 %.1f ms; fine image %.0f ms after the release; ", name.c_str(),
                percentile(milliseconds, 0.5), percentile(milliseconds, 0.95), fine);
    if (!answers.empty())
        std::printf("answer while it is drawn, worst of %zu %.1f ms", answers.size(), percentile(answers, 1.0));
    std::printf("\n");
    std::fflush(stdout);
    view.removeEventFilter(&paints);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const Series series = test::phantomSeries(test::kAxial, {512, 512, 600}, {0.7, 0.7, 0.7});
    const auto volume = noisyScan(series, 10);
    VolumeView view;
    if (!test::showInWindow(view, {800, 800})) return 1;
    QElapsedTimer clock;
    clock.start();
    view.setSeries(series, volume);
    waitForRest(view);
    std::printf("first image of full quality after %.1f s\n", static_cast<double>(clock.elapsed()) * 1e-3);
    for (const VolumePreset* preset : view.presets()) {
        view.setPreset(preset->id);
        waitForRest(view);
        measure(view, preset->id);
    }
    VolumeCrop crop{{-0.5, -0.5, -0.5}, {511.5, 255.5, 599.5}};  // the front half
    for (const char* preset : {"bone", "soft-tissue", "mip"}) {
        view.setPreset(preset);
        view.setCrop(crop);
        waitForRest(view);
        measure(view, std::string(preset) + ", cropped");
    }
    VolumeRendering rendering = *view.rendering();
    rendering.width = rendering.height = 1024;
    for (const char* preset : {"bone", "mip"}) {
        rendering.look = {preset};
        clock.start();
        renderVolume(series, volume, rendering);
        std::printf("%s as evidence, 1024 x 1024, prepared and drawn: %.1f s\n", preset,
                    static_cast<double>(clock.elapsed()) * 1e-3);
    }
    view.close();
    return 0;
}
