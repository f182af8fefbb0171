#include "ui/notes_model.h"

#include "ui/series_text.h"

namespace fleming::ui {

NotesModel::NotesModel(app::Workspace& workspace, QObject* parent) : QAbstractListModel(parent), workspace_(workspace) {
    refresh();
}

void NotesModel::refresh() {
    beginResetModel();
    notes_ = workspace_.notes();
    for (const auto& open : workspace_.series()) {
        for (const std::string& note : open.series.notes) {
            notes_ << tr("%1: %2").arg(seriesTitle(open.series), QString::fromStdString(note));
        }
        if (!open.error.isEmpty()) notes_ << open.error;
    }
    skippedCount_ = static_cast<int>(workspace_.skipped().size());
    endResetModel();
}

int NotesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : noteCount() + skippedCount_; }

QVariant NotesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (index.row() < noteCount()) {
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? notes_[index.row()] : QVariant();
    }
    const auto& all = workspace_.skipped();
    const auto row = static_cast<std::size_t>(index.row() - noteCount());
    if (row >= all.size()) return {};  // the workspace has closed them; refresh() is on its way
    const viewer::Skipped& skipped = all[row];
    const QString name = QString::fromStdString(skipped.path.filename().string());
    const QString reason = QString::fromStdString(skipped.reason);
    const QString text = reason.contains(name) ? reason : tr("%1: %2").arg(name, reason);
    if (role == Qt::DisplayRole) return text;
    if (role == Qt::ToolTipRole) return tr("%1\n%2").arg(QString::fromStdString(skipped.path.string()), reason);
    return {};
}

}  // namespace fleming::ui
