#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/fault.h"
#include "viewer/io/readers.h"
#include "viewer/io/volumes/nifti_header.h"
#include "viewer/io/volumes/raw_voxels.h"

#include <array>
#include <cmath>
#include <limits>

namespace fleming::viewer {

namespace {

bool isGzip(const std::filesystem::path& file) {
    const std::vector<std::byte> start = firstBytes(file, 3);
    return start.size() == 3 && start[0] == std::byte{0x1f} && start[1] == std::byte{0x8b} && start[2] == std::byte{8};
}

NiftiHeader readHeader(const std::filesystem::path& file, bool compressed) {
    ByteStream stream(file, 0, compressed);
    std::vector<std::byte> bytes(kNiftiHeaderBytes);
    bytes.resize(stream.readSome(bytes));
    const std::optional<NiftiHeader> header = parseNiftiHeader(bytes);
    if (!header) fail(file, "has no valid NIfTI header");
    return *header;
}

/// The file with the voxels of a header without: the same name with .img or .img.gz.
std::filesystem::path imageOf(const std::filesystem::path& header) {
    std::filesystem::path stem = header;
    if (stem.extension() == ".gz" || stem.extension() == ".GZ") stem.replace_extension();
    if (stem.extension() == ".hdr" || stem.extension() == ".HDR") stem.replace_extension();
    for (const char* ending : {".img", ".img.gz", ".IMG", ".IMG.GZ"}) {
        const std::filesystem::path candidate = stem.string() + ending;
        std::error_code error;
        if (std::filesystem::is_regular_file(candidate, error)) return candidate;
    }
    fail(header, "is the header of a pair, but " + stem.filename().string() + ".img is not in the same folder");
}

struct Voxels {
    VoxelType type;
    int fileComponents = 1;
    int components = 1;
};

Voxels voxelsOf(const std::filesystem::path& file, int datatype) {
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
            fail(file, "holds one-bit voxels, which are not supported");
        case 32:
        case 1792:
        case 2048:
            fail(file, "holds complex numbers; save their magnitude or phase as a volume of its own");
        case 1536:
            fail(file, "holds 128-bit floating-point numbers, which are not supported");
        default:
            fail(file, "has an unknown data type (" + std::to_string(datatype) + ")");
    }
}

/// Sizes along i, j, k, and the volumes that the further dimensions count.
std::pair<Index3, std::int64_t> sizesOf(const std::filesystem::path& file, const NiftiHeader& header) {
    if (header.dim[0] < 1 || header.dim[0] > 7) fail(file, "has an impossible number of dimensions in its header");
    Index3 size{1, 1, 1};
    std::int64_t volumes = 1;
    for (std::size_t n = 1; n <= static_cast<std::size_t>(header.dim[0]); ++n) {
        // Some programs write 0 for a further dimension that is not used.
        const std::int64_t extent = header.dim[n] == 0 && n > 2 ? 1 : header.dim[n];
        if (extent < 1 || extent > std::numeric_limits<int>::max()) fail(file, "has an impossible size in its header");
        if (n <= 3) size[n - 1] = static_cast<int>(extent);
        if (n > 3 && (__builtin_mul_overflow(volumes, extent, &volumes) || volumes > 100'000)) {
            fail(file, "declares more than 100000 volumes");
        }
    }
    if ((size[0] > 1) + (size[1] > 1) + (size[2] > 1) < 2) fail(file, "contains no image, only a row of values");
    return {size, volumes};
}

std::uint64_t voxelOffset(const std::filesystem::path& file, const NiftiHeader& header) {
    const double offset = header.voxOffset;
    if (!std::isfinite(offset) || offset < 0 || offset > 1e15) fail(file, "has an impossible offset in its header");
    if (header.pair) return static_cast<std::uint64_t>(offset);
    const std::uint64_t least = header.format == NiftiHeader::Format::nifti2 ? 544 : 352;
    return std::max(least, static_cast<std::uint64_t>(offset));
}

void describeValues(const NiftiHeader& header, Series& series) {
    if (series.components != 1) return;
    if (header.slope != 0 && std::isfinite(header.slope) && std::isfinite(header.intercept)) {
        series.rescale = {header.slope, header.intercept};
    }
    if (std::isfinite(header.calMin) && std::isfinite(header.calMax) && header.calMax > header.calMin) {
        series.windows = {windowOfRange(header.calMin, header.calMax)};
        series.windowNames = {"File"};
    }
}

}  // namespace

std::vector<Series> readNifti(const std::filesystem::path& file) {
    const bool compressedHeader = isGzip(file);
    const NiftiHeader header = readHeader(file, compressedHeader);
    const auto [size, volumes] = sizesOf(file, header);
    const Voxels voxels = voxelsOf(file, header.datatype);

    RawLayout layout;
    layout.file = header.pair ? imageOf(file) : file;
    layout.compressed = header.pair ? isGzip(layout.file) : compressedHeader;
    layout.type = voxels.type;
    layout.swapped = header.swapped;
    layout.fileComponents = voxels.fileComponents;
    const NiftiPlace place = niftiPlace(header, size);
    layout.slicesReversed = place.slicesReversed;
    const std::uint64_t offset = voxelOffset(file, header);
    (layout.compressed ? layout.skip : layout.offset) = offset;
    const std::uint64_t bytes = layoutBytes(layout, size);

    std::vector<Series> result;
    for (std::int64_t volume = 0; volume < volumes; ++volume) {
        std::uint64_t before = 0;
        if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(volume), &before) ||
            before > (std::uint64_t{1} << 62)) {
            fail(file, "has an impossible size in its header");
        }
        (layout.compressed ? layout.skip : layout.offset) = offset + before;
        checkLength(layout, size);
        Series series;
        series.kind = size[2] > 1 ? SeriesKind::volume : SeriesKind::picture;
        series.format = toString(header.format);
        series.description = file.filename().string();
        if (volumes > 1) {
            const char* word = volumes == std::max<std::int64_t>(1, header.dim[4]) ? "time point " : "volume ";
            series.description +=
                std::string(", ") + word + std::to_string(volume + 1) + " of " + std::to_string(volumes);
        }
        series.files = {file};
        if (header.pair) series.files.push_back(layout.file);
        if (!place.note.empty()) series.notes.push_back(place.note);
        series.geometry = place.geometry;
        series.type = scalarTypeOf(voxels.type);
        series.components = voxels.components;
        describeValues(header, series);
        series.source = rawVoxelSource(layout);
        result.push_back(std::move(series));
    }
    if (layout.compressed) checkGzipEnd(layout.file, layout.skip + bytes);
    return result;
}

}  // namespace fleming::viewer
