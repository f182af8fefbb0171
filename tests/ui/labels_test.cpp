// Label volumes as colours over the slices of another series.
#include "tests/ui/window_test.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QAction>
#include <QMenu>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;

namespace {

SlicePage* page(const Fixture& f) {
    return f.window->viewArea()->slicePage();
}

/// Returns true if a pixel of the view is coloured, not grey. Without the pointer and the focus the view is grey.
bool isColoured(const Fixture& f) {
    const QImage shown = page(f)->view()->grabImage();
    const QColor pixel = shown.pixelColor(shown.width() / 2, shown.height() / 2);
    return pixel.saturation() > 40;
}

/// Opens a volume, then labels of the same grid; the volume is shown.
void openVolumeAndLabels(Fixture& f, const std::function<int(int, int, int)>& valueOf) {
    QVERIFY(f.openVolume(12));
    const int volume = f.workspace->studies().chosen();
    f.window->commands()->openPaths({testing::writeVolume(f.folder, QStringLiteral("labels.nii"), 12, valueOf)});
    QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
    QTRY_VERIFY(f.workspace->studies().chosen() != volume);
    f.workspace->studies().choose(volume);
    QTRY_COMPARE(page(f)->seriesId(), volume);
    QTRY_COMPARE(page(f)->labelMenu()->actions().size(), 1);
}

}  // namespace

class LabelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAreShownAndHidden() {
        Fixture f;
        openVolumeAndLabels(f, [](int i, int, int) { return i > 3 ? 2 : 0; });
        QAction* action = page(f)->labelMenu()->actions().front();
        QCOMPARE(action->text(), QStringLiteral("labels.nii"));
        QVERIFY(!action->isChecked());
        QVERIFY(!isColoured(f));

        action->trigger();
        QTRY_VERIFY(isColoured(f));
        QVERIFY(page(f)->labelMenu()->actions().front()->isChecked());
        const app::OpenSeries* open = f.workspace->studies().chosenSeries();
        QCOMPARE(open->labels->layers.size(), std::size_t{1});
        QCOMPARE(open->labels->layers[0].labels.at(0).name, std::string("Label 2"));

        // Other planes have them too; the evidence never has.
        page(f)->setPlane(viewer::Plane::coronal);
        QVERIFY(isColoured(f));
        app::Selection selection;
        selection.indices = {5};
        f.workspace->evidence().add(*open, selection);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        const std::vector<std::uint8_t>& rgb = f.workspace->evidence().frames()[0].image.rgb;
        for (std::size_t at = 0; at < rgb.size(); at += 3)
            QVERIFY(rgb[at] == rgb[at + 1] && rgb[at] == rgb[at + 2]);

        page(f)->labelMenu()->actions().front()->trigger();
        QTRY_VERIFY(!isColoured(f));
        QVERIFY(!f.workspace->studies().chosenSeries()->labels);
    }

    void labelsStayWithTheirSeries() {
        Fixture f;
        openVolumeAndLabels(f, [](int, int, int) { return 1; });
        const int volume = f.workspace->studies().chosen();
        page(f)->labelMenu()->actions().front()->trigger();
        QTRY_VERIFY(isColoured(f));
        for (const app::OpenSeries& open : f.workspace->studies().series()) {
            if (open.id != volume) f.workspace->studies().choose(open.id);
        }
        QTRY_VERIFY(page(f)->seriesId() != volume);
        QVERIFY(!isColoured(f));
        f.workspace->studies().choose(volume);
        QTRY_VERIFY(page(f)->seriesId() == volume && isColoured(f));
    }

    void seriesOfOtherGridsAreNotOffered() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        f.window->commands()->openPaths(
            {testing::writeVolume(f.folder, QStringLiteral("other.nii"), 11, [](int, int, int) { return 1; })});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QVERIFY(page(f)->labelMenu()->isEmpty());
    }

    /// The image and the labels are integers in the same grid.
    void imagesAreNotOffered() {
        Fixture f;
        openVolumeAndLabels(f, [](int i, int, int) { return i > 3 ? 2 : 0; });
        const int volume = f.workspace->studies().chosen();
        for (const app::OpenSeries& open : f.workspace->studies().series())
            QCOMPARE(open.isLabels, open.id != volume);
        for (const app::OpenSeries& open : f.workspace->studies().series()) {
            if (open.id == volume) continue;
            f.workspace->studies().choose(open.id);
            QTRY_COMPARE(page(f)->seriesId(), open.id);
            QVERIFY(page(f)->labelMenu()->isEmpty());
            break;
        }
    }

    void aVolumeOfManyValuesIsRefused() {
        Fixture f;
        // The middle slice looks like labels; the values are counted when the user picks the series.
        openVolumeAndLabels(f, [](int i, int j, int k) { return k == 6 ? 1 : i + 32 * j; });
        QAction* action = page(f)->labelMenu()->actions().front();
        action->trigger();
        QTRY_VERIFY(f.window->messageBar()->isVisible());
        QTRY_VERIFY(!page(f)->labelMenu()->actions().front()->isChecked());
        QVERIFY(!isColoured(f));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::LabelsTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "labels_test.moc"
