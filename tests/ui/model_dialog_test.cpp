// The dialog that chooses a model, with a backend of the test.
#include "ui/dialogs/model_dialog.h"

#include "tests/ui/window_test.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;

class ModelDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAFolderHoldsBeforeItIsLoaded() {
        Fixture f;
        f.model->description = "Random weights.";
        ModelDialog dialog(*f.workspace);
        dialog.setFolder(f.folder.path());
        QVERIFY(!dialog.loadButton()->isEnabled());
        QTRY_VERIFY(dialog.loadButton()->isEnabled());
        QVERIFY(dialog.findings()->text().contains(QStringLiteral("Scripted\nRandom weights.")));
        QVERIFY(!f.workspace->model().model());
        dialog.loadButton()->click();
        QTRY_VERIFY(f.workspace->model().model().has_value());
        QCOMPARE(QString::fromStdString(f.workspace->model().model()->info.path.string()), f.folder.path());
    }

    void refusesAFolderThatIsNoModel() {
        Fixture f;
        f.model->loadFailure = "test.no_model";
        ModelDialog dialog(*f.workspace);
        dialog.setFolder(f.folder.path());
        QTRY_VERIFY(dialog.findings()->text().contains(QStringLiteral("test.no_model")));
        QVERIFY(!dialog.loadButton()->isEnabled());
    }

    void saysWhetherImagesLeaveThisMachine() {
        for (const bool leave : {false, true}) {
            Fixture f;
            f.model->capabilities.pixelsLeaveThisMachine = leave;
            ModelDialog dialog(*f.workspace);
            dialog.setFolder(f.folder.path());
            QTRY_VERIFY(dialog.loadButton()->isEnabled());
            const QString sentence = leave ? QStringLiteral("Images are sent to another machine.")
                                           : QStringLiteral("Images do not leave this machine.");
            QVERIFY2(dialog.findings()->text().contains(sentence), qPrintable(dialog.findings()->text()));
            f.loadModel();
            bool isShown = false;
            for (const QLabel* label : f.window->statusBar()->findChildren<QLabel*>())
                isShown |= label->toolTip().contains(sentence);
            QVERIFY(isShown);
        }
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ModelDialogTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "model_dialog_test.moc"
