#pragma once

#include "app/chat/branches.h"
#include "app/workspace.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace fleming::ui {

class GenerationForm;

/// Asks a question of the session again: with another text, other evidence, other parameters. Its evidence and model
/// are those of the moment of asking, so the window stays usable while the dialog is open.
class AskAgainDialog : public QDialog {
    Q_OBJECT

public:
    /// The part that gets the keyboard focus first.
    enum class Part { question, parameters };

    AskAgainDialog(app::Workspace& workspace, const app::Exchange& exchange, Part focus, QWidget* parent);

    /// Shows a new dialog for an exchange of the session, if there is one.
    static void showFor(app::Workspace& workspace, qint64 exchange, Part focus, QWidget* parent);

    QPlainTextEdit* question() const { return question_; }
    QRadioButton* evidenceAsThen() const { return asThen_; }
    QRadioButton* currentEvidence() const { return current_; }
    GenerationForm* form() const { return form_; }
    QPushButton* askButton() const { return ask_; }
    QLabel* hint() const { return hint_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildEvidence(const app::Exchange& exchange);
    void buildForm(const app::Exchange& exchange);
    void connectParts();
    void refresh();
    app::AskAgain again() const;
    void ask();

    app::Workspace& workspace_;
    qint64 exchange_;
    app::AskAgain before_;
    bool isFirst_;  // the question begins its conversation
    QString modelSha256_, modelName_, dtype_;
    QPlainTextEdit* question_;
    QRadioButton* asThen_;
    QRadioButton* current_;
    GenerationForm* form_;
    QLabel* model_;
    QLabel* hint_;
    QPushButton* ask_;
};

}  // namespace fleming::ui
