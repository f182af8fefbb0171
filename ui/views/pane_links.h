#pragma once

#include "app/workspace.h"
#include "viewer/data/geometry.h"

#include <QObject>

#include <optional>
#include <vector>

namespace fleming::ui {

class Pane;

/// Keeps panes in step with each other. Panes are linked if they show one series, or oriented volumes of one DICOM
/// frame of reference.
class PaneLinks : public QObject {
    Q_OBJECT

public:
    enum class Link {
        scrolling,  ///< panes with parallel planes show the same position
        zooming,    ///< panes with parallel planes have the same scale and the same middle
        windowing,  ///< panes of one modality have the same window
        lines       ///< lines show where the planes of the other panes cross
    };

    /// The switches are those of the settings.
    explicit PaneLinks(app::Workspace& workspace, QObject* parent = nullptr);

    bool isOn(Link link) const;
    void setOn(Link link, bool on);

    /// Links these panes, and no others: call it after each change of the layout.
    void setPanes(const std::vector<Pane*>& panes);

    /// Draws the lines anew: call it when a pane shows another series.
    void refresh();

private:
    void follow(const Pane* leader, Link link);
    void point(const Pane* leader, const std::optional<viewer::Vector3>& mm);
    std::vector<Pane*> linkedTo(const Pane* leader) const;
    const app::OpenSeries* slicesOf(const Pane* pane) const;

    app::Workspace& workspace_;
    std::vector<Pane*> panes_;
    bool following_ = false;  ///< changes come from follow(), not from the user
};

}  // namespace fleming::ui
