#pragma once

#include "base/error.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace fleming::ui {

/// A list of notes, followed by the skipped files with their reasons. Skipped files are not copied, so that a row costs
/// nothing until it is displayed.
class NotesModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Replaces the content. `skipped` may be null; it is not copied, so call this again after each change of it.
    void setContent(const QStringList& notes, const std::vector<Error>* skipped);
    int noteCount() const { return static_cast<int>(notes_.size()); }
    int skippedCount() const { return skippedCount_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QStringList notes_;
    const std::vector<Error>* skipped_ = nullptr;
    int skippedCount_ = 0;
};

}  // namespace fleming::ui
