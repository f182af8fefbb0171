#pragma once

#include "app/workspace.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace fleming::ui {

/// Chooses a checkpoint folder, a device and a data type; says what is in the folder, how much memory it needs and how
/// much is free, before anything is loaded. Looking happens on a worker.
class ModelDialog : public QDialog {
    Q_OBJECT

public:
    ModelDialog(app::Workspace& workspace, QWidget* parent = nullptr);

    void setFolder(const QString& folder);
    QLabel* findings() const { return findings_; }
    QPushButton* loadButton() const { return load_; }

private:
    void browse();
    void inspect();
    void inspected(const QString& folder, const inference::ModelInfo& info);
    void refused(const QString& folder, const QString& message);
    void load();
    QString folder() const;
    inference::EngineOptions options() const;

    app::Workspace& workspace_;
    QComboBox* folder_;
    QComboBox* device_;
    QComboBox* dtype_;
    QComboBox* quantization_;
    QLabel* findings_;
    QLabel* memory_;
    QDialogButtonBox* buttons_;
    QPushButton* load_;
    QTimer typing_;  ///< looks into the folder once the typing pauses
};

}  // namespace fleming::ui
