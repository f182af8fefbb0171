// The registry of panels in a real window: what follows from an entry, for the panels of the program and one more.
#include "tests/ui/mouse.h"
#include "tests/ui/window_test.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/panel_layout.h"
#include "ui/window/window_keys.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

#include <algorithm>
#include <vector>

namespace fleming::ui {

using testing::Fixture;

namespace {

/// A panel that the program does not have.
class ExtraPanel : public QWidget {
public:
    explicit ExtraPanel(QWidget* parent) : QWidget(parent) {
        auto* column = new QVBoxLayout(this);
        first = new QPushButton(QStringLiteral("First"), this);
        second = new QPushButton(QStringLiteral("Second"), this);
        column->addWidget(first);
        column->addWidget(second);
        menu = new QMenu(QStringLiteral("Extra"), this);
        menu->addAction(QStringLiteral("Extra entry"));
    }

    QPushButton *first, *second;
    QMenu* menu;
};

Panel extraPanel(PanelPlace place) {
    return {QStringLiteral("extra"),
            QStringLiteral("E&xtra panel"),
            Symbol::report,
            QKeySequence(Qt::Key_F12),
            place,
            {0.2, 120, 180, 0.3},
            [](const PanelContext&, QWidget* parent) -> PanelWidget {
                auto* panel = new ExtraPanel(parent);
                return {panel, panel->first, panel->menu};
            }};
}

std::vector<Panel> withExtra(PanelPlace place) {
    std::vector<Panel> panels = allPanels();
    panels.push_back(extraPanel(place));
    return panels;
}

ExtraPanel* extra(const Fixture& f) {
    return dynamic_cast<ExtraPanel*>(f.window->panelLayout()->widget(QStringLiteral("extra")));
}

QMenu* viewMenu(const Fixture& f) {
    for (QAction* action : f.window->menuBar()->actions()) {
        if (action->text() == QLatin1String("&View")) return action->menu();
    }
    return nullptr;
}

QToolButton* statusButton(const Fixture& f, const QAction* toggle) {
    for (QToolButton* button : f.window->statusBar()->findChildren<QToolButton*>()) {
        if (button->defaultAction() == toggle) return button;
    }
    return nullptr;
}

QRect placeOf(const Fixture& f, const QWidget* widget) {
    return {widget->mapTo(f.window.get(), QPoint()), widget->size()};
}

}  // namespace

class PanelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void registersEachPanelOnce() {
        QSet<QString> ids, keys;
        for (const Panel& panel : allPanels()) {
            ids.insert(panel.id);
            keys.insert(panel.shortcut.toString());
            QVERIFY2(!panel.title.isEmpty(), qPrintable(panel.id));
            QVERIFY2(panel.size.minimum <= panel.size.maximum && panel.size.share <= panel.size.limit,
                     qPrintable(panel.id));
        }
        // Keys of the settings, which never change.
        QVERIFY(ids.contains(QSet<QString>{"series", "evidence", "conversation"}));
        QVERIFY(keys.contains(QSet<QString>{"F7", "F8", "F9"}));
        QCOMPARE(ids.size(), static_cast<qsizetype>(allPanels().size()));
        QCOMPARE(keys.size(), ids.size());
    }

    void givesAPanelItsMenuEntryKeyAndButton() {
        Fixture f(withExtra(PanelPlace::right));
        QAction* toggle = f.window->panelLayout()->toggle(QStringLiteral("extra"));
        QVERIFY(toggle != nullptr && toggle->isChecked());
        QCOMPARE(toggle->text(), QStringLiteral("E&xtra panel"));
        QVERIFY(viewMenu(f)->actions().contains(toggle));
        QVERIFY(viewMenu(f)->actions().contains(extra(f)->menu->menuAction()));

        f.press(Qt::Key_F12);
        QVERIFY(!extra(f)->isVisible() && !toggle->isChecked());
        toggle->trigger();  // as the menu does
        QVERIFY(extra(f)->isVisible() && toggle->isChecked());
        QToolButton* button = statusButton(f, toggle);
        QVERIFY(button != nullptr && button->isVisible() && !button->icon().isNull());
        QCOMPARE(button->toolTip(), QStringLiteral("Extra panel (F12)"));
        testing::Mouse(*f.window).click(*button);
        QVERIFY(!extra(f)->isVisible() && !button->isChecked());

        const ShortcutsDialog dialog(WindowKeys::of(*f.window).actions());
        QStringList texts;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            texts << label->text();
        for (const Panel& panel : withExtra(PanelPlace::right)) {
            const QString name = QString(panel.title).remove(QLatin1Char('&'));
            const qsizetype at = texts.indexOf(name + QStringLiteral(" (In the whole window)"));
            QVERIFY2(at > 0, qPrintable(name));
            QCOMPARE(texts[at - 1], panel.shortcut.toString(QKeySequence::NativeText));
        }
    }

    void putsAPanelAtItsPlace_data() {
        QTest::addColumn<PanelPlace>("place");
        QTest::newRow("left") << PanelPlace::left;
        QTest::newRow("below") << PanelPlace::below;
        QTest::newRow("right") << PanelPlace::right;
    }

    void putsAPanelAtItsPlace() {
        QFETCH(PanelPlace, place);
        Fixture f(withExtra(place));
        QTRY_VERIFY(extra(f)->width() > 0);
        const QRect panel = placeOf(f, extra(f)), view = placeOf(f, f.window->viewArea());
        const QRect series = placeOf(f, f.studyPanel()), evidence = placeOf(f, f.evidenceStrip());
        const QRect chat = placeOf(f, f.chatPanel());
        QVERIFY(series.right() < view.left() && view.bottom() < evidence.top() && view.right() < chat.left());
        switch (place) {
            case PanelPlace::left:
                QVERIFY(series.right() < panel.left() && panel.right() < view.left());
                break;
            case PanelPlace::below:
                QVERIFY(evidence.bottom() < panel.top() && panel.left() == view.left());
                break;
            case PanelPlace::right:
                QVERIFY(chat.right() < panel.left());
                break;
        }
        const int size = place == PanelPlace::below ? panel.height() : panel.width();
        QVERIFY2(size >= 115 && size <= 185, qPrintable(QString::number(size)));
    }

    void movesTheFocusThroughThePanels() {
        Fixture f(withExtra(PanelPlace::left));
        QVERIFY(f.openVolume());
        using Parts = std::vector<const QWidget*>;
        const QWidget* const series = f.studyPanel()->seriesTree();
        const QWidget* const view = f.window->viewArea()->slicePage()->view();
        const QWidget* const evidence = f.evidenceStrip()->list();
        const QWidget* const question = f.composer()->box();
        const Parts known{series, extra(f)->first, view, evidence, question};
        // Presses F6 `count` times and returns those of the known parts that get the focus.
        const auto visit = [&](qsizetype count) {
            Parts visited;
            for (qsizetype i = 0; i < count; ++i) {
                f.press(Qt::Key_F6);
                const QWidget* part = QApplication::focusWidget();
                if (std::find(known.begin(), known.end(), part) != known.end()) visited.push_back(part);
            }
            return visited;
        };
        const QList<QAction*> toggles = f.window->panelLayout()->toggles();
        const qsizetype panels = std::ranges::count_if(toggles, &QAction::isChecked);  // those on the screen
        f.composer()->box()->setFocus();
        QVERIFY(visit(panels + 1) == known);  // the panels and the view
        f.press(Qt::Key_F12);                 // hides the panel
        f.studyPanel()->seriesTree()->setFocus();
        QVERIFY(visit(panels) == (Parts{view, evidence, question, series}));
    }

    void ordersTheTabKeyLikeThePanels() {
        Fixture f(withExtra(PanelPlace::left));
        extra(f)->second->setFocus();
        QTest::keyClick(extra(f)->second, Qt::Key_Tab);
        QVERIFY(f.window->viewArea()->isAncestorOf(QApplication::focusWidget()));
        extra(f)->first->setFocus();
        QTest::keyClick(extra(f)->first, Qt::Key_Backtab);
        QVERIFY(placeOf(f, QApplication::focusWidget()).right() < placeOf(f, extra(f)).left());
    }

    void remembersThatAPanelIsHidden() {
        {
            Fixture f(withExtra(PanelPlace::below));
            f.press(Qt::Key_F12);
            f.window->close();
        }
        QCOMPARE(QSettings().value(QStringLiteral("panels/extra/shown")), QVariant(false));
        Fixture f(withExtra(PanelPlace::below));
        QVERIFY(!extra(f)->isVisible());
        f.window->panelLayout()->reset();
        QVERIFY(extra(f)->isVisible());
    }

    void showsAPanelToGiveItTheFocus() {
        Fixture f;
        f.press(Qt::Key_F9);
        QVERIFY(!f.chatPanel()->isVisible());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.chatPanel()->isVisible());
        QTRY_VERIFY(f.composer()->box()->hasFocus());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::PanelsTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "panels_test.moc"
