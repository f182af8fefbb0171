#pragma once

#include "app/studies/studies.h"
#include "app/studies/tag_reader.h"
#include "ui/tags/tags_model.h"

#include <QDialog>

#include <array>
#include <filesystem>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace fleming::ui {

/// The DICOM elements of any slice of the open series: search, comparison with another object, the values of an element
/// over a series, copy and CSV. It does not block the window.
class TagsDialog : public QDialog {
    Q_OBJECT

public:
    /// Begins with the file of slice `slice` of a series.
    TagsDialog(app::Studies& studies, int seriesId, int slice, QWidget* parent);

    /// Shows a new dialog.
    static void showFor(app::Studies& studies, int seriesId, int slice, QWidget* parent);

    QLineEdit* filter() const { return filter_; }
    QTableView* table() const { return table_; }
    TagsModel* model() const { return model_; }
    QComboBox* series(int object) const { return objects_[static_cast<std::size_t>(object)].series; }
    QSpinBox* slice(int object) const { return objects_[static_cast<std::size_t>(object)].slice; }
    QCheckBox* differences() const { return differences_; }
    QLabel* summary() const { return summary_; }

    /// Copies the selected rows; all rows if none is selected.
    void copy();

    /// Shows the values of the element in the current row in all files of its series.
    void showOverSeries();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What chooses an object: a series, and a slice of it.
    struct Object {
        QComboBox* series;
        QSpinBox* slice;
        QLabel* count;
    };
    void build();
    Object buildObject(const QString& name);
    void fillSeries(int seriesId, int slice);
    void chooseSeries(std::size_t object);
    std::filesystem::path fileOf(std::size_t object) const;
    void read();
    void showFiltered();
    void save();
    std::vector<int> chosenRows() const;

    app::Studies& studies_;
    app::TagReader* reader_;
    TagsModel* model_;
    std::array<Object, 2> objects_;
    QLineEdit* filter_;
    QCheckBox* differences_;
    QTableView* table_;
    QLabel* summary_;
    QPushButton* over_;
    QString error_;
};

}  // namespace fleming::ui
