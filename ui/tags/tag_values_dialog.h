#pragma once

#include "app/studies/tag_reader.h"

#include <QDialog>

#include <filesystem>
#include <vector>

class QLabel;
class QProgressBar;
class QTableWidget;

namespace fleming::ui {

/// The values of one DICOM element in all files of a series, in the order of the slices, with the number of different
/// ones. The files are read on a worker; closing the dialog cancels it.
class TagValuesDialog : public QDialog {
    Q_OBJECT

public:
    /// `name` says which element it is.
    TagValuesDialog(const QString& name, const std::vector<std::filesystem::path>& files,
                    const viewer::ElementPlace& place, QWidget* parent);

    /// Shows a new dialog.
    static void showFor(const QString& name, const std::vector<std::filesystem::path>& files,
                        const viewer::ElementPlace& place, QWidget* parent);

    QTableWidget* table() const { return table_; }
    QLabel* summary() const { return summary_; }

private:
    void show(const std::vector<app::TagReader::Value>& values);
    QString tableText(const QString& separator) const;
    void copy();
    void save();

    app::TagReader* reader_;
    QTableWidget* table_;
    QLabel* summary_;
    QProgressBar* progress_;
};

}  // namespace fleming::ui
