// Tests of the clip view in a real window: how it plays, with a generated clip whose decoding the test can block.
#include "viewer/views/clip_view.h"

#include "tests/viewer/drawn_clips.h"
#include "tests/viewer/view_testing.h"

#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <semaphore>
#include <thread>

using namespace fleming;
using namespace fleming::viewer;
using namespace fleming::viewer::test;

namespace {

QToolButton* speedButton(const ClipView& view) {
    for (QToolButton* button : view.findChildren<QToolButton*>()) {
        if (button->accessibleName() == QLatin1String("Speed")) return button;
    }
    return nullptr;
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
    void playsOnOverDamagedFrames();
    void changesSpeedAndModeByKeysAndControls();
    void playsOnceAndBackAndForth();
    void changesClipsWhilePlaying();
    void staysQuickWithManyFrames();
    void hasNamesForItsControls();
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
    QTest::keyClick(view.focusWidget(), Qt::Key_I, Qt::ShiftModifier);
    QCOMPARE(*view.range(), std::pair(0.5, 2.0));
    view.seek(36);
    QTest::keyClick(view.focusWidget(), Qt::Key_O, Qt::ShiftModifier);
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

void ClipViewTest::playsOnOverDamagedFrames() {
    const auto clip = std::make_shared<DrawnClip>();
    clip->damaged = 12;
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(clip);
    view.setInPoint(10 / 24.0);
    view.setOutPoint(14 / 24.0);
    QSignalSpy frames(&view, &ClipView::frameChanged), failures(&view, &ClipView::failed);
    view.play();
    const auto rounds = [&] {
        return std::ranges::count_if(frames, [](const QList<QVariant>& frame) { return frame[0].toInt() == 14; });
    };
    QTRY_VERIFY(rounds() >= 3);
    QVERIFY(view.isPlaying());
    QCOMPARE(failures.count(), 1);
    view.pause();
    // It is told again, and shown, for who goes there; the decoder may know it already.
    view.seek(12);
    QTRY_COMPARE(failures.count(), 2);
    QCOMPARE(view.shownFrame(), -1);
    view.seek(13);
    QTRY_COMPARE(view.shownFrame(), 13);
    QCOMPARE(greyInTheMiddle(view), 52);
}

void ClipViewTest::changesSpeedAndModeByKeysAndControls() {
    ClipView view;
    QVERIFY(showInWindow(view, {600, 200}));
    view.setClip(std::make_shared<DrawnClip>());
    view.setFocus();
    QSignalSpy changes(&view, &ClipView::playbackChanged);
    QTest::keyClick(view.focusWidget(), Qt::Key_Greater);
    QCOMPARE(view.playback().speed, 1.5);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(view.focusWidget(), Qt::Key_Greater);
    QCOMPARE(view.playback().speed, 4.0);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(view.focusWidget(), Qt::Key_Less);
    QCOMPARE(view.playback().speed, 0.1);
    QCOMPARE(changes.count(), 4 + 8);
    QToolButton* button = speedButton(view);
    QCOMPARE(button->text(), QStringLiteral("0.1×"));
    button->menu()->actions().back()->trigger();
    QCOMPARE(view.playback().speed, 4.0);
    QCOMPARE(button->text(), QStringLiteral("4×"));
    view.setFocus();
    for (const PlayMode mode : {PlayMode::once, PlayMode::backAndForth, PlayMode::loop}) {
        QTest::keyClick(view.focusWidget(), Qt::Key_C, Qt::ShiftModifier);
        QCOMPARE(view.playback().mode, mode);
    }
    view.setPlayback({77, PlayMode::once});
    QVERIFY(view.playback() == (Playback{4.0, PlayMode::once}));
    view.setClip(std::make_shared<DrawnClip>());
    QVERIFY(view.playback() == Playback());
}

void ClipViewTest::playsOnceAndBackAndForth() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(std::make_shared<DrawnClip>());
    view.setInPoint(4 / 24.0);
    view.setOutPoint(9 / 24.0);
    view.setPlayback({4.0, PlayMode::once});
    QSignalSpy playing(&view, &ClipView::playingChanged);
    view.play();
    QTRY_VERIFY(!view.isPlaying());
    QCOMPARE(playing.count(), 2);
    QCOMPARE(view.frame(), 9);
    QTRY_COMPARE(view.shownFrame(), 9);

    view.setPlayback({1.0, PlayMode::backAndForth});
    QSignalSpy frames(&view, &ClipView::frameChanged);
    view.play();
    const auto turns = [&] {
        int count = 0;
        for (int i = 2; i < frames.count(); ++i) {
            const int a = frames[i - 2][0].toInt(), b = frames[i - 1][0].toInt(), c = frames[i][0].toInt();
            if ((b - a > 0) != (c - b > 0)) ++count;
        }
        return count;
    };
    QTRY_VERIFY(turns() >= 3);
    view.pause();
    for (const QList<QVariant>& frame : frames)
        QVERIFY(frame[0].toInt() >= 4 && frame[0].toInt() <= 9);
}

void ClipViewTest::changesClipsWhilePlaying() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    for (int i = 0; i < 10; ++i) {
        view.setClip(i % 2 == 0 ? std::shared_ptr<const Clip>(std::make_shared<DeepClip>())
                                : std::make_shared<DrawnClip>());
        QVERIFY(!view.isPlaying());
        QCOMPARE(view.frame(), 0);
        view.play();
        QTest::qWait(15 * (i % 3));
        QVERIFY(view.isPlaying());
    }
    view.setClip(nullptr);
    QVERIFY(!view.isPlaying());
    QTest::qWait(30);
    QCOMPARE(view.shownFrame(), -1);
}

void ClipViewTest::staysQuickWithManyFrames() {
    /// 10,000 frames at 30 per second; the number of a frame is in its pixels.
    class LongClip : public DrawnClip {
    public:
        int frameCount() const override { return 10'000; }
        double framesPerSecond() const override { return 30; }
        double duration() const override { return 10'000 / 30.0; }
        double timeOf(int index) const override { return index / 30.0; }
        RgbImage frame(int index) const override {
            ++asked;
            return {64, 32, std::vector<std::uint8_t>(64 * 32 * 3, static_cast<std::uint8_t>(index % 251))};
        }
    };
    const auto clip = std::make_shared<LongClip>();
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(clip);
    for (const int frame : {9'999, 5'000, 1, 7'321}) {
        view.seek(frame);
        QTRY_COMPARE(view.shownFrame(), frame);
        QCOMPARE(greyInTheMiddle(view), frame % 251);
    }
    QVERIFY(clip->asked <= 5);  // the others are not decoded
    view.setPlayback({4.0, PlayMode::backAndForth});
    view.seek(9'990);
    view.play();
    QSignalSpy frames(&view, &ClipView::frameChanged);
    const auto isBack = [&] {
        return std::ranges::any_of(frames, [](const QList<QVariant>& frame) { return frame[0].toInt() < 9'960; });
    };
    QTRY_VERIFY(isBack());
    view.pause();
}

void ClipViewTest::hasNamesForItsControls() {
    ClipView view;
    view.setClip(std::make_shared<DrawnClip>());
    for (const QWidget* widget : view.findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || qobject_cast<const QMenu*>(widget) != nullptr) continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(speedButton(view)->accessibleDescription().contains(QStringLiteral("24")));
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
