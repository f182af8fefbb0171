// Tests of how the clip view changes the look of frames: turned, inverted, coloured, not interpolated, with pixels that
// are not square.
#include "tests/viewer/drawn_clips.h"
#include "tests/viewer/view_testing.h"
#include "viewer/layers/colour_bar.h"
#include "viewer/render/colour_table.h"
#include "viewer/render/turn.h"

#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

#include <cmath>
#include <set>

using namespace fleming;
using namespace fleming::viewer;
using namespace fleming::viewer::test;

namespace {

/// DeepClip with pixels of a size.
class SizedClip : public DeepClip {
public:
    explicit SizedClip(const PixelSize& size) : size_(size) {}
    PixelSize pixelSize() const override { return size_; }

private:
    PixelSize size_;
};

/// Returns true if the image in the middle of the screen, at zoom 1, is `image`, pixel for pixel. (The middle of a view
/// with an odd side lies within a pixel.)
bool showsExactly(const ClipView& view, const RgbImage& image) {
    const QImage shown = view.screen()->grab().toImage();
    const QPoint middle(shown.width() / 2 - image.width / 2, shown.height() / 2 - image.height / 2);
    const auto isAt = [&](const QPoint& corner) {
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                const std::uint8_t* rgb = &image.rgb[static_cast<std::size_t>(3 * (y * image.width + x))];
                if (shown.pixel(corner + QPoint(x, y)) != qRgb(rgb[0], rgb[1], rgb[2])) return false;
            }
        }
        return true;
    };
    return isAt(middle) || isAt(middle + QPoint(1, 0)) || isAt(middle + QPoint(0, 1)) || isAt(middle + QPoint(1, 1));
}

/// Returns the box of the pixels that are not black, without the frame of the focus, and the corner that says how the
/// image is turned.
QRect litBox(const ClipView& view) {
    const QImage shown = view.screen()->grab().toImage();
    QRect box;
    for (int y = 4; y < shown.height() - 4; ++y) {
        for (int x = 4; x < shown.width() - 4; ++x) {
            const bool isText = x > shown.width() - 150 && y > shown.height() - 60;
            if (!isText && qGray(shown.pixel(x, y)) > 100) box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

/// A clip of one white frame.
class WhiteClip : public DrawnClip {
public:
    explicit WhiteClip(const PixelSize& size) : size_(size) {}
    PixelSize pixelSize() const override { return size_; }
    RgbImage frame(int) const override { return {64, 32, std::vector<std::uint8_t>(64 * 32 * 3, 255)}; }

private:
    PixelSize size_;
};

QString timeLabel(const ClipView& view) {
    for (const QLabel* label : view.findChildren<QLabel*>()) {
        if (label->text().contains(QLatin1Char('/'))) return label->text().section(QLatin1Char(' '), -3);
    }
    return {};
}

}  // namespace

class ClipLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsRendered();
    void neverShowsAFrameInAnEarlierLook();
    void invertsColours();
    void keepsWhatIsInTheMiddleWhenItTurns();
    void findsThePixelUnderThePointerOfATurnedFrame();
    void showsPixelsWithTheirSides();
    void hasAScaleBarIfThePixelsHaveASize();
    void enlargesWithoutInterpolation();
    void hasTheBarOfItsColours();
    void tellsTheValuesAtTheEndsOfTheBar();
    void tellsTheFrameThatIsPainted();
};

void ClipLookTest::showsWhatIsRendered() {
    const auto clip = std::make_shared<DeepClip>();
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(clip);
    view.seek(4);
    view.setZoom(1);
    QSignalSpy changes(&view, &ClipView::displayChanged);
    view.setFocus();
    FrameDisplay display;
    const auto turn = [&](Qt::Key key, const Turn& next) {
        QTest::keyClick(view.focusWidget(), key);
        display.look.turn = next;
        QVERIFY(view.look() == display.look);
        QTRY_VERIFY(showsExactly(view, renderFrame(*clip, 4, display)));
    };
    turn(Qt::Key_H, {true, 0});
    turn(Qt::Key_Period, {true, 1});
    turn(Qt::Key_V, flippedUpDown({true, 1}));
    turn(Qt::Key_Comma, rotated(flippedUpDown({true, 1}), -1));
    QTest::keyClick(view.focusWidget(), Qt::Key_I);
    display.inverted = true;
    QVERIFY(view.isInverted());
    QTRY_VERIFY(showsExactly(view, renderFrame(*clip, 4, display)));
    for (const ColourTable table : colourTables().subspan(1)) {
        QTest::keyClick(view.focusWidget(), Qt::Key_C);
        display.look.colours = table;
        QTRY_VERIFY(showsExactly(view, renderFrame(*clip, 4, display)));
    }
    QVERIFY(changes.count() >= 4 + 1 + 4);
    // Other frames are shown so too, and all of it goes with R.
    view.seek(9);
    QTRY_VERIFY(showsExactly(view, renderFrame(*clip, 9, display)));
    QTest::keyClick(view.focusWidget(), Qt::Key_R);
    QVERIFY(view.look() == Look() && !view.isInverted());
    view.setZoom(1);
    QTRY_VERIFY(showsExactly(view, renderFrame(*clip, 9)));
    view.setLook({{true, 1}, ColourTable::pet, Interpolation::nearest});
    view.setClip(std::make_shared<DeepClip>());
    QVERIFY(view.look() == Look());
}

void ClipLookTest::neverShowsAFrameInAnEarlierLook() {
    const auto clip = std::make_shared<DeepClip>();
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(clip);
    view.setZoom(1);
    for (const int frame : {3, 4, 5}) {  // the view keeps them
        view.seek(frame);
        QTRY_COMPARE(view.shownFrame(), frame);
    }
    FrameDisplay display;
    for (const int frame : {4, 3, 5, 4, 5, 3}) {
        display.inverted = !display.inverted;
        display.look.colours = display.inverted ? ColourTable::pet : ColourTable::viridis;
        view.setInverted(display.inverted);
        view.setLook(display.look);
        view.seek(frame);
        QTRY_COMPARE_WITH_TIMEOUT(view.shownFrame(), frame, 5000);
        QVERIFY(showsExactly(view, renderFrame(*clip, frame, display)));
    }
}

void ClipLookTest::invertsColours() {
    const auto clip = std::make_shared<DrawnClip>();
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(clip);
    view.seek(20);
    QTRY_COMPARE(view.shownFrame(), 20);
    const int asked = clip->asked;
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_I);
    QTRY_COMPARE(greyInTheMiddle(view), 255 - 80);
    QTest::keyClick(view.focusWidget(), Qt::Key_C);  // colours have no table
    QTest::keyClick(view.focusWidget(), Qt::Key_I);
    QTRY_COMPARE(greyInTheMiddle(view), 80);
    QCOMPARE(clip->asked.load(), asked);  // it is not decoded again
}

void ClipLookTest::keepsWhatIsInTheMiddleWhenItTurns() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(std::make_shared<SizedClip>(PixelSize{2, 1, PixelSize::Unit::none}));
    QTRY_COMPARE(view.shownFrame(), 0);
    turnWheel(*view.screen(), 6, Qt::ControlModifier);
    drag(*view.screen(), Qt::MiddleButton, {250, 150}, {290, 130});
    const ZoomPan place = view.zoomPan().value();
    const QPointF before(place.x, place.y);
    const double zoom = view.zoom();
    view.setFocus();
    // The first four turn by half a circle, and the last two turn back.
    for (const Qt::Key key : {Qt::Key_H, Qt::Key_Period, Qt::Key_V, Qt::Key_Period, Qt::Key_H, Qt::Key_V})
        QTest::keyClick(view.focusWidget(), key);
    QVERIFY(view.look().turn == Turn());
    QVERIFY(std::abs(view.zoomPan()->x - before.x()) < 1e-6 && std::abs(view.zoomPan()->y - before.y()) < 1e-6);
    QVERIFY(std::abs(view.zoom() - zoom) < 1e-9);
}

void ClipLookTest::findsThePixelUnderThePointerOfATurnedFrame() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(std::make_shared<DeepClip>());
    QTRY_COMPARE(view.shownFrame(), 0);
    view.setLook({{false, 1}, ColourTable::grey, Interpolation::linear});
    view.setZoom(1);
    view.setActiveTool("box-window");
    // Turned by a quarter the image is 48 wide and 64 high; its column c is the row 47 - c of the frame. A box over its
    // left side has the values of the lowest rows, 10 * x + y.
    const double ratio = view.devicePixelRatioF();
    const QSizeF area = QSizeF(view.screen()->size()) * ratio;
    const QPoint corner(qRound(area.width() / 2 - 24), qRound(area.height() / 2 - 32));
    const auto at = [&](int x, int y) { return ((corner + QPoint(x, y)) / ratio); };
    drag(*view.screen(), Qt::LeftButton, at(0, 10), at(7, 19));
    const auto [low, high] = rangeOf(std::get<Window>(*view.chosenWindowing()));
    QVERIFY2(low >= 10 * 10 + 40 && low <= 10 * 12 + 47, qPrintable(QString::number(low)));
    QVERIFY2(high >= 10 * 17 + 40 && high <= 10 * 20 + 47, qPrintable(QString::number(high)));
}

void ClipLookTest::showsPixelsWithTheirSides() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    struct Kind {
        PixelSize pixel;
        double ratio;  // of the image on the screen, width to height
    };
    for (const Kind& kind : {Kind{{1, 1, PixelSize::Unit::none}, 2.0}, Kind{{0.5, 1, PixelSize::Unit::none}, 1.0},
                             Kind{{0.3, 0.2, PixelSize::Unit::inPatient}, 3.0}}) {
        view.setClip(std::make_shared<WhiteClip>(kind.pixel));
        view.setTexts(SceneTexts(0));
        QTRY_COMPARE(view.shownFrame(), 0);
        const QRect upright = litBox(view);
        QVERIFY(std::abs(static_cast<double>(upright.width()) / upright.height() - kind.ratio) < 0.05 * kind.ratio);
        view.setLook({{false, 1}, ColourTable::grey, Interpolation::linear});
        view.setZoom(2);
        const QRect turned = litBox(view);
        QVERIFY2(
            std::abs(static_cast<double>(turned.height()) / turned.width() - kind.ratio) < 0.05 * kind.ratio,
            qPrintable(
                QStringLiteral("%1 x %2 of %3").arg(turned.width()).arg(turned.height()).arg(view.screen()->height())));
        view.resetView();
        // At zoom 1 the shorter side of a pixel is one device pixel.
        view.setZoom(1);
        const double shorter = std::min(kind.pixel.width, kind.pixel.height);
        QVERIFY(std::abs(litBox(view).width() - 64 * kind.pixel.width / shorter) <= 1);
    }
}

void ClipLookTest::hasAScaleBarIfThePixelsHaveASize() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    const auto litBelow = [&] {
        const QImage shown = view.screen()->grab().toImage();
        int lit = 0;
        for (int y = shown.height() - 60; y < shown.height(); ++y) {
            for (int x = shown.width() / 2 - 80; x < shown.width() / 2 + 80; ++x)
                lit += qGray(shown.pixel(x, y)) > 150 ? 1 : 0;
        }
        return lit;
    };
    /// Of a bar of 100 mm at 1 mm a device pixel; the words make it more.
    const auto lit = [&](PixelSize::Unit unit) {
        view.setClip(std::make_shared<SizedClip>(PixelSize{1, 1, unit}));
        view.setZoom(1);
        view.setWindowing(Window{1e6, 2});
        view.setTexts(SceneTexts(static_cast<unsigned>(SceneText::scale)));
        [&] { QTRY_COMPARE(view.shownFrame(), 0); }();
        return litBelow();
    };
    QCOMPARE(lit(PixelSize::Unit::none), 0);
    const int inPatient = lit(PixelSize::Unit::inPatient);
    QVERIFY(inPatient >= 100);
    QVERIFY(lit(PixelSize::Unit::atDetector) > inPatient + 50);  // it says "at the detector"
    view.setTexts(SceneTexts(0));
    QCOMPARE(litBelow(), 0);
}

void ClipLookTest::enlargesWithoutInterpolation() {
    /// Columns of black and white.
    class StripedClip : public DrawnClip {
    public:
        RgbImage frame(int) const override {
            RgbImage image{64, 32, std::vector<std::uint8_t>(64 * 32 * 3)};
            for (std::size_t i = 0; i < image.rgb.size(); ++i)
                image.rgb[i] = i / 3 % 2 == 0 ? 0 : 255;
            return image;
        }
    };
    ClipView view;
    QVERIFY(showInWindow(view, {500, 300}));
    view.setClip(std::make_shared<StripedClip>());
    view.setTexts(SceneTexts(0));
    QTRY_COMPARE(view.shownFrame(), 0);
    const auto levels = [&] {
        const QImage shown = view.screen()->grab().toImage();
        std::set<int> found;
        for (int x = 100; x < 400; ++x)
            found.insert(qGray(shown.pixel(x, shown.height() / 2)));
        return found;
    };
    QVERIFY(levels().size() > 4);
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_N);
    QCOMPARE(levels(), (std::set<int>{0, 255}));
}

void ClipLookTest::hasTheBarOfItsColours() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(std::make_shared<DeepClip>());
    QTRY_COMPARE(view.shownFrame(), 0);
    view.setZoom(1);
    const auto coloured = [&] {
        const QImage shown = view.screen()->grab().toImage();
        int count = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = shown.width() - 60; x < shown.width(); ++x)
                count += QColor(shown.pixel(x, y)).saturation() > 100 ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(coloured(), 0);
    view.setLook({{}, ColourTable::rainbow, Interpolation::linear});
    QVERIFY(coloured() > 1000);
}

void ClipLookTest::tellsTheValuesAtTheEndsOfTheBar() {
    const auto drawn = [](const Windowing& windowing) {
        QImage image(300, 400, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        drawColourBar(painter, image.rect(), {windowing, false, false, ColourTable::rainbow});
        return image;
    };
    const auto table = std::make_shared<VoiTable>(VoiTable{10, {200, 10, 10, 90}, {}});
    struct Kind {
        Windowing windowing;
        double low, high;  // the values of the ends
    };
    for (const Kind& kind :
         {Kind{Window{100, 41}, 79.5, 119.5}, Kind{Window{100, 40, WindowFunction::sigmoid}, 60, 140},
          Kind{VoiTablePtr(table), 10, 13}}) {
        const auto levelOf = [&](double value) {
            const auto* window = std::get_if<Window>(&kind.windowing);
            return static_cast<std::size_t>(window != nullptr ? windowed(value, *window) : (*table)(value));
        };
        const QImage image = drawn(kind.windowing);
        // Within the frame of the bar, which is 12 wide, 24 from the edge, and half as high as the view.
        const int x = 299 - 24 - 6;
        for (const auto& [y, value] : {std::pair(102, kind.high), std::pair(297, kind.low)}) {
            const auto [red, green, blue] = colourTable(ColourTable::rainbow)[levelOf(value)];
            const QColor shown(image.pixel(x, y));
            const int difference =
                std::abs(shown.red() - red) + std::abs(shown.green() - green) + std::abs(shown.blue() - blue);
            QVERIFY2(difference < 30, qPrintable(QStringLiteral("%1: %2").arg(value).arg(shown.name())));
        }
        // The values are written beside the ends.
        int lit = 0;
        for (int y = 90; y < 310; ++y) {
            for (int left = 180; left < 260; ++left)
                lit += qGray(image.pixel(left, y)) > 150 ? 1 : 0;
        }
        QVERIFY(lit > 20);
    }
}

void ClipLookTest::tellsTheFrameThatIsPainted() {
    const auto clip = std::make_shared<DrawnClip>();
    ClipView view;
    QVERIFY(showInWindow(view, {600, 300}));
    view.setClip(clip);
    view.seek(5);
    QTRY_COMPARE(view.shownFrame(), 5);
    QCOMPARE(timeLabel(view), QStringLiteral("6 / 48"));
    clip->held = true;  // the decoder stops
    view.seek(30);
    QCOMPARE(view.frame(), 30);
    QCOMPARE(view.findChild<QSlider*>()->value(), 30);
    QCOMPARE(view.seenFrame(), 5);
    QCOMPARE(timeLabel(view), QStringLiteral("6 / 48"));
    QCOMPARE(greyInTheMiddle(view), 20);
    clip->held = false;
    clip->gate.release(1000);
    QTRY_COMPARE(view.shownFrame(), 30);
    QCOMPARE(timeLabel(view), QStringLiteral("31 / 48"));
    // While it plays, too: whenever the picture changes, the number is that of the picture.
    int checked = 0;
    connect(&view, &ClipView::frameChanged, &view, [&](int frame) {
        QCOMPARE(view.seenFrame(), frame);
        QCOMPARE(timeLabel(view), QStringLiteral("%1 / 48").arg(frame + 1));
        QCOMPARE(greyInTheMiddle(view), 4 * frame);
        ++checked;
    });
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(checked > 8);
    QTest::keyClick(view.focusWidget(), Qt::Key_I, Qt::ShiftModifier);
    QCOMPARE(view.range()->first, view.seenFrame() / 24.0);
    view.pause();
}

QTEST_MAIN(ClipLookTest)
#include "clip_look_test.moc"
