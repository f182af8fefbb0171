#include "viewer/render/straightened_series.h"

#include "base/error.h"
#include "base/thread_pool.h"
#include "viewer/render/straight_grid.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace fleming::viewer {

namespace {

/// Notes of stored slices, and what they become when these are straightened.
constexpr std::pair<const char*, const char*> kNotes[] = {
    {"dicom.gantry_tilt", "dicom.straightened_tilt"},       {"dicom.shifted_slices", "dicom.straightened_shift"},
    {"dicom.uneven_spacing", "dicom.straightened_spacing"}, {"dicom.missing_slice", "dicom.straightened_gap"},
    {"dicom.missing_slices", "dicom.straightened_gaps"},
};

/// Reads the slices of another series and resamples them.
class StraightenedSource final : public PixelSource {
public:
    StraightenedSource(Series stored, StraightGrid grid) : stored_(std::move(stored)), grid_(std::move(grid)) {}

    void read(Volume& into, std::span<const int> slices, const SliceCallback& onSlice,
              std::stop_token stop) const override {
        if (into.geometry().size != grid_.geometry().size) throw Error("volume.other_series");
        const std::shared_ptr<Volume> from = allocate(stored_);
        std::optional<Error> fault;
        std::mutex mutex;
        for (std::size_t begin = 0; begin < slices.size(); begin += kAtOnce) {
            const auto some = slices.subspan(begin, std::min(kAtOnce, slices.size() - begin));
            readFor(some, *from, fault, stop);
            parallelFor(some.size(), stop, [&](std::size_t n) {
                const int k = some[n];
                const IndexRange needed = grid_.slicesFor(k);
                if (!areReady(*from, needed)) return;
                grid_.resample(*from, k, into);
                const std::lock_guard lock(mutex);
                anyDamaged(*from, needed) ? into.markDamaged(k) : into.markReady(k);
                if (onSlice) onSlice(into.readyCount(), into.geometry().size[2]);
            });
        }
        if (fault) throw Error(*fault);
    }

    std::int64_t workingBytes() const override {
        const ImageInfo& image = stored_.image();
        auto bytes = static_cast<std::int64_t>(bytesOf(image.type)) * image.components;
        for (const int side : image.geometry.size)
            bytes *= side;
        return bytes;
    }

private:
    static constexpr std::size_t kAtOnce = 16;  // slices, from one call of the progress to the next

    /// Reads the stored slices for some of the grid. Those of a damaged file may be missing afterwards.
    void readFor(std::span<const int> slices, Volume& from, std::optional<Error>& fault,
                 const std::stop_token& stop) const {
        std::vector<int> needed;
        for (const int k : slices) {
            const IndexRange range = grid_.slicesFor(k);
            for (int slice = range.first; slice <= range.last; ++slice)
                needed.push_back(slice);
        }
        try {
            readSlices(stored_, from, needed, {}, stop);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            if (!fault) fault = error;
        }
    }

    Series stored_;
    StraightGrid grid_;
};

}  // namespace

bool canBeStraightened(const Series& series) {
    return series.kind() == SeriesKind::volume && !series.image().slicePositions.empty();
}

bool isStraightened(const Series& series) {
    return hasPart(series.description, SeriesPartKind::straightened);
}

Series straightened(const Series& stored) {
    StraightGrid grid(stored.geometry(), stored.image().slicePositions);
    Series series = stored;
    if (!series.uid.empty()) series.uid += "#straightened";
    series.description.parts.push_back({SeriesPartKind::straightened, {}, 0});
    series.objects.clear();
    for (Note& note : series.notes) {
        const auto known = std::ranges::find(kNotes, note.code, &std::pair<const char*, const char*>::first);
        if (known != std::end(kNotes)) note.code = known->second;
    }
    ImageInfo& image = series.image();
    image.slicePositions.clear();
    image.geometry = grid.geometry();
    if (image.components == 1) {
        image.type = ScalarType::float32;
        image.rescale = {};
        image.padding.reset();
    }
    series.source = std::make_shared<StraightenedSource>(stored, std::move(grid));
    return series;
}

Series straightenedIfNeeded(const Series& series) {
    return canBeStraightened(series) ? straightened(series) : series;
}

}  // namespace fleming::viewer
