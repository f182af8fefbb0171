#pragma once

#include "viewer/views/volume_view.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace fleming::ui {

class VolumeGallery;

/// The controls of a volume view: look, window, opacity, crop box, camera, and what to do with the picture.
class VolumeToolbar : public QWidget {
    Q_OBJECT

public:
    explicit VolumeToolbar(QWidget* parent = nullptr);

    void setView(viewer::VolumeView* view);  ///< once
    void setSeries(const std::optional<viewer::Series>& series);
    VolumeGallery* gallery() const { return gallery_; }

Q_SIGNALS:
    void saveRequested();
    void askRequested();

private:
    void build();
    void fillSides();
    void fillCrop();
    void fillWindows();
    void openGallery();
    void showLook();

    viewer::VolumeView* view_ = nullptr;
    std::optional<viewer::Series> series_;
    VolumeGallery* gallery_;
    QToolButton* looks_;
    QMenu* windowMenu_;
    QToolButton* windowButton_;
    QLabel* opacityLabel_;
    QSlider* opacity_;
    QToolButton* crop_;
    QAction* showBox_;
    QAction* wholeVolume_;
    QToolButton* sides_;
    QToolButton* fit_;
    QToolButton* save_;
    QToolButton* ask_;
};

}  // namespace fleming::ui
