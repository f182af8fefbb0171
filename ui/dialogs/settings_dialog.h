#pragma once

#include "app/workspace.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace fleming::ui {

/// How the window looks, who reviews, and how the model generates. Nothing changes before OK.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(app::Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void appearanceChanged(QString name);
    void fontSizeChanged(int points);

private:
    QWidget* buildLook();
    QWidget* buildGeneration();
    void save();

    app::Workspace& workspace_;
    QComboBox* appearance_;
    QSpinBox* fontSize_;
    QComboBox* language_;
    QLineEdit* reviewer_;
    QCheckBox* reportPaths_;
    QSpinBox* maxTokens_;
    QDoubleSpinBox* temperature_;
    QDoubleSpinBox* topP_;
    QSpinBox* topK_;
    QSpinBox* seed_;
    QCheckBox* reasoningPrompt_;
    QPlainTextEdit* systemText_;
};

/// Gives the workspace the generation settings that are stored; at start and after a change.
void applyGenerationSettings(app::Workspace& workspace);

}  // namespace fleming::ui
