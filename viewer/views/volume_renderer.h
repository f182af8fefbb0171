#pragma once

#include "viewer/data/series.h"
#include "viewer/render/volume_presets.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

class QOffscreenSurface;

namespace fleming::viewer {

/// An image of the volume that is wanted.
struct VolumeShot {
    VolumeRendering rendering;
    bool fine = false;  ///< false: coarse, quick enough to move with
};

/// Prepares and draws volumes with VTK on a thread of its own, off the screen, so that the GUI thread waits for
/// neither. OpenGL draws; if it is missing or fails the CPU does. Draws the last requested shot; a fine one is
/// abandoned when another is requested.
class VolumeRenderer : public QObject {
    Q_OBJECT

public:
    explicit VolumeRenderer(QObject* parent = nullptr);
    ~VolumeRenderer() override;

    /// Takes a complete volume (null: none) and forgets the shot.
    void setVolume(const Series& series, std::shared_ptr<const Volume> volume);

    /// Requests an image.
    void want(const VolumeShot& shot);

    /// Requests small coarse images, which are drawn one by one while no other image is wanted. Replaces earlier ones.
    void wantThumbnails(std::vector<VolumeRendering> renderings);

Q_SIGNALS:
    void drawn(QImage image, bool fine);
    void thumbnailDrawn(QString preset, QImage image);
    void valuesFound(fleming::viewer::VolumeValues values);  ///< of the volume, before its first image
    void failed(std::exception_ptr exception);

private:
    struct Task {
        Series series;
        std::shared_ptr<const Volume> volume;
    };
    struct Stage;  // the caster and its detail while the volume moves; only the thread uses it
    /// What the thread does next.
    struct Work {
        std::optional<Task> task;
        std::optional<VolumeShot> shot;
        std::optional<VolumeRendering> thumbnail;
    };

    void run(std::stop_token stop);
    Work takeWork();
    void prepare(Stage& stage, const Task& task, const std::stop_token& stop);
    bool draw(Stage& stage, const VolumeShot& shot);  ///< returns false if OpenGL failed
    void drawThumbnail(Stage& stage, const VolumeRendering& rendering);
    bool isCurrent() const;
    bool isOutdated(const VolumeShot& shot) const;

    std::unique_ptr<QOffscreenSurface> surface_;  // Qt requires that the GUI thread makes it
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Task> task_;                 ///< the next volume
    std::optional<VolumeShot> shot_;           ///< the next shot
    std::vector<VolumeRendering> thumbnails_;  ///< the next ones, the first at the end
    std::stop_source preparing_;               ///< stops the preparation that is running
    int generation_ = 0;                       ///< grows with each volume: images of an earlier one are not sent
    int drawing_ = 0;                          ///< the generation that the thread works on
    std::jthread thread_;                      ///< last, so that it ends before the other members are destroyed
};

}  // namespace fleming::viewer
