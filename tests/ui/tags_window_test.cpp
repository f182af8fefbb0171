// The DICOM tags in their window: search, comparison, values over a series, copy.
#include "tests/ui/patient_files.h"
#include "tests/ui/window_test.h"
#include "ui/tags/tag_values_dialog.h"
#include "ui/tags/tags_dialog.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>

namespace fleming::ui {

using testing::EnglishPlurals;
using testing::Fixture;
using testing::writeSeries;
using testing::writeSlice;

class TagsWindowTest : public QObject {
    Q_OBJECT

    static QString cell(const TagsDialog* dialog, const QString& tag, int column) {
        for (int row = 0; row < dialog->model()->rowCount(); ++row) {
            if (dialog->model()->index(row, 0).data().toString() == tag)
                return dialog->model()->index(row, column).data().toString();
        }
        return QStringLiteral("no row");
    }

    template <typename Dialog>
    static Dialog* opened(const QWidget* parent) {
        Dialog* dialog = nullptr;
        const bool found = QTest::qWaitFor([&] {
            dialog = parent->findChild<Dialog*>();
            return dialog != nullptr && dialog->isVisible();
        });
        return found ? dialog : nullptr;
    }

private Q_SLOTS:
    void showsTheTagsOfTheShownSlice() {
        Fixture f;
        f.window->commands()->openPaths(writeSeries(f.folder, "1.1", 5));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        QTRY_COMPARE(f.window->viewArea()->slicePage()->view()->sliceCount(), 5);
        f.window->viewArea()->slicePage()->goTo({}, 3);
        f.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = opened<TagsDialog>(f.window.get());
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->model()->rowCount() > 0);
        QCOMPARE(cell(dialog, QStringLiteral("(0010,0010)"), TagsModel::kValue), QStringLiteral("Doe^Jane"));
        QCOMPARE(cell(dialog, QStringLiteral("(0020,0013)"), TagsModel::kValue), QStringLiteral("4"));
        // Another slice.
        dialog->slice(0)->setValue(1);
        QTRY_COMPARE(cell(dialog, QStringLiteral("(0020,0013)"), TagsModel::kValue), QStringLiteral("1"));
        // What is typed is found at once; Esc first clears it.
        QTest::keyClicks(dialog->filter(), QStringLiteral("patient name"));
        QCOMPARE(dialog->model()->rowCount(), 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible() && dialog->model()->rowCount() > 10);
        // Copy: the row that is selected.
        dialog->filter()->setText(QStringLiteral("0010,0010"));
        dialog->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("(0010,0010)\tPN\tPatientName\tDoe^Jane"));
        QCOMPARE(dialog->model()->csv({0}),
                 QStringLiteral(
                     "\"Tag\",\"VR\",\"Name\",\"Value\"\r\n\"(0010,0010)\",\"PN\",\"PatientName\",\"Doe^Jane\"\r\n"));
    }

    void comparesTwoSlices() {
        Fixture f;
        f.window->commands()->openPaths(writeSeries(f.folder, "1.1", 3));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        TagsDialog dialog(f.workspace->studies(), f.workspace->studies().series()[0].id, 0, f.window.get());
        dialog.show();
        QTRY_VERIFY(dialog.model()->rowCount() > 0);
        dialog.series(1)->setCurrentIndex(1);
        Q_EMIT dialog.series(1)->activated(1);
        dialog.slice(1)->setValue(3);
        QTRY_COMPARE(dialog.model()->columnCount(), 5);
        QTRY_COMPARE(cell(&dialog, QStringLiteral("(0020,0013)"), TagsModel::kOtherValue), QStringLiteral("3"));
        dialog.differences()->setChecked(true);
        QStringList names;
        for (int row = 0; row < dialog.model()->rowCount(); ++row)
            names << dialog.model()->index(row, TagsModel::kName).data().toString();
        QCOMPARE(names, (QStringList{"MediaStorageSOPInstanceUID", "SOPInstanceUID", "InstanceNumber",
                                     "ImagePositionPatient"}));
    }

    void showsAnElementOverTheSeries() {
        const EnglishPlurals plurals;
        Fixture f;
        f.window->commands()->openPaths(writeSeries(f.folder, "1.1", 4));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        TagsDialog dialog(f.workspace->studies(), f.workspace->studies().series()[0].id, 0, f.window.get());
        dialog.show();
        QTRY_VERIFY(dialog.model()->rowCount() > 0);
        dialog.filter()->setText(QStringLiteral("InstanceNumber"));
        dialog.table()->setCurrentIndex(dialog.model()->index(0, 0));
        dialog.showOverSeries();
        auto* values = opened<TagValuesDialog>(&dialog);
        QVERIFY(values != nullptr);
        QTRY_COMPARE(values->table()->rowCount(), 4);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(values->table()->item(row, 1)->text(), QString::number(row + 1));
        QCOMPARE(values->summary()->text(), QStringLiteral("4 different values in 4 files."));
    }

    void saysWhenThereAreNoTags() {
        Fixture f;
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("a.png"))});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        f.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("DICOM")));
        // A file that is gone says so in the window of the tags.
        const QString file = writeSlice(f.folder, "1.1", "1", "Doe^Jane");
        f.window->commands()->openPaths({file});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QVERIFY(QFile::remove(file));
        TagsDialog dialog(f.workspace->studies(), f.workspace->studies().series()[1].id, 0, f.window.get());
        dialog.show();
        QTRY_VERIFY(dialog.summary()->text().contains(QFileInfo(file).fileName()));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::TagsWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "tags_window_test.moc"
