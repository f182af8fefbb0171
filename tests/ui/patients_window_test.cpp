// Several patients in one window: the warning before a question about a mixture; privacy mode.
#include "app/privacy.h"
#include "app/settings.h"
#include "tests/ui/marked_texts.h"
#include "tests/ui/patient_files.h"
#include "tests/ui/window_test.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/tags/tags_dialog.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;
using testing::writeSlice;

namespace {

using testing::kMarker;
using testing::marked;

}  // namespace

class PatientsWindowTest : public QObject {
    Q_OBJECT

    static QLabel* warning(const Fixture& f) {
        return f.composer()->findChild<QLabel*>(QStringLiteral("patientWarning"));
    }

    /// Adds the picture of series `index` to the evidence.
    static bool pick(Fixture& f, std::size_t index) {
        app::Studies& studies = f.workspace->studies();
        const std::size_t before = f.workspace->evidence().frames().size();
        studies.choose(studies.series().at(index).id);
        f.press(Qt::Key_E, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return f.workspace->evidence().frames().size() == before + 1; });
    }

private Q_SLOTS:
    void warnsBeforeAQuestionAboutTwoPatients() {
        Fixture f;
        f.loadModel();
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "1", "Doe^Jane"),
                                         writeSlice(f.folder, "1.2", "1", "DOE^JANE", "P-17", "20230102"),
                                         writeSlice(f.folder, "1.3", "1", "Roe^Max", "P-18")});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{3});
        QVERIFY(pick(f, 0));
        QVERIFY(pick(f, 1));
        QVERIFY(!warning(f)->isVisible());  // two studies of one patient
        QVERIFY(pick(f, 2));
        QVERIFY(warning(f)->isVisible());
        QVERIFY(warning(f)->text().contains(QStringLiteral("Doe, Jane"), Qt::CaseInsensitive));
        QVERIFY(warning(f)->text().contains(QStringLiteral("Roe, Max")));

        // The first Enter does not ask and keeps the question; the next one asks.
        f.composer()->box()->setFocus();
        QTest::keyClicks(f.composer()->box(), QStringLiteral("Compare them."));
        f.press(Qt::Key_Return);
        QVERIFY(!f.workspace->chat().isAnswering());
        QCOMPARE(f.composer()->box()->toPlainText(), QStringLiteral("Compare them."));
        QVERIFY(warning(f)->text().contains(QStringLiteral("was not sent")));
        QCOMPARE(f.composer()->askButton()->text(), QStringLiteral("Ask anyway"));
        QTest::mouseClick(f.composer()->askButton(), Qt::LeftButton);
        QTRY_VERIFY(f.workspace->chat().isAnswering());
        QVERIFY(warning(f)->isVisible());
        QVERIFY(!warning(f)->text().contains(QStringLiteral("was not sent")));
        QCOMPARE(f.composer()->askButton()->text(), QStringLiteral("Ask"));
    }

    void privacyModeHidesWhoThePatientsAre() {
        Fixture f;
        f.loadModel();
        const QStringList files = testing::writeMarked(f.folder);
        QFile damaged(QFileInfo(files.front()).path() + QStringLiteral("/XMARKX-damaged.dcm"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(128, 0) + "DICM" + QByteArray(50, 'x'));
        damaged.close();
        f.window->commands()->openPaths({QFileInfo(files.front()).path()});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        QTRY_COMPARE(f.workspace->studies().skipped().size(), std::size_t{1});
        QTRY_COMPARE(f.window->viewArea()->slicePage()->view()->sliceCount(), 4);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QVERIFY(f.ask(QStringLiteral("What is shown?")));
        f.window->commands()->showTags(f.workspace->studies().chosen());
        QTRY_VERIFY(f.window->findChild<TagsDialog*>()->model()->rowCount() > 0);
        QVERIFY(marked().size() > 5);  // the search finds what there is to hide
        f.window->commands()->openPaths({QFileInfo(files.front()).path()});
        QTRY_VERIFY(!f.window->messageBar()->message().isEmpty());
        viewer::SliceView* view = f.window->viewArea()->slicePage()->view();
        const QImage before = view->grab().toImage();

        f.press(Qt::Key_F5);
        QVERIFY(app::Privacy::mode().isOn());
        QTRY_VERIFY2(marked().isEmpty(), qPrintable(marked().join(QStringLiteral(" | "))));
        QTRY_VERIFY(view->grab().toImage() != before);  // the text in the corner
        const QString patient = f.studyPanel()->seriesTree()->topLevelItem(0)->text(0);
        QVERIFY2(patient.startsWith(QStringLiteral("Patient ")), qPrintable(patient));
        QCOMPARE(view->sliceCount(), 4);

        // What is opened, said and shown from now on does not name the patient either.
        f.window->commands()->openPaths({QFileInfo(files.front()).path()});
        QTRY_VERIFY(!f.window->messageBar()->message().isEmpty());
        f.window->commands()->openPaths({QStringLiteral("/XMARKX/absent.dcm")});
        QTRY_VERIFY(!f.workspace->studies().isOpening());
        f.window->commands()->showTags(f.workspace->studies().chosen());
        QTRY_VERIFY(f.window->findChild<TagsDialog*>() != nullptr);
        QTRY_VERIFY(f.window->findChild<TagsDialog*>()->model()->rowCount() > 0);
        QTest::qWait(100);
        QVERIFY2(marked().isEmpty(), qPrintable(marked().join(QStringLiteral(" | "))));
        f.studyPanel()->filter()->setText(patient.section(QLatin1Char(' '), 1));
        QCOMPARE(f.studyPanel()->seriesTree()->matchCount(), 1);

        // The pseudonym stays; without the mode everything is as before.
        app::Privacy::mode().setOn(false);
        f.studyPanel()->filter()->clear();
        QVERIFY(f.studyPanel()->seriesTree()->topLevelItem(0)->text(0).startsWith(kMarker));
        app::Privacy::mode().setOn(true);
        QCOMPARE(f.studyPanel()->seriesTree()->topLevelItem(0)->text(0), patient);
        QVERIFY(app::settings::privacyMode());
        app::Privacy::mode().setOn(false);
        // What is stored is not changed: the evidence names its series.
        const viewer::Provenance& stored = f.workspace->evidence().frames()[0].provenance;
        QCOMPARE(stored.seriesDescription.words, std::string("XMARKX"));
    }

    void theWarningFollowsTheImages() {
        Fixture f;
        f.loadModel();
        f.window->commands()->openPaths(
            {writeSlice(f.folder, "1.1", "1", "Doe^Jane"), writeSlice(f.folder, "1.3", "1", "Roe^Max", "P-18"),
             writeSlice(f.folder, "1.4", "1", "Poe^Ann", "P-19"), writeSlice(f.folder, "1.5", "1", "")});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{4});
        QVERIFY(pick(f, 0));
        QVERIFY(pick(f, 3));
        QVERIFY(!warning(f)->isVisible());  // who the other patient is cannot be said
        QVERIFY(pick(f, 1));
        QVERIFY(warning(f)->isVisible());
        f.workspace->studies().closeAll();  // the images stay, and so does what is known of them
        QVERIFY(warning(f)->isVisible());
        QTest::keyClicks(f.composer()->box(), QStringLiteral("Why?"));
        f.composer()->ask();
        QVERIFY(warning(f)->text().contains(QStringLiteral("was not sent")));
        // Other patients are warned of anew.
        f.workspace->evidence().remove(2);
        QVERIFY(!warning(f)->isVisible());
        f.workspace->evidence().undo();
        QVERIFY(warning(f)->isVisible());
        QVERIFY(!warning(f)->text().contains(QStringLiteral("was not sent")));
        f.workspace->evidence().remove(2);
        f.composer()->ask();
        QTRY_VERIFY(f.workspace->chat().isAnswering());  // one patient: nothing is held back
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::PatientsWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "patients_window_test.moc"
