#include "tests/ui/monkey.h"

#include "tests/ui/monkey_words.h"
#include "ui/views/pane.h"
#include "ui/views/view_area.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QThread>
#include <QTimer>
#include <QUrl>
#include <QWindow>
#include <QtTest>

#include <algorithm>
#include <utility>

namespace fleming::ui::testing {

namespace {

constexpr int kRescueMs = 15;
constexpr int kStuckTicks = 20;  // 0.3 s

}  // namespace

/// What a monkey can do, and how often it does it.
struct Monkey::Action {
    const char* name;
    int weight;
    void (Monkey::*run)();
};

Monkey::Monkey(std::mt19937& random, MainWindow& window, app::Workspace& workspace, QStringList files,
               std::function<void(const QString&)> say)
    : random_(random), window_(window), workspace_(workspace), files_(std::move(files)), say_(std::move(say)) {
    qApp->installEventFilter(this);
    for (const char* scheme : {"file", "http", "https", "mailto"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "countUrl");
    rescue();
}

Monkey::~Monkey() {
    for (const char* scheme : {"file", "http", "https", "mailto"})
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
}

bool Monkey::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &window_ && event->type() == QEvent::Close) {
        event->ignore();
        return true;
    }
    if (auto* dialog = qobject_cast<QFileDialog*>(watched); dialog != nullptr && event->type() == QEvent::Show)
        QTimer::singleShot(0, dialog, &QDialog::reject);
    return QObject::eventFilter(watched, event);
}

void Monkey::countUrl(const QUrl& url) {
    say_(QStringLiteral("  would open %1").arg(url.toString()));
}

// --- steps ----------------------------------------------------------------------------------------------------------

void Monkey::perform(std::deque<Step> steps) {
    steps_ = std::move(steps);
    while (!steps_.empty()) {
        const Step step = std::move(steps_.front());
        steps_.pop_front();
        step();
        QTest::qWait(number(8));
    }
    if (held_ != Qt::NoButton) release(&window_, held_, window_.rect().center());
}

/// Goes on with the steps while one of them is inside an event loop of its own, and gets it out of there.
void Monkey::rescue() {
    QTimer::singleShot(kRescueMs, this, &Monkey::rescue);
    if (QThread::currentThread()->loopLevel() == 0) {
        stuck_ = 0;
        return;
    }
    if (!steps_.empty()) {
        const Step step = std::move(steps_.front());
        steps_.pop_front();
        return step();
    }
    if (++stuck_ % kStuckTicks != 0) return;
    say_(QStringLiteral("  leaves an event loop"));
    if (held_ != Qt::NoButton) return release(&window_, held_, window_.rect().center());
    key(Qt::Key_Escape);
}

int Monkey::number(int below) {
    return below <= 1 ? 0 : static_cast<int>(random_() % static_cast<unsigned>(below));
}

bool Monkey::chance(double probability) {
    return number(1000) < 1000 * probability;
}

Qt::KeyboardModifiers Monkey::modifiers() {
    Qt::KeyboardModifiers chosen;
    for (const auto modifier : {Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier}) {
        if (chance(0.2)) chosen |= modifier;
    }
    return chosen;
}

/// Returns the window that takes the mouse: an open menu, a dialog, or one of the others.
QWidget* Monkey::target() const {
    if (QWidget* popup = QApplication::activePopupWidget()) return popup;
    if (QWidget* modal = QApplication::activeModalWidget()) return modal;
    QWidget* active = QApplication::activeWindow();
    return active != nullptr ? active : static_cast<QWidget*>(&window_);
}

QPoint Monkey::place(const QWidget& widget) {
    return {number(widget.width()), number(widget.height())};
}

QWidget* Monkey::randomView() {
    const std::vector<Pane*>& panes = window_.viewArea()->panes();
    return oneOf(panes)->focusWidget();
}

void Monkey::move(QWidget* widget, QPoint at) {
    if (QWindow* window = windowOf(widget)) QTest::mouseMove(window, inWindow(*widget, at));
}

void Monkey::press(QWidget* widget, Qt::MouseButton button, Qt::KeyboardModifiers keys, QPoint at) {
    QWindow* window = windowOf(widget);
    if (window == nullptr || held_ != Qt::NoButton) return;
    held_ = button;
    QTest::mousePress(window, button, keys, inWindow(*widget, at));
}

void Monkey::release(QWidget* widget, Qt::MouseButton button, QPoint at) {
    if (held_ != button) return;
    held_ = Qt::NoButton;
    QWindow* window = windowOf(widget);
    if (window == nullptr) return QTest::mouseRelease(window_.windowHandle(), button, {}, {5, 5});
    QTest::mouseRelease(window, button, {}, inWindow(*widget, at));
}

void Monkey::key(int key, Qt::KeyboardModifiers keys) {
    // Qt passes keys to an open menu. The menu's own window may be gone before its key is released.
    QWindow* focus = QGuiApplication::focusWindow();
    if (focus == nullptr || focus->type() == Qt::Popup) {
        QWidget* modal = QApplication::activeModalWidget();
        focus = windowOf(modal != nullptr ? modal : &window_);
    }
    const QPointer<QWindow> window = focus;
    if (window != nullptr) QTest::keyPress(window.data(), static_cast<Qt::Key>(key), keys);
    if (window != nullptr) QTest::keyRelease(window.data(), static_cast<Qt::Key>(key), keys);
}

void Monkey::write(const QString& text) {
    for (const QChar letter : text)
        key(letter.toUpper().unicode());
}

void Monkey::dragFrom(QWidget* widget, Qt::MouseButton button, Qt::KeyboardModifiers keys, QPoint from, QPoint to) {
    const QPointer<QWidget> on = widget;
    std::deque<Step> steps;
    steps.push_back([=, this] { move(on, from); });
    steps.push_back([=, this] { press(on, button, keys, from); });
    const int moves = 3 + number(8);
    for (int i = 1; i <= moves; ++i)
        steps.push_back([=, this] { move(on, from + (to - from) * i / moves); });
    if (chance(0.1)) steps.push_back([this] { key(Qt::Key_Escape); });
    steps.push_back([=, this] { release(on, button, to); });
    perform(std::move(steps));
}

// --- what can be done -----------------------------------------------------------------------------------------------

void Monkey::act() {
    activate();
    static const Action actions[] = {
        {"click", 20, &Monkey::click},
        {"drag", 14, &Monkey::drag},
        {"wheel", 12, &Monkey::wheel},
        {"right click", 3, &Monkey::rightClick},
        {"key", 20, &Monkey::pressKey},
        {"key in a view", 14, &Monkey::pressViewKey},
        {"type", 2, &Monkey::type},
        {"menu", 8, &Monkey::chooseFromMenu},
        {"menu of a pane", 3, &Monkey::chooseFromPaneMenu},
        {"open", 4, &Monkey::openFiles},
        {"drag of a series", 5, &Monkey::dragSeries},
        {"close a series", 2, &Monkey::closeSeries},
        {"ask", 4, &Monkey::ask},
        {"review", 5, &Monkey::review},
        {"evidence", 5, &Monkey::pickEvidence},
        {"layout", 6, &Monkey::changeLayout},
        {"size", 2, &Monkey::resize},
        {"language", 1, &Monkey::changeLanguage},
        {"escape", 10, &Monkey::escape},
        {"wait", 4, &Monkey::wait},
    };
    int total = 0;
    for (const Action& action : actions)
        total += action.weight;
    int drawn = number(total);
    for (const Action& action : actions) {
        drawn -= action.weight;
        if (drawn >= 0) continue;
        say_(QLatin1String(action.name));
        (this->*action.run)();
        return;
    }
}

// --- what must hold -------------------------------------------------------------------------------------------------

QString Monkey::closeDialogs() {
    constexpr int kAttempts = 5;  // a field inside may take the first ones
    for (int count = 0; count < 30; ++count) {
        const QPointer<QWidget> popup = QApplication::activePopupWidget();
        const QPointer<QWidget> open = popup != nullptr ? popup.data() : QApplication::activeModalWidget();
        if (open == nullptr) break;
        const QString name = nameOf(*open) + QStringLiteral(" \"%1\"").arg(open->windowTitle());
        const auto isClosed = [&open] { return open == nullptr || !open->isVisible(); };
        for (int attempt = 0; attempt < kAttempts && !isClosed(); ++attempt) {
            if (popup == nullptr) open->activateWindow();
            QTest::qWait(10);
            if (open != nullptr && open->windowHandle() != nullptr)
                QTest::keyClick(open->windowHandle(), Qt::Key_Escape);
            QTest::qWait(10);
        }
        if (!isClosed()) return name;
    }
    for (QWidget* other : QApplication::topLevelWidgets()) {
        if (other != &window_ && other->isVisible() && other->isWindow()) other->close();
    }
    return {};
}

/// Gives a window the keyboard if none has it, as window managers do when a window closes. The display has none.
void Monkey::activate() {
    if (QGuiApplication::focusWindow() == nullptr) {
        QWidget* modal = QApplication::activeModalWidget();
        (modal != nullptr ? modal : &window_)->activateWindow();
        (void)QTest::qWaitFor([] { return QGuiApplication::focusWindow() != nullptr; }, 200);
    } else if (QApplication::focusWidget() == nullptr) {
        say_(QStringLiteral("  (no widget has the focus)"));
    }
}

bool Monkey::hasFocus() {
    window_.activateWindow();
    if (!QTest::qWaitForWindowActive(&window_, 3000)) return false;
    if (QApplication::focusWidget() == nullptr) key(Qt::Key_Tab);
    return QApplication::focusWidget() != nullptr;
}

}  // namespace fleming::ui::testing
