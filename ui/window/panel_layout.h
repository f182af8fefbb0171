#pragma once

#include <QWidget>

#include <array>

class QAction;
class QSplitter;

namespace fleming::ui {

/// The window's parts and their sizes: the series on the left, the view with the evidence below it, the conversation on
/// the right. Each panel around the view has an action that hides and shows it; one that was dragged shut counts as
/// hidden. The sizes are remembered from run to run.
class PanelLayout : public QWidget {
    Q_OBJECT

public:
    PanelLayout(QWidget* series, QWidget* view, QWidget* evidence, QWidget* conversation, QWidget* parent = nullptr);

    /// Checkable actions, one a panel: checked while the panel is on the screen.
    QAction* seriesAction() const { return panels_[0].action; }
    QAction* evidenceAction() const { return panels_[1].action; }
    QAction* conversationAction() const { return panels_[2].action; }

    void reset();       ///< shows every panel at its first size
    void save() const;  ///< to the settings
    void restore();  ///< from the settings; what is missing there is as after reset(). The window has its size by then

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A share of the window, within bounds in device-independent pixels.
    struct Size {
        double share;
        int least, most;
        double limit;  ///< the largest share, whatever was chosen: the view is not squeezed when the window gets small
    };
    struct Panel {
        QWidget* widget;
        QSplitter* splitter;
        Size first;   ///< what it gets before anybody has chosen
        QString key;  ///< in the settings
        QAction* action;
        int size;  ///< that it has, or gets when it is shown again
    };

    Panel makePanel(QWidget* widget, QSplitter* splitter, Size first, const char* key, const QString& title,
                    const QKeySequence& shortcut);
    static bool isShown(const Panel& panel);
    int firstSize(const Panel& panel) const;
    void arrange();  ///< gives the panels their sizes, and the view what is left
    void sizesChanged();

    QSplitter* across_;
    QSplitter* down_;
    std::array<Panel, 3> panels_;
};

}  // namespace fleming::ui
