#pragma once

#include "app/workspace.h"
#include "viewer/views/slice_view.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace fleming::ui {

/// A volume slice by slice, or a picture: the slice view with its plane, its window and its slider.
class SlicePage : public QWidget {
    Q_OBJECT

public:
    explicit SlicePage(QWidget* parent = nullptr);

    /// Shows the series as its `view` says: coming back to one, it is where it was left.
    void setSeries(const app::Workspace::OpenSeries& open);
    void pixelsChanged(const app::Workspace::OpenSeries& open);
    void clear();

    void goTo(std::optional<viewer::Plane> plane, int slice);
    viewer::SliceView* view() const { return view_; }

    void setPlane(viewer::Plane plane);
    app::View currentView() const;              ///< what is on the screen
    int seriesId() const { return seriesId_; }  ///< -1: none
    bool showsPixels() const { return !shown_.expired(); }
    /// The window presets of the series as checkable actions, for the menu bar too.
    QMenu* windowMenu() const { return windowMenu_; }

Q_SIGNALS:
    void viewChanged();  ///< slice, plane or window, by the user or by goTo()

private:
    void fillPlanes(const viewer::Series& series);
    void fillWindows(const viewer::Series& series);
    void showSlice();
    void showWindow();

    viewer::SliceView* view_;
    QComboBox* planes_;
    QToolButton* windowButton_;
    QMenu* windowMenu_;
    QToolButton* fit_;
    QSlider* slider_;
    QLabel* position_;
    QWidget* sliderRow_;
    int seriesId_ = -1;
    bool settingUp_ = false;                     ///< changes are not the user's
    std::weak_ptr<const viewer::Volume> shown_;  ///< the volume the view was given
};

}  // namespace fleming::ui
