#pragma once

#include "viewer/views/input_actions.h"

#include <QWidget>

#include <array>
#include <vector>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace fleming::ui {

/// Returns where an action acts, as the user reads it.
QString placeName(viewer::InputPlace place);

/// Returns the keys of an action and its gestures under `choices`, as the user reads them.
QString keysText(const viewer::InputAction& action, const viewer::InputChoices& choices);
QString gesturesText(const viewer::InputAction& action, const viewer::InputChoices& choices);

/// All keys and mouse gestures in a table; those of the chosen action can be changed below it. It says at once which
/// actions want the same, and changes nothing by itself: take choices() if there is no problem().
class KeysPage : public QWidget {
    Q_OBJECT

public:
    KeysPage(std::vector<viewer::InputAction> actions, viewer::InputChoices choices, QWidget* parent = nullptr);

    const viewer::InputChoices& choices() const { return choices_; }

    /// Returns what is wrong, or an empty text.
    QString problem() const;

    /// Shows the first action that something is wrong with.
    void showProblem();

private:
    void build();
    QWidget* buildEditor();
    void fill();
    void filter(const QString& text);
    void showChosen();
    void read();
    void changed();
    void takeFromOthers();
    void reset(const viewer::InputAction& action);
    QString problemOf(const viewer::InputAction& action) const;
    const viewer::InputAction* chosen() const;
    QTreeWidgetItem* itemOf(const viewer::InputAction& action) const;

    std::vector<viewer::InputAction> actions_;
    viewer::InputChoices choices_;
    std::vector<viewer::InputConflict> conflicts_;  ///< of actions_ under choices_
    std::vector<QTreeWidgetItem*> rows_;            ///< of actions_
    QLineEdit* find_;
    QTreeWidget* table_;
    QLabel* problem_;
    QLabel* name_;
    std::array<QKeySequenceEdit*, 2> keys_;
    std::array<QComboBox*, 2> gestures_;
    QPushButton *take_, *reset_, *resetAll_;
    bool showing_ = false;  ///< showChosen() fills the fields, which is no change
};

}  // namespace fleming::ui
