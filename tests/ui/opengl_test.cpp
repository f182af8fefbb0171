// OpenGL in a real window: it is not used before a volume is shown.
#include "tests/ui/window_test.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/views/volume_page.h"

#include <QFile>
#include <QOpenGLContext>
#include <QtTest>

namespace fleming::ui {

class OpenGlTest : public QObject {
    Q_OBJECT

    /// Returns true if this process has loaded a driver, which the creation of a context does.
    static bool driverIsLoaded() {
        QFile maps(QStringLiteral("/proc/self/maps"));
        if (!maps.open(QIODevice::ReadOnly)) qFatal("/proc/self/maps cannot be read");
        const QByteArray libraries = maps.readAll();
        for (const char* name : {"/libGLX_", "/libEGL_", "_dri.so", "/libgallium"}) {
            if (libraries.contains(name)) return true;
        }
        return false;
    }

private Q_SLOTS:
    void loadsNoDriverBeforeAVolumeIsShown() {
        testing::Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(24));
        QTRY_VERIFY(f.window->viewArea()->hasVolumeTab());
        QTest::qWait(200);
        QVERIFY(!driverIsLoaded());
        f.window->viewArea()->showTab(true);
        QTRY_VERIFY(f.window->viewArea()->volumePage()->view() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(f.window->viewArea()->volumePage()->view()->isAtRest(), 60000);
        const bool loaded = driverIsLoaded();
        QCOMPARE(loaded, QOpenGLContext().create());  // if the display has OpenGL
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::OpenGlTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "opengl_test.moc"
