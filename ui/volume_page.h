#pragma once

#include <memory>

#include <QWidget>

#include "app/workspace.h"
#include "viewer/views/volume_view.h"

class QButtonGroup;
class QLabel;
class QStackedLayout;

namespace fleming::ui {

/// A volume as a whole: ray casting with its presets. The view (and its OpenGL context) is made when first shown.
class VolumePage : public QWidget {
    Q_OBJECT

public:
    explicit VolumePage(QWidget* parent = nullptr);

    void setSeries(const app::Workspace::OpenSeries& open);  ///< shown once its volume is complete
    void clear();
    void setPreset(viewer::VolumePreset preset);
    viewer::VolumeView* view() const { return view_; }       ///< null before it is first shown

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    QButtonGroup* presets_;
    QStackedLayout* stack_;
    QLabel* waiting_;
    viewer::VolumeView* view_ = nullptr;
    std::optional<viewer::Series> series_;
    std::shared_ptr<const viewer::Volume> volume_;
    std::weak_ptr<const viewer::Volume> shown_;
};

}  // namespace fleming::ui
