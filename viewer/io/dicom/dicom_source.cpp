#include "viewer/io/dicom/dicom_source.h"

#include "base/error.h"
#include "base/thread_pool.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>

namespace fleming::viewer {

namespace {

template <typename T>
void fillWith(std::span<std::byte> slice, double value) {
    const T filler = static_cast<T>(value);
    for (std::size_t i = 0; i + sizeof(T) <= slice.size(); i += sizeof(T))
        std::memcpy(&slice[i], &filler, sizeof(T));
}

/// Fills a slice that could not be read.
void fillEmpty(std::span<std::byte> slice, ScalarType type, std::optional<double> padding) {
    const double value = padding.value_or(0.0);
    switch (type) {
        case ScalarType::int16:
            return fillWith<std::int16_t>(slice, value);
        case ScalarType::uint16:
            return fillWith<std::uint16_t>(slice, value);
        case ScalarType::float32:
            return fillWith<float>(slice, value);
        default:
            return fillWith<std::uint8_t>(slice, 0.0);
    }
}

class VolumeSource final : public PixelSource {
public:
    VolumeSource(std::vector<DicomSlice> slices, const SliceRecipe& recipe)
        : slices_(std::move(slices)), recipe_(recipe) {}

    void read(Volume& into, std::span<const int> slices, const SliceCallback& onSlice,
              std::stop_token stop) const override {
        const int count = static_cast<int>(slices_.size());
        if (into.geometry().size[2] != count || into.type() != recipe_.type ||
            into.components() != recipe_.components) {
            throw Error("volume.other_series");
        }
        std::mutex mutex;
        std::optional<Error> firstFault;
        int faults = 0;
        parallelFor(slices.size(), stop, [&](std::size_t i) {
            const int k = slices[i];
            bool damaged = false;
            try {
                readSlice(into, k);
            } catch (const Error& error) {
                fillEmpty(into.writableSlice(k), recipe_.type, filler());
                damaged = true;
                const std::lock_guard lock(mutex);
                if (faults++ == 0) firstFault = error;
            }
            const std::lock_guard lock(mutex);
            damaged ? into.markDamaged(k) : into.markReady(k);
            if (onSlice) onSlice(into.readyCount(), count);
        });
        if (faults == 0) return;
        if (slices.size() == 1) throw *firstFault;
        throw Error("dicom.unreadable_slices", firstFault->source(),
                    {std::to_string(faults), std::to_string(slices.size())}, *firstFault);
    }

private:
    void readSlice(Volume& into, int k) const {
        const DicomSlice& slice = slices_[static_cast<std::size_t>(k)];
        readFrame(*slice.image, slice.frame, recipe_, into.writableSlice(k));
    }

    std::optional<double> filler() const {
        if (recipe_.rescaled) return recipe_.paddingBecomes;
        const auto& padding = slices_.front().image->padding;
        return padding ? std::optional(padding->first) : std::nullopt;
    }

    std::vector<DicomSlice> slices_;
    SliceRecipe recipe_;
};

/// The frames of a file over time, as 8-bit RGB.
class DicomClip final : public Clip {
public:
    DicomClip(std::shared_ptr<const DicomImage> image, std::vector<double> times, double framesPerSecond)
        : image_(std::move(image)), times_(std::move(times)), rate_(framesPerSecond), recipe_(recipeFor(*image_)) {
        if (recipe_.components == 3) return;
        const std::vector<NamedWindow> own = windows();
        windowing_ = own.empty() ? Windowing(range()) : own.front().windowing();
    }

    int frameCount() const override { return static_cast<int>(times_.size()); }
    int width() const override { return image_->format.columns; }
    int height() const override { return image_->format.rows; }
    double framesPerSecond() const override { return rate_; }
    double duration() const override { return times_.back() + 1.0 / rate_; }
    double timeOf(int index) const override { return times_.at(static_cast<std::size_t>(index)); }
    PixelSize pixelSize() const override { return image_->pixelSize; }
    std::optional<Windowing> windowing() const override { return windowing_; }
    bool lowestIsWhite() const override { return image_->format.photometric == Photometric::monochrome1; }

    PlayMode preferredMode() const override { return image_->sweeps ? PlayMode::backAndForth : PlayMode::loop; }

    std::vector<NamedWindow> windows() const override {
        if (recipe_.components == 3) return {};
        return image_->frames[image_->frames.size() / 2].windows;
    }

    RgbImage frame(int index) const override {
        checkIndex(index);
        RgbImage picture{width(), height(), std::vector<std::uint8_t>(image_->format.pixels() * 3)};
        if (recipe_.components == 3) {
            readFrame(*image_, index, recipe_, std::as_writable_bytes(std::span(picture.rgb)));
            return picture;
        }
        const std::shared_ptr<const Volume> grey = values(index);
        const auto fill = [&](const auto& levels) {
            std::uint8_t* to = picture.rgb.data();
            for (int y = 0; y < height(); ++y) {
                for (int x = 0; x < width(); ++x, to += 3)
                    std::fill_n(to, 3, levelOf(grey->value(x, y, 0), levels));
            }
        };
        if (const auto* table = std::get_if<VoiTablePtr>(&*windowing_)) {
            fill(**table);
        } else {
            fill(WindowLevels(std::get<Window>(*windowing_)));
        }
        return picture;
    }

    std::shared_ptr<const Volume> values(int index) const override {
        checkIndex(index);
        if (recipe_.components == 3) return {};
        Geometry geometry;
        geometry.size = {width(), height(), 1};
        const auto volume = std::make_shared<Volume>(geometry, recipe_.type, 1, Rescale{});
        readFrame(*image_, index, recipe_, volume->writableSlice(0));
        volume->markReady(0);
        return volume;
    }

private:
    /// Grey values are the stored ones if these need no rescale and are exact in a float32; else rescaled floats.
    static SliceRecipe recipeFor(const DicomImage& image) {
        SliceRecipe recipe;
        recipe.type = storedType(image);
        if (image.format.samples == 3 || image.palette) {
            recipe.components = 3;
        } else if (!image.modalityLut) {
            const bool isPlain =
                std::ranges::all_of(image.frames, [](const DicomFrame& frame) { return frame.rescale == Rescale{}; });
            recipe.rescaled = !isPlain || image.format.isFloat || bytesOf(recipe.type) > 2;
            if (recipe.rescaled) recipe.type = ScalarType::float32;
        }
        return recipe;
    }

    void checkIndex(int index) const {
        if (index < 0 || index >= frameCount())
            throw Error("clip.no_frame", image_->source->name(), {std::to_string(index), std::to_string(frameCount())});
    }

    /// Returns 0 for NaN. `levels` is a WindowLevels or a table.
    template <typename Levels>
    std::uint8_t levelOf(double value, const Levels& levels) const {
        if (std::isnan(value)) return 0;
        const std::uint8_t level = levels(value);
        return lowestIsWhite() ? static_cast<std::uint8_t>(255 - level) : level;
    }

    /// Returns the window of the range of values of five frames, or of 0..255 for 8-bit values without rescale.
    Window range() const {
        if (image_->format.bitsStored <= 8 && !image_->format.isSigned && image_->frames.front().rescale == Rescale{} &&
            !image_->format.isFloat) {
            return {128.0, 256.0};
        }
        double lowest = 0, highest = 0;
        bool any = false;
        for (int i = 0; i < std::min(5, frameCount()); ++i) {
            const int index = frameCount() <= 5 ? i : i * (frameCount() - 1) / 4;
            const std::shared_ptr<const Volume> grey = values(index);
            for (int y = 0; y < height(); ++y) {
                for (int x = 0; x < width(); ++x) {
                    const double value = grey->value(x, y, 0);
                    if (!std::isfinite(value)) continue;
                    lowest = any ? std::min(lowest, value) : value;
                    highest = any ? std::max(highest, value) : value;
                    any = true;
                }
            }
        }
        return windowOfRange(lowest, highest);
    }

    std::shared_ptr<const DicomImage> image_;
    std::vector<double> times_;
    double rate_;
    SliceRecipe recipe_;
    std::optional<Windowing> windowing_;  ///< a window or a table; absent: colours
};

class ClipSource final : public PixelSource {
public:
    ClipSource(std::shared_ptr<const DicomImage> image, std::vector<double> times, double framesPerSecond)
        : image_(std::move(image)), times_(std::move(times)), rate_(framesPerSecond) {}

    std::shared_ptr<const Clip> openClip(std::stop_token) const override {
        return std::make_shared<DicomClip>(image_, times_, rate_);
    }

private:
    std::shared_ptr<const DicomImage> image_;
    std::vector<double> times_;
    double rate_;
};

}  // namespace

std::shared_ptr<const PixelSource> volumeSource(std::vector<DicomSlice> slices, const SliceRecipe& recipe) {
    return std::make_shared<VolumeSource>(std::move(slices), recipe);
}

std::shared_ptr<const PixelSource> clipSource(std::shared_ptr<const DicomImage> image, std::vector<double> times,
                                              double framesPerSecond) {
    return std::make_shared<ClipSource>(std::move(image), std::move(times), framesPerSecond);
}

}  // namespace fleming::viewer
