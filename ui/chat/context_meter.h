#pragma once

#include "app/workspace.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;

namespace fleming::ui {

/// Shows how much of the model's context window the conversation and the question in the box take, and warns if the
/// next question or a long answer would not fit. Hidden while no model is loaded.
class ContextMeter : public QWidget {
    Q_OBJECT

public:
    /// `box` has the question and outlives this object.
    ContextMeter(app::Workspace& workspace, QPlainTextEdit* box, QWidget* parent = nullptr);

    QProgressBar* bar() const { return bar_; }
    QLabel* label() const { return label_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    app::Workspace& workspace_;
    QPlainTextEdit* box_;
    QProgressBar* bar_;
    QLabel* label_;
    QTimer settled_;  // fires when the user has not typed for a moment
};

}  // namespace fleming::ui
