#pragma once

#include "app/studies/tag_reader.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace fleming::ui {

/// Returns true if the value of an element cannot name a person: numbers and coded words. Privacy mode hides all
/// others.
bool isImpersonal(const viewer::DicomElement& element);

/// The DICOM elements of one object, or of two side by side, as a table: tag (indented by level), VR, name, value.
class TagsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kTag, kVr, kName, kValue, kOtherValue };

    using Elements = std::shared_ptr<const app::DicomElements>;
    explicit TagsModel(QObject* parent = nullptr);

    /// Shows the elements of `first`; with `second`, both. Nulls show nothing.
    void setElements(Elements first, Elements second);

    /// Shows only rows that have this text (viewer::findElements()), with the sequences around them; and of two
    /// objects, if `differences`, only rows that differ.
    void setFilter(const QString& text, bool differences);

    /// Returns how many rows the elements have without the filter.
    int allRows() const { return static_cast<int>(pairs_.size()); }

    /// Returns true if privacy mode hides the value in a row.
    bool isHidden(int row) const;

    /// Returns the place of the element in a row.
    viewer::ElementPlace placeOf(int row) const;

    /// Returns the rows as CSV with a line of column names.
    QString csv(const std::vector<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const viewer::DicomElement* at(const Elements& elements, int index) const;
    const viewer::DicomElement& anyOf(int row) const;
    QString text(int row, int column) const;
    void refill();

    Elements first_, second_;
    std::vector<viewer::ElementPair> pairs_;
    std::vector<int> rows_;  // indices of the pairs that are shown
    QString filter_;
    bool differences_ = false;
};

}  // namespace fleming::ui
