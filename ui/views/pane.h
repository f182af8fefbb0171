#pragma once

#include "app/workspace.h"
#include "viewer/views/clip_view.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QMenu;
class QStackedWidget;
class QTabBar;

namespace fleming::ui {

class ClipToolbar;
class SlicePage;
class VolumePage;

/// One place of the view area: shows a series as slices, as a volume or as a clip. Several panes may show one series in
/// different ways. The controls of a pane lie outside it, above all panes; the view area shows those of the active one.
class Pane : public QWidget {
    Q_OBJECT

public:
    explicit Pane(app::Workspace& workspace, QWidget* parent = nullptr);

    /// Shows a series as it was left (OpenSeries::view), or nothing if it is not open. Does nothing if it is shown
    /// already.
    void setSeries(int seriesId);
    int seriesId() const { return seriesId_; }  ///< -1: none

    /// Shows the series anew.
    void refresh();

    /// Questions, menus and the browser act on the active pane. Its frame has another colour; a single pane has none.
    void setActive(bool active, bool isAlone);

    /// Says which of all panes this is, from 1: screen readers name it.
    void setPlace(int number, int count);

    /// Returns what the pane shows; OpenSeries::view of a pane that shows no pixels yet.
    app::View currentView() const;

    /// Goes to the slice or frame of `provenance`, as soon as the pixels are there.
    void goTo(const viewer::Provenance& provenance);

    void showTab(bool volume);  ///< false: the slices
    bool volumeTabShown() const;
    bool hasVolumeTab() const;

    /// False among several panes: a page with rows of buttons would take the room of the others.
    bool hasHeightForWidth() const override { return isAlone_ && QWidget::hasHeightForWidth(); }

    QWidget* controls() const { return controls_; }
    QWidget* focusWidget() const;  ///< the view that takes keys
    SlicePage* slicePage() const { return slices_; }
    VolumePage* volumePage() const { return volume_; }
    viewer::ClipView* clipView() const { return clip_; }
    bool showsClip() const;
    /// Returns true while the pane takes over a clip: changes of its view do not come from the user.
    bool isSettingUp() const { return settingUp_; }
    QMenu* windowMenu() const;  ///< of the clip or of the slices
    QMenu* lookMenu() const;    ///< of the clip or of the slices

Q_SIGNALS:
    /// The user changed what the pane shows of its series.
    void viewChanged();
    /// Another page is shown: slices, volume, clip or none.
    void pageChanged();
    /// The pixels of another series have come, or more of them, or the pane is empty now.
    void seriesShown();
    /// The user clicked into the pane.
    void activated();
    void doubleClicked();
    /// A series was dragged into the pane.
    void seriesDropped(int seriesId);
    void failed(QString message);
    void notice(QString message);
    /// The user wants to ask about what the pane shows.
    void askRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void connectParts();
    void showPage();
    void nameViews();
    void showClip(const app::OpenSeries& open);
    void restore(const app::View& view);
    void pixelsChanged(int seriesId);
    void showLabels();
    void goToPending();
    const app::OpenSeries* series() const;

    app::Workspace& workspace_;
    int seriesId_ = -1;
    bool isActive_ = true, isAlone_ = true;
    int number_ = 1, count_ = 1;  ///< of all panes
    QWidget* controls_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    QLabel* empty_;
    SlicePage* slices_;
    VolumePage* volume_;
    viewer::ClipView* clip_;
    ClipToolbar* clipToolbar_;
    std::weak_ptr<const viewer::Clip> shownClip_;
    bool settingUp_ = false;
    std::optional<viewer::Provenance> pending_;  ///< to go to when its pixels are loaded
};

/// The kind of data that a drag of series carries: their ids (OpenSeries::id) in decimal, separated by spaces.
inline constexpr const char* kSeriesMimeType = "application/x-fleming-series";

}  // namespace fleming::ui
