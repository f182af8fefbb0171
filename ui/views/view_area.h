#pragma once

#include "app/workspace.h"
#include "viewer/views/clip_view.h"

#include <QWidget>

#include <optional>

class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace fleming::ui {

class SlicePage;
class StartPage;
class VolumePage;

/// The middle: the chosen series as slices, as a volume, or as a clip; with nothing open, what to do first.
class ViewArea : public QWidget {
    Q_OBJECT

public:
    explicit ViewArea(app::Workspace& workspace, QWidget* parent = nullptr);

    /// Chooses the series and shows the slice or frame that `provenance` names.
    void goTo(int seriesId, const viewer::Provenance& provenance);

    /// The same for a frame whose series is being opened: as soon as it is open.
    void goToWhenOpen(const viewer::Provenance& provenance);

    /// `count` spread evenly over the plane shown, in the window shown; over a clip's in/out range.
    app::Selection evenPick(int count) const;
    /// One frame a second of the clip's in/out range.
    app::Selection clipPick() const;
    /// Fleming-VL's own default: 11 slices (NPY: each by its minimum and maximum), one frame a second, the picture.
    app::Selection flemingPick() const;

    void showTab(bool volume);  ///< the volume tab, or the slices
    bool volumeTabShown() const;
    bool hasVolumeTab() const;
    SlicePage* slicePage() const { return slices_; }
    VolumePage* volumePage() const { return volume_; }
    viewer::ClipView* clipView() const { return clip_; }

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();
    void openSampleRequested(QString name);
    void failed(QString message);

private:
    void showSeries();
    void tellView();  ///< the workspace knows what the screen shows
    void showClip(const app::Workspace::OpenSeries& open);
    void pixelsChanged(int seriesId);
    void enableWindowMenu();
    void goToPending();
    void goToOpened();
    const app::Workspace::OpenSeries* chosen() const;

    struct Target {
        int seriesId;
        viewer::Provenance provenance;
    };

    app::Workspace& workspace_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    StartPage* start_;
    QScrollArea* startArea_;
    SlicePage* slices_;
    VolumePage* volume_;
    viewer::ClipView* clip_;
    std::weak_ptr<const viewer::Clip> shownClip_;
    std::optional<viewer::Provenance> awaited_;  ///< where to go once its series is open
    std::optional<Target> pending_;              ///< where to go once its pixels are there
};

}  // namespace fleming::ui
