#include "viewer/io/volumes/nifti.h"

#include "base/error.h"
#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/volumes/nifti_header.h"
#include "viewer/io/volumes/raw_voxels.h"

#include <array>
#include <cmath>
#include <limits>

namespace fleming::viewer {

namespace {

bool isGzip(FileStart start) {
    return hasAt(start, 0, "\x1f\x8b\x08");
}

/// Returns the first bytes of `source`, inflated if `compressed`.
std::vector<std::byte> headerBytes(const ByteSourcePtr& source, bool compressed) {
    if (!compressed) return source->start(kNiftiHeaderBytes);
    std::vector<std::byte> bytes(kNiftiHeaderBytes);
    bytes.resize(ByteStream(source, 0, true).readSome(bytes));
    return bytes;
}

/// Returns the source with the voxels of a pair: the same name with .img or .img.gz.
ByteSourcePtr imageOf(const ByteSource& header) {
    std::filesystem::path stem = header.fileName();
    if (stem.extension() == ".gz" || stem.extension() == ".GZ") stem.replace_extension();
    if (stem.extension() == ".hdr" || stem.extension() == ".HDR") stem.replace_extension();
    for (const char* ending : {".img", ".img.gz", ".IMG", ".IMG.GZ"}) {
        if (ByteSourcePtr image = header.sibling(stem.string() + ending, ByteSource::Links::followed)) return image;
    }
    throw Error("nifti.no_image_file", header.name(), {stem.string() + ".img"});
}

/// The type of the voxels in the file, and how many of its components the series has.
struct Voxels {
    VoxelType type;
    int fileComponents = 1;
    int components = 1;
};

/// Returns the type of a NIfTI datatype code (nifti1.h).
Voxels voxelsOf(const ByteSource& source, int datatype) {
    switch (datatype) {
        case 2:
            return {VoxelType::uint8};
        case 4:
            return {VoxelType::int16};
        case 8:
            return {VoxelType::int32};
        case 16:
            return {VoxelType::float32};
        case 64:
            return {VoxelType::float64};
        case 128:
            return {VoxelType::uint8, 3, 3};
        case 256:
            return {VoxelType::int8};
        case 512:
            return {VoxelType::uint16};
        case 768:
            return {VoxelType::uint32};
        case 1024:
            return {VoxelType::int64};
        case 1280:
            return {VoxelType::uint64};
        case 2304:
            return {VoxelType::uint8, 4, 3};
        case 1:
            throw Error("nifti.one_bit_voxels", source.name());
        case 32:
        case 1792:
        case 2048:
            throw Error("nifti.complex", source.name());
        case 1536:
            throw Error("nifti.float128", source.name());
        default:
            throw Error("nifti.unknown_type", source.name(), {std::to_string(datatype)});
    }
}

/// Returns the size along i, j, k, and the number of volumes: the product of the further dimensions.
std::pair<Index3, std::int64_t> sizesOf(const ByteSource& source, const NiftiHeader& header) {
    if (header.dim[0] < 1 || header.dim[0] > 7)
        throw Error("nifti.impossible_dimensions", source.name(), {std::to_string(header.dim[0])});
    Index3 size{1, 1, 1};
    std::int64_t volumes = 1;
    for (std::size_t n = 1; n <= static_cast<std::size_t>(header.dim[0]); ++n) {
        // Some programs write 0 for a dimension that they do not use.
        const std::int64_t extent = header.dim[n] == 0 && n > 2 ? 1 : header.dim[n];
        if (extent < 1 || extent > std::numeric_limits<int>::max())
            throw Error("volume.impossible_size", source.name());
        if (n <= 3) size[n - 1] = static_cast<int>(extent);
        if (n > 3 && (__builtin_mul_overflow(volumes, extent, &volumes) || volumes > 100'000)) {
            throw Error("volume.too_many_volumes", source.name(), {"100000"});
        }
    }
    if ((size[0] > 1) + (size[1] > 1) + (size[2] > 1) < 2) throw Error("nifti.no_image", source.name());
    return {size, volumes};
}

/// Returns the offset of the first voxel in bytes.
std::uint64_t voxelOffset(const ByteSource& source, const NiftiHeader& header) {
    const double offset = header.voxOffset;
    if (!std::isfinite(offset) || offset < 0 || offset > 1e15) throw Error("nifti.impossible_offset", source.name());
    if (header.pair) return static_cast<std::uint64_t>(offset);
    const std::uint64_t least = header.format == NiftiHeader::Format::nifti2 ? 544 : 352;
    return std::max(least, static_cast<std::uint64_t>(offset));
}

void describeValues(const NiftiHeader& header, ImageInfo& image) {
    constexpr int kIntentLabel = 1002;  // NIFTI_INTENT_LABEL in nifti1.h
    if (image.components != 1) return;
    image.labels = header.intentCode == kIntentLabel;
    if (header.slope != 0 && std::isfinite(header.slope) && std::isfinite(header.intercept)) {
        image.rescale = {header.slope, header.intercept};
    }
    if (std::isfinite(header.calMin) && std::isfinite(header.calMax) && header.calMax > header.calMin) {
        image.windows = {{"File", windowOfRange(header.calMin, header.calMax)}};
    }
}

}  // namespace

bool isNifti(const ByteSourcePtr& source, FileStart start) {
    if (!isGzip(start)) return parseNiftiHeader(start).has_value();
    try {
        return parseNiftiHeader(headerBytes(source, true)).has_value();
    } catch (const Error&) {
        return false;
    }
}

ByteSourcePtr niftiHeaderOf(const ByteSource& image) {
    for (std::filesystem::path stem = image.fileName(); stem.has_extension(); stem.replace_extension()) {
        for (const char* ending : {".hdr", ".HDR", ".hdr.gz"}) {
            std::filesystem::path name = stem;
            name.replace_extension(ending);
            if (name == image.fileName()) continue;
            ByteSourcePtr header = image.sibling(name, ByteSource::Links::followed);
            if (header && isNifti(header, header->start(kFileStartBytes))) return header;
        }
        if (stem.extension() != ".gz") break;
    }
    return nullptr;
}

std::vector<Series> readNifti(const ByteSourcePtr& source) {
    const bool compressedHeader = isGzip(source->start(3));
    const std::optional<NiftiHeader> parsed = parseNiftiHeader(headerBytes(source, compressedHeader));
    if (!parsed) throw Error("nifti.damaged_header", source->name());
    const NiftiHeader& header = *parsed;
    const auto [size, volumes] = sizesOf(*source, header);
    const Voxels voxels = voxelsOf(*source, header.datatype);

    RawLayout layout;
    layout.source = header.pair ? imageOf(*source) : source;
    layout.compressed = header.pair ? isGzip(layout.source->start(3)) : compressedHeader;
    layout.type = voxels.type;
    layout.swapped = header.swapped;
    layout.fileComponents = voxels.fileComponents;
    const NiftiPlace place = niftiPlace(header, size);
    layout.slicesReversed = place.slicesReversed;
    const std::uint64_t offset = voxelOffset(*source, header);
    (layout.compressed ? layout.skip : layout.offset) = offset;
    const std::uint64_t bytes = layoutBytes(layout, size);

    std::vector<Series> result;
    for (std::int64_t volume = 0; volume < volumes; ++volume) {
        std::uint64_t before = 0;
        if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(volume), &before) ||
            before > (std::uint64_t{1} << 62)) {
            throw Error("volume.impossible_size", source->name());
        }
        (layout.compressed ? layout.skip : layout.offset) = offset + before;
        checkLength(layout, size);
        Series series;
        series.format = toString(header.format);
        series.description.words = source->fileName();
        if (volumes > 1) {
            const bool time = volumes == std::max<std::int64_t>(1, header.dim[4]);
            series.description.parts = {{time ? SeriesPartKind::timePoint : SeriesPartKind::volume,
                                         std::to_string(volume + 1), static_cast<int>(volumes)}};
        }
        series.files = {source->name()};
        if (header.pair) series.files.push_back(layout.source->name());
        if (place.note) series.notes.push_back(*place.note);
        ImageInfo image;
        image.geometry = place.geometry;
        image.type = scalarTypeOf(voxels.type);
        image.components = voxels.components;
        describeValues(header, image);
        series.info = volumeOrPicture(std::move(image));
        series.source = rawVoxelSource(layout);
        result.push_back(std::move(series));
    }
    if (layout.compressed) checkGzipEnd(layout.source, layout.skip + bytes);
    return result;
}

}  // namespace fleming::viewer
