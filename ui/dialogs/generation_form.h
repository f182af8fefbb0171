#pragma once

#include "app/chat/saved_prompts.h"
#include "inference/types.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QPlainTextEdit;
class QSpinBox;

namespace fleming::ui {

/// The fields for how the model answers: limits, sampling, the reasoning prompt and the system prompt.
class GenerationForm : public QWidget {
    Q_OBJECT

public:
    /// `prompts` has the saved system prompts and outlives the form.
    explicit GenerationForm(app::SavedPrompts& prompts, QWidget* parent = nullptr);

    void setOptions(const inference::GenerationOptions& options);
    inference::GenerationOptions options() const;
    void setReasoningPrompt(bool on);
    bool reasoningPrompt() const;
    void setSystemText(const QString& text);
    QString systemText() const;

    /// Disables the system prompt: `why` is shown as its tool tip.
    void fixSystemText(const QString& why);

    QDoubleSpinBox* temperature() const { return temperature_; }
    QSpinBox* seed() const { return seed_; }
    QPlainTextEdit* systemBox() const { return systemText_; }

Q_SIGNALS:
    /// A field has changed.
    void changed();

private:
    QWidget* buildSystemText(app::SavedPrompts& prompts);
    void enableSampling();

    inference::GenerationOptions options_;  // as set
    QSpinBox* maxTokens_;
    QDoubleSpinBox* temperature_;
    QDoubleSpinBox* topP_;
    QSpinBox* topK_;
    QSpinBox* seed_;
    QCheckBox* reasoningPrompt_;
    QWidget* systemRow_;
    QPlainTextEdit* systemText_;
};

}  // namespace fleming::ui
