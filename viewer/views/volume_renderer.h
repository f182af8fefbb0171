#pragma once

#include "viewer/data/series.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/views/volume_camera.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

class QOffscreenSurface;

namespace fleming::viewer {

/// A picture of the volume that is wanted.
struct VolumeShot {
    VolumeCamera camera;
    VolumePreset preset = VolumePreset::bone;
    std::optional<Window> window;  ///< of the maximum intensity projection; absent: projectionWindow()
    QSize size;                    ///< pixels
    bool fine = false;             ///< else coarse, to move with
};

/// Prepares and draws volumes with VTK on a thread of its own, off the screen: the GUI's thread waits for neither.
/// OpenGL draws, or the processor where OpenGL is missing or fails. Always draws the shot that was asked for last; a
/// fine one is given up when another is wanted.
class VolumeRenderer : public QObject {
    Q_OBJECT

public:
    explicit VolumeRenderer(QObject* parent = nullptr);
    ~VolumeRenderer() override;

    /// A complete volume; null: none. Forgets the shot.
    void setVolume(const Series& series, std::shared_ptr<const Volume> volume);

    void want(const VolumeShot& shot);

Q_SIGNALS:
    void drawn(QImage picture, bool fine);
    void windowFound(fleming::viewer::Window window);  ///< projectionWindow() of the volume, before its first image
    void failed(QString message);                      ///< a whole sentence

private:
    struct Task {
        Series series;
        std::shared_ptr<const Volume> volume;
    };
    struct Stage;  // the canvas and the scene on it; the thread's own

    void run(std::stop_token stop);
    void prepare(Stage& stage, const Task& task, const std::stop_token& stop);
    bool draw(Stage& stage, const VolumeShot& shot);  ///< false: OpenGL failed
    bool isOutdated(const VolumeShot& shot) const;

    std::unique_ptr<QOffscreenSurface> surface_;  // made on the GUI's thread, as Qt wants it
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Task> task_;        ///< a volume to take
    std::optional<VolumeShot> shot_;  ///< a picture to draw
    std::stop_source preparing_;      ///< stops the preparation in progress
    int generation_ = 0;              ///< grows with each volume: pictures of an earlier one are not sent
    int drawing_ = 0;                 ///< the generation that the thread is at
    std::jthread thread_;             ///< last: it ends before the rest goes
};

}  // namespace fleming::viewer
