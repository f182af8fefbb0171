// Tests of the clip view in a real window, with a generated clip whose decoding the test can block.
#include "viewer/views/clip_view.h"

#include "base/error.h"
#include "tests/viewer/view_testing.h"

#include <QSignalSpy>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <semaphore>
#include <thread>

using namespace fleming;
using namespace fleming::viewer;
using namespace fleming::viewer::test;

namespace {

/// A clip of 48 frames at 24 frames per second. All pixels of frame i have the grey level 4 * i.
class DrawnClip : public Clip {
public:
    int frameCount() const override { return 48; }
    int width() const override { return 64; }
    int height() const override { return 32; }
    double framesPerSecond() const override { return 24; }
    double duration() const override { return 2; }
    double timeOf(int index) const override { return index / 24.0; }
    RgbImage frame(int index) const override {
        ++asked;
        if (held) gate.acquire();
        if (index == damaged) throw Error("/clip.mp4: frame 7 is damaged.");
        return {64, 32, std::vector<std::uint8_t>(64 * 32 * 3, static_cast<std::uint8_t>(4 * index))};
    }

    bool held = false;
    int damaged = -1;
    mutable std::atomic<int> asked{0};
    mutable std::counting_semaphore<> gate{0};
};

int greyInTheMiddle(ClipView& view) {
    const QImage shown = view.grabImage();
    return qGray(shown.pixel(shown.width() / 2, shown.height() / 2 - 12));
}

}  // namespace

class ClipViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheVeryFrameThatIsSought();
    void stepsByKeys();
    void playsRoundInItsRange();
    void setsInAndOutPoints();
    void neverWaitsForTheDecoder();
    void saysWhatCannotBeDecoded();
    void closesWhileDecoding();
    void looksAsItDid();
};

void ClipViewTest::showsTheVeryFrameThatIsSought() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(std::make_shared<DrawnClip>());
    QTRY_COMPARE(view.shownFrame(), 0);
    for (const int frame : {17, 3, 47, 4, 0, 31}) {
        view.seek(frame);
        QCOMPARE(view.frame(), frame);
        QTRY_COMPARE(view.shownFrame(), frame);
        QCOMPARE(greyInTheMiddle(view), 4 * frame);
    }
    view.seek(1000);
    QCOMPARE(view.frame(), 47);
    view.setClip(nullptr);
    QCOMPARE(greyInTheMiddle(view), 0);
    view.play();
    view.seek(3);
    QVERIFY(!view.isPlaying());
}

void ClipViewTest::stepsByKeys() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(std::make_shared<DrawnClip>());
    view.setFocus();
    const std::vector<std::pair<Qt::Key, int>> keys{{Qt::Key_Right, 1}, {Qt::Key_Right, 2},  {Qt::Key_Left, 1},
                                                    {Qt::Key_End, 47},  {Qt::Key_Right, 47}, {Qt::Key_Home, 0}};
    for (const auto& [key, frame] : keys) {
        QTest::keyClick(view.focusWidget(), key);
        QCOMPARE(view.frame(), frame);
    }
    QTest::keyClick(view.focusWidget(), Qt::Key_Space);
    QVERIFY(view.isPlaying());
    QTest::keyClick(view.focusWidget(), Qt::Key_Space);
    QVERIFY(!view.isPlaying());
}

void ClipViewTest::playsRoundInItsRange() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(std::make_shared<DrawnClip>());
    view.setInPoint(10 / 24.0);
    view.setOutPoint(16 / 24.0);
    QSignalSpy frames(&view, &ClipView::frameChanged);
    view.play();
    // After one loop, a frame is followed by an earlier one.
    const auto cameRound = [&] {
        for (int i = 2; i < frames.count(); ++i) {
            if (frames[i][0].toInt() < frames[i - 1][0].toInt()) return true;
        }
        return false;
    };
    QTRY_VERIFY(cameRound());
    view.pause();
    for (int i = 1; i < frames.count(); ++i) {
        const int frame = frames[i][0].toInt();
        QVERIFY2(frame >= 10 && frame <= 16, qPrintable(QString::number(frame)));
    }
    QTRY_COMPARE(view.shownFrame(), view.frame());
}

void ClipViewTest::setsInAndOutPoints() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(std::make_shared<DrawnClip>());
    QSignalSpy changes(&view, &ClipView::rangeChanged);
    QVERIFY(!view.range());
    view.seek(12);
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_I);
    QCOMPARE(*view.range(), std::pair(0.5, 2.0));
    view.seek(36);
    QTest::keyClick(view.focusWidget(), Qt::Key_O);
    QCOMPARE(*view.range(), std::pair(0.5, 1.5));
    view.setInPoint(1.75);  // after the out point
    QCOMPARE(*view.range(), std::pair(1.75, 2.0));
    view.setOutPoint(1.0);
    QCOMPARE(*view.range(), std::pair(0.0, 1.0));
    view.setOutPoint(99);
    QCOMPARE(*view.range(), std::pair(0.0, 2.0));
    view.clearRange();
    QVERIFY(!view.range());
    QCOMPARE(changes.count(), 6);
}

void ClipViewTest::neverWaitsForTheDecoder() {
    const auto clip = std::make_shared<DrawnClip>();
    clip->held = true;
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(clip);
    QTRY_COMPARE(clip->asked.load(), 1);  // the decoder is blocked in frame 0
    for (const int frame : {5, 9, 30})
        view.seek(frame);
    view.play();
    QTest::qWait(50);
    view.pause();
    view.seek(30);
    (void)view.grabImage();
    QCOMPARE(view.shownFrame(), -1);
    QCOMPARE(clip->asked.load(), 1);
    clip->gate.release(1000);
    QTRY_COMPARE(view.shownFrame(), 30);
    QVERIFY(clip->asked.load() < 12);  // skips most frames in between
}

void ClipViewTest::saysWhatCannotBeDecoded() {
    const auto clip = std::make_shared<DrawnClip>();
    clip->damaged = 7;
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(clip);
    QSignalSpy failures(&view, &ClipView::failed);
    view.seek(7);
    QTRY_COMPARE(failures.count(), 1);
    QVERIFY(failures[0][0].toString().contains("damaged"));
    view.seek(8);
    QTRY_COMPARE(view.shownFrame(), 8);
    QCOMPARE(greyInTheMiddle(view), 32);
}

void ClipViewTest::closesWhileDecoding() {
    const auto clip = std::make_shared<DrawnClip>();
    clip->held = true;
    {
        ClipView view;
        QVERIFY(showInWindow(view, {300, 200}));
        view.setClip(clip);
        view.play();
        QTRY_VERIFY(clip->asked.load() > 0);
        // The view waits for the decoder, which may have been asked for a second frame by now.
        const std::jthread later([&clip] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            clip->gate.release(1000);
        });
        view.close();
    }
}

void ClipViewTest::looksAsItDid() {
    ClipView view;
    QVERIFY(showInWindow(view, {520, 220}));
    view.setClip(std::make_shared<DrawnClip>());
    view.setInPoint(0.5);
    view.setOutPoint(1.25);
    view.seek(40);
    QTRY_COMPARE(view.shownFrame(), 40);
    const QString difference = differenceFromBaseline(view.grabImage(), "clip");
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_MAIN(ClipViewTest)
#include "clip_view_test.moc"
