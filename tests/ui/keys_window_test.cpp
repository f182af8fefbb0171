// Keys and mouse gestures that the user chooses, through the dialog and in the window.
#include "app/settings.h"
#include "tests/ui/window_test.h"
#include "ui/dialogs/keys_page.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/window_keys.h"
#include "viewer/render/turn.h"
#include "viewer/views/slice_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeWidget>
#include <QWheelEvent>
#include <QtTest>

#include <set>

namespace fleming::ui {

using testing::Fixture;
using viewer::InputAction;
using viewer::InputMap;

class KeysWindowTest : public QObject {
    Q_OBJECT

    /// The page in the dialog that Ctrl+, opens.
    static KeysPage* openPage(Fixture& f) {
        f.press(Qt::Key_Comma, Qt::ControlModifier);
        if (!QTest::qWaitFor([&] { return f.window->findChild<SettingsDialog*>() != nullptr; })) return nullptr;
        auto* dialog = f.window->findChild<SettingsDialog*>();
        auto* page = dialog->findChild<KeysPage*>();
        dialog->findChild<QTabWidget*>()->setCurrentWidget(page);
        return QTest::qWaitForWindowActive(dialog) ? page : nullptr;
    }

    /// Finds an action by its name in the table, and chooses it.
    static void choose(KeysPage* page, const QString& name) {
        auto* find = page->findChild<QLineEdit*>();
        find->setFocus();
        find->selectAll();
        QTest::keyClicks(find, name);
        auto* table = page->findChild<QTreeWidget*>();
        const QList<QTreeWidgetItem*> found = table->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        QVERIFY(!found.front()->isHidden());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(found.front()).center());
        QCOMPARE(table->currentItem(), found.front());
    }

    static void pressIn(KeysPage* page, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QKeySequenceEdit* edit = page->findChildren<QKeySequenceEdit*>().front();
        edit->setFocus();
        QTest::keyClick(edit, key, modifiers);
    }

    static void pickGesture(KeysPage* page, int field, const QString& gesture) {
        QComboBox* box = page->findChildren<QComboBox*>().at(field);
        QVERIFY2(box->findText(gesture) >= 0, qPrintable(gesture));
        box->setCurrentText(gesture);
    }

    static QPushButton* button(QWidget* in, const QString& text) {
        for (QPushButton* found : in->findChildren<QPushButton*>()) {
            if (found->text() == text) return found;
        }
        return nullptr;
    }

    static QString warning(KeysPage* page) {
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            if (label->wordWrap()) return label->isVisible() ? label->text() : QString();
        }
        return {};
    }

    /// Clicks OK. Returns true if the dialog closes.
    static bool accept(Fixture& f) {
        auto* dialog = f.window->findChild<SettingsDialog*>();
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        return QTest::qWaitFor([&] { return f.window->findChild<SettingsDialog*>() == nullptr; }, 300);
    }

    static viewer::SliceView* view(Fixture& f) { return f.window->viewArea()->slicePage()->view(); }

    static bool isFlipped(Fixture& f) { return view(f)->look().turn != viewer::Look().turn; }

    static void turnWheel(viewer::SliceView* view, int notches, Qt::KeyboardModifiers modifiers) {
        const QPointF at = view->rect().center();
        QWheelEvent event(at, view->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(view, &event);
    }

private Q_SLOTS:
    void init() {
        app::settings::setInputChoices({});
        InputMap::shared().setChoices({});
    }

    void hasNoConflictsByDefault() {
        const Fixture f;
        const std::vector<InputAction> actions = WindowKeys::of(*f.window).actions();
        std::set<QString> ids;
        for (const InputAction& action : actions) {
            QVERIFY2(ids.insert(action.id).second, qPrintable(action.id));
            QVERIFY2(!action.name.isEmpty(), qPrintable(action.id));
        }
        for (const char* id : {"window/open-files", "window/add-slice", "window/panel-evidence", "view/fit", "tool/pan",
                               "mark/box", "preset/9", "wheel/page"})
            QVERIFY2(ids.contains(QLatin1String(id)), id);
        const KeysPage page(actions, {});
        QCOMPARE(page.problem(), QString());
    }

    void actsAtOnceOnAChosenKey() {
        Fixture f;
        QVERIFY(f.openVolume());
        KeysPage* page = openPage(f);
        QVERIFY(page != nullptr);
        choose(page, QStringLiteral("Flip left to right"));
        pressIn(page, Qt::Key_G);
        QCOMPARE(warning(page), QString());
        QVERIFY(accept(f));

        view(f)->setFocus();
        f.press(Qt::Key_H);
        QVERIFY(!isFlipped(f));
        f.press(Qt::Key_G);
        QVERIFY(isFlipped(f));
        QStringList texts;
        for (const QAction* action : f.window->findChildren<QAction*>())
            texts << action->text();
        QVERIFY(texts.contains(QStringLiteral("Flip left to right\tG")));
        const ShortcutsDialog list(WindowKeys::of(*f.window).actions());
        texts.clear();
        for (const QLabel* label : list.findChildren<QLabel*>())
            texts << label->text();
        QCOMPARE(texts.value(texts.indexOf(QStringLiteral("Flip left to right (In a slice or clip)")) - 1),
                 QStringLiteral("G"));

        InputMap::shared().setChoices({});  // as in a new program
        Fixture later;
        QVERIFY(later.openVolume());
        view(later)->setFocus();
        later.press(Qt::Key_G);
        QVERIFY(isFlipped(later));
    }

    void doesNotSaveAConflict() {
        Fixture f;
        QVERIFY(f.openVolume());
        KeysPage* page = openPage(f);
        QVERIFY(page != nullptr);
        choose(page, QStringLiteral("Privacy mode"));
        pressIn(page, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(warning(page), QStringLiteral("Ctrl+E: “Privacy mode” and “Add the displayed image” (In the whole "
                                               "window) both use it."));
        QVERIFY(!accept(f));
        QVERIFY(app::settings::inputChoices().isEmpty());
        QVERIFY(InputMap::shared().choices().empty());

        choose(page, QStringLiteral("Privacy mode"));
        QTest::mouseClick(button(page, QStringLiteral("&Take it from the others")), Qt::LeftButton);
        QCOMPARE(warning(page), QString());
        QVERIFY(accept(f));
        const QAction* add = f.evidenceStrip()->addCurrentAction();
        QVERIFY(add->shortcut().isEmpty());
        QCOMPARE(add->toolTip(), QStringLiteral("Add the displayed image"));

        page = openPage(f);
        QVERIFY(page != nullptr);
        choose(page, QStringLiteral("Add the displayed image"));
        pressIn(page, Qt::Key_F4, Qt::ControlModifier);
        QVERIFY(accept(f));
        QCOMPARE(add->toolTip(), QStringLiteral("Add the displayed image (Ctrl+F4)"));
        f.press(Qt::Key_F4, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
    }

    void keepsLettersForViews() {
        Fixture f;
        KeysPage* page = openPage(f);
        QVERIFY(page != nullptr);
        choose(page, QStringLiteral("Privacy mode"));
        pressIn(page, Qt::Key_J);
        QCOMPARE(warning(page),
                 QStringLiteral(
                     "J types text, so it can only be used in slices, clips, volumes and images. Add Ctrl or Alt."));
        QVERIFY(!accept(f));
        choose(page, QStringLiteral("Privacy mode"));
        QTest::mouseClick(button(page, QStringLiteral("&Reset this action")), Qt::LeftButton);
        QCOMPARE(warning(page), QString());
        choose(page, QStringLiteral("Invert"));  // in a slice: also a conflict with what the window has
        pressIn(page, Qt::Key_F5);
        QVERIFY(warning(page).contains(QStringLiteral("Privacy mode")));
        QTest::mouseClick(button(page, QStringLiteral("Reset &all")), Qt::LeftButton);
        QCOMPARE(page->problem(), QString());
        QVERIFY(accept(f));
        QVERIFY(InputMap::shared().choices().empty());
    }

    void warnsOfConflictsOnlyWhereKeysMeet() {
        Fixture f;
        KeysPage* page = openPage(f);
        QVERIFY(page != nullptr);
        struct Kind {
            const char* action;
            Qt::Key key;
            Qt::KeyboardModifiers modifiers;
            const char* other;  ///< the action that has the key in the same place; null: none
        };
        for (const Kind& kind :
             {Kind{"Start the range at this frame", Qt::Key_I, {}, "Invert"},  // both act in a clip
              Kind{"Play faster", Qt::Key_C, {}, "Next colour table"},
              Kind{"Play slower", Qt::Key_E, {}, nullptr},              // an ellipse is drawn in an image or a slice
              Kind{"Crosshair on or off", Qt::Key_Space, {}, nullptr},  // plays in a clip, which has no crosshair
              Kind{"Rotate to the left", Qt::Key_L, {}, "Length"},      // links in an image, but measures in a slice
              Kind{"Box", Qt::Key_H, {}, nullptr}, Kind{"Box", Qt::Key_I, {}, "Invert"},
              Kind{"Write a note on the mark", Qt::Key_V, {}, "Select"},
              Kind{"Rotate to the right", Qt::Key_Greater, {}, "Play faster"},
              Kind{"Invert", Qt::Key_I, Qt::ShiftModifier, "Start the range at this frame"}}) {
            choose(page, QString::fromLatin1(kind.action));
            pressIn(page, kind.key, kind.modifiers);
            const QString said = warning(page);
            const QString wanted =
                kind.other == nullptr
                    ? QString()
                    : QStringLiteral("“%1” and “%2”").arg(QLatin1String(kind.action), QLatin1String(kind.other));
            QVERIFY2(kind.other == nullptr ? said.isEmpty() : said.contains(wanted),
                     qPrintable(QLatin1String(kind.action) + QStringLiteral(": ") + said));
            QTest::mouseClick(button(page, QStringLiteral("&Reset this action")), Qt::LeftButton);
        }
    }

    void readsDamagedSettings() {
        // A key twice, a letter for the whole window, no key at all, a drag for the wheel, an action of another
        // version.
        app::settings::setInputChoices(
            R"({"view/fit": {"keys": ["G", "G"]}, "view/reset": {"keys": ["G"]}, "window/privacy-mode": {"keys": ["J"]},
                "view/invert": {"keys": ["nonsense", 7]}, "wheel/page": {"mouse": ["left"]}, "clip/in": {"keys": ["I"]},
                "view/later": {"keys": ["U"]}, "tool/pan": {"mouse": ["Shift+left", "sideways"]},
                "preset/1": {"keys": []}})");
        Fixture f;
        const std::vector<InputAction> actions = WindowKeys::of(*f.window).actions();
        const viewer::InputChoices& choices = InputMap::shared().choices();
        QVERIFY(viewer::findConflicts(actions, choices).empty());
        const auto keys = [&](const char* id) { return viewer::keysOf(QString::fromLatin1(id)); };
        QCOMPARE(keys("view/fit"), QList<QKeySequence>{Qt::Key_G});
        QCOMPARE(keys("view/reset"), QList<QKeySequence>{Qt::Key_R});
        QCOMPARE(keys("view/invert"), QList<QKeySequence>{Qt::Key_I});
        QCOMPARE(keys("clip/in"), QList<QKeySequence>{Qt::SHIFT | Qt::Key_I});
        QCOMPARE(keys("preset/1"), QList<QKeySequence>());  // the user wants none
        for (const char* id : {"window/privacy-mode", "wheel/page"})
            QVERIFY2(!choices.contains(QString::fromLatin1(id)), id);
        QVERIFY(choices.contains(QStringLiteral("view/later")));
        QVERIFY(choices.at(QStringLiteral("tool/pan")).gestures ==
                (std::vector<viewer::Gesture>{{viewer::Gesture::Kind::left, Qt::ShiftModifier}}));
        // The page takes them as they are.
        KeysPage* page = openPage(f);
        QVERIFY(page != nullptr);
        QCOMPARE(page->problem(), QString());
    }

    void closesWithEscFromTheFieldOfAKey() {
        Fixture f;
        KeysPage* page = openPage(f);
        QVERIFY(page != nullptr);
        pressIn(page, Qt::Key_Escape);
        QTRY_VERIFY(f.window->findChild<SettingsDialog*>() == nullptr);
    }

    void dragsWithTheChosenButtons() {
        Fixture f;
        QVERIFY(f.openVolume());
        const double before = view(f)->zoom();
        testing::drag(view(f), Qt::MiddleButton, {0, -40});
        QCOMPARE(view(f)->zoom(), before);  // pans by default
        KeysPage* page = openPage(f);
        QVERIFY(page != nullptr);
        choose(page, QStringLiteral("Zoom"));
        pickGesture(page, 0, QStringLiteral("middle drag"));
        QVERIFY(warning(page).contains(QStringLiteral("middle drag")));
        choose(page, QStringLiteral("Pan"));
        pickGesture(page, 0, QStringLiteral("right drag"));
        QCOMPARE(warning(page), QString());
        QVERIFY(accept(f));

        testing::drag(view(f), Qt::MiddleButton, {0, -40});
        QVERIFY(view(f)->zoom() > before);
        const double zoomed = view(f)->zoom();
        testing::drag(view(f), Qt::RightButton, {0, -40});
        QCOMPARE(view(f)->zoom(), zoomed);
        const QSignalSpy menus(view(f), &viewer::SliceView::menuRequested);
        QTest::mouseClick(view(f), Qt::RightButton);
        QCOMPARE(menus.size(), 1);
        if (QWidget* menu = QApplication::activePopupWidget()) menu->close();
    }

    void scrollsByTenWithShift() {
        Fixture f;
        QVERIFY(f.openVolume(40));
        view(f)->setSlice(5);
        turnWheel(view(f), -1, Qt::ShiftModifier);
        QCOMPARE(view(f)->slice(), 15);
        turnWheel(view(f), 1, Qt::NoModifier);
        QCOMPARE(view(f)->slice(), 14);
        const double zoom = view(f)->zoom();
        turnWheel(view(f), 1, Qt::ControlModifier);
        QVERIFY(view(f)->zoom() > zoom);
        QCOMPARE(view(f)->slice(), 14);
    }

    void readsWhatItWrites() {
        viewer::InputChoices choices;
        choices[QStringLiteral("view/fit")].keys = QList<QKeySequence>{QKeySequence(Qt::CTRL | Qt::Key_U)};
        choices[QStringLiteral("tool/pan")].gestures =
            std::vector<viewer::Gesture>{{viewer::Gesture::Kind::right, Qt::ShiftModifier | Qt::AltModifier}};
        choices[QStringLiteral("view/reset")].keys = QList<QKeySequence>{};
        QVERIFY(viewer::inputChoicesFrom(toJson(choices)) == choices);
        for (const char* bad : {"", "[]", "{", R"({"view/fit": 3})", R"({"view/fit": {"keys": "F"}})"})
            QVERIFY2(viewer::inputChoicesFrom(bad).empty(), bad);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::KeysWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "keys_window_test.moc"
