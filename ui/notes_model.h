#pragma once

#include <QAbstractListModel>
#include <QStringList>

#include "app/workspace.h"

namespace fleming::ui {

/// The notes of the open series, then the files that were skipped, each with its reason. The skipped files stay where the
/// workspace has them: a row costs nothing before it is shown, however many there are.
class NotesModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit NotesModel(app::Workspace& workspace, QObject* parent = nullptr);

    void refresh();                                    ///< after the workspace's series, notes or skipped files changed
    int noteCount() const { return static_cast<int>(notes_.size()); }
    int skippedCount() const { return skippedCount_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    app::Workspace& workspace_;
    QStringList notes_;
    int skippedCount_ = 0;
};

}  // namespace fleming::ui
