#pragma once

#include <QImage>
#include <QSize>

#include <functional>
#include <memory>

class QOffscreenSurface;
class vtkRenderer;

namespace fleming::viewer {

/// Draws the volumes of a VTK renderer into images. There are two kinds: one uses OpenGL on a graphics card; the other
/// casts the rays with VTK's CPU code on all cores, and needs neither a display nor OpenGL. Only the thread that made a
/// canvas may use and destroy it.
class VolumeCanvas {
public:
    virtual ~VolumeCanvas() = default;

    /// Returns null if `surface` has no OpenGL 3.2, or only Mesa's software OpenGL, which is slower than the CPU
    /// canvas.
    static std::unique_ptr<VolumeCanvas> withOpenGl(QOffscreenSurface& surface);
    /// `repeatable`: the pixels do not depend on the number of cores; volumes take longer to prepare.
    static std::unique_ptr<VolumeCanvas> onCpu(bool repeatable = false);

    virtual vtkRenderer* renderer() = 0;
    virtual bool isOnCpu() const = 0;

    enum class State { done, abandoned, failed };
    struct Drawn {
        State state = State::done;
        QImage image;  ///< if it is done
    };

    /// Draws an image of `size` pixels. Abandons it once `isOutdated`, which is called now and then, returns true.
    /// Fails if OpenGL fails.
    virtual Drawn draw(const QSize& size, const std::function<bool()>& isOutdated) = 0;
};

}  // namespace fleming::viewer
