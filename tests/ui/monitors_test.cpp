// Monitors of different scale: a window that is moved to another one looks as if it had been opened there.
#include "tests/ui/pane_testing.h"
#include "tests/ui/window_test.h"
#include "ui/views/volume_page.h"
#include "ui/window/commands.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QTemporaryDir>
#include <QWindow>
#include <QtTest>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::view;

class MonitorsTest : public QObject {
    Q_OBJECT

    static void moveTo(Fixture& f, int screen) {
        const QRect there = QGuiApplication::screens().at(screen)->geometry();
        f.window->move(there.topLeft() + QPoint(20, 20));
        QTRY_COMPARE(f.window->windowHandle()->screen(), QGuiApplication::screens().at(screen));
        QTRY_COMPARE(f.window->devicePixelRatioF(), QGuiApplication::screens().at(screen)->devicePixelRatio());
    }

    static void compare(QWidget* moved, QWidget* opened) {
        QTRY_COMPARE(moved->size(), opened->size());
        QTRY_COMPARE(moved->grab().toImage(), opened->grab().toImage());
    }

private Q_SLOTS:
    void slicesLookAsIfOpenedThere() {
        for (const int to : {1, 0}) {
            Fixture there, moved;
            moveTo(there, to);
            QVERIFY(there.openVolume());
            moveTo(moved, 1 - to);
            QVERIFY(moved.openVolume());
            const double before = view(moved, 0)->zoom();
            moveTo(moved, to);
            QTRY_COMPARE(view(moved, 0)->zoom(), view(there, 0)->zoom());
            QVERIFY(view(moved, 0)->zoom() != before);  // fitted to other pixels
            compare(view(moved, 0), view(there, 0));
        }
    }

    void theVolumeIsDrawnInThePixelsOfTheMonitor() {
        Fixture f;
        moveTo(f, 0);
        QVERIFY(f.openVolume());
        area(f)->showTab(true);
        const auto volume = [&f] { return area(f)->volumePage()->view(); };
        QTRY_VERIFY_WITH_TIMEOUT(volume() != nullptr && volume()->isAtRest(), 30000);
        QSignalSpy rests(volume(), &viewer::VolumeView::cameAtRest);
        moveTo(f, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!rests.isEmpty(), 30000);
        QSize drawn;
        volume()->capture([&drawn](const QImage& picture) { drawn = picture.size(); });
        QTRY_COMPARE_WITH_TIMEOUT(drawn, volume()->size() * 2, 30000);
    }

    /// A view that the user has zoomed keeps what it shows.
    void aZoomedViewShowsTheSame() {
        Fixture f;
        moveTo(f, 0);
        QVERIFY(f.openVolume());
        view(f, 0)->setZoom(1.5 * view(f, 0)->zoom());
        const auto before = view(f, 0)->camera();
        const int width = view(f, 0)->width();
        moveTo(f, 1);
        QTRY_COMPARE(view(f, 0)->width(), width);
        const auto after = view(f, 0)->camera();
        QVERIFY(std::abs(after->centre[0] - before->centre[0]) < 0.5);
        QVERIFY(std::abs(after->centre[1] - before->centre[1]) < 0.5);
        QTRY_COMPARE(view(f, 0)->camera()->pixelsPerMm, 2 * before->pixelsPerMm);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    const QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QIODevice::WriteOnly)) return 1;
    screens.write(R"({"screens": [
        {"name": "one", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "two", "x": 1600, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96,
         "dpr": 2}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    fleming::ui::MonitorsTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "monitors_test.moc"
