// The list of series: grouped by study, with the patient's name above.
#include "ui/browser/study_panel.h"

#include "tests/ui/window_test.h"
#include "ui/browser/series_delegate.h"
#include "ui/browser/study_text.h"
#include "ui/window/commands.h"

#include <QFile>
#include <QListWidget>
#include <QTranslator>
#include <QtTest>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace fleming::ui {

using testing::Fixture;

namespace {

/// Writes a single DICOM slice of a study with a patient. Returns its path.
QString writeSlice(const QTemporaryDir& folder, const std::string& study, const std::string& series,
                   const std::string& patient) {
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    const auto set = [&](const DcmTagKey& key, const std::string& value) {
        data.putAndInsertString(key, value.c_str());
    };
    char uid[100];
    set(DCM_SOPClassUID, UID_CTImageStorage);
    set(DCM_SOPInstanceUID, dcmGenerateUniqueIdentifier(uid, SITE_INSTANCE_UID_ROOT));
    set(DCM_StudyInstanceUID, study);
    set(DCM_SeriesInstanceUID, study + "." + series);
    set(DCM_SeriesDescription, "Series " + series);
    set(DCM_SeriesNumber, series);
    set(DCM_Modality, "CT");
    if (!patient.empty()) {
        set(DCM_PatientName, patient);
        set(DCM_PatientID, "P-17");
        set(DCM_PatientSex, "F");
        set(DCM_StudyDate, "20240501");
        set(DCM_StudyDescription, "Chest <CT>");
    }
    set(DCM_PhotometricInterpretation, "MONOCHROME2");
    for (const auto& [key, value] :
         {std::pair(DCM_Rows, 8), std::pair(DCM_Columns, 8), std::pair(DCM_SamplesPerPixel, 1),
          std::pair(DCM_BitsAllocated, 16), std::pair(DCM_BitsStored, 16), std::pair(DCM_HighBit, 15),
          std::pair(DCM_PixelRepresentation, 0)})
        data.putAndInsertUint16(key, static_cast<Uint16>(value));
    const std::vector<Uint16> pixels(64, 100);
    data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), 64);
    const QString path = folder.filePath(QString::fromStdString(study + "-" + series + ".dcm"));
    file.saveFile(path.toUtf8().constData(), EXS_LittleEndianExplicit);
    return path;
}

QString heading(const QListWidget* list, int row) {
    return list->item(row)->data(SeriesDelegate::kHeading).toString();
}

QStringList titles(const QListWidget* list) {
    QStringList titles;
    for (int row = 0; row < list->count(); ++row)
        titles << list->item(row)->data(SeriesDelegate::kTitle).toString();
    return titles;
}

int height(QListWidget* list, int row) {
    return list->visualItemRect(list->item(row)).height();
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
        QCOMPARE(personName(value.toStdString()), name);
    }

    void studyLinesTellAllThatIsKnown() {
        viewer::Study study{"1.2", "20240501", "134502.5", "Chest CT", "A42", {"Doe^Jane", "P-17", "19560314", "F"}};
        QCOMPARE(studyTitle(study), QStringLiteral("Doe, Jane"));
        QCOMPARE(studyDetails(study), QStringLiteral("2024-05-01 · Chest CT"));
        QCOMPARE(
            studyLines(study).join(QLatin1Char('|')),
            QStringLiteral("Patient: Doe, Jane|Patient ID: P-17|Date of birth: 1956-03-14|Sex: female|Study: Chest "
                           "CT|Study date: 2024-05-01 13:45|Accession number: A42"));
        study.patient.name.clear();
        QCOMPARE(studyTitle(study), QStringLiteral("P-17"));
        QVERIFY(studyLines({}).isEmpty());
        QVERIFY(studyDetails({}).isEmpty());
    }

    void seriesAreGroupedByStudy() {
        Fixture f;
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "1", "Doe^Jane"),
                                         writeSlice(f.folder, "1.2", "1", "Roe^Max"),
                                         testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        QListWidget* list = f.studyPanel()->seriesList();
        QTRY_COMPARE(list->count(), 3);
        QCOMPARE(heading(list, 0), QStringLiteral("Doe, Jane"));
        QCOMPARE(list->item(0)->data(SeriesDelegate::kHeadingDetails).toString(),
                 QStringLiteral("2024-05-01 · Chest <CT>"));
        QCOMPARE(heading(list, 1), QStringLiteral("Roe, Max"));
        QCOMPARE(heading(list, 2), QStringLiteral("Other series"));

        // A series that is opened later joins its study.
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "2", "Doe^Jane")});
        QTRY_COMPARE(list->count(), 4);
        QCOMPARE(titles(list), (QStringList{"Series 1", "Series 2", "Series 1", "picture.png"}));
        QCOMPARE(heading(list, 1), QString());
        QCOMPARE(heading(list, 2), QStringLiteral("Roe, Max"));
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(height(list, 0) > height(list, 1));

        QVERIFY(list->item(1)->toolTip().contains(QStringLiteral("Patient ID: P-17")));
        QVERIFY(list->item(1)->toolTip().contains(QStringLiteral("Chest &lt;CT&gt;")));
        const QString spoken = list->item(0)->data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(QStringLiteral("Doe, Jane, 2024-05-01")), qPrintable(spoken));

        // Keys go from series to series, over the headings.
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(list->currentRow(), 0);
        for (int row = 1; row < 4; ++row) {
            QTest::keyClick(list, Qt::Key_Down);
            QCOMPARE(list->currentRow(), row);
            QCOMPARE(f.workspace->studies().chosen(), list->item(row)->data(SeriesDelegate::kSeriesId).toInt());
        }
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(list->currentRow(), 2);
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
        QListWidget* list = f.studyPanel()->seriesList();
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(titles(list), (QStringList{"scan.nrrd, Zeitpunkt 1 von 2", "scan.nrrd, Zeitpunkt 2 von 2"}));
        QVERIFY(list->item(1)->toolTip().contains(QStringLiteral("Zeitpunkt 2 von 2")));
        f.window->commands()->openPaths({file.fileName()});
        QTRY_VERIFY(!f.workspace->studies().isOpening());
        QCOMPARE(list->count(), 2);  // the files of a series are found again
        QCoreApplication::removeTranslator(&words);
    }

    void filesWithoutAStudyHaveNoHeading() {
        Fixture f;
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("a.png")),
                                         testing::writePicture(f.folder, QStringLiteral("b.png"))});
        QListWidget* list = f.studyPanel()->seriesList();
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(heading(list, 0), QString());
        QCOMPARE(heading(list, 1), QString());
        QCOMPARE(height(list, 0), height(list, 1));
    }

    void aSingleStudyWithoutAttributesHasNoHeading() {
        Fixture f;
        f.window->commands()->openPaths({writeSlice(f.folder, "1.1", "1", "")});
        QListWidget* list = f.studyPanel()->seriesList();
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(heading(list, 0), QString());
        f.window->commands()->openPaths({writeSlice(f.folder, "1.2", "1", "")});
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(heading(list, 0), QStringLiteral("Unnamed patient"));
    }

    void headingsFitNarrowPanels() {
        Fixture f;
        f.window->commands()->openPaths(
            {writeSlice(f.folder, "1.1", "1", "Featherstonehaugh-Cholmondeley^Bartholomew Maximilian^Montgomery")});
        QListWidget* list = f.studyPanel()->seriesList();
        QTRY_COMPARE(list->count(), 1);
        const int tall = height(list, 0);
        list->resize(120, list->height());
        QCOMPARE(height(list, 0), tall);
        // What is left of the name ends before the edge: the last columns have the background of the heading alone.
        const QImage shown = list->viewport()->grab().toImage();
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
