#pragma once

#include "tests/ui/patient_files.h"
#include "ui/browser/series_delegate.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace fleming::ui::testing {

// Files whose texts all hold a marker, and what the program shows of it: for tests of the privacy mode.

inline constexpr QLatin1String kMarker{"XMARKX"};

/// Writes a series whose texts all hold the marker, in a folder and files named after it.
inline QStringList writeMarked(const QTemporaryDir& folder) {
    const QString name = folder.filePath(kMarker);
    QDir().mkpath(name);
    QStringList files = writeSeries(folder, "1.9", 4, "XMARKX^Jane");
    for (QString& path : files) {
        DcmFileFormat file;
        file.loadFile(path.toUtf8().constData());
        for (const DcmTagKey& key :
             std::vector<DcmTagKey>{DCM_PatientID, DCM_StudyDescription, DCM_SeriesDescription, DCM_AccessionNumber,
                                    DCM_StudyID, DCM_InstitutionName, DCM_ReferringPhysicianName, DCM_ProtocolName})
            file.getDataset()->putAndInsertString(key, "XMARKX");
        const QString moved = QStringLiteral("%1/%2-%3").arg(name, kMarker, QFileInfo(path).fileName());
        file.saveFile(moved.toUtf8().constData(), EXS_LittleEndianExplicit);
        QFile::remove(path);
        path = moved;
    }
    return files;
}

/// Returns all texts that a model shows.
inline QStringList textsOf(const QAbstractItemModel* model, const QModelIndex& parent = {}) {
    QStringList texts;
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            for (int role = 0; role < Qt::UserRole + 12; ++role) {
                if (role != SeriesDelegate::kKey) texts << index.data(role).toString();  // kKey is not shown
            }
            texts += textsOf(model, index);
        }
    }
    return texts;
}

/// Returns what every window of the program says, with the texts of menus, tooltips and screen readers.
inline QStringList everyText() {
    QStringList texts;
    for (QWidget* widget : QApplication::allWidgets()) {
        texts << widget->windowTitle() << widget->toolTip() << widget->accessibleName()
              << widget->accessibleDescription() << widget->statusTip();
        for (const char* property : {"text", "plainText", "placeholderText", "title"})
            texts << widget->property(property).toString();
        if (auto* menu = qobject_cast<QMenu*>(widget)) Q_EMIT menu->aboutToShow();
        if (auto* view = qobject_cast<QAbstractItemView*>(widget); view != nullptr && view->model() != nullptr)
            texts += textsOf(view->model());
        for (const QAction* action : widget->actions())
            texts << action->text() << action->toolTip();
    }
    return texts;
}

/// Returns those that hold the marker.
inline QStringList marked() {
    QStringList texts = everyText().filter(kMarker, Qt::CaseInsensitive);
    texts.removeDuplicates();
    return texts;
}

}  // namespace fleming::ui::testing
