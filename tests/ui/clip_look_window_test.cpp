// The look of clips in the window, evidence of it, and clips that are linked.
#include "app/settings.h"
#include "tests/ui/clip_files.h"
#include "tests/ui/pane_testing.h"
#include "tests/ui/window_test.h"
#include "tests/viewer/view_testing.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/pane_links.h"
#include "ui/window/commands.h"
#include "viewer/render/clip_frame.h"
#include "viewer/views/clip_screen.h"
#include "viewer/views/clip_view.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>
#include <QtTest>

#include <cmath>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::writeClip;
using viewer::ColourTable;
using viewer::Look;
using viewer::Window;
using viewer::Windowing;

class ClipLookWindowTest : public QObject {
    Q_OBJECT

    static constexpr int kWide = 40, kHigh = 30;

    static viewer::ClipView* clip(const Fixture& f, std::size_t pane = 0) {
        return area(f)->panes().at(pane)->clipView();
    }
    static const std::vector<viewer::Frame>& evidence(const Fixture& f) { return f.workspace->evidence().frames(); }

    /// Frame f has the values 50 * f + 10 * x + y.
    static QString write(const Fixture& f, const QString& name, int frames, const std::string& uid,
                         const std::string& frameTime) {
        std::vector<std::uint16_t> values;
        for (int frame = 0; frame < frames; ++frame) {
            for (int y = 0; y < kHigh; ++y) {
                for (int x = 0; x < kWide; ++x)
                    values.push_back(static_cast<std::uint16_t>(50 * frame + 10 * x + y));
            }
        }
        return writeClip(f.folder, name, kWide, kHigh, values, uid, frameTime);
    }

    static void open(Fixture& f) {
        f.window->commands()->openPaths({write(f, QStringLiteral("clip.dcm"), 12, "7.1.1", "100")});
        QTRY_COMPARE(clip(f)->shownFrame(), 0);
    }

    /// Opens clips of 20 frames at 10 per second and of 40 at 20 per second in two panes.
    static void openTwo(Fixture& f) {
        f.window->commands()->openPaths({write(f, QStringLiteral("slow.dcm"), 20, "7.1.1", "100"),
                                         write(f, QStringLiteral("fast.dcm"), 40, "7.1.2", "50")});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QTRY_VERIFY(clip(f)->frameCount() > 0);
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(clip(f, 0)->shownFrame(), 0);
        QTRY_COMPARE(clip(f, 1)->shownFrame(), 0);
        QCOMPARE(clip(f, 0)->frameCount() + clip(f, 1)->frameCount(), 60);
        clip(f, 0)->setFocus();
        QCOMPARE(area(f)->activePane(), area(f)->panes()[0]);
    }

    /// Returns the entry of a menu, without its key and mnemonic.
    static QAction* entry(const QMenu* menu, const QString& text) {
        for (QAction* action : menu->actions()) {
            if (action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')) == text) return action;
        }
        return nullptr;
    }

    static QMenu* popup() {
        QMenu* menu = nullptr;
        const bool found = QTest::qWaitFor([&] {
            menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            return menu != nullptr;
        });
        return found ? menu : nullptr;
    }

    static void setLinks(const Fixture& f, bool scrolling, bool byTime, bool zooming, bool windowing) {
        using Link = PaneLinks::Link;
        area(f)->links().setOn(Link::scrolling, scrolling);
        area(f)->links().setOn(Link::time, byTime);
        area(f)->links().setOn(Link::zooming, zooming);
        area(f)->links().setOn(Link::windowing, windowing);
    }

private Q_SLOTS:
    void init() { app::settings::setEvidenceAsDisplayed(false); }

    void takesPlainFramesUnlessAskedForTheLook() {
        Fixture f;
        open(f);
        clip(f)->setFocus();
        f.press(Qt::Key_H);
        f.press(Qt::Key_Period);
        f.press(Qt::Key_C);
        f.press(Qt::Key_N);
        const Look look = clip(f)->look();
        QVERIFY(look == (Look{{true, 1}, ColourTable::hotIron, viewer::Interpolation::nearest}));
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(evidence(f).size(), std::size_t{1});
        QVERIFY(evidence(f)[0].provenance.look == Look());
        QCOMPARE(evidence(f)[0].image.width, kWide);
        // The menu of a right click has the switch, and the entries do what the keys do.
        QTest::mouseClick(clip(f)->screen(), Qt::RightButton, {}, {80, 60});
        QMenu* menu = popup();
        QVERIFY(menu != nullptr);
        QAction* display = entry(menu, QStringLiteral("Display"));
        QVERIFY(display != nullptr && display->menu() == area(f)->lookMenu());
        entry(display->menu(), QStringLiteral("Evidence as displayed"))->trigger();
        entry(display->menu(), QStringLiteral("Invert"))->trigger();
        entry(display->menu(), QStringLiteral("Flip top to bottom"))->trigger();
        menu->close();
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(evidence(f).size(), std::size_t{2});
        const viewer::Frame& shown = evidence(f)[1];
        QVERIFY(shown.provenance.look == clip(f)->look() && shown.provenance.look.turn != look.turn);
        QVERIFY(shown.provenance.inverted);
        QCOMPARE(shown.image.width, kHigh);
        // The screen shows these very pixels.
        const auto data = f.workspace->studies().chosenSeries()->clip;
        QVERIFY(viewer::renderFrame(*data, 0, {{}, true, clip(f)->look()}).rgb == shown.image.rgb);
        // So do all other ways to pick.
        f.evidenceStrip()->addClipAction()->trigger();
        f.evidenceStrip()->countBox()->setValue(3);
        f.evidenceStrip()->addEvenlyAction()->trigger();
        QTRY_VERIFY(!f.workspace->evidence().isCollecting());
        QVERIFY(evidence(f).size() > 3);
        for (std::size_t i = 1; i < evidence(f).size(); ++i)
            QVERIFY(evidence(f)[i].provenance.look == clip(f)->look() && evidence(f)[i].provenance.inverted);
    }

    void hasItsDisplayInTheMenuBar() {
        Fixture f;
        open(f);
        const QMenu* look = area(f)->lookMenu();
        QVERIFY(look->menuAction()->isEnabled());
        bool isInBar = false;
        for (const QMenu* menu : f.window->menuBar()->findChildren<QMenu*>())
            isInBar = isInBar || menu->actions().contains(look->menuAction());
        QVERIFY(isInBar);
        entry(look, QStringLiteral("Rotate to the left"))->trigger();
        QCOMPARE(clip(f)->look().turn.quarters, 3);
        // The clip keeps its look while another series is shown.
        const int id = f.workspace->studies().chosen();
        QVERIFY(f.openVolume());
        QVERIFY(area(f)->lookMenu() != look);
        f.workspace->studies().choose(id);
        QTRY_COMPARE(clip(f)->shownFrame(), 0);
        QCOMPARE(clip(f)->look().turn.quarters, 3);
    }

    void saysThatATableIsATable() {
        Fixture f;
        const QString path = write(f, QStringLiteral("clip.dcm"), 4, "7.1.1", "100");
        DcmFileFormat file;
        QVERIFY(file.loadFile(path.toUtf8().constData()).good());
        file.loadAllDataIntoMemory();  // it is written over
        file.getDataset()->findAndDeleteElement(DCM_WindowCenter);
        file.getDataset()->findAndDeleteElement(DCM_WindowWidth);
        DcmItem* lut = nullptr;
        file.getDataset()->findOrCreateSequenceItem(DCM_VOILUTSequence, lut);
        const Uint16 descriptor[] = {4, 100, 8}, entries[] = {0, 255, 10, 200};
        lut->putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), descriptor, 3);
        lut->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), entries, 4);
        lut->putAndInsertString(DCM_LUTExplanation, "CURVE");
        QVERIFY(file.saveFile(path.toUtf8().constData(), EXS_LittleEndianExplicit).good());
        f.window->commands()->openPaths({path});
        QTRY_COMPARE(clip(f)->shownFrame(), 0);
        QVERIFY(std::holds_alternative<viewer::VoiTablePtr>(*clip(f)->windowing()));
        const auto windowButton = [&] {
            for (const QToolButton* button : f.window->findChildren<QToolButton*>()) {
                if (button->menu() == area(f)->windowMenu()) return button->text();
            }
            return QString();
        };
        QCOMPARE(windowButton(), QStringLiteral("Table of the file"));
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(evidence(f).size(), std::size_t{1});
        QVERIFY(!evidence(f)[0].provenance.voiTable.empty() && !evidence(f)[0].provenance.minMax);
        // The value is 10 * x + y: 101 at (10, 1).
        QCOMPARE(static_cast<int>(evidence(f)[0].image.rgb[3 * (kWide + 10)]), 255);
        clip(f)->setWindowing(Window{100, 200});
        f.press(Qt::Key_R);
        clip(f)->setFocus();
        f.press(Qt::Key_R);
        QVERIFY(std::holds_alternative<viewer::VoiTablePtr>(*clip(f)->windowing()));
    }

    void evidenceOfAPlayingClipIsThePaintedFrame() {
        Fixture f;
        f.window->commands()->openPaths({write(f, QStringLiteral("clip.dcm"), 60, "7.1.1", "20")});
        QTRY_COMPARE(clip(f)->shownFrame(), 0);
        clip(f)->setFocus();
        f.press(Qt::Key_Space);
        for (int sure = 0, tries = 0; sure < 6;) {
            QVERIFY(++tries < 100);
            QTest::qWait(50);
            const std::size_t known = evidence(f).size();
            const int before = clip(f)->shownFrame();
            f.press(Qt::Key_E, Qt::ControlModifier);
            const bool isSure = before == clip(f)->shownFrame();  // no frame came while the key was handled
            QTRY_VERIFY(!f.workspace->evidence().isCollecting());
            if (!isSure || evidence(f).size() == known) continue;
            QCOMPARE(evidence(f).back().provenance.index, before);
            ++sure;
        }
        clip(f)->pause();
    }

    void linkedClipsShowTheFramesOfOneTimeOrNumber() {
        Fixture f;
        openTwo(f);
        setLinks(f, true, true, false, false);
        // Clips are not linked by themselves.
        clip(f, 0)->seek(3);
        QTRY_COMPARE(clip(f, 0)->shownFrame(), 3);
        QCOMPARE(clip(f, 1)->frame(), 0);
        const bool isSlowFirst = clip(f, 0)->frameCount() == 20;
        viewer::ClipView* slow = clip(f, isSlowFirst ? 0 : 1);
        viewer::ClipView* fast = clip(f, isSlowFirst ? 1 : 0);
        slow->seek(2);   // 0.2 s
        fast->seek(10);  // 0.5 s
        QTRY_VERIFY(slow->shownFrame() == 2 && fast->shownFrame() == 10);
        f.window->commands()->linkPanes();
        slow->seek(6);  // 0.4 s later
        QTRY_COMPARE(fast->shownFrame(), 18);
        fast->seek(12);  // 0.3 s before
        QTRY_COMPARE(slow->shownFrame(), 3);
        fast->seek(2);  // before the first frame of the slow one, which stays
        QTRY_COMPARE(fast->shownFrame(), 2);
        QTest::qWait(30);
        QCOMPARE(slow->frame(), 3);
        setLinks(f, true, false, false, false);
        slow->seek(7);  // five frames after the link
        QTRY_COMPARE(fast->shownFrame(), 15);
        // The one that plays leads; the other one follows to its frames.
        fast->seek(10);
        QTRY_COMPARE(slow->shownFrame(), 2);
        fast->play();
        QTRY_VERIFY(slow->shownFrame() > 4);
        fast->pause();
        QTRY_COMPARE(slow->shownFrame(), fast->shownFrame() - 8);
        QVERIFY(!slow->isPlaying());
        // Without the switch, or unlinked, each goes alone.
        setLinks(f, false, false, false, false);
        const int before = fast->frame();
        slow->seek(0);
        QTRY_COMPARE(slow->shownFrame(), 0);
        QCOMPARE(fast->frame(), before);
        setLinks(f, true, true, false, false);
        QVERIFY(area(f)->links().isLinkedByHand(area(f)->panes()[1]));
        f.window->commands()->unlinkPanes();
        QVERIFY(!area(f)->links().isLinkedByHand(area(f)->panes()[1]));
        slow->seek(9);
        QTRY_COMPARE(slow->shownFrame(), 9);
        QCOMPARE(fast->frame(), before);
    }

    void linkedClipsShareZoomAndWindow() {
        Fixture f;
        openTwo(f);
        setLinks(f, true, true, false, false);
        f.window->commands()->linkPanes();
        const double zoom = clip(f, 1)->zoom();
        clip(f, 0)->setWindowing(Window{500, 300});
        clip(f, 0)->setZoom(3 * zoom);
        QVERIFY(clip(f, 1)->windowing() != Windowing(Window{500, 300}));
        QCOMPARE(clip(f, 1)->zoom(), zoom);
        setLinks(f, true, true, true, true);
        clip(f, 1)->setLook({{true, 1}, ColourTable::grey, {}});  // each has its own turn
        viewer::test::drag(*clip(f, 0)->screen(), Qt::MiddleButton, {100, 100}, {130, 90});
        viewer::test::drag(*clip(f, 0)->screen(), Qt::LeftButton, {100, 100}, {110, 100});
        QVERIFY(clip(f, 1)->windowing() == clip(f, 0)->windowing());
        const viewer::FrameCamera one = clip(f, 0)->camera(), other = clip(f, 1)->camera();
        QVERIFY(std::abs(one.rowLength - other.rowLength) < 1e-6 * one.rowLength);
        // The place is kept to within a pixel of the screen.
        QVERIFY(std::abs(one.centre.x() - other.centre.x()) * one.rowLength < 2);
        QVERIFY(std::abs(one.centre.y() - other.centre.y()) * one.rowLength < 2);
        QVERIFY(clip(f, 0)->look() == Look());
        clip(f, 1)->setFocus();
        f.press(Qt::Key_F);
        QVERIFY(!clip(f, 0)->zoomPan());
        setLinks(f, true, true, false, false);
    }

    void panesOfOneClipGoTogether() {
        Fixture f;
        open(f);
        setLinks(f, true, true, false, false);
        clip(f)->seek(4);
        QTRY_COMPARE(clip(f)->shownFrame(), 4);
        const int id = f.workspace->studies().chosen();
        f.press(Qt::Key_2, Qt::AltModifier);
        testing::dropSeries(*area(f)->panes()[1], id);
        QTRY_COMPARE(clip(f, 1)->shownFrame(), 4);  // it joins the other one
        clip(f, 1)->seek(9);
        QTRY_COMPARE(clip(f, 0)->shownFrame(), 9);
        clip(f, 0)->seek(2);
        QTRY_COMPARE(clip(f, 1)->shownFrame(), 2);
        QVERIFY(!area(f)->links().isLinkedByHand(area(f)->panes()[0]));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ClipLookWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "clip_look_window_test.moc"
