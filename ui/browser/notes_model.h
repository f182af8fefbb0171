#pragma once

#include "viewer/data/study.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace fleming::ui {

/// Notes, then the files that were skipped, each with its reason. The skipped files stay where they are: a row costs
/// nothing before it is shown, however many there are.
class NotesModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// `skipped` is not copied: it is kept until the next call, which has to come after each change of it. May be null.
    void setContent(const QStringList& notes, const std::vector<viewer::Skipped>* skipped);
    int noteCount() const { return static_cast<int>(notes_.size()); }
    int skippedCount() const { return skippedCount_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QStringList notes_;
    const std::vector<viewer::Skipped>* skipped_ = nullptr;
    int skippedCount_ = 0;
};

}  // namespace fleming::ui
