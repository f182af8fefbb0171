#pragma once

#include "ui/window/main_window.h"

#include <QObject>
#include <QPoint>
#include <QPointer>
#include <QStringList>

#include <deque>
#include <functional>
#include <random>
#include <vector>

class QMenu;

namespace fleming::ui::testing {

/// Uses a window at random, through mouse and keyboard. It stays inside the program: dialogs that choose files are
/// closed as soon as they open, what would open another program is only counted, and the window cannot be closed.
class Monkey : public QObject {
    Q_OBJECT

public:
    /// `files`: what it may open. `say` receives what it does, before it does it.
    Monkey(std::mt19937& random, MainWindow& window, app::Workspace& workspace, QStringList files,
           std::function<void(const QString&)> say);
    ~Monkey() override;

    /// Does one thing.
    void act();

    /// Closes menus and dialogs with Esc, and other windows. Returns what does not close.
    QString closeDialogs();

    /// Returns true if the window can take keys: some widget has the focus, or gets it with Tab.
    bool hasFocus();

    // What can be done; act() picks one.

    void click();
    void drag();
    void wheel();
    void rightClick();
    void pressKey();
    void pressViewKey();
    void type();
    void chooseFromMenu();
    void chooseFromPaneMenu();
    void openFiles();
    void dragSeries();
    void closeSeries();
    void ask();
    void review();
    void pickEvidence();
    void changeLayout();
    void resize();
    void changeLanguage();  ///< of the next window
    void escape();
    void wait();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Action;
    using Step = std::function<void()>;

    Q_SLOT void countUrl(const QUrl& url);
    void perform(std::deque<Step> steps);
    void rescue();
    void activate();
    int number(int below);
    bool chance(double probability);
    template <typename T>
    const T& oneOf(const std::vector<T>& things) {
        return things[static_cast<std::size_t>(number(static_cast<int>(things.size())))];
    }
    Qt::KeyboardModifiers modifiers();
    QWidget* target() const;
    QPoint place(const QWidget& widget);
    QWidget* randomView();
    void move(QWidget* widget, QPoint at);
    void press(QWidget* widget, Qt::MouseButton button, Qt::KeyboardModifiers keys, QPoint at);
    void release(QWidget* widget, Qt::MouseButton button, QPoint at);
    void key(int key, Qt::KeyboardModifiers keys = {});
    void dragFrom(QWidget* widget, Qt::MouseButton button, Qt::KeyboardModifiers keys, QPoint from, QPoint to);
    void pickEntries();
    void write(const QString& text);

    std::mt19937& random_;
    MainWindow& window_;
    app::Workspace& workspace_;
    QStringList files_;
    std::function<void(const QString&)> say_;
    std::deque<Step> steps_;  ///< of the action under way
    int stuck_ = 0;           ///< number of times that the rescue found an event loop without steps
    Qt::MouseButton held_ = Qt::NoButton;
};

}  // namespace fleming::ui::testing
