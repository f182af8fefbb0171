#pragma once

#include "app/chat/saved_prompts.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace fleming::ui {

/// The saved prompts: to add, rename, edit and delete them. It does not block the window.
class PromptsDialog : public QDialog {
    Q_OBJECT

public:
    /// `prompts` outlives the dialog.
    PromptsDialog(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, QWidget* parent);

    /// Shows a new dialog, with a new prompt if `newText` is not blank.
    static void showFor(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, const QString& newText,
                        QWidget* parent);

    /// Begins a new prompt with a text.
    void beginNew(const QString& text);

    QComboBox* kind() const { return kind_; }
    QListWidget* list() const { return list_; }
    QLineEdit* name() const { return name_; }
    QPlainTextEdit* text() const { return text_; }
    QPushButton* saveButton() const { return save_; }
    QPushButton* deleteButton() const { return delete_; }

    /// Closes the dialog, unless that would discard changes: the first time it says so.
    void reject() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void showCurrent();
    bool mayLeave();
    void selectEdited();
    void refreshButtons();
    void save();
    void removeCurrent();
    app::SavedPrompts::Kind currentKind() const;

    app::SavedPrompts& prompts_;
    QString edited_;  // the name of the prompt that is being edited; empty: a new one
    QString wanted_;  // the name to select when it is saved
    QComboBox* kind_;
    QListWidget* list_;
    QLineEdit* name_;
    QPlainTextEdit* text_;
    QLabel* unsaved_;  // shown once leaving would discard changes
    QPushButton* save_;
    QPushButton* delete_;
};

}  // namespace fleming::ui
