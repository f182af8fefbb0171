#pragma once

#include "viewer/data/rigid_transform.h"
#include "viewer/data/volume.h"
#include "viewer/render/display.h"
#include "viewer/render/slice_plane.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

namespace fleming::ui {

/// A volume and how its slices are displayed.
struct DisplayedVolume {
    std::shared_ptr<const viewer::Volume> volume;  ///< complete
    viewer::Display display;
};

/// Shows slices of a volume, with those of another volume in every other tile: each where a transform says that it is.
/// If they are aligned, lines go on from tile to tile.
class CheckerboardView : public QWidget {
    Q_OBJECT

public:
    /// `plane`: that of the slices.
    CheckerboardView(DisplayedVolume fixed, DisplayedVolume moving, viewer::Plane plane, QWidget* parent = nullptr);

    /// Shows slices from now on; a position p of the fixed volume is at `transform.apply(p)` in the moving one.
    void setTransform(const viewer::RigidTransform& transform);

    int sliceCount() const;
    void setSlice(int index);
    /// Sets the side of a tile in mm.
    void setTile(double mm);

    /// Returns the image that is shown; null before setTransform().
    const QImage& image() const { return image_; }

    QSize sizeHint() const override { return {420, 420}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

Q_SIGNALS:
    /// The user scrolls by so many slices.
    void scrolled(int slices);

private:
    void refresh();

    DisplayedVolume fixed_, moving_;
    viewer::Plane plane_;
    std::optional<viewer::RigidTransform> transform_;
    int slice_ = 0;
    double tile_ = 30;
    QImage image_;
    double aspect_ = 1;  ///< width of the image by its height, in mm
};

}  // namespace fleming::ui
