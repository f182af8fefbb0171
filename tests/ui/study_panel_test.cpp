// The tree of series: by patient and study, with a filter; closing.
#include "ui/browser/study_panel.h"

#include "tests/ui/patient_files.h"
#include "tests/ui/window_test.h"
#include "ui/browser/series_delegate.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_text.h"
#include "ui/views/start_page.h"
#include "ui/window/commands.h"
#include "viewer/text/name_text.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTranslator>
#include <QtTest>

namespace fleming::ui {

using testing::EnglishPlurals;
using testing::Fixture;
using testing::writeSlice;

namespace {

/// Returns the tree as text: a row a line, indented by its level; headings end with a colon.
QStringList rows(const QTreeWidget* tree) {
    QStringList lines;
    const std::function<void(QTreeWidgetItem*, int)> add = [&](QTreeWidgetItem* row, int level) {
        if (row->isHidden()) return;
        const bool heading = row->childCount() > 0;
        lines << QString(level, QLatin1Char(' ')) + row->text(0) + (heading ? QStringLiteral(":") : QString());
        for (int i = 0; i < row->childCount(); ++i)
            add(row->child(i), level + 1);
    };
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        add(tree->topLevelItem(i), 0);
    return lines;
}

void click(const QTreeWidget* tree, const QTreeWidgetItem* row) {
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(row).center());
}

/// Opens the menu of a row by the mouse and triggers the entry with this text.
bool chooseFromMenu(QTreeWidget* tree, const QTreeWidgetItem* row, const QString& text) {
    const QPoint at = tree->visualItemRect(row).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, tree->viewport()->mapToGlobal(at));
    QApplication::sendEvent(tree->viewport(), &event);
    for (QMenu* menu : tree->findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            if (!action->text().remove(QLatin1Char('&')).startsWith(text)) continue;
            action->trigger();
            menu->close();
            return true;
        }
    }
    return false;
}

}  // namespace

class StudyPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreWrittenAsPeopleWriteThem_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("name");
        QTest::newRow("components") << "Doe^Jane^A^Dr^MD"
                                    << "Doe, Jane A";
        QTest::newRow("groups") << "Yamada^Tarou=山田^太郎"
                                << "Yamada, Tarou";
        QTest::newRow("no Latin group") << "=山田^太郎"
                                        << "山田, 太郎";
        QTest::newRow("no components") << "  Phantom 7 "
                                       << "Phantom 7";
        QTest::newRow("given name only") << "^Jane"
                                         << "Jane";
        QTest::newRow("nothing") << "^^^="
                                 << "";
    }
    void namesAreWrittenAsPeopleWriteThem() {
        QFETCH(QString, value);
        QFETCH(QString, name);
        QCOMPARE(viewer::personName(value.toStdString()), name);
    }

    void namesAreInIdeographsWherePeopleReadThem() {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Chinese));
        const QString both = viewer::personName("Wang^XiaoMing=王^小明"), one = viewer::personName("Doe^Jane");
        QLocale::setDefault(before);
        QCOMPARE(both, QStringLiteral("王小明"));
        QCOMPARE(one, QStringLiteral("Doe, Jane"));
    }

    void studyLinesTellAllThatIsKnown() {
        const EnglishPlurals plurals;
        viewer::Study study{"1.2", "20240501", "134502.5", "Chest CT", "A42", {"Doe^Jane", "P-17", "19560314", "F"},
                            ""};
        QCOMPARE(studyTitle(study), QStringLiteral("2024-05-01 · Chest CT"));
        QCOMPARE(studyDetails(study), QStringLiteral("68 years · A42"));
        QCOMPARE(
            studyLines(study).join(QLatin1Char('|')),
            QStringLiteral(
                "Patient: Doe, Jane|Patient ID: P-17|Date of birth: 1956-03-14|Sex: female|Age: 68 years|Study: Chest "
                "CT|Study date: 2024-05-01 13:45|Accession number: A42"));
        QCOMPARE(patientTitle(study.patient), QStringLiteral("Doe, Jane"));
        QCOMPARE(patientDetails(study.patient), QStringLiteral("P-17 · female · born 1956-03-14"));
        study.patient.name.clear();
        QCOMPARE(patientTitle(study.patient), QStringLiteral("P-17"));
        QCOMPARE(patientDetails(study.patient), QStringLiteral("female · born 1956-03-14"));
        QVERIFY(studyLines({}).isEmpty());
        QVERIFY(studyDetails({}).isEmpty());
        QCOMPARE(studyTitle({}), QStringLiteral("Study without a date"));
    }

    void agesComeFromTheFileOrTheDates_data() {
        QTest::addColumn<QString>("age");
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("text");
        QTest::newRow("of the file") << "067Y"
                                     << "19000101"
                                     << "67 years";
        QTest::newRow("months") << "018M"
                                << ""
                                << "18 months";
        QTest::newRow("one week") << "001W"
                                  << ""
                                  << "1 week";
        QTest::newRow("the day before the birthday") << ""
                                                     << "19560502"
                                                     << "67 years";
        QTest::newRow("the birthday") << ""
                                      << "19560501"
                                      << "68 years";
        QTest::newRow("a child of 23 months") << ""
                                              << "20220502"
                                              << "23 months";
        QTest::newRow("a newborn") << ""
                                   << "20240420"
                                   << "11 days";
        QTest::newRow("born after the study") << ""
                                              << "20250101"
                                              << "";
        QTest::newRow("nonsense") << "old"
                                  << "1956"
                                  << "";
    }
    void agesComeFromTheFileOrTheDates() {
        const EnglishPlurals plurals;
        QFETCH(QString, age);
        QFETCH(QString, born);
        QFETCH(QString, text);
        viewer::Study study;
        study.date = "20240501";
        study.patientAge = age.toStdString();
        study.patient.birthDate = born.toStdString();
        QCOMPARE(ageText(study), text);
    }

    void seriesAreArrangedByPatientAndStudy() {
        Fixture f;
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "1", "Doe^Jane"),
                                         writeSlice(f.folder, "1.2", "1", "Roe^Max", "P-18"),
                                         testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{3});
        const QString folder = QFileInfo(f.folder.path()).fileName();
        QCOMPARE(rows(tree), (QStringList{"Doe, Jane:", " 2024-05-01 · Chest <CT>:", "  Series 1", "Roe, Max:",
                                          " 2024-05-01 · Chest <CT>:", "  Series 1", folder + ":", " picture.png"}));
        // A series that is opened later joins its study, an earlier study comes after it.
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "2", "Doe^Jane")});
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{4});
        f.window->commands()->openPaths({writeSlice(f.folder, "1.0", "1", "DOE^JANE^", "p-17", "20230102")});
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{5});
        QCOMPARE(rows(tree).mid(0, 6), (QStringList{"Doe, Jane:", " 2024-05-01 · Chest <CT>:", "  Series 1",
                                                    "  Series 2", " 2023-01-02 · Chest <CT>:", "  Series 1"}));

        const QTreeWidgetItem* row = tree->seriesRows()[1];
        QVERIFY(row->toolTip(0).contains(QStringLiteral("Patient ID: P-17")));
        QVERIFY(row->toolTip(0).contains(QStringLiteral("Chest &lt;CT&gt;")));
        const QString spoken = tree->topLevelItem(0)->data(0, Qt::AccessibleTextRole).toString();
        QCOMPARE(spoken, QStringLiteral("Doe, Jane, P-17 · female · born 1956-03-14"));

        // Keys go from row to row; a series is chosen when it is reached, a heading is folded by Left.
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Home);
        QCOMPARE(tree->currentItem(), tree->topLevelItem(0));
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(tree->currentItem(), tree->seriesRows()[0]);
        QCOMPARE(f.workspace->studies().chosen(), SeriesTree::seriesOf(tree->currentItem())[0]);
        QTest::keyClick(tree, Qt::Key_Left);
        QTest::keyClick(tree, Qt::Key_Left);
        QCOMPARE(tree->currentItem()->text(0), QStringLiteral("2024-05-01 · Chest <CT>"));
        QVERIFY(!tree->currentItem()->isExpanded());
        // What is folded stays folded when other series are opened.
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("other.png"))});
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{6});
        QVERIFY(!tree->topLevelItem(0)->child(0)->isExpanded());
        QVERIFY(tree->topLevelItem(0)->child(1)->isExpanded());
        click(tree, tree->topLevelItem(0)->child(0));
        QVERIFY(tree->topLevelItem(0)->child(0)->isExpanded());
    }

    void findsSeriesAsOneTypes() {
        Fixture f;
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "1", "Doe^Jane"),
                                         writeSlice(f.folder, "1.2", "7", "Müller^Max", "P-18", "20230102"),
                                         testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{3});
        f.press(Qt::Key_F, Qt::ControlModifier);
        QLineEdit* filter = f.studyPanel()->filter();
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("mul"));
        QCOMPARE(rows(tree), (QStringList{"Müller, Max:", " 2023-01-02 · Chest <CT>:", "  Series 7"}));
        // Enter shows the first series that is found, and keeps the filter.
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(f.workspace->studies().chosenSeries()->series.study.uid, std::string("1.2"));
        QVERIFY(tree->hasFocus());
        filter->setText(QStringLiteral("ct nothing"));
        QVERIFY(rows(tree).isEmpty());
        QVERIFY(f.studyPanel()->findChild<QLabel*>(QStringLiteral("nothingFound"))->isVisible());
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(rows(tree).size(), 8);
        QVERIFY(!f.studyPanel()->findChild<QLabel*>(QStringLiteral("nothingFound"))->isVisible());
        // A series that is opened while a filter is set obeys it.
        filter->setText(QStringLiteral("2024-05 doe"));
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "2", "Doe^Jane"),
                                         testing::writePicture(f.folder, QStringLiteral("other.png"))});
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{5});
        QCOMPARE(rows(tree), (QStringList{"Doe, Jane:", " 2024-05-01 · Chest <CT>:", "  Series 1", "  Series 2"}));
    }

    void closesASeriesAStudyAndAPatient() {
        Fixture f;
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "1", "Doe^Jane"),
                                         writeSlice(f.folder, "1.1", "2", "Doe^Jane"),
                                         writeSlice(f.folder, "1.2", "3", "Doe^Jane", "P-17", "20230102"),
                                         writeSlice(f.folder, "1.3", "4", "Roe^Max", "P-18"),
                                         testing::writePicture(f.folder, QStringLiteral("a.png"))});
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{5});
        app::Studies& studies = f.workspace->studies();
        // By the key: the chosen one; the next one is shown.
        studies.choose(SeriesTree::seriesOf(tree->seriesRows()[0])[0]);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        const int second = SeriesTree::seriesOf(tree->seriesRows()[1])[0];
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Delete);
        QCOMPARE(tree->seriesRows().size(), std::size_t{4});
        QCOMPARE(studies.chosen(), second);
        QCOMPARE(f.workspace->evidence().frames().size(), std::size_t{1});  // evidence stays
        // By the menu of a series: its study; another series stays chosen.
        QVERIFY(chooseFromMenu(tree, tree->seriesRows()[1], QStringLiteral("Close this study")));
        QCOMPARE(tree->seriesRows().size(), std::size_t{3});
        QCOMPARE(studies.chosen(), second);
        // By the menu of a heading: the patient.
        QVERIFY(chooseFromMenu(tree, tree->topLevelItem(0), QStringLiteral("Close this patient")));
        QCOMPARE(tree->seriesRows().size(), std::size_t{2});
        QVERIFY(studies.chosen() != second && studies.chosenSeries() != nullptr);
        // All of it: as at the start.
        while (!tree->seriesRows().empty())
            studies.close(SeriesTree::seriesOf(tree->seriesRows()[0]));
        QCOMPARE(studies.chosen(), -1);
        QVERIFY(f.window->findChild<StartPage*>()->isVisible());
    }

    void partsOfAFileAreNamedInTheUsersLanguage() {
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/i18n/fleming_de.qm")));
        QCoreApplication::installTranslator(&words);
        Fixture f;
        QFile file(f.folder.filePath(QStringLiteral("scan.nrrd")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("NRRD0004\ntype: uint8\ndimension: 4\nsizes: 4 4 3 2\nencoding: raw\n\n" + QByteArray(96, 'x'));
        file.close();
        f.window->commands()->openPaths({file.fileName()});
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{2});
        QCOMPARE(rows(tree), (QStringList{"scan.nrrd, Zeitpunkt 1 von 2", "scan.nrrd, Zeitpunkt 2 von 2"}));
        QVERIFY(tree->seriesRows()[1]->toolTip(0).contains(QStringLiteral("Zeitpunkt 2 von 2")));
        f.window->commands()->openPaths({file.fileName()});
        QTRY_VERIFY(!f.workspace->studies().isOpening());
        QCOMPARE(tree->seriesRows().size(), std::size_t{2});  // the files of a series are found again
        QCoreApplication::removeTranslator(&words);
    }

    void filesOfOneFolderHaveNoHeading() {
        Fixture f;
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("a.png")),
                                         testing::writePicture(f.folder, QStringLiteral("b.png"))});
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QTRY_COMPARE(rows(tree), (QStringList{"a.png", "b.png"}));
        const QTemporaryDir other;
        f.window->commands()->openPaths({testing::writePicture(other, QStringLiteral("c.png"))});
        QTRY_COMPARE(rows(tree), (QStringList{QFileInfo(f.folder.path()).fileName() + ":", " a.png", " b.png",
                                              QFileInfo(other.path()).fileName() + ":", " c.png"}));
    }

    void aSingleStudyWithoutAttributesHasNoHeading() {
        Fixture f;
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "1", "")});
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QTRY_COMPARE(rows(tree), (QStringList{"Series 1"}));
        f.window->commands()->openPaths({writeSlice(f.folder, "1.2", "1", "")});
        QTRY_COMPARE(rows(tree), (QStringList{"Unnamed patient:", " Study without a date:", "  Series 1",
                                              "Unnamed patient:", " Study without a date:", "  Series 1"}));
    }

    void headingsFitNarrowPanels() {
        Fixture f;
        f.window->commands()->openPaths(
            {writeSlice(f.folder, "1.1", "1", "Featherstonehaugh-Cholmondeley^Bartholomew Maximilian^Montgomery")});
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QTRY_COMPARE(tree->seriesRows().size(), std::size_t{1});
        const int tall = tree->visualItemRect(tree->topLevelItem(0)).height();
        tree->resize(120, tree->height());
        QCOMPARE(tree->visualItemRect(tree->topLevelItem(0)).height(), tall);
        // What is left of the name ends before the edge: the last columns have the background of the heading alone.
        const QImage shown = tree->viewport()->grab().toImage();
        const int edge = shown.width() - qRound(2 * shown.devicePixelRatio());
        const QRgb background = shown.pixel(edge, 2);
        for (int y = 2; y < qRound(20 * shown.devicePixelRatio()); ++y)
            QCOMPARE(shown.pixel(edge, y), background);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::StudyPanelTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "study_panel_test.moc"
