#pragma once

#include "ui/window/panels.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace fleming::ui {

class ContextMeter;
class PatientWarning;
class WaitingQuestions;

/// The lower part of the conversation panel: the box for the next question, the questions that wait, what will be sent,
/// and what is missing before a question can be asked.
class Composer : public QWidget {
    Q_OBJECT

public:
    explicit Composer(const PanelContext& context, QWidget* parent = nullptr);

    /// Asks the question in the box, or queues it while another one is being answered, and clears the box. Does nothing
    /// if the box is empty or no model is loaded, or if PatientWarning holds it back.
    void ask();

    QPlainTextEdit* box() const { return box_; }
    QPushButton* askButton() const { return ask_; }
    QPushButton* stopButton() const { return stop_; }
    WaitingQuestions* waiting() const { return waiting_; }
    QToolButton* promptButton() const { return prompts_; }
    ContextMeter* contextMeter() const { return meter_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What the button beside the hint does.
    enum class Help { none, chooseModel, continueQueue, pickEvidence };

    void buildHint();
    void buildBox();
    void buildButtons();
    void arrange();
    void connectParts();
    void help();
    void editWaiting(const QString& text);
    void takeBack(const QString& text);
    void fitBox();
    void refresh();
    Help neededHelp() const;
    QString hintText() const;
    QString evidenceText() const;

    PanelContext context_;
    app::Workspace& workspace_;
    QLabel* hint_;
    QPushButton* helpButton_;
    QProgressBar* modelProgress_;
    WaitingQuestions* waiting_;
    PatientWarning* warning_;
    QPlainTextEdit* box_;
    QPushButton* ask_;
    QPushButton* stop_;
    QToolButton* prompts_;
    ContextMeter* meter_;
};

}  // namespace fleming::ui
