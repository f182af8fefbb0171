// Clips in the window: their window/level, evidence of what the screen shows, menus, and what is kept of them.
#include "tests/ui/clip_files.h"
#include "tests/ui/window_test.h"
#include "tests/viewer/view_testing.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/pane.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "viewer/data/window.h"
#include "viewer/views/clip_view.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QtTest>

#include <random>

namespace fleming::ui {

using testing::Fixture;
using testing::writeClip;
using viewer::Window;
using viewer::Windowing;

class ClipsWindowTest : public QObject {
    Q_OBJECT

    static constexpr int kFrames = 12, kWide = 40, kHigh = 30;

    static viewer::ClipView* clip(const Fixture& f) { return f.window->viewArea()->clipView(); }
    static const std::vector<viewer::Frame>& evidence(const Fixture& f) { return f.workspace->evidence().frames(); }

    std::vector<std::uint16_t> values_;

    /// Opens a clip of random 12-bit values.
    void open(Fixture& f) {
        std::mt19937 random(std::random_device{}());
        values_.clear();
        for (int i = 0; i < kFrames * kWide * kHigh; ++i)
            values_.push_back(static_cast<std::uint16_t>(random() % 4096));
        f.window->commands()->openPaths({writeClip(f.folder, QStringLiteral("clip.dcm"), kWide, kHigh, values_)});
        QTRY_COMPARE(clip(f)->shownFrame(), 0);
    }

    /// Returns true if a frame of the evidence is what the standard's formula makes of the file.
    bool isMadeOf(const viewer::Frame& frame, int index, const Window& window) const {
        if (frame.provenance.index != index || frame.provenance.window != window) return false;
        const double low = window.center - 0.5 - (window.width - 1) / 2, high = low + window.width - 1;
        for (std::size_t p = 0; p < std::size_t{kWide} * kHigh; ++p) {
            const double value = values_[static_cast<std::size_t>(index) * kWide * kHigh + p];
            const double level = value <= low ? 0 : value > high ? 255 : (value - low) / (window.width - 1) * 255;
            if (std::abs(frame.image.rgb[3 * p] - level) > 0.5 + 1e-9) return false;
        }
        return true;
    }

    /// Returns true if an image is in the middle of the screen, one device pixel for each of its pixels. (The middle of
    /// a view with an odd side lies within a pixel.)
    static bool isOnTheScreen(const Fixture& f, const viewer::RgbImage& image) {
        const QImage screen = clip(f)->screen()->grab().toImage();
        const QPoint middle(screen.width() / 2 - image.width / 2, screen.height() / 2 - image.height / 2);
        for (const QPoint& corner : {QPoint(0, 0), QPoint(0, 1), QPoint(1, 0), QPoint(1, 1)}) {
            bool isSame = true;
            for (int y = 0; y < image.height && isSame; ++y) {
                for (int x = 0; x < image.width && isSame; ++x) {
                    const std::size_t at = 3 * static_cast<std::size_t>(y * image.width + x);
                    isSame = qRed(screen.pixel(middle + corner + QPoint(x, y))) == image.rgb[at];
                }
            }
            if (isSame) return true;
        }
        return false;
    }

    static QMenu* popup() {
        QMenu* menu = nullptr;
        const bool found = QTest::qWaitFor([&] {
            menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            return menu != nullptr;
        });
        return found ? menu : nullptr;
    }
    static QStringList textsOf(const QMenu* menu) {
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator() && action->isEnabled())
                texts << action->text().remove(QLatin1Char('&')).section(QLatin1Char('\t'), 0, 0);
        }
        return texts;
    }

private Q_SLOTS:
    void evidenceHasTheWindowOfTheScreen() {
        Fixture f;
        open(f);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(evidence(f).size(), std::size_t{1});
        QVERIFY(isMadeOf(evidence(f)[0], 0, {2048, 4096}));
        viewer::test::drag(*clip(f)->screen(), Qt::LeftButton, {100, 100}, {60, 130});
        const Window dragged = std::get<Window>(*clip(f)->windowing());
        QVERIFY(dragged.width < 4096 && dragged.center > 2048);
        clip(f)->seek(5);
        QTRY_COMPARE(clip(f)->shownFrame(), 5);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(evidence(f).size(), std::size_t{2});
        QVERIFY(isMadeOf(evidence(f)[1], 5, dragged));
        // The screen shows these very pixels.
        clip(f)->setZoom(1);
        QVERIFY(isOnTheScreen(f, evidence(f)[1].image));
        // So do all other ways to pick.
        f.evidenceStrip()->countBox()->setValue(3);
        f.evidenceStrip()->addEvenlyAction()->trigger();
        QTRY_VERIFY(evidence(f).size() >= 4);
        f.evidenceStrip()->addClipAction()->trigger();
        f.evidenceStrip()->addPresetAction()->trigger();
        QTRY_VERIFY(!f.workspace->evidence().isCollecting());
        for (std::size_t i = 1; i < evidence(f).size(); ++i)
            QVERIFY(isMadeOf(evidence(f)[i], evidence(f)[i].provenance.index, dragged));
    }

    void offersItsMenu() {
        Fixture f;
        open(f);
        clip(f)->seek(3);
        QTRY_COMPARE(clip(f)->shownFrame(), 3);
        QTest::mouseClick(clip(f)->screen(), Qt::RightButton, {}, {80, 60});
        QMenu* menu = popup();
        QVERIFY(menu != nullptr);
        const QStringList texts = textsOf(menu);
        QCOMPARE(texts, (QStringList{"Ask about this frame", "Add to the evidence", "Window/Level", "Display", "Tool",
                                     QString::fromUtf8("DICOM tags…")}));
        for (QAction* action : menu->actions()) {
            if (action->text().contains(QStringLiteral("Ask"))) action->trigger();
        }
        menu->close();
        QTRY_COMPARE(evidence(f).size(), std::size_t{1});
        QVERIFY(isMadeOf(evidence(f)[0], 3, {2048, 4096}));
    }

    void windowsComeFromTheMenuAndTheKeys() {
        Fixture f;
        open(f);
        QMenu* menu = f.window->viewArea()->windowMenu();
        QVERIFY(menu->menuAction()->isEnabled());
        Q_EMIT menu->aboutToShow();
        QVERIFY(textsOf(menu).contains(QStringLiteral("NARROW")));
        for (QAction* action : menu->actions()) {
            if (action->text().startsWith(QStringLiteral("NARROW"))) action->trigger();
        }
        QVERIFY(clip(f)->windowing() == Windowing(Window{1000, 200}));
        clip(f)->setFocus();
        f.press(Qt::Key_1);
        QVERIFY(clip(f)->windowing() == Windowing(Window{2048, 4096}));
        f.press(Qt::Key_2);
        QVERIFY(clip(f)->windowing() == Windowing(Window{1000, 200}));
    }

    void keepsItsDisplay() {
        Fixture f;
        open(f);
        clip(f)->setWindowing(Window{900, 800});
        clip(f)->setPlayback({0.5, viewer::PlayMode::backAndForth});
        clip(f)->setZoom(2);
        clip(f)->seek(4);
        const int id = f.workspace->studies().chosen();
        QVERIFY(f.openVolume());
        QVERIFY(!f.window->viewArea()->activePane()->showsClip());
        f.workspace->studies().choose(id);
        QTRY_COMPARE(clip(f)->shownFrame(), 4);
        QVERIFY(clip(f)->windowing() == Windowing(Window{900, 800}));
        QVERIFY(clip(f)->playback() == (viewer::Playback{0.5, viewer::PlayMode::backAndForth}));
        QCOMPARE(clip(f)->zoom(), 2.0);
    }

    void sharesTheToolWithSlices() {
        Fixture f;
        open(f);
        clip(f)->setFocus();
        f.press(Qt::Key_Z);
        QCOMPARE(clip(f)->activeTool(), std::string("zoom"));
        QCOMPARE(f.window->viewArea()->slicePage()->view()->activeTool(), std::string("zoom"));
        for (QAction* action : f.window->viewArea()->slicePage()->toolMenu()->actions()) {
            if (action->data().toString() == QStringLiteral("pan")) action->trigger();
        }
        QCOMPARE(clip(f)->activeTool(), std::string("pan"));
    }

    void closesWhilePlaying() {
        Fixture f;
        open(f);
        clip(f)->play();
        QTest::qWait(40);
        f.workspace->studies().closeAll();
        QTRY_VERIFY(f.workspace->studies().series().empty());
        QVERIFY(!clip(f)->isPlaying());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ClipsWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "clips_window_test.moc"
