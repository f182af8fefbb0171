#include "ui/browser/tree_filter.h"

#include "app/privacy.h"
#include "app/studies/study_tree.h"

#include <QTreeWidgetItemIterator>

namespace fleming::ui {

void showRows(QTreeWidget* tree, const std::function<bool(const QTreeWidgetItem*)>& isShown) {
    for (QTreeWidgetItemIterator row(tree); *row != nullptr; ++row)
        (*row)->setHidden(true);
    for (QTreeWidgetItemIterator row(tree); *row != nullptr; ++row) {
        if (!isShown(*row)) continue;
        for (QTreeWidgetItem* each = *row; each != nullptr && each->isHidden(); each = each->parent())
            each->setHidden(false);
    }
}

bool isFound(const viewer::Series& series, const QString& filter) {
    // Without a copy: a series can have a thousand files, and this is asked for each series with each letter.
    return app::Privacy::mode().isOn() ? app::matchesFilter(app::shown(series), filter)
                                       : app::matchesFilter(series, filter);
}

}  // namespace fleming::ui
