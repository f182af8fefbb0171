#pragma once

#include "app/workspace.h"

#include <QObject>

namespace fleming::ui {

class Commands;
class MessageBar;
class ViewArea;

/// Shows in the view where a frame comes from. If its series is not open, the message bar offers to open it.
class FrameNavigator : public QObject {
    Q_OBJECT

public:
    /// All arguments outlive this object.
    FrameNavigator(app::Workspace& workspace, ViewArea& views, MessageBar& messages, Commands& commands,
                   QObject* parent = nullptr);

    /// Shows the slice or frame of evidence()[index]. Does nothing if `index` is out of range.
    void showEvidence(int index);

    /// Shows what "Image-<number>" means in an exchange. Does nothing if its conversation has no such image.
    void showReference(qint64 exchange, int number);

    /// Shows "Image-<number>" of an exchange large, with the marks on it; see EvidenceViewer::showImage().
    void openImage(qint64 exchange, int number);

    /// Does the same for the exchange that is being reviewed or, without one, the last one with images.
    void openImages();

private:
    void show(const viewer::Provenance& provenance, int number, const app::OpenSeries* open);

    app::Workspace& workspace_;
    ViewArea& views_;
    MessageBar& messages_;
    Commands& commands_;
};

}  // namespace fleming::ui
