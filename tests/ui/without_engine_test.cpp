// In a real window of a program whose engine cannot be loaded: it says so once, and is a viewer all the same.
#include "app/studies/samples.h"
#include "tests/ui/window_test.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"

#include <QtTest>

namespace fleming::ui {

class WithoutEngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theViewerViews() {
        app::Workspace workspace;  // with the answerer of the program itself
        MainWindow window(workspace);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        workspace.loadModel(QStringLiteral(FLEMING_BUILD_DIR "/random_model"));
        const auto* messages = window.findChild<MessageBar*>();
        QTRY_VERIFY(messages->isVisible());
        QVERIFY2(messages->message().contains(QStringLiteral("fleming_engine.so")), qPrintable(messages->message()));
        QVERIFY(!workspace.model() && !workspace.isLoadingModel());

        const auto sample = app::findSample();
        window.openPaths({QString::fromStdString(sample->path.string())});
        QTRY_VERIFY_WITH_TIMEOUT(window.viewArea()->slicePage()->showsPixels(), 20000);
        QVERIFY(window.viewArea()->slicePage()->view()->sliceCount() > 1);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.find(workspace.chosen())->volume->complete(), 20000);
        workspace.addEvidence(workspace.chosen(), window.viewArea()->flemingPick());
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.evidence().empty() && !workspace.isCollecting(), 20000);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::WithoutEngineTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "without_engine_test.moc"
