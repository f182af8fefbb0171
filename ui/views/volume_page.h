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

/// The page that shows a whole volume by ray casting, with its presets. The view (and its OpenGL context) is made when
/// it is first visible.
class VolumePage : public QWidget {
    Q_OBJECT

public:
    explicit VolumePage(QWidget* parent = nullptr);

    void setSeries(const app::OpenSeries& open);  ///< shown when its volume is complete
    void clear();
    void setPreset(viewer::VolumePreset preset);
    int seriesId() const { return seriesId_; }                                  ///< -1: none
    std::optional<viewer::Window> projectionWindow() const { return window_; }  ///< absent: the default one
    viewer::VolumeView* view() const { return view_; }                          ///< null until it is first visible

Q_SIGNALS:
    void viewChanged();  ///< the user changed the window of the projection

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
    bool settingUp_ = false;  ///< changes do not come from the user
    int seriesId_ = -1;
    std::optional<viewer::Window> window_;
    viewer::VolumeView* view_ = nullptr;
    std::optional<viewer::Series> series_;
    std::shared_ptr<const viewer::Volume> volume_;
    std::weak_ptr<const viewer::Volume> shown_;
};

}  // namespace fleming::ui
