#pragma once

#include "app/chat/saved_prompts.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QToolButton;

namespace fleming::ui {

/// A list of saved prompts that appears over a box, with a field that filters it. Enter or a click chooses a prompt,
/// Escape closes the list.
class PromptPicker : public QFrame {
    Q_OBJECT

public:
    /// `prompts` outlives the picker, which deletes itself when it is closed.
    PromptPicker(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, QWidget* parent);

    /// Shows the list beside a widget: above it if there is more room.
    void showAt(const QWidget* beside);

    QLineEdit* filter() const { return filter_; }
    QListWidget* list() const { return list_; }

Q_SIGNALS:
    /// The user has chosen a prompt.
    void chosen(QString text);
    /// The user wants to save what is in the box.
    void saveRequested();
    /// The user wants to edit the saved prompts.
    void manageRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void choose();

    app::SavedPrompts& prompts_;
    app::SavedPrompts::Kind kind_;
    QLineEdit* filter_;
    QListWidget* list_;
    QLabel* preview_;
};

/// Returns a button that opens a PromptPicker for a box: a question is inserted at the cursor, a system prompt replaces
/// the text. From the list, the text of the box can be saved and the prompts managed. `prompts` and `box` outlive it.
QToolButton* makePromptButton(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, QPlainTextEdit* box,
                              QWidget* parent);

}  // namespace fleming::ui
