// The volume of a scan under gantry tilt is straightened from the menus and from the offer of the volume view.
#include "tests/ui/pane_testing.h"
#include "tests/ui/window_test.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"
#include "viewer/render/straightened_series.h"
#include "viewer/views/slice_view.h"

#include <QMenu>
#include <QMenuBar>
#include <QtTest>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::view;

class StraightenWindowTest : public QObject {
    Q_OBJECT

    static constexpr int kSlices = 24, kSide = 64;
    static constexpr double kTilt = 0.35, kGap = 2.0;  // the shift from slice to slice is kTilt * kGap mm to the back

    /// Writes a rod along z, at x = 32 mm and y = 38 mm, in tilted slices; or in straight ones.
    static QString writeRod(const Fixture& f, double tilt = kTilt) {
        const QString folder = f.folder.filePath(QStringLiteral("rod"));
        QDir().mkpath(folder);
        for (int k = 0; k < kSlices; ++k) {
            DcmFileFormat file;
            DcmDataset& data = *file.getDataset();
            char uid[100];
            const double shift = tilt * kGap * k;
            const QByteArray place = QStringLiteral("0\\%1\\%2").arg(shift).arg(kGap * k).toLatin1();
            const std::pair<DcmTagKey, const char*> texts[] = {
                {DCM_SOPClassUID, UID_CTImageStorage},
                {DCM_SOPInstanceUID, dcmGenerateUniqueIdentifier(uid, SITE_INSTANCE_UID_ROOT)},
                {DCM_StudyInstanceUID, "1.2.3"},
                {DCM_SeriesInstanceUID, "1.2.3.4"},
                {DCM_SeriesDescription, "Rod"},
                {DCM_Modality, "CT"},
                {DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0"},
                {DCM_ImagePositionPatient, place.constData()},
                {DCM_PixelSpacing, "1\\1"},
                {DCM_PhotometricInterpretation, "MONOCHROME2"},
                {DCM_WindowCenter, "500"},
                {DCM_WindowWidth, "1000"}};
            for (const auto& [key, value] : texts)
                data.putAndInsertString(key, value);
            for (const auto& [key, value] :
                 {std::pair(DCM_Rows, kSide), std::pair(DCM_Columns, kSide), std::pair(DCM_SamplesPerPixel, 1),
                  std::pair(DCM_BitsAllocated, 16), std::pair(DCM_BitsStored, 16), std::pair(DCM_HighBit, 15),
                  std::pair(DCM_PixelRepresentation, 0)})
                data.putAndInsertUint16(key, static_cast<Uint16>(value));
            std::vector<Uint16> pixels;
            for (int j = 0; j < kSide; ++j)
                for (int i = 0; i < kSide; ++i)
                    pixels.push_back(
                        static_cast<Uint16>(1000 * std::clamp(4.5 - std::hypot(i - 32.0, j + shift - 38.0), 0.0, 1.0)));
            data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
            file.saveFile(QDir(folder).filePath(QString::number(k)).toUtf8().constData(), EXS_LittleEndianExplicit);
        }
        return folder;
    }

    /// Opens the rod and waits for its pixels.
    static bool openRod(Fixture& f, double tilt = kTilt) {
        f.window->commands()->openPaths({writeRod(f, tilt)});
        return QTest::qWaitFor([&] { return isLoaded(f); });
    }

    static const app::OpenSeries* shownSeries(const Fixture& f) {
        return f.workspace->studies().find(area(f)->activePane()->seriesId());
    }
    static bool isLoaded(const Fixture& f) {
        const app::OpenSeries* open = shownSeries(f);
        return open != nullptr && open->volume && open->volume->complete();
    }
    static bool showsStraightened(const Fixture& f) { return isLoaded(f) && isStraightened(shownSeries(f)->series); }

    /// Returns how far the rod wanders sideways from the first to the last row of the active pane's image, in pixels.
    static double drift(const Fixture& f) {
        const app::OpenSeries* open = shownSeries(f);
        const viewer::SliceView* shown = area(f)->slicePage()->view();
        app::Selection selection;
        selection.plane = shown->plane();
        selection.indices = {shown->slice()};
        const viewer::RgbImage image = app::collectEvidence(open->series, selection, {}, {}, {}, {}).at(0).image;
        double least = 1e9, most = -1e9;
        for (int row = 0; row < image.height; ++row) {
            double sum = 0, weights = 0;
            for (int column = 0; column < image.width; ++column) {
                const double level = image.rgb[static_cast<std::size_t>((row * image.width + column) * 3)];
                sum += level * column;
                weights += level;
            }
            if (weights <= 0) continue;
            least = std::min(least, sum / weights);
            most = std::max(most, sum / weights);
        }
        return most - least;
    }

    /// Returns true if the active pane shows a sentence on a dark red ground.
    static bool warns(const Fixture& f) {
        const QImage image = area(f)->slicePage()->view()->grab().toImage();
        int red = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                if (colour.red() > colour.green() + 25 && colour.green() < 80) ++red;
            }
        }
        return red > 200;
    }

    /// Opens the menu of the active pane and returns its entry for straightening, or null. The menu stays open.
    static QAction* paneEntry(const Fixture& f) {
        QMenu* menu = nullptr;
        Q_EMIT area(f)->menuRequested(area(f)->mapToGlobal(area(f)->rect().center()));
        if (!QTest::qWaitFor([&] {
                menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                return menu != nullptr;
            }))
            return nullptr;
        for (QAction* action : menu->actions()) {
            if (action->text() == QStringLiteral("&Straighten the volume")) return action;
        }
        menu->close();
        return nullptr;
    }

    static void choose(QAction* action) {
        action->trigger();
        if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
    }

private Q_SLOTS:
    void aTiltedRodBecomesVertical() {
        Fixture f;
        QVERIFY(openRod(f));
        QVERIFY(!warns(f));
        area(f)->slicePage()->setPlane(viewer::Plane::sagittal);
        QTRY_VERIFY(warns(f));
        area(f)->slicePage()->view()->setSlice(32);
        QVERIFY2(drift(f) > 14, qPrintable(QString::number(drift(f))));  // 23 * 0.7 mm
        QAction* entry = paneEntry(f);
        QVERIFY(entry != nullptr);
        choose(entry);
        QTRY_VERIFY(showsStraightened(f));
        QCOMPARE(area(f)->slicePage()->view()->plane(), viewer::Plane::sagittal);
        QCOMPARE(area(f)->slicePage()->view()->slice(), 32);
        QVERIFY2(drift(f) < 0.5, qPrintable(QString::number(drift(f))));
        QVERIFY(!warns(f));
        QCOMPARE(f.workspace->studies().series().size(), 2U);
        QVERIFY2(paneEntry(f) == nullptr, "it is straight");
    }

    void theMenuBarStraightensOrSaysWhyNot() {
        Fixture f;
        QVERIFY(openRod(f, 0.0));
        QAction* entry = nullptr;
        for (QAction* action : f.window->findChildren<QAction*>()) {
            if (action->text() == QStringLiteral("&Straighten the volume")) entry = action;
        }
        QVERIFY(entry != nullptr);
        QVERIFY(paneEntry(f) == nullptr);
        entry->trigger();
        auto* bar = f.window->findChild<MessageBar*>();
        QVERIFY(bar->message().startsWith(QStringLiteral("Only a volume whose slices are sheared")));
        QCOMPARE(f.workspace->studies().series().size(), 1U);

        Fixture tilted;
        QVERIFY(openRod(tilted));
        for (QAction* action : tilted.window->findChildren<QAction*>()) {
            if (action->text() == QStringLiteral("&Straighten the volume")) entry = action;
        }
        entry->trigger();
        QTRY_VERIFY(showsStraightened(tilted));
        entry->trigger();
        QCOMPARE(tilted.window->findChild<MessageBar*>()->message(),
                 QStringLiteral("This volume is straightened already."));
    }

    void allPanesOfTheSeriesAreStraightened() {
        Fixture f;
        QVERIFY(openRod(f));
        area(f)->showThreePlanes();
        QTRY_COMPARE(view(f, 2)->plane(), viewer::Plane::sagittal);
        const int stored = shownSeries(f)->id;
        choose(paneEntry(f));
        QTRY_VERIFY(showsStraightened(f));
        const int straight = shownSeries(f)->id;
        QVERIFY(straight != stored);
        for (const Pane* pane : area(f)->panes())
            QCOMPARE(pane->seriesId(), straight);
        QCOMPARE(view(f, 0)->plane(), viewer::Plane::axial);
        QCOMPARE(view(f, 1)->plane(), viewer::Plane::coronal);
        QCOMPARE(view(f, 2)->plane(), viewer::Plane::sagittal);
        QVERIFY(area(f)->panes()[3]->volumeTabShown());
    }

    void theVolumeViewOffersIt() {
        Fixture f;
        QVERIFY(openRod(f));
        auto* bar = f.window->findChild<MessageBar*>();
        area(f)->showTab(true);
        QTRY_COMPARE(bar->message(),
                     QStringLiteral("The slices of this series are sheared or unevenly spaced, so the shape of the "
                                    "volume is wrong."));
        area(f)->showTab(false);
        QTRY_VERIFY(bar->message().isEmpty());
        area(f)->showTab(true);
        QTRY_VERIFY(!bar->message().isEmpty());
        f.clickMessageButton(QStringLiteral("Straighten the volume"));
        QTRY_VERIFY(showsStraightened(f));
        QVERIFY(area(f)->volumeTabShown());
        QVERIFY(bar->message().isEmpty());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::StraightenWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "straighten_window_test.moc"
