#pragma once

#include "app/worker.h"
#include "app/workspace.h"
#include "viewer/views/volume_view.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QStackedLayout;

namespace fleming::ui {

class VolumeToolbar;

/// The page that shows a whole volume by ray casting. Its controls lie outside it, like those of the slices. The view
/// (and its OpenGL context) is made when it is first visible.
class VolumePage : public QWidget {
    Q_OBJECT

public:
    explicit VolumePage(QWidget* parent = nullptr);
    ~VolumePage() override;

    void setSeries(const app::OpenSeries& open);  ///< shown when its volume is complete
    void clear();
    int seriesId() const { return seriesId_; }  ///< -1: none

    /// Shows the volume as in a rendering, as soon as it can be shown.
    void goTo(const viewer::VolumeRendering& rendering);
    /// Returns what is shown of the series, or what will be; absent: the default look from the front.
    std::optional<viewer::VolumeRendering> rendering() const;

    /// Asks for a file, and writes the picture of the view once it has its final quality.
    void savePicture();

    VolumeToolbar* controls() const { return toolbar_; }
    viewer::VolumeView* view() const { return view_; }  ///< null until it is first visible

Q_SIGNALS:
    void viewMade();
    void keyImageRequested();
    void seriesRequested(int by);              ///< the next one (1) or the previous one (-1)
    void menuRequested(const QPoint& global);  ///< at a place on the screen
    void viewChanged();                        ///< the user changed the look or the camera, or the volume is drawn
    void askRequested();
    void notice(QString message);
    void failed(QString message);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void makeView();
    void noteChange();
    void showCaption();
    void write(const QString& file, const QImage& picture);

    VolumeToolbar* toolbar_;
    QStackedLayout* stack_;
    QLabel* waiting_;
    bool settingUp_ = false;  ///< changes do not come from the user
    int seriesId_ = -1;
    std::optional<viewer::VolumeRendering> rendering_;  ///< for when the volume is shown, and the last one
    viewer::VolumeView* view_ = nullptr;
    std::optional<viewer::Series> series_;
    std::shared_ptr<const viewer::Volume> volume_;
    std::weak_ptr<const viewer::Volume> shown_;
    std::unique_ptr<app::Worker> writer_;  ///< absent until a picture is first saved
};

}  // namespace fleming::ui
