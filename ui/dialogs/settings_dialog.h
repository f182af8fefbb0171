#pragma once

#include "app/workspace.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QTabWidget;

namespace fleming::ui {

class GenerationForm;
class KeysPage;

/// Appearance, language, reports, how the model generates, and the keys of the window that is its parent. Changes apply
/// with OK.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(app::Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user has chosen another appearance; see applyAppearance().
    void appearanceChanged(QString name);
    /// The user has chosen another font size; see applyFontSize().
    void fontSizeChanged(int points);

private:
    QWidget* buildLook();
    QWidget* buildMemory();
    QWidget* buildWitness();
    QWidget* buildGeneration();
    bool saveKeys();
    void save();

    app::Workspace& workspace_;
    QTabWidget* pages_;
    KeysPage* keys_ = nullptr;
    QComboBox* appearance_;
    QSpinBox* fontSize_;
    QComboBox* language_;
    QDoubleSpinBox* memory_;
    QLineEdit* witness_;
    QCheckBox* arrangesStudies_;
    GenerationForm* generation_;
};

/// Applies the stored settings for generation to the chat of a workspace. Called at start and after a change.
void applyGenerationSettings(app::Workspace& workspace);

}  // namespace fleming::ui
