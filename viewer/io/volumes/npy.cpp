#include "viewer/io/volumes/npy.h"

#include "base/error.h"
#include "viewer/io/volumes/npy_header.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace fleming::viewer {

namespace {

/// An array as a volume or picture. Strides are in values.
struct ArrayView {
    Index3 size{1, 1, 1};
    int channels = 1;  ///< 1, or 3 for colours
    std::uint64_t iStride = 0, jStride = 0, kStride = 0, channelStride = 0;
};

std::string shapeText(const std::vector<std::uint64_t>& shape) {
    std::string text = "(";
    for (const std::uint64_t extent : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(extent);
    return text + ")";
}

/// Interprets the shape of an array: (H, W), (H, W, 3), (D, H, W) or (1, D, H, W). Throws Error for any other shape.
ArrayView viewOf(const ByteSource& source, const NpyHeader& header) {
    const std::vector<std::uint64_t>& shape = header.shape;
    std::vector<std::uint64_t> strides(shape.size());
    std::uint64_t count = 1;
    for (std::size_t n = 0; n < shape.size(); ++n) {
        const std::size_t axis = header.fortranOrder ? n : shape.size() - 1 - n;
        strides[axis] = count;
        if (shape[axis] == 0) throw Error("npy.empty", source.name(), {shapeText(shape)});
        if (shape[axis] > std::numeric_limits<int>::max() || __builtin_mul_overflow(count, shape[axis], &count) ||
            count > (std::uint64_t{1} << 58)) {
            throw Error("npy.impossible_size", source.name(), {shapeText(shape)});
        }
    }
    const std::size_t first = shape.size() == 4 && shape[0] == 1 ? 1 : 0;
    const std::size_t axes = shape.size() - first;
    if (axes != 2 && axes != 3) {
        throw Error("npy.unsupported_shape", source.name(), {shapeText(shape)});
    }
    const auto extent = [&](std::size_t n) { return static_cast<int>(shape[first + n]); };
    ArrayView view;
    // A last axis of 3 is red, green and blue, as in imaging libraries: volumes are never 3 columns wide.
    const bool colour = first == 0 && axes == 3 && extent(2) == 3;
    const std::size_t rows = axes == 3 && !colour ? 1 : 0;
    view.size = {extent(rows + 1), extent(rows), rows == 1 ? extent(0) : 1};
    view.iStride = strides[first + rows + 1];
    view.jStride = strides[first + rows];
    if (rows == 1) view.kStride = strides[first];
    if (colour) {
        view.channels = extent(2);
        view.channelStride = strides[2];
    }
    return view;
}

/// Reads arrays in Fortran order. Gathers the values of 16 slices at a time, so that each cache line of the mapped file
/// is fetched once.
class StridedSource final : public PixelSource {
public:
    StridedSource(ByteSourcePtr source, NpyHeader header, ArrayView view)
        : source_(std::move(source)), header_(std::move(header)), view_(view) {}

    void read(Volume& into, std::span<const int> slices, const SliceCallback& onSlice,
              std::stop_token stop) const override {
        const std::uint64_t bytes = bytesOf(header_.type) * static_cast<std::uint64_t>(view_.size[0]) *
                                    static_cast<std::uint64_t>(view_.size[1]) *
                                    static_cast<std::uint64_t>(view_.size[2]);
        const ByteView mapped = source_->view({header_.dataOffset, bytes});
        const std::byte* values = mapped.bytes.data();
        constexpr int kTogether = 16;
        std::vector<std::vector<int>> blocks(static_cast<std::size_t>(view_.size[2] / kTogether + 1));
        for (const int k : slices)
            blocks[static_cast<std::size_t>(k / kTogether)].push_back(k);
        for (const int urgent : slices) {
            const std::vector<int> block = std::exchange(blocks[static_cast<std::size_t>(urgent / kTogether)], {});
            if (block.empty()) continue;
            for (int j = 0; j < view_.size[1]; ++j) {
                if (stop.stop_requested()) throw Cancelled();
                for (const int k : block)
                    gatherRow(values, into, j, k);
            }
            for (const int k : block) {
                into.markReady(k);
                if (onSlice) onSlice(into.readyCount(), view_.size[2]);
            }
        }
    }

private:
    void gatherRow(const std::byte* values, Volume& into, int j, int k) const {
        const std::uint64_t at =
            static_cast<std::uint64_t>(j) * view_.jStride + static_cast<std::uint64_t>(k) * view_.kStride;
        const std::size_t rowBytes = static_cast<std::size_t>(view_.size[0]) * viewer::bytesOf(into.type());
        convertVoxels(values + at * bytesOf(header_.type), view_.iStride, static_cast<std::size_t>(view_.size[0]),
                      header_.type, header_.swapped,
                      into.writableSlice(k).data() + static_cast<std::size_t>(j) * rowBytes);
    }

    ByteSourcePtr source_;
    NpyHeader header_;
    ArrayView view_;
};

/// Reads colour pictures of any type as 8-bit RGB. Booleans become 0 or 255. Integers are clipped to 0..255.
/// Floating-point values have the range 0..1, or 0..255 if any of them is above 1 (Matplotlib's rule, which has only
/// the first of these ranges).
class ColourSource final : public PixelSource {
public:
    ColourSource(ByteSourcePtr source, NpyHeader header, ArrayView view)
        : source_(std::move(source)), header_(std::move(header)), view_(view) {}

    void read(Volume& into, std::span<const int>, const SliceCallback& onSlice, std::stop_token stop) const override {
        const std::uint64_t count = static_cast<std::uint64_t>(view_.channels) *
                                    static_cast<std::uint64_t>(view_.size[0]) *
                                    static_cast<std::uint64_t>(view_.size[1]);
        const ByteView mapped = source_->view({header_.dataOffset, count * bytesOf(header_.type)});
        const std::byte* values = mapped.bytes.data();
        const double scale = scaleOf(values, stop);
        const std::span<std::byte> to = into.writableSlice(0);
        std::size_t at = 0;
        forRows(values, stop, [&](const std::vector<double>& row) {
            for (const double value : row) {
                const double level = std::isnan(value) ? 0.0 : std::clamp(value * scale, 0.0, 255.0);
                to[at++] = static_cast<std::byte>(static_cast<unsigned char>(level));
            }
        });
        into.markReady(0);
        if (onSlice) onSlice(1, 1);
    }

private:
    double scaleOf(const std::byte* values, std::stop_token stop) const {
        if (header_.type == VoxelType::boolean) return 255.0;
        const bool floating = header_.type == VoxelType::float16 || header_.type == VoxelType::float32 ||
                              header_.type == VoxelType::float64;
        if (!floating) return 1.0;
        double largest = 0;
        forRows(values, stop, [&](const std::vector<double>& row) {
            for (const double value : row) {
                if (std::isfinite(value)) largest = std::max(largest, value);
            }
        });
        return largest > 1.0 ? 1.0 : 255.0;
    }

    /// Calls `use` with the values of each row: red, green, blue, red, ...
    template <typename Use>
    void forRows(const std::byte* values, std::stop_token stop, const Use& use) const {
        const std::size_t width = static_cast<std::size_t>(view_.size[0]);
        const std::size_t bytes = bytesOf(header_.type);
        std::vector<double> row(width * 3);
        std::vector<std::byte> plane(width * sizeof(double));
        for (std::uint64_t j = 0; j < static_cast<std::uint64_t>(view_.size[1]); ++j) {
            if (stop.stop_requested()) throw Cancelled();
            for (std::size_t channel = 0; channel < 3; ++channel) {
                convertVoxels(values + (j * view_.jStride + channel * view_.channelStride) * bytes, view_.iStride,
                              width, header_.type, header_.swapped, plane.data());
                for (std::size_t i = 0; i < width; ++i)
                    row[i * 3 + channel] = valueAt(plane, i);
            }
            use(row);
        }
    }

    double valueAt(const std::vector<std::byte>& plane, std::size_t i) const {
        const auto as = [&]<typename T>(T value) {
            std::memcpy(&value, plane.data() + i * sizeof(T), sizeof(T));
            return static_cast<double>(value);
        };
        switch (scalarTypeOf(header_.type)) {
            case ScalarType::uint8:
                return as(std::uint8_t{});
            case ScalarType::int8:
                return as(std::int8_t{});
            case ScalarType::uint16:
                return as(std::uint16_t{});
            case ScalarType::int16:
                return as(std::int16_t{});
            case ScalarType::uint32:
                return as(std::uint32_t{});
            case ScalarType::int32:
                return as(std::int32_t{});
            case ScalarType::float32:
                return as(float{});
            case ScalarType::float64:
                return as(double{});
        }
        return 0.0;
    }

    ByteSourcePtr source_;
    NpyHeader header_;
    ArrayView view_;
};

}  // namespace

bool isNpy(const ByteSourcePtr&, FileStart start) {
    return hasAt(start, 0, "\x93NUMPY");
}

std::vector<Series> readNpy(const ByteSourcePtr& source) {
    const NpyHeader header = parseNpyHeader(source->start(kNpyHeaderLimit), source->name());
    const ArrayView view = viewOf(*source, header);
    RawLayout layout;
    layout.source = source;
    layout.offset = header.dataOffset;
    layout.type = header.type;
    layout.swapped = header.swapped;
    layout.fileComponents = view.channels;
    checkLength(layout, view.size);

    Series series;
    series.format = "NPY";
    series.description.words = source->fileName();
    series.files = {source->name()};
    ImageInfo image;
    image.geometry.size = view.size;
    if (view.channels > 1) {
        image.components = 3;
        const bool plain = header.type == VoxelType::uint8 && !header.fortranOrder;
        series.source = plain ? rawVoxelSource(layout) : std::make_shared<ColourSource>(source, header, view);
        if (header.type != VoxelType::uint8) series.notes.push_back({"npy.colours_converted", {}});
    } else {
        image.type = scalarTypeOf(header.type);
        if (image.geometry.size[2] == 1 && image.type == ScalarType::uint8) {
            image.windows = {{"Whole range", windowOfRange(0, header.type == VoxelType::boolean ? 1 : 255)}};
        }
        series.source =
            header.fortranOrder ? std::make_shared<StridedSource>(source, header, view) : rawVoxelSource(layout);
    }
    series.info = volumeOrPicture(std::move(image));
    return {std::move(series)};
}

}  // namespace fleming::viewer
