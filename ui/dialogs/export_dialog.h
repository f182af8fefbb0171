#pragma once

#include "app/workspace.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace fleming::ui {

/// Exports the session: the user chooses the format, what is exported and what may leave, and sees what the export will
/// contain before it is written.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `exporter` is the format that is chosen first.
    ExportDialog(app::Workspace& workspace, const app::Exporter& exporter, QWidget* parent = nullptr);
    ~ExportDialog() override;

    QPushButton* exportButton() const { return export_; }

private:
    QWidget* buildTarget(const app::Exporter& exporter);
    QWidget* buildSelection();
    QWidget* buildContent();
    QWidget* buildPreview();
    const app::Exporter& exporter() const;
    app::ExportRequest request() const;
    void browse();
    void changeFormat();
    void changeChoice();
    void showPreview(const app::ExportPreview& preview);
    void refuse(const QString& message);
    void write();

    app::Workspace& workspace_;
    QComboBox* format_;
    QLineEdit* path_;
    QLabel* pathNote_;
    QRadioButton* all_;
    QRadioButton* reviewed_;
    QRadioButton* listed_;
    QLineEdit* list_;
    QCheckBox* paths_;
    QCheckBox* identity_;
    QCheckBox* names_;
    QComboBox* paper_;
    QPlainTextEdit* preview_;
    QPushButton* export_;
    QTimer settled_;  // asks for a preview when the choices have not changed for a moment
};

}  // namespace fleming::ui
