// What a monkey can do with a window.
#include "app/settings.h"
#include "app/translations.h"
#include "tests/ui/monkey.h"
#include "tests/ui/monkey_words.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/views/pane.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/panel_layout.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTreeView>
#include <QWheelEvent>
#include <QWindow>
#include <QtTest>

#include <utility>

namespace fleming::ui::testing {

void Monkey::click() {
    QWidget* window = target();
    const QPoint at = place(*window);
    QWidget* child = window->childAt(at);
    const Qt::KeyboardModifiers keys = modifiers();
    say_(QStringLiteral("  %1 %2 of %3").arg(textOf(at), nameOf(child != nullptr ? *child : *window), nameOf(*window)));
    const QPointer<QWidget> on = window;
    std::deque<Step> steps;
    for (int times = chance(0.2) ? 2 : 1; times > 0; --times) {
        steps.push_back([=, this] { press(on, Qt::LeftButton, keys, at); });
        steps.push_back([=, this] { release(on, Qt::LeftButton, at); });
    }
    if (steps.size() > 2) {
        steps.push_back([=] {
            if (QWindow* handle = windowOf(on)) QTest::mouseDClick(handle, Qt::LeftButton, keys, inWindow(*on, at));
        });
    }
    perform(std::move(steps));
}

void Monkey::drag() {
    QWidget* view = chance(0.7) && QApplication::activeModalWidget() == nullptr ? randomView() : target();
    const auto button = oneOf(std::vector{Qt::LeftButton, Qt::LeftButton, Qt::MiddleButton, Qt::RightButton});
    const QPoint from = place(*view), to = chance(0.8) ? place(*view) : from + QPoint(number(900) - 450, number(600));
    const Qt::KeyboardModifiers keys = modifiers();
    say_(QStringLiteral("  button %1 from %2 to %3 on %4").arg(button).arg(textOf(from), textOf(to), nameOf(*view)));
    dragFrom(view, button, keys, from, to);
}

void Monkey::wheel() {
    QWidget* view = chance(0.7) && QApplication::activeModalWidget() == nullptr ? randomView() : target();
    QWindow* window = windowOf(view);
    if (window == nullptr) return;
    const QPointF at = inWindow(*view, place(*view));
    const Qt::KeyboardModifiers keys = modifiers();
    const int angle = oneOf(std::vector{120, -120, 240, -360, 15, -15, 1200, -1200});
    say_(QStringLiteral("  %1 with %2 on %3").arg(angle).arg(static_cast<int>(keys)).arg(nameOf(*view)));
    for (int times = 1 + number(6); times > 0; --times) {
        QWheelEvent event(at, window->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(window, &event);
        QTest::qWait(number(4));
    }
}

void Monkey::rightClick() {
    QWidget* window = target();
    const QPointer<QWidget> on = window;
    const QPoint at = place(*window);
    const QWidget* child = window->childAt(at);
    say_(QStringLiteral("  %1 %2").arg(textOf(at), nameOf(child != nullptr ? *child : *window)));
    perform({[=, this] { press(on, Qt::RightButton, {}, at); }, [=, this] { release(on, Qt::RightButton, at); }});
    // No display server is between, so no menu event follows by itself.
    QWidget* widget = on == nullptr ? nullptr : on->childAt(at);
    if (widget == nullptr || QApplication::activePopupWidget() != nullptr) return;
    const QPoint local = widget->mapFrom(on, at);
    QContextMenuEvent event(QContextMenuEvent::Mouse, local, widget->mapToGlobal(local));
    QApplication::sendEvent(widget, &event);
    pickEntries();
}

void Monkey::pressKey() {
    std::vector<int> keys{Qt::Key_Up,       Qt::Key_Down,  Qt::Key_Left,   Qt::Key_Right,  Qt::Key_PageUp,
                          Qt::Key_PageDown, Qt::Key_Home,  Qt::Key_End,    Qt::Key_Tab,    Qt::Key_Tab,
                          Qt::Key_Return,   Qt::Key_Space, Qt::Key_Delete, Qt::Key_Menu,   Qt::Key_Escape,
                          Qt::Key_Plus,     Qt::Key_Minus, Qt::Key_Comma,  Qt::Key_Period, Qt::Key_Insert,
                          Qt::Key_Backspace};
    for (int i = Qt::Key_A; i <= Qt::Key_Z; ++i)
        keys.push_back(i);
    for (int i = Qt::Key_0; i <= Qt::Key_9; ++i)
        keys.push_back(i);
    for (int i = Qt::Key_F1; i <= Qt::Key_F12; ++i)
        keys.push_back(i);
    const int chosen = oneOf(keys);
    const Qt::KeyboardModifiers held = modifiers();
    const QWidget* focus = QApplication::focusWidget();
    say_(QStringLiteral("  %1 in %2")
             .arg(textOf(chosen, held), focus != nullptr ? nameOf(*focus) : QStringLiteral("nothing")));
    const int times = chance(0.2) ? 1 + number(12) : 1;
    for (int i = 0; i < times; ++i)
        key(chosen, held);
}

void Monkey::pressViewKey() {
    if (QApplication::activeModalWidget() == nullptr && QApplication::activePopupWidget() == nullptr)
        randomView()->setFocus();
    pressKey();
}

void Monkey::type() {
    static const std::vector<QString> texts{QStringLiteral("is there a nodule"), QStringLiteral("12345678901234567890"),
                                            QStringLiteral("x"), QStringLiteral("a b c d e f g h"),
                                            QStringLiteral("lung")};
    write(oneOf(texts));
    if (chance(0.5)) key(Qt::Key_Return);
}

/// Clicks entries of the open menu and its submenus.
void Monkey::pickEntries() {
    for (int depth = 0; depth < 4; ++depth) {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr) return;
        std::vector<QAction*> entries;
        for (QAction* action : menu->actions()) {
            if (action->isEnabled() && action->isVisible() && !action->isSeparator()) entries.push_back(action);
        }
        if (entries.empty()) return;
        QAction* entry = oneOf(entries);
        const QPoint at = menu->actionGeometry(entry).center();
        say_(QStringLiteral("  entry \"%1\"").arg(entry->text()));
        const QPointer<QWidget> on = menu;
        perform({[=, this] { move(on, at); }, [=, this] { press(on, Qt::LeftButton, {}, at); },
                 [=, this] { release(on, Qt::LeftButton, at); }});
        QTest::qWait(20);
    }
}

void Monkey::chooseFromMenu() {
    if (QApplication::activeModalWidget() != nullptr) return escape();
    while (QApplication::activePopupWidget() != nullptr)
        QApplication::activePopupWidget()->close();
    QMenuBar* bar = window_.menuBar();
    const QList<QAction*> menus = bar->actions();
    QAction* chosen = menus[number(static_cast<int>(menus.size()))];
    const QPointer<QWidget> on = bar;
    const QPoint at = bar->actionGeometry(chosen).center();
    perform({[=, this] { press(on, Qt::LeftButton, {}, at); }, [=, this] { release(on, Qt::LeftButton, at); }});
    pickEntries();
}

void Monkey::chooseFromPaneMenu() {
    if (QApplication::activeModalWidget() != nullptr) return escape();
    QWidget* view = randomView();
    const QPointer<QWidget> on = view;
    const QPoint at = view->rect().center();
    perform({[=, this] { press(on, Qt::RightButton, {}, at); }, [=, this] { release(on, Qt::RightButton, at); }});
    pickEntries();
}

void Monkey::openFiles() {
    QStringList chosen;
    for (int i = 1 + number(3); i > 0; --i)
        chosen << files_[number(static_cast<int>(files_.size()))];
    window_.commands()->openPaths(chosen);
}

/// Drags a row of the list of series into a pane.
void Monkey::dragSeries() {
    if (QApplication::activeModalWidget() != nullptr) return escape();
    auto* panel = window_.findChild<StudyPanel*>();
    auto* tree = panel != nullptr ? panel->findChild<QTreeView*>() : nullptr;
    if (tree == nullptr || !tree->isVisible()) return window_.panelLayout()->focusPanel(StudyPanel::kId);
    const QModelIndex row = tree->indexAt({20, number(tree->viewport()->height())});
    if (!row.isValid()) return;
    const QPoint from = tree->viewport()->mapTo(&window_, tree->visualRect(row).center());
    QWidget* pane = oneOf(window_.viewArea()->panes());
    dragFrom(&window_, Qt::LeftButton, {}, from, pane->mapTo(&window_, place(*pane)));
}

void Monkey::closeSeries() {
    if (chance(0.2)) return key(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    auto* panel = window_.findChild<StudyPanel*>();
    auto* tree = panel != nullptr ? panel->findChild<QTreeView*>() : nullptr;
    if (tree == nullptr || QApplication::activeModalWidget() != nullptr) return;
    tree->setFocus();
    key(oneOf(std::vector<int>{Qt::Key_Up, Qt::Key_Down}));
    key(Qt::Key_Delete);
}

void Monkey::ask() {
    if (QApplication::activeModalWidget() != nullptr) return escape();
    auto* panel = window_.findChild<ChatPanel*>();
    if (panel == nullptr) return;
    panel->composer()->box()->setFocus();
    write(QStringLiteral("is there a nodule"));
    key(Qt::Key_Return);
}

void Monkey::review() {
    if (QApplication::activeModalWidget() != nullptr) return escape();
    key(Qt::Key_F4);
    key(Qt::Key_1 + number(4));
    if (chance(0.5)) {
        for (int i = 0; i < 6; ++i)
            key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_L);
        key(Qt::Key_1 + number(9));
        key(Qt::Key_Return);
    }
    if (chance(0.5)) key(Qt::Key_Return, Qt::ControlModifier);
}

void Monkey::pickEvidence() {
    const auto [chosen, held] =
        oneOf(std::vector<std::pair<int, Qt::KeyboardModifiers>>{{Qt::Key_E, Qt::ControlModifier},
                                                                 {Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier},
                                                                 {Qt::Key_D, Qt::ControlModifier},
                                                                 {Qt::Key_I, Qt::ControlModifier}});
    key(chosen, held);
}

void Monkey::changeLayout() {
    const auto [chosen, held] =
        oneOf(std::vector<std::pair<int, Qt::KeyboardModifiers>>{{Qt::Key_1, Qt::AltModifier},
                                                                 {Qt::Key_2, Qt::AltModifier},
                                                                 {Qt::Key_4, Qt::AltModifier},
                                                                 {Qt::Key_6, Qt::AltModifier},
                                                                 {Qt::Key_9, Qt::AltModifier},
                                                                 {Qt::Key_5, Qt::AltModifier},
                                                                 {Qt::Key_Return, Qt::AltModifier},
                                                                 {Qt::Key_1, Qt::ControlModifier},
                                                                 {Qt::Key_2, Qt::ControlModifier},
                                                                 {Qt::Key_3, Qt::ControlModifier},
                                                                 {Qt::Key_T, Qt::ControlModifier},
                                                                 {Qt::Key_F5, {}},
                                                                 {Qt::Key_F11, {}},
                                                                 {Qt::Key_F6, {}},
                                                                 {Qt::Key_F6, Qt::ControlModifier}});
    say_(QStringLiteral("  ") + textOf(chosen, held));
    key(chosen, held);
}

void Monkey::resize() {
    const QSize size(1024 + number(1920 - 1024 + 1), 600 + number(1080 - 600 + 1));
    say_(QStringLiteral("  to %1 x %2").arg(size.width()).arg(size.height()));
    window_.resize(size);
}

void Monkey::changeLanguage() {
    QStringList names{QString()};
    for (const app::Language& language : app::languages())
        names << language.code;
    app::settings::setLanguage(names[number(static_cast<int>(names.size()))]);
}

void Monkey::escape() {
    key(Qt::Key_Escape);
}

void Monkey::wait() {
    QTest::qWait(number(300));
}

}  // namespace fleming::ui::testing
