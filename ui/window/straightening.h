#pragma once

#include "app/workspace.h"

#include <QObject>

namespace fleming::ui {

class MessageBar;
class ViewArea;

/// Opens the straightened volume of a series whose slices are sheared or unevenly spaced, in the panes that show it.
/// The message bar offers it when the active pane shows such a series as a volume, where distances are wrong.
class Straightening : public QObject {
    Q_OBJECT

public:
    /// All arguments outlive this object.
    Straightening(app::Workspace& workspace, ViewArea& views, MessageBar& messages, QObject* parent);

    /// Straightens the chosen series, or says why it cannot.
    void straighten();

private:
    void offer();

    app::Workspace& workspace_;
    ViewArea& views_;
    MessageBar& messages_;
    int offered_ = -1;  ///< id of the series whose volume is shown, and that was offered
};

}  // namespace fleming::ui
