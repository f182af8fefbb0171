#pragma once

#include <QImage>
#include <QSize>

#include <functional>
#include <memory>

class QOffscreenSurface;
class vtkRenderer;

namespace fleming::viewer {

/// Where a VTK renderer's volumes become pictures. Two kinds: a graphics card draws by OpenGL; or VTK's own code casts
/// the rays on all cores, and neither a display nor OpenGL is needed. Of the thread that made it, until its end.
class VolumeCanvas {
public:
    virtual ~VolumeCanvas() = default;

    /// Null where `surface` has no OpenGL 3.2, or one that Mesa computes on the processor: the other kind is faster
    /// than that.
    static std::unique_ptr<VolumeCanvas> withOpenGl(QOffscreenSurface& surface);
    static std::unique_ptr<VolumeCanvas> onProcessor();

    virtual vtkRenderer* renderer() = 0;
    virtual bool isOnProcessor() const = 0;

    enum class State { done, givenUp, failed };
    struct Drawn {
        State state = State::done;
        QImage picture;  ///< where it is done
    };

    /// A picture of `size` pixels. It is given up where `isOutdated`, asked now and then, says that it is not wanted
    /// any more; it fails where OpenGL does.
    virtual Drawn draw(const QSize& size, const std::function<bool()>& isOutdated) = 0;
};

}  // namespace fleming::viewer
