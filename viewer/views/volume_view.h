#pragma once

#include <memory>

#include <QImage>
#include <QWidget>

#include "viewer/data/series.h"

namespace fleming::viewer {

enum class VolumePreset { bone, softTissue, mip };

/// Ray casting of a whole volume (VTK): left drag turns, right drag or wheel zooms, middle drag pans. Coarser while it
/// turns, fine at rest. Orientation letters show where the patient's sides are.
class VolumeView : public QWidget {
    Q_OBJECT

public:
    explicit VolumeView(QWidget* parent = nullptr);
    ~VolumeView() override;

    void setSeries(const Series& series, std::shared_ptr<const Volume> volume);  ///< complete volume; null clears
    void setPreset(VolumePreset preset);
    VolumePreset preset() const;
    void resetView();
    QImage grabImage();

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

}  // namespace fleming::viewer
