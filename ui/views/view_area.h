#pragma once

#include "app/workspace.h"
#include "ui/views/pane_grid.h"

#include <QPointer>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QGridLayout;
class QMenu;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace fleming::viewer {
class ClipView;
}

namespace fleming::ui {

class EvidenceViewer;
class MeasuredViews;
class Pane;
class PaneLinks;
class SlicePage;
class StartPage;
class VolumePage;

/// The middle of the window: panes with series, and above them the controls of the active one; the start page if
/// nothing is open. An image of the evidence can lie over it.
///
/// The active pane shows the chosen series (Studies::chosen()): a click into a pane chooses its series. A series that
/// is chosen elsewhere appears in the pane that shows it already, which becomes active, or else in the active pane.
class ViewArea : public QWidget {
    Q_OBJECT

public:
    explicit ViewArea(app::Workspace& workspace, QWidget* parent = nullptr);
    ~ViewArea() override;

    // --- panes -----------------------------------------------------------------------------------------------------

    /// Arranges the panes. The active pane and those before it keep their series; new ones show the next series of the
    /// browser that no pane shows.
    void setGrid(PaneGrid grid);
    PaneGrid grid() const { return grid_; }

    /// Shows the chosen series in four panes: axial, coronal, sagittal, and the volume. Does nothing for other series
    /// than oriented volumes.
    void showThreePlanes();

    /// Shows open series as they were left, row by row; panes beyond them are empty or get the next series. `active` is
    /// one of them, and is chosen.
    void showSeries(PaneGrid grid, const std::vector<int>& series, int active);

    /// Shows an open series in all panes that show another one, in the same planes; the active pane shows it as
    /// OpenSeries::view has it.
    void replaceSeries(int shown, int by);

    /// Returns the size of the area of all panes, in pixels.
    QSize roomForPanes() const;

    /// Shows the active pane alone, or all panes again.
    void toggleMaximised();
    bool isMaximised() const { return maximised_; }

    const std::vector<Pane*>& panes() const { return panes_; }
    Pane* activePane() const { return panes_[active_]; }
    void activate(Pane* pane);

    PaneLinks& links() const { return *links_; }
    MeasuredViews& measuredViews() const { return *measured_; }

    /// Picks a tool for all panes, by its id in viewer::tools().
    void setTool(const std::string& id);

    /// Makes the next pane active, or the previous one if `by` is -1.
    void activateNext(int by);

    // --- the active pane -------------------------------------------------------------------------------------------

    /// Chooses the series and shows the slice or frame of `provenance`.
    void goTo(int seriesId, const viewer::Provenance& provenance);

    /// Does the same for a series that is being opened, when it is open.
    void goToWhenOpen(const viewer::Provenance& provenance);

    /// Returns `count` frames spread evenly over the current plane, as displayed, or over the range of a clip.
    app::Selection evenPick(int count) const;
    /// Returns one frame per second of the range of a clip, as displayed.
    app::Selection clipPick() const;
    /// Returns the default of Fleming-VL: 11 slices (NPY: each by its minimum and maximum), one frame per second, or
    /// the picture.
    app::Selection flemingPick() const;

    void showTab(bool volume);  ///< false: the slices
    bool volumeTabShown() const;
    bool hasVolumeTab() const;
    SlicePage* slicePage() const;
    VolumePage* volumePage() const;
    viewer::ClipView* clipView() const;
    QMenu* windowMenu() const;  ///< of the clip or of the slices
    QMenu* lookMenu() const;    ///< of the clip or of the slices

    // --- an image of the evidence ----------------------------------------------------------------------------------

    /// Shows an image of the evidence large until the user closes it or goes to a series; see
    /// EvidenceViewer::showImage().
    void showImage(qint64 exchange, int number);
    void closeImage();
    EvidenceViewer* evidenceViewer() const { return evidence_; }

Q_SIGNALS:
    /// There are more or fewer panes, or one of these functions has put series into them, or the user has dragged one
    /// there.
    void arranged();
    /// Another pane is active, or the active pane shows another series or page: the menus of its controls are others.
    void activeChanged();
    /// The user wants the menu of the active pane, at a place on the screen.
    void menuRequested(const QPoint& global);
    void openFilesRequested();
    void openFolderRequested();
    void openSampleRequested(QString name);
    void failed(QString message);
    void notice(QString message);
    /// The user wants to ask about what the active pane shows.
    void askRequested();
    /// The user wants to see where Image-<number> of an exchange comes from.
    void seriesRequested(qint64 exchange, int number);

private:
    void build();
    void connectParts();
    Pane* addPane();
    void chooseNextSeries(int by);
    bool stepTime(Pane* pane, int by);
    void showInActive(int seriesId);
    void pickImage();
    void removePane();
    void changeGrid(PaneGrid grid);
    void arrange();
    void fillEmptyPanes();
    void showChosen();
    void showPage();
    void tellShown();
    void tellView();  ///< passes the view of the active pane to the workspace
    void goToOpened();
    std::optional<std::pair<double, double>> clipRange(const app::OpenSeries& open) const;
    const app::OpenSeries* chosen() const;

    app::Workspace& workspace_;
    PaneGrid grid_;
    std::vector<Pane*> panes_;  ///< row by row; at least one
    std::size_t active_ = 0;
    bool maximised_ = false;
    PaneLinks* links_;
    MeasuredViews* measured_;
    QVBoxLayout* controls_;
    QStackedWidget* stack_;
    StartPage* start_;
    QScrollArea* startArea_;
    QWidget* panesPage_;
    QGridLayout* places_;
    EvidenceViewer* evidence_;
    bool imageShown_ = false;                    ///< evidence_ lies over the panes
    QPointer<QWidget> focusBefore_;              ///< had the focus when the image was opened
    std::optional<viewer::Provenance> awaited_;  ///< to go to when its series is open
};

}  // namespace fleming::ui
