// The library of scans in a real window, by keyboard and by mouse.
#include "app/privacy.h"
#include "app/scans/scan_index.h"
#include "tests/ui/marked_texts.h"
#include "tests/ui/patient_files.h"
#include "tests/ui/window_test.h"
#include "ui/library/scan_tree.h"
#include "ui/library/scans_dialog.h"
#include "ui/window/commands.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QtTest>

#include <filesystem>

namespace fleming::ui {

using testing::Fixture;
using testing::writeSlice;

class ScansWindowTest : public QObject {
    Q_OBJECT

    /// Writes two series of one patient and one of another into a folder and returns its path.
    static QString writeScans(const Fixture& f) {
        const QString folder = f.folder.filePath(QStringLiteral("scans"));
        QDir().mkpath(folder);
        for (const QString& file :
             {writeSlice(f.folder, "1.1", "1", "Doe^Jane"), writeSlice(f.folder, "1.1", "2", "Doe^Jane"),
              writeSlice(f.folder, "1.3", "1", "Roe^Max", "P-18", "20230102")})
            QFile::rename(file, folder + QLatin1Char('/') + QFileInfo(file).fileName());
        return folder;
    }

    static std::size_t knownSeries() { return app::ScanIndex().series().size(); }

    /// Opens a folder, waits until the library has its series, and closes them.
    static bool addToLibrary(Fixture& f, const QString& folder, std::size_t series) {
        f.window->commands()->openPaths({folder});
        if (!QTest::qWaitFor([&] { return knownSeries() == series; })) return false;
        f.workspace->studies().closeAll();
        return true;
    }

    /// Opens the dialog with its key.
    static ScansDialog* openLibrary(Fixture& f) {
        f.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        ScansDialog* dialog = nullptr;
        const bool came = QTest::qWaitFor([&] {
            dialog = f.window->findChild<ScansDialog*>();
            return dialog != nullptr && dialog->isActiveWindow() && dialog->tree()->topLevelItemCount() > 0;
        });
        return came ? dialog : nullptr;
    }

    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    /// Opens the menu of the button by its key and chooses the entry with this number.
    static void chooseChanges(ScansDialog* dialog, int entry) {
        QTest::qWait(150);  // a button ignores its key for 100 ms after the last time
        auto* timer = new QTimer(dialog);
        connect(timer, &QTimer::timeout, dialog, [timer, entry] {
            QWidget* menu = QApplication::activePopupWidget();
            if (menu == nullptr) return;
            timer->deleteLater();
            for (int i = 0; i <= entry; ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        timer->start(50);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::AltModifier);
    }

private Q_SLOTS:
    void init() { std::filesystem::remove(app::scansFile()); }

    void findsAndOpensByKeyboard() {
        Fixture f;
        QVERIFY(addToLibrary(f, writeScans(f), 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        QCOMPARE(QApplication::focusWidget(), dialog->filter());
        QCOMPARE(dialog->tree()->topLevelItemCount(), 2);
        QCOMPARE(dialog->tree()->topLevelItem(0)->text(0), QStringLiteral("Doe, Jane"));
        QVERIFY(dialog->tree()->topLevelItem(0)->text(1).contains(QStringLiteral("P-17")));
        QVERIFY(dialog->tree()->topLevelItem(0)->text(2).endsWith(QStringLiteral("/scans")));
        QCOMPARE(dialog->status()->text(), QStringLiteral("3 series"));
        type("roe");
        QCOMPARE(dialog->tree()->matchCount(), 1);
        QVERIFY(dialog->tree()->topLevelItem(0)->isHidden());
        QCOMPARE(dialog->tree()->currentItem(), dialog->tree()->topLevelItem(1));
        key(Qt::Key_Return);
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        QCOMPARE(f.workspace->studies().series()[0].series.study.patient.name, std::string("Roe^Max"));
        QTRY_VERIFY(f.window->findChild<ScansDialog*>() == nullptr);
    }

    void opensOneSeriesOfAStudy() {
        Fixture f;
        QVERIFY(addToLibrary(f, writeScans(f), 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        type("jane");
        QCOMPARE(dialog->tree()->matchCount(), 2);
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Down);  // study, first series, second series
        QCOMPARE(QApplication::focusWidget(), dialog->filter());
        QCOMPARE(dialog->tree()->currentItem()->text(0), QStringLiteral("Series 2"));
        key(Qt::Key_Return);
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        QCOMPARE(f.workspace->studies().series()[0].series.number, 2);
    }

    void opensAStudyByMouse() {
        Fixture f;
        QVERIFY(addToLibrary(f, writeScans(f), 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        const QRect row = dialog->tree()->visualItemRect(dialog->tree()->topLevelItem(0)->child(0));
        QVERIFY(row.isValid());
        const QPoint at(row.left() + 40, row.center().y());
        QTest::mouseClick(dialog->tree()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(dialog->tree()->viewport(), Qt::LeftButton, {}, at);
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
    }

    void nothingFoundOpensNothing() {
        Fixture f;
        QVERIFY(addToLibrary(f, writeScans(f), 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        type("nobody");
        QCOMPARE(dialog->status()->text(), QStringLiteral("Nothing was found."));
        QVERIFY(!dialog->openButton()->isEnabled());
        key(Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        key(Qt::Key_Escape);
        QTRY_VERIFY(f.window->findChild<ScansDialog*>() == nullptr);
    }

    void marksWhatIsMissing() {
        Fixture f;
        const QString folder = writeScans(f), away = f.folder.filePath(QStringLiteral("away"));
        QVERIFY(addToLibrary(f, folder, 3));
        QVERIFY(QDir().rename(folder, away));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        QTRY_COMPARE(dialog->tree()->topLevelItem(0)->text(2), QStringLiteral("Missing: ") + folder);
        key(Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->status()->text().contains(folder));
        chooseChanges(dialog, 1);
        QTRY_VERIFY(dialog->status()->text().contains(QStringLiteral("Missing folders")));
        QCOMPARE(knownSeries(), std::size_t{3});

        QVERIFY(QDir().rename(away, folder));
        chooseChanges(dialog, 0);
        QTRY_COMPARE(dialog->status()->text(), QStringLiteral("Nothing has changed."));
        QTRY_COMPARE(dialog->tree()->topLevelItem(0)->text(2), folder);
        key(Qt::Key_Return);
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
    }

    void findsChanges() {
        Fixture f;
        const QString folder = writeScans(f);
        QVERIFY(addToLibrary(f, folder, 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        const QString file = writeSlice(f.folder, "1.5", "1", "Poe^Ann", "P-19");
        QVERIFY(QFile::rename(file, folder + QStringLiteral("/new.dcm")));
        QVERIFY(QFile::remove(folder + QStringLiteral("/1.3-1.dcm")));
        chooseChanges(dialog, 0);
        QTRY_COMPARE(dialog->status()->text(), QStringLiteral("Files added: 1, changed: 0, gone: 1."));
        QVERIFY(dialog->changesButton()->isVisible() && !dialog->cancelButton()->isVisible());
        QTRY_COMPARE(dialog->tree()->topLevelItem(1)->text(0), QStringLiteral("Poe, Ann"));
        QCOMPARE(dialog->tree()->topLevelItemCount(), 2);
    }

    void cancelsTheSearch() {
        Fixture f;
        const QString folder = writeScans(f);
        QVERIFY(addToLibrary(f, folder, 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        for (int i = 0; i < 20'000; ++i)
            QVERIFY(QFile(folder + QStringLiteral("/%1.txt").arg(i)).open(QIODevice::WriteOnly));
        chooseChanges(dialog, 1);
        QTRY_VERIFY(dialog->cancelButton()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::AltModifier);
        QTRY_COMPARE(dialog->status()->text(), QStringLiteral("The search was cancelled."));
        QVERIFY(dialog->changesButton()->isVisible() && !dialog->cancelButton()->isVisible());
        QCOMPARE(knownSeries(), std::size_t{3});
    }

    void removesAFolderByKeyboard() {
        Fixture f;
        const QString folder = writeScans(f);
        QVERIFY(addToLibrary(f, folder, 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), dialog->tree());
        key(Qt::Key_Delete);
        QCOMPARE(QApplication::focusWidget(), dialog->confirmButton());
        key(Qt::Key_Escape);
        QVERIFY(dialog->isVisible() && !dialog->confirmButton()->isVisible());
        QCOMPARE(QApplication::focusWidget(), dialog->tree());
        key(Qt::Key_Delete);
        key(Qt::Key_Return);
        QTRY_COMPARE(dialog->tree()->topLevelItemCount(), 0);
        QCOMPARE(knownSeries(), std::size_t{0});
        QTRY_VERIFY(dialog->status()->text().startsWith(QStringLiteral("The library is empty")));
        QVERIFY(QFile::exists(folder + QStringLiteral("/1.3-1.dcm")));
        QVERIFY(!dialog->removeButton()->isEnabled());
    }

    void privacyModeHidesPatientsAndFolders() {
        Fixture f;
        const QString folder = QFileInfo(testing::writeMarked(f.folder)[0]).path();
        QVERIFY(addToLibrary(f, folder, 1));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        QVERIFY(testing::marked().size() > 3);  // the search finds what there is to hide
        app::Privacy::mode().setOn(true);
        const auto hidden = [] { return testing::marked().join(QStringLiteral(" | ")); };
        QVERIFY2(hidden().isEmpty(), qPrintable(hidden()));
        key(Qt::Key_Tab);
        key(Qt::Key_Delete);
        QVERIFY2(hidden().isEmpty(), qPrintable(hidden()));
        key(Qt::Key_Escape);
        QVERIFY(QDir().rename(folder, folder + QStringLiteral("-away")));
        chooseChanges(dialog, 1);
        QTRY_VERIFY(dialog->status()->text().contains(QStringLiteral("Missing folders")));
        QVERIFY2(hidden().isEmpty(), qPrintable(hidden()));
        QTRY_VERIFY(dialog->tree()->topLevelItem(0)->text(2).startsWith(QStringLiteral("Missing")));
        key(Qt::Key_Return);  // says that the files are missing
        QVERIFY2(hidden().isEmpty(), qPrintable(hidden()));
        dialog->filter()->setText(dialog->tree()->topLevelItem(0)->text(0).section(QLatin1Char(' '), 1));
        QCOMPARE(dialog->tree()->matchCount(), 1);
        dialog->filter()->setText(testing::kMarker);
        QCOMPARE(dialog->tree()->matchCount(), 0);
        dialog->filter()->clear();
        app::Privacy::mode().setOn(false);
        QVERIFY(dialog->tree()->topLevelItem(0)->text(0).startsWith(testing::kMarker));
    }

    void fitsASmallWindow() {
        Fixture f;
        f.window->resize(1024, 600);
        QVERIFY(addToLibrary(f, writeScans(f), 3));
        ScansDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->width() <= 1024 && dialog->height() <= 600,
                 qPrintable(QStringLiteral("%1 x %2").arg(dialog->width()).arg(dialog->height())));
        dialog->tree()->setFocus();
        key(Qt::Key_Delete);  // the question takes room too
        QVERIFY(dialog->minimumSizeHint().width() <= 1024 && dialog->minimumSizeHint().height() <= 600);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ScansWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "scans_window_test.moc"
