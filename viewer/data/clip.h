#pragma once

#include "viewer/data/picture.h"
#include "viewer/data/volume.h"
#include "viewer/data/window.h"

#include <memory>
#include <optional>
#include <vector>

namespace fleming::viewer {

/// What follows the last frame that is played.
enum class PlayMode { loop, once, backAndForth };

/// The size of the pixels of an image.
struct PixelSize {
    enum class Unit {
        none,        ///< unknown: width and height have only their ratio
        atDetector,  ///< mm at the detector of a projection; the patient is smaller by an unknown factor
        inPatient    ///< mm
    };
    double width = 1.0, height = 1.0;  ///< > 0
    Unit unit = Unit::none;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// How a clip is played.
struct Playback {
    double speed = 1.0;  ///< times the speed of the clip, 0.1 to 4
    PlayMode mode = PlayMode::loop;
    friend bool operator==(const Playback&, const Playback&) = default;
};

/// Frames over time, decoded on demand. Frame-exact: frame(i) is the i-th frame in presentation order, regardless of
/// earlier requests. Thread-safe; calls wait for each other.
class Clip {
public:
    virtual ~Clip() = default;

    virtual int frameCount() const = 0;
    virtual int width() const = 0;  ///< pixels as displayed: after the rotation in the metadata
    virtual int height() const = 0;
    virtual double framesPerSecond() const = 0;  ///< average: avg_frame_rate of the stream; > 0
    virtual double duration() const = 0;         ///< s
    virtual double timeOf(int index) const = 0;  ///< presentation time, s from the first frame

    /// Returns how the file wants to be played (DICOM Preferred Playback Sequencing).
    virtual PlayMode preferredMode() const { return PlayMode::loop; }

    /// Returns the size of the pixels, which need not be square; frames have them as stored.
    virtual PixelSize pixelSize() const { return {}; }

    /// Returns the windowing with which frame() makes 8 bits of grey frames; nothing if the frames have colours.
    virtual std::optional<Windowing> windowing() const { return {}; }

    /// Returns the windows and tables of the file for grey frames; may be empty.
    virtual std::vector<NamedWindow> windows() const { return {}; }

    /// Returns true if the lowest value of grey frames is white (MONOCHROME1).
    virtual bool lowestIsWhite() const { return false; }

    /// Returns the frame at `index`, 0 <= index < frameCount(), as 8-bit RGB: a grey frame under windowing(). For
    /// other windowings see renderFrame(). Throws Error if it cannot be decoded.
    virtual RgbImage frame(int index) const = 0;

    /// Returns the rescaled values of a grey frame as a volume of one slice, without geometry; null if the frames have
    /// colours. Throws Error if the frame cannot be decoded.
    virtual std::shared_ptr<const Volume> values(int) const { return {}; }

    /// Returns the last frame whose time is not after `seconds`, clamped to the clip.
    int indexAt(double seconds) const;
};

}  // namespace fleming::viewer
