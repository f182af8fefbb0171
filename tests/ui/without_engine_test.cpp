// The window of a program whose engine cannot be loaded: it says so once, and shows scans.
#include "app/studies/samples.h"
#include "tests/ui/window_test.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QtTest>

namespace fleming::ui {

class WithoutEngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void viewsScansWithoutAnEngine() {
        app::Workspace workspace;  // with the backends of the program
        MainWindow window(workspace);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        workspace.model().load(app::LocalCheckpoint{FLEMING_BUILD_DIR "/random_model"});
        const auto* messages = window.findChild<MessageBar*>();
        QTRY_VERIFY(messages->isVisible());
        QVERIFY2(messages->message().contains(QStringLiteral("fleming_engine.so")), qPrintable(messages->message()));
        QVERIFY(!workspace.model().model() && !workspace.model().isLoading());

        const auto sample = app::findSample();
        window.commands()->openPaths({QString::fromStdString(sample->path.string())});
        QTRY_VERIFY_WITH_TIMEOUT(window.viewArea()->slicePage()->showsPixels(), 20000);
        QVERIFY(window.viewArea()->slicePage()->view()->sliceCount() > 1);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.studies().find(workspace.studies().chosen())->volume->complete(), 20000);
        workspace.evidence().add(*workspace.studies().chosenSeries(), window.viewArea()->flemingPick());
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.evidence().frames().empty() && !workspace.evidence().isCollecting(), 20000);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::WithoutEngineTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "without_engine_test.moc"
