// Exporting and importing in a real window: the dialog and its preview.
#include "ui/dialogs/export_dialog.h"

#include "app/export/exporters.h"
#include "tests/ui/window_test.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class ExportDialogTest : public QObject {
    Q_OBJECT

    static bool answerOne(Fixture& f, const char* question) {
        if (!f.askAboutThreeSlices(QLatin1String(question))) return false;
        f.model->say(Channel::answer, "Yes.");
        f.model->finish();
        return f.finished();
    }

private Q_SLOTS:
    void showsWhatLeavesBeforeItIsExported() {
        Fixture f;
        QVERIFY(answerOne(f, "Export me"));
        ExportDialog dialog(*f.workspace, *app::findExporter("json"));
        dialog.show();
        const auto* preview = dialog.findChild<QPlainTextEdit*>(QStringLiteral("preview"));
        auto* list = dialog.findChild<QLineEdit*>(QStringLiteral("list"));
        auto* path = dialog.findChild<QLineEdit*>(QStringLiteral("path"));
        auto* format = dialog.findChild<QComboBox*>(QStringLiteral("format"));
        const auto says = [&](const char* text) { return preview->toPlainText().contains(QLatin1String(text)); };
        QTRY_VERIFY_WITH_TIMEOUT(says("Questions: 1."), 15000);
        QVERIFY(says("  Export me") && says("\"format\": \"fleming-session\"") && !says("can identify patients"));
        QCOMPARE(format->count(), static_cast<int>(app::exporters().size()));
        QVERIFY(path->text().endsWith(QLatin1String(".json")));
        dialog.findChild<QCheckBox*>(QStringLiteral("identity"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(says("can identify patients"), 15000);
        QTest::keyClicks(list, QStringLiteral("7"));
        QTRY_VERIFY_WITH_TIMEOUT(says("7") && !says("Questions"), 15000);
        QPushButton* write = dialog.exportButton();
        QVERIFY(!write->isEnabled());
        QTest::keyClick(list, Qt::Key_Backspace);
        QTest::keyClicks(list, QStringLiteral("1"));
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), 15000);

        // A folder, by the format.
        format->setCurrentIndex(format->findText(app::nameOf(*app::findExporter("csv"))));
        QVERIFY(!path->text().endsWith(QLatin1String(".json")));
        QTRY_VERIFY_WITH_TIMEOUT(says("exchanges.csv"), 15000);
        path->setText(f.folder.filePath(QStringLiteral("tables")));
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), 15000);
        QSignalSpy written(&f.workspace->session(), &app::CurrentSession::exported);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 15000);
        QVERIFY(QFileInfo::exists(f.folder.filePath(QStringLiteral("tables/exchanges.csv"))));
        QVERIFY(!dialog.isVisible());
    }

    void opensAnExportedSession() {
        Fixture f;
        QVERIFY(answerOne(f, "Keep me"));
        const QString json = f.folder.filePath(QStringLiteral("a.json"));
        QSignalSpy written(&f.workspace->session(), &app::CurrentSession::exported);
        f.workspace->session().exportTo(
            {app::findExporter("json"), json, {.includePaths = true, .keepIdentity = true}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 15000);
        const QString before = f.workspace->session().file();
        f.workspace->session().openExported(json);
        QTRY_VERIFY(f.workspace->session().file() != before);
        QCOMPARE(f.workspace->session().exchanges().size(), std::size_t{1});
        QCOMPARE(f.workspace->session().exchanges().front().question, std::string("Keep me"));
        QVERIFY(!f.workspace->session().isReadOnly());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ExportDialogTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "export_dialog_test.moc"
