#include "ui/browser/notes_model.h"

#include <QString>

namespace fleming::ui {

void NotesModel::setContent(const QStringList& notes, const std::vector<viewer::Skipped>* skipped) {
    beginResetModel();
    notes_ = notes;
    skipped_ = skipped;
    skippedCount_ = skipped != nullptr ? static_cast<int>(skipped->size()) : 0;
    endResetModel();
}

int NotesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : noteCount() + skippedCount_;
}

QVariant NotesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (index.row() < noteCount()) {
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? notes_[index.row()] : QVariant();
    }
    const auto row = static_cast<std::size_t>(index.row() - noteCount());
    if (row >= skipped_->size()) return {};  // they were closed; setContent() is on its way
    const viewer::Skipped& skipped = (*skipped_)[row];
    const QString name = QString::fromStdString(skipped.path.filename().string());
    const QString reason = QString::fromStdString(skipped.reason);
    const QString text = reason.contains(name) ? reason : tr("%1: %2").arg(name, reason);
    if (role == Qt::DisplayRole) return text;
    if (role == Qt::ToolTipRole) return tr("%1\n%2").arg(QString::fromStdString(skipped.path.string()), reason);
    return {};
}

}  // namespace fleming::ui
