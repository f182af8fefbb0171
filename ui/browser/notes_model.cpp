#include "ui/browser/notes_model.h"

#include "app/errors/error_text.h"
#include "app/privacy.h"

#include <QString>

#include <filesystem>

namespace fleming::ui {

void NotesModel::setContent(const QStringList& notes, const std::vector<Error>* skipped) {
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
    if (row >= skipped_->size()) return {};  // the series were closed; setContent() follows
    const Error& skipped = (*skipped_)[row];
    const QString name = QString::fromStdString(std::filesystem::path(skipped.source()).filename().string());
    const bool hidden = app::Privacy::mode().isOn();
    if (hidden) return role == Qt::DisplayRole || role == Qt::ToolTipRole ? app::reasonOf(skipped) : QVariant();
    if (role == Qt::DisplayRole) return tr("%1: %2").arg(name, app::reasonOf(skipped));
    if (role == Qt::ToolTipRole)
        return tr("%1\n%2").arg(QString::fromStdString(skipped.source()), app::reasonOf(skipped));
    return {};
}

}  // namespace fleming::ui
