#pragma once

#include "app/workspace.h"

#include <QObject>

namespace fleming::ui {

class ViewArea;

/// Arranges the panes when a study is opened, or when the user goes to another patient: a pane for each series with
/// slices, as many as have room; localizers get what is left. From the moment at which the user arranges the panes,
/// they stay as they are, until the user asks for arrange().
class StudyLayout : public QObject {
    Q_OBJECT

public:
    /// Both outlive this object.
    StudyLayout(app::Workspace& workspace, ViewArea& views, QObject* parent = nullptr);

    /// Arranges the study of the chosen series, and from now on each one that is opened.
    void arrange();

private:
    void arrangeOpened();
    void followPatient();
    void show();

    app::Workspace& workspace_;
    ViewArea& views_;
    bool byUser_ = false;  ///< the panes were arranged by the user
    bool opened_ = false;  ///< series were found in what is being opened
    bool arranging_ = false;
};

}  // namespace fleming::ui
