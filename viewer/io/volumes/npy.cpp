#include "base/mapped_file.h"
#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/fault.h"
#include "viewer/io/readers.h"
#include "viewer/io/volumes/npy_header.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace fleming::viewer {

namespace {

/// How an array is looked at: values from voxel to voxel, in values.
struct ArrayView {
    Index3 size{1, 1, 1};
    int channels = 1;  ///< 3: colours
    std::uint64_t iStride = 0, jStride = 0, kStride = 0, channelStride = 0;
};

std::string shapeText(const std::vector<std::uint64_t>& shape) {
    std::string text = "(";
    for (const std::uint64_t extent : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(extent);
    return text + ")";
}

/// (H, W), (H, W, 3) colours, (D, H, W), (1, D, H, W). Throws Error on any other shape.
ArrayView viewOf(const std::filesystem::path& file, const NpyHeader& header) {
    const std::vector<std::uint64_t>& shape = header.shape;
    std::vector<std::uint64_t> strides(shape.size());
    std::uint64_t count = 1;
    for (std::size_t n = 0; n < shape.size(); ++n) {
        const std::size_t axis = header.fortranOrder ? n : shape.size() - 1 - n;
        strides[axis] = count;
        if (shape[axis] == 0) fail(file, "holds no values: its shape is " + shapeText(shape));
        if (shape[axis] > std::numeric_limits<int>::max() || __builtin_mul_overflow(count, shape[axis], &count) ||
            count > (std::uint64_t{1} << 58)) {
            fail(file, "declares an impossible size: its shape is " + shapeText(shape));
        }
    }
    const std::size_t first = shape.size() == 4 && shape[0] == 1 ? 1 : 0;
    const std::size_t axes = shape.size() - first;
    if (axes != 2 && axes != 3) {
        fail(file,
             "has the shape " + shapeText(shape) + "; (H, W), (H, W, 3), (D, H, W) and (1, D, H, W) can be opened");
    }
    const auto extent = [&](std::size_t n) { return static_cast<int>(shape[first + n]); };
    ArrayView view;
    // Nobody has slices 3 columns wide: such a last axis is red, green and blue, as it is for imaging libraries.
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

/// Arrays in Fortran order: values are gathered from the mapped file, some slices at a time so that each of its memory
/// lines is fetched but once.
class StridedSource final : public PixelSource {
public:
    StridedSource(std::filesystem::path file, NpyHeader header, ArrayView view)
        : file_(std::move(file)), header_(std::move(header)), view_(view) {}

    void read(Volume& into, int first, const SliceCallback& onSlice, std::stop_token stop) const override {
        const MappedFile file(file_);
        const std::uint64_t bytes = bytesOf(header_.type) * static_cast<std::uint64_t>(into.geometry().size[0]) *
                                    static_cast<std::uint64_t>(into.geometry().size[1]) *
                                    static_cast<std::uint64_t>(into.geometry().size[2]);
        if (file.bytes().size() < header_.dataOffset || file.bytes().size() - header_.dataOffset < bytes) {
            fail(file_, "is cut short");
        }
        const std::byte* values = file.bytes().data() + header_.dataOffset;
        constexpr int kTogether = 16;
        const int slices = view_.size[2];
        const int blocks = (slices + kTogether - 1) / kTogether;
        for (int step = 0; step < blocks; ++step) {
            const int block = (std::clamp(first, 0, slices - 1) / kTogether + step) % blocks;
            const int end = std::min(slices, (block + 1) * kTogether);
            for (int j = 0; j < view_.size[1]; ++j) {
                if (stop.stop_requested()) throw Cancelled();
                for (int k = block * kTogether; k < end; ++k)
                    gatherRow(values, into, j, k);
            }
            for (int k = block * kTogether; k < end; ++k) {
                into.markReady(k);
                if (onSlice) onSlice(into.readyCount(), slices);
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

    std::filesystem::path file_;
    NpyHeader header_;
    ArrayView view_;
};

/// A colour picture of any type, as 8-bit RGB. Booleans are 0 or 255; integers are clipped to 0..255; floating-point
/// values run from 0 to 1, or from 0 to 255 where any is above 1. (Matplotlib's rule, but for the last clause.)
class ColourSource final : public PixelSource {
public:
    ColourSource(std::filesystem::path file, NpyHeader header, ArrayView view)
        : file_(std::move(file)), header_(std::move(header)), view_(view) {}

    void read(Volume& into, int, const SliceCallback& onSlice, std::stop_token stop) const override {
        const MappedFile file(file_);
        const double scale = scaleOf(file, stop);
        const std::span<std::byte> to = into.writableSlice(0);
        std::size_t at = 0;
        forRows(file, stop, [&](const std::vector<double>& row) {
            for (const double value : row) {
                const double level = std::isnan(value) ? 0.0 : std::clamp(value * scale, 0.0, 255.0);
                to[at++] = static_cast<std::byte>(static_cast<unsigned char>(level));
            }
        });
        into.markReady(0);
        if (onSlice) onSlice(1, 1);
    }

private:
    double scaleOf(const MappedFile& file, std::stop_token stop) const {
        if (header_.type == VoxelType::boolean) return 255.0;
        const bool floating = header_.type == VoxelType::float16 || header_.type == VoxelType::float32 ||
                              header_.type == VoxelType::float64;
        if (!floating) return 1.0;
        double largest = 0;
        forRows(file, stop, [&](const std::vector<double>& row) {
            for (const double value : row) {
                if (std::isfinite(value)) largest = std::max(largest, value);
            }
        });
        return largest > 1.0 ? 1.0 : 255.0;
    }

    /// Calls `use` with each row's red, green, blue, red, ... values.
    template <typename Use>
    void forRows(const MappedFile& file, std::stop_token stop, const Use& use) const {
        const std::size_t width = static_cast<std::size_t>(view_.size[0]);
        const std::size_t bytes = bytesOf(header_.type);
        const std::uint64_t all =
            static_cast<std::uint64_t>(view_.channels) * width * static_cast<std::size_t>(view_.size[1]);
        if (file.bytes().size() < header_.dataOffset || file.bytes().size() - header_.dataOffset < all * bytes) {
            fail(file_, "is cut short");
        }
        const std::byte* values = file.bytes().data() + header_.dataOffset;
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

    std::filesystem::path file_;
    NpyHeader header_;
    ArrayView view_;
};

NpyHeader readHeader(const std::filesystem::path& file) {
    try {
        return parseNpyHeader(firstBytes(file, kNpyHeaderLimit));
    } catch (const Error& error) {
        throw Error(file.string() + ": " + reasonOf(file, error));
    }
}

}  // namespace

std::vector<Series> readNpy(const std::filesystem::path& file) {
    const NpyHeader header = readHeader(file);
    const ArrayView view = viewOf(file, header);
    RawLayout layout;
    layout.file = file;
    layout.offset = header.dataOffset;
    layout.type = header.type;
    layout.swapped = header.swapped;
    layout.fileComponents = view.channels;
    checkLength(layout, view.size);

    Series series;
    series.kind = view.size[2] > 1 ? SeriesKind::volume : SeriesKind::picture;
    series.format = "NPY";
    series.description = file.filename().string();
    series.files = {file};
    series.geometry.size = view.size;
    if (view.channels > 1) {
        series.components = 3;
        const bool plain = header.type == VoxelType::uint8 && !header.fortranOrder;
        series.source = plain ? rawVoxelSource(layout) : std::make_shared<ColourSource>(file, header, view);
        if (header.type != VoxelType::uint8) series.notes.push_back("The colour values were converted to 8 bits.");
    } else {
        series.type = scalarTypeOf(header.type);
        series.flemingVolume = series.kind == SeriesKind::volume;
        if (series.kind == SeriesKind::picture && series.type == ScalarType::uint8) {
            series.windows = {windowOfRange(0, header.type == VoxelType::boolean ? 1 : 255)};
            series.windowNames = {"Whole range"};
        }
        series.source =
            header.fortranOrder ? std::make_shared<StridedSource>(file, header, view) : rawVoxelSource(layout);
    }
    return {std::move(series)};
}

}  // namespace fleming::viewer
