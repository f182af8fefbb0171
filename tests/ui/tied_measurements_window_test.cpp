// Labelled words that are tied to measurements, in a real window.
#include "tests/ui/labelled_answer.h"
#include "tests/ui/mouse.h"
#include "ui/measure/measured_views.h"
#include "ui/review/review_form.h"
#include "ui/review/review_panel.h"
#include "ui/review/span_list.h"
#include "ui/views/view_area.h"

#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

#include <string>
#include <utility>
#include <vector>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class TiedMeasurementsTest : public QObject, testing::LabelledAnswer {
    Q_OBJECT

    /// Adds a length of `mm` to the list and returns its id.
    static int measure(app::MeasurementList& list, int series, double mm) {
        return list.add({viewer::RoiShape::length, {}, {{0, 0}, {mm, 0}}}, series);
    }

private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    void tiesWordsToMeasurements() {
        Fixture f;
        QVERIFY(f.openVolume());
        QVERIFY(begin(f, {{Channel::answer, "A nodule of 9 mm."}}));
        app::MeasurementList& list = f.workspace->measurements();
        select(f, 2, 6);
        f.press(Qt::Key_L);
        QTRY_VERIFY(isPopupOpen(f));
        QVERIFY(!popup(f)->measurements()->isVisible());  // there are none
        f.press(Qt::Key_Escape);
        const int series = f.workspace->studies().series().front().id;
        const int first = measure(list, series, 4), second = measure(list, series, 8);
        list.setNote(second, QStringLiteral("the small one"));
        QTRY_VERIFY(list.resultOf(first).measured && list.resultOf(second).measured);

        // By keyboard.
        f.press(Qt::Key_L);
        QTRY_VERIFY(isPopupOpen(f));
        QListWidget* const offered = popup(f)->measurements();
        QCOMPARE(offered->count(), 2);
        QCOMPARE(offered->item(0)->text(), QStringLiteral("M1 (4.0 mm)"));
        QCOMPARE(offered->item(1)->text(), QStringLiteral("M2 (8.0 mm) · the small one"));
        f.press(Qt::Key_2);
        for (int steps = 0; !offered->hasFocus() && steps < 10; ++steps)
            f.press(Qt::Key_Tab);
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Space);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        using Ties = std::vector<std::pair<int, std::int64_t>>;
        QCOMPARE(draft(f).spans()[0].label, std::string("missed"));
        QVERIFY(draft(f).review().measured == (Ties{{0, second}}));
        f.press(Qt::Key_2);  // a verdict: shows the fields
        SpanList* const spans = card(f)->review()->form()->spans();
        QTRY_VERIFY(spans->isVisible());
        QVERIFY2(spans->item(0)->text().endsWith(QStringLiteral("M2 (8.0 mm) · the small one")),
                 qPrintable(spans->item(0)->text()));
        list.rename(second, QStringLiteral("Node"));
        QVERIFY(spans->item(0)->text().contains(QLatin1String("Node (8.0 mm)")));

        // By mouse: a click on a row ties it, another one unties it.
        card(f)->spans()->edit(0);
        QTRY_VERIFY(isPopupOpen(f));
        QCOMPARE(offered->item(1)->checkState(), Qt::Checked);
        testing::Mouse mouse(*f.window);
        for (const int row : {0, 1}) {
            offered->scrollToItem(offered->item(row));
            mouse.click(*offered->viewport(), offered->visualItemRect(offered->item(row)).center());
        }
        QCOMPARE(offered->item(0)->checkState(), Qt::Checked);
        QCOMPARE(offered->item(1)->checkState(), Qt::Unchecked);
        popup(f)->labels()->setFocus();
        f.press(Qt::Key_Return);
        QTRY_VERIFY(draft(f).review().measured == (Ties{{0, first}}));

        // A measurement that is removed stays tied until the user unties it.
        list.remove({first});
        QVERIFY(spans->item(0)->text().contains(QLatin1String("no longer in the list")));
        card(f)->spans()->edit(0);
        QTRY_VERIFY(isPopupOpen(f));
        QCOMPARE(offered->count(), 2);
        f.press(Qt::Key_Escape);
        QVERIFY(draft(f).review().measured == (Ties{{0, first}}));
        draft(f).removeSpan(0);
        QVERIFY(draft(f).review().measured.empty());
    }

    void tiesAMeasurementFromItsMenu() {
        Fixture f;
        QVERIFY(f.askAboutThreeSlices(QStringLiteral("How large?")));
        f.model->say(Channel::answer, "A nodule of R&D size.");
        f.model->finish();
        QVERIFY(f.finished());
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        app::MeasurementList& list = f.workspace->measurements();
        const int volume = f.workspace->studies().series().front().id;
        f.workspace->studies().open(QStringList{testing::writePicture(f.folder, QStringLiteral("other.png"))});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        const int elsewhere = measure(list, f.workspace->studies().series().back().id, 4),
                  id = measure(list, volume, 8);
        const auto choices = f.workspace->reviews().measurements(exchange(f).id);
        QCOMPARE(choices.size(), std::size_t{2});
        QCOMPARE(choices[0].id, id);  // on the series of the evidence
        QCOMPARE(choices[1].id, elsewhere);

        const auto tie = [&]() -> QAction* {
            for (auto* menu : f.window->menuBar()->findChildren<QMenu*>()) {
                if (menu->title() != QLatin1String("&Selected measurement")) continue;
                Q_EMIT menu->aboutToShow();
                for (QAction* action : menu->actions()) {
                    if (action->text().startsWith(QLatin1String("T&ie"))) return action;
                }
            }
            return nullptr;
        };
        f.window->findChild<ViewArea*>()->measuredViews().board().select(id);
        QVERIFY(tie() == nullptr);  // no words are selected
        f.press(Qt::Key_F4);
        QTRY_VERIFY(card(f)->answer()->text()->hasFocus());
        select(f, 12, 3);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        QAction* action = tie();
        QVERIFY(action != nullptr && !action->isChecked());
        QVERIFY2(action->text().contains(QLatin1String("R&&D")), qPrintable(action->text()));
        action->trigger();
        using Ties = std::vector<std::pair<int, std::int64_t>>;
        QVERIFY(draft(f).review().measured == (Ties{{0, id}}));
        action = tie();
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(draft(f).review().measured.empty());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::TiedMeasurementsTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "tied_measurements_window_test.moc"
