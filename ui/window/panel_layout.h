#pragma once

#include "ui/window/panels.h"

#include <QList>
#include <QWidget>

#include <vector>

class QAction;
class QMenu;
class QSplitter;

namespace fleming::ui {

/// The view and the panels around it, with splitters between them. Each panel has an action that shows and hides it; a
/// panel that was dragged shut counts as hidden. Sizes are remembered from run to run.
class PanelLayout : public QWidget {
    Q_OBJECT

public:
    /// `view` lies in the middle; its focus proxy is the part of it that gets the keyboard focus.
    explicit PanelLayout(QWidget* view, QWidget* parent = nullptr);

    /// Creates a panel and puts it at its place.
    void add(const Panel& panel, const PanelContext& context);

    /// Returns the actions that show and hide the panels, in the order of add(). They are checkable, and checked while
    /// the panel is on the screen.
    QList<QAction*> toggles() const;

    /// Returns the action of one panel, or null if there is no panel `id`.
    QAction* toggle(const QString& id) const;

    /// Returns the widget of one panel, or null if there is no panel `id`.
    QWidget* widget(const QString& id) const;

    /// Returns the menus of the panels that have one.
    QList<QMenu*> menus() const;

    /// Shows a panel if it is hidden, and gives it the keyboard focus.
    void focusPanel(const QString& id);

    /// Gives the keyboard focus to the next part that is on the screen: the panels on the left, the view, the panels
    /// below it, the panels on the right.
    void focusNext();

    /// Makes the Tab key visit the parts in the order of focusNext(), and then the widgets in `following`.
    void setTabOrder(const std::vector<QWidget*>& following);

    /// Shows the panels that are shown at first, at their first sizes.
    void reset();

    /// Stores sizes and visibility in the settings.
    void save() const;

    /// Restores sizes and visibility from the settings; missing values are as after reset(). The window must have its
    /// size by then.
    void restore();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Entry {
        Panel panel;
        PanelWidget parts;
        QSplitter* splitter;
        QAction* toggle;
        int size;  ///< the current one, or the one that the panel gets when it is shown again
    };

    const Entry* find(const QString& id) const;
    std::vector<const Entry*> panelsAt(PanelPlace place) const;
    QString settingsKey(const Entry& entry, const char* name) const;
    bool isShown(const Entry& entry) const;
    int firstSize(const Entry& entry) const;
    void show(Entry& entry, bool shown);
    void arrange();
    void readSizes();

    QSplitter* across_;  ///< panels on the left, down_, panels on the right
    QSplitter* down_;    ///< the view, panels below it
    QWidget* view_;
    std::vector<Entry> entries_;
};

}  // namespace fleming::ui
