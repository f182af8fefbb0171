#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace fleming::ui {

/// What a user does with the branches of an exchange.
enum class BranchRequest { previous, next, edit, regenerate, compare };

/// A row of an exchange card: which branch is shown, and the buttons that show or make another one.
class BranchBar : public QWidget {
    Q_OBJECT

public:
    /// `againMenu` has the ways to ask again; it may be null.
    explicit BranchBar(QMenu* againMenu, QWidget* parent = nullptr);

    /// Shows that the exchange is branch `number` of `count`. The buttons to the others are hidden if there is one.
    void setBranch(int number, int count);

    /// Sets whether another branch may be shown: not while the model answers in the conversation.
    void setCanStep(bool can);
    bool canStep() const { return canStep_; }

    /// Sets whether a question may be asked.
    void setCanAsk(bool can);

    /// Sets whether there is an answer to compare.
    void setCanCompare(bool can);

    /// Gives the keyboard focus to a button that shows another branch.
    void focusStep();

    QToolButton* previous() const { return previous_; }
    QToolButton* next() const { return next_; }
    QToolButton* edit() const { return edit_; }
    QToolButton* again() const { return again_; }
    QToolButton* compare() const { return compare_; }
    QLabel* position() const { return position_; }

Q_SIGNALS:
    void requested(fleming::ui::BranchRequest request);

private:
    void refresh();

    QToolButton* previous_;
    QLabel* position_;
    QToolButton* next_;
    QToolButton* edit_;
    QToolButton* again_;
    QToolButton* compare_;
    int number_ = 1, count_ = 1;
    bool canStep_ = true;
};

}  // namespace fleming::ui
