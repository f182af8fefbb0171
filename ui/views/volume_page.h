#pragma once

#include "app/workspace.h"
#include "viewer/views/volume_view.h"

#include <QWidget>

#include <memory>

class QButtonGroup;
class QLabel;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace fleming::ui {

/// A volume as a whole: ray casting with its presets. The view (and its OpenGL context) is made when first shown.
class VolumePage : public QWidget {
    Q_OBJECT

public:
    explicit VolumePage(QWidget* parent = nullptr);

    void setSeries(const app::Workspace::OpenSeries& open);  ///< shown once its volume is complete
    void clear();
    void setPreset(viewer::VolumePreset preset);
    int seriesId() const { return seriesId_; }                                  ///< -1: none
    std::optional<viewer::Window> projectionWindow() const { return window_; }  ///< absent: the usual one
    viewer::VolumeView* view() const { return view_; }                          ///< null before it is first shown

Q_SIGNALS:
    void viewChanged();  ///< the window of the projection, by the user

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fillWindows();
    void showWindow();

    QButtonGroup* presets_;
    QStackedLayout* stack_;
    QLabel* waiting_;
    QToolButton* windowButton_;
    QMenu* windowMenu_;
    bool settingUp_ = false;  ///< changes are not the user's
    int seriesId_ = -1;
    std::optional<viewer::Window> window_;
    viewer::VolumeView* view_ = nullptr;
    std::optional<viewer::Series> series_;
    std::shared_ptr<const viewer::Volume> volume_;
    std::weak_ptr<const viewer::Volume> shown_;
};

}  // namespace fleming::ui
