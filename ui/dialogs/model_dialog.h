#pragma once

#include "app/workspace.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace fleming::ui {

/// Lets the user choose a model: a checkpoint folder, a device and a data type. Before it is loaded, shows what the
/// model is, how much memory it needs and how much is free, and whether images leave this machine.
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
    void inspected(const app::ModelSummary& summary);
    void refused(const QString& message);
    void load();
    QString folder() const;
    inference::EngineOptions options() const;
    app::ModelRef ref() const;

    app::Workspace& workspace_;
    QComboBox* folder_;
    QComboBox* device_;
    QComboBox* dtype_;
    QComboBox* quantization_;
    QLabel* findings_;
    QLabel* memory_;
    QDialogButtonBox* buttons_;
    QPushButton* load_;
    QTimer typing_;  // inspects the folder when the user pauses typing
};

}  // namespace fleming::ui
