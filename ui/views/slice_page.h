#pragma once

#include "app/workspace.h"
#include "viewer/views/slice_view.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace fleming::viewer {
class FlowLayout;
}

namespace fleming::ui {

/// The page that shows a volume slice by slice, or a picture: the slice view with a slider, and controls for plane,
/// window, tool and labels.
class SlicePage : public QWidget {
    Q_OBJECT

public:
    explicit SlicePage(QWidget* parent = nullptr);

    /// Shows the series as it was left (`open.view`).
    void setSeries(const app::OpenSeries& open);
    void pixelsChanged(const app::OpenSeries& open);
    void clear();

    /// A series that can be shown as labels over the slices.
    struct LabelChoice {
        int seriesId;
        QString name;
        bool shown;
    };

    /// Fills the menu of labels, which is hidden without choices, and shows `labels` over the slices (null: none).
    void setLabels(const std::vector<LabelChoice>& choices, std::shared_ptr<const viewer::LabelMap> labels);

    /// Returns the row of controls, which lies outside the page.
    QWidget* controls() const { return bar_; }

    void goTo(std::optional<viewer::Plane> plane, int slice);
    void goTo(const viewer::SlicePlane& oblique);
    viewer::SliceView* view() const { return view_; }

    /// Shows another plane; before the volume has its memory, as soon as it has.
    void setPlane(viewer::Plane plane);
    app::View currentView() const;              ///< of what is on the screen
    int seriesId() const { return seriesId_; }  ///< -1: none
    /// Returns true while the page takes over a series: changes of its view do not come from the user.
    bool isSettingUp() const { return settingUp_; }
    bool showsPixels() const { return !shown_.expired(); }
    /// Returns the menu with the window presets of the series, which is also in the menu bar.
    QMenu* windowMenu() const { return windowMenu_; }
    /// Returns the menu of the display beyond the window, which is also in the menu bar.
    QMenu* lookMenu() const { return lookMenu_; }
    QMenu* labelMenu() const { return labelMenu_; }
    /// Returns the menu with the tools of the left button, the active one checked, which is also in the menu bar.
    QMenu* toolMenu() const { return toolMenu_; }

Q_SIGNALS:
    void viewChanged();                            ///< the user or goTo() changed the slice, the plane or the display
    void labelsToggled(int seriesId, bool shown);  ///< the user picked a LabelChoice

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeToolMenu();
    void showTool();
    void fitControls();
    void fillPlanes(const viewer::Series& series);
    void fillWindows(const viewer::Series& series, const viewer::Volume* volume);
    void showSlice();
    void showWindow();

    viewer::SliceView* view_;
    QWidget* bar_;
    viewer::FlowLayout* controls_;
    QComboBox* planes_;
    QToolButton* windowButton_;
    QMenu* windowMenu_;
    QToolButton* toolButton_;
    QMenu* toolMenu_;
    QMenu* lookMenu_;
    QToolButton* labelButton_;
    QMenu* labelMenu_;
    QToolButton* fit_;
    QSlider* slider_;
    QLabel* position_;
    QWidget* sliderRow_;
    int seriesId_ = -1;
    std::optional<viewer::Series> series_;
    std::optional<viewer::Plane> wantedPlane_;   ///< to show when there are pixels
    bool settingUp_ = false;                     ///< changes do not come from the user
    std::weak_ptr<const viewer::Volume> shown_;  ///< the volume in the view
};

}  // namespace fleming::ui
