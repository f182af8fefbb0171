#pragma once

#include "app/workspace.h"
#include "viewer/views/clip_view.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace fleming::ui {

class EvidenceViewer;
class SlicePage;
class StartPage;
class VolumePage;

/// The middle of the window: the chosen series as slices, as a volume or as a clip; the start page if nothing is open.
/// An image of the evidence can lie over it.
class ViewArea : public QWidget {
    Q_OBJECT

public:
    explicit ViewArea(app::Workspace& workspace, QWidget* parent = nullptr);

    /// Chooses the series and shows the slice or frame of `provenance`.
    void goTo(int seriesId, const viewer::Provenance& provenance);

    /// Does the same for a series that is being opened, when it is open.
    void goToWhenOpen(const viewer::Provenance& provenance);

    /// Returns `count` frames spread evenly over the current plane, as displayed, or over the range of a clip.
    app::Selection evenPick(int count) const;
    /// Returns one frame per second of the range of a clip.
    app::Selection clipPick() const;
    /// Returns the default of Fleming-VL: 11 slices (NPY: each by its minimum and maximum), one frame per second, or
    /// the picture.
    app::Selection flemingPick() const;

    /// Shows an image of the evidence large until the user closes it or goes to a series; see
    /// EvidenceViewer::showImage().
    void showImage(qint64 exchange, int number);
    void closeImage();
    EvidenceViewer* evidenceViewer() const { return evidence_; }

    void showTab(bool volume);  ///< false: the slices
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
    /// The user wants to see where Image-<number> of an exchange comes from.
    void seriesRequested(qint64 exchange, int number);

private:
    void showSeries();
    void showPage(QWidget* page);
    void tellView();  ///< passes the current view to the workspace
    void showClip(const app::OpenSeries& open);
    void pixelsChanged(int seriesId);
    void enableSliceMenus();
    void showLabels();
    void goToPending();
    void goToOpened();
    const app::OpenSeries* chosen() const;

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
    EvidenceViewer* evidence_;
    bool imageShown_ = false;        ///< evidence_ lies over the page of the series
    QPointer<QWidget> focusBefore_;  ///< had the focus when the image was opened
    std::weak_ptr<const viewer::Clip> shownClip_;
    std::optional<viewer::Provenance> awaited_;  ///< to go to when its series is open
    std::optional<Target> pending_;              ///< to go to when its pixels are loaded
};

}  // namespace fleming::ui
