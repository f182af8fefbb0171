#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/fault.h"
#include "viewer/io/readers.h"
#include "viewer/io/volumes/orientation.h"
#include "viewer/io/volumes/raw_voxels.h"
#include "viewer/io/volumes/text_header.h"

#include <itkMetaImageIO.h>
#include <itkNrrdImageIO.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <mutex>

namespace fleming::viewer {

namespace {

namespace fs = std::filesystem;

/// ITK's NRRD library keeps its messages in one global place.
std::mutex& itkMutex() {
    static std::mutex mutex;
    return mutex;
}

itk::ImageIOBase::Pointer makeReader(const TextHeader& header) {
    if (header.nrrd) return itk::NrrdImageIO::New().GetPointer();
    return itk::MetaImageIO::New().GetPointer();
}

/// Sizes as the text has them, checked before ITK sees the file. Returns all of them.
std::vector<std::int64_t> checkSizes(const fs::path& file, const TextHeader& header) {
    const std::vector<std::int64_t> sizes = header.numbers({header.nrrd ? "sizes" : "DimSize"});
    const std::vector<std::int64_t> dimension = header.numbers({header.nrrd ? "dimension" : "NDims"});
    if (sizes.empty() || dimension != std::vector{static_cast<std::int64_t>(sizes.size())}) {
        fail(file, "has a damaged header: dimensions and sizes do not agree");
    }
    if (!header.has(header.nrrd ? "type" : "ElementType")) fail(file, "does not specify the type of its voxels");
    if (sizes.size() < 2 || sizes.size() > 5) {
        fail(file, "has " + std::to_string(sizes.size()) + " dimensions; 2 to 5 can be opened");
    }
    for (const std::int64_t size : sizes) {
        if (size < 1 || size > std::numeric_limits<int>::max()) fail(file, "has an impossible size in its header");
    }
    return sizes;
}

/// The file that a detached header names. Only files inside the header's folder are taken.
fs::path dataFileOf(const fs::path& file, const std::string& name) {
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(fs::absolute(file).parent_path(), error);
    const fs::path data = fs::weakly_canonical(folder / name, error);
    const fs::path inside = data.lexically_relative(folder);
    if (error || inside.empty() || *inside.begin() == "..") fail(file, "names a data file outside its own folder");
    if (!fs::is_regular_file(data, error)) fail(file, "needs the data file " + inside.string() + ", which is missing");
    return file.parent_path() / inside;
}

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isTrue(const std::string& value) {
    return !value.empty() && (value[0] == 'T' || value[0] == 't' || value[0] == '1');
}

/// Bytes of `file` up to the end of its `lines`-th line from `offset` on.
std::uint64_t afterLines(const fs::path& file, std::uint64_t offset, std::int64_t lines) {
    if (lines <= 0) return offset;
    std::vector<std::byte> text(std::size_t{1} << 20);
    ByteStream stream(file, offset, false);
    text.resize(stream.readSome(text));
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] == std::byte{'\n'} && --lines == 0) return offset + n + 1;
    }
    fail(file, "has fewer lines before its voxels than its header says");
}

/// How the voxels are stored; `text`: in a form that we leave to ITK (numbers as text, bzip2).
struct Storage {
    RawLayout layout;
    bool text = false;
    bool fromEnd = false;  ///< the voxels are the file's last bytes
};

Storage nrrdStorage(const fs::path& file, const TextHeader& header) {
    Storage storage;
    RawLayout& layout = storage.layout;
    const std::string data = header.value({"datafile"});
    if (data.starts_with("LIST") || data.find('%') != std::string::npos) {
        fail(file, "stores its slices in separate files, which is not supported; save it as one file");
    }
    layout.file = data.empty() ? file : dataFileOf(file, data);
    const std::string encoding = lowerCase(header.value({"encoding"}));
    layout.compressed = encoding == "gzip" || encoding == "gz";
    storage.text = !layout.compressed && encoding != "raw";
    layout.swapped =
        lowerCase(header.value({"endian"})) == (std::endian::native == std::endian::little ? "big" : "little");
    const auto skipOf = [&](const char* name) {
        const std::vector<std::int64_t> value = header.numbers({name});
        return value.size() == 1 ? value[0] : 0;
    };
    const std::int64_t lines = skipOf("lineskip"), bytes = skipOf("byteskip");
    layout.offset = afterLines(layout.file, data.empty() ? header.end : 0, lines);
    if (bytes == -1 && !layout.compressed) {
        storage.fromEnd = true;
    } else if (bytes < 0) {
        fail(file, "has an impossible byte skip in its header");
    } else {
        (layout.compressed ? layout.skip : layout.offset) += static_cast<std::uint64_t>(bytes);
    }
    return storage;
}

Storage metaStorage(const fs::path& file, const TextHeader& header) {
    Storage storage;
    RawLayout& layout = storage.layout;
    const std::string data = header.value({"ElementDataFile"});
    const bool local = lowerCase(data) == "local";
    if (data.starts_with("LIST") || data.find('%') != std::string::npos || data.find(' ') != std::string::npos) {
        std::error_code error;
        if (data.find(' ') == std::string::npos || !fs::is_regular_file(file.parent_path() / data, error)) {
            fail(file, "stores its slices in separate files, which is not supported; save it as one file");
        }
    }
    layout.file = local ? file : dataFileOf(file, data);
    layout.offset = local ? header.end : 0;
    layout.compressed = isTrue(header.value({"CompressedData"}));
    storage.text = header.has("BinaryData") && !isTrue(header.value({"BinaryData"}));
    const bool big = isTrue(header.value({"BinaryDataByteOrderMSB", "ElementByteOrderMSB"}));
    layout.swapped = big == (std::endian::native == std::endian::little);
    const std::vector<std::int64_t> skip = header.numbers({"HeaderSize"});
    if (skip.size() == 1 && skip[0] == -1 && !layout.compressed) {
        storage.fromEnd = true;
    } else if (skip.size() == 1 && skip[0] > 0) {
        layout.offset += static_cast<std::uint64_t>(skip[0]);
    } else if (skip.size() == 1 && skip[0] < -1) {
        fail(file, "has an impossible header size");
    }
    return storage;
}

VoxelType voxelTypeOf(const fs::path& file, const itk::ImageIOBase& io) {
    using Component = itk::ImageIOBase::IOComponentEnum;
    const auto bytes = io.GetComponentSize();
    switch (io.GetComponentType()) {
        case Component::UCHAR:
            return VoxelType::uint8;
        case Component::CHAR:
            return VoxelType::int8;
        case Component::FLOAT:
            return VoxelType::float32;
        case Component::DOUBLE:
            return VoxelType::float64;
        case Component::USHORT:
        case Component::UINT:
        case Component::ULONG:
        case Component::ULONGLONG:
            return bytes == 2 ? VoxelType::uint16 : bytes == 4 ? VoxelType::uint32 : VoxelType::uint64;
        case Component::SHORT:
        case Component::INT:
        case Component::LONG:
        case Component::LONGLONG:
            return bytes == 2 ? VoxelType::int16 : bytes == 4 ? VoxelType::int32 : VoxelType::int64;
        default:
            fail(file, "has an unsupported voxel type");
    }
}

bool saysOrientation(const TextHeader& header) {
    if (header.nrrd) {
        const std::string space = lowerCase(header.value({"space"}));
        return space.starts_with("left-posterior-superior") || space.starts_with("right-anterior-superior") ||
               space.starts_with("left-anterior-superior") || space == "lps" || space == "ras" || space == "las" ||
               space == "lpst" || space == "rast" || space == "last";
    }
    const std::string letters = header.value({"AnatomicalOrientation"});
    return header.has("TransformMatrix") || header.has("Rotation") || header.has("Orientation") ||
           (!letters.empty() && letters.find('?') == std::string::npos);
}

/// Directions, spacing and origin as ITK has them (LPS); a note where something was amiss.
Orientation placeOf(const TextHeader& header, const itk::ImageIOBase& io, Series& series) {
    Geometry& geometry = series.geometry;
    const unsigned dimensions = std::min(io.GetNumberOfDimensions(), 3U);
    std::array<Vector3, 3> axes{Vector3{1, 0, 0}, Vector3{0, 1, 0}, Vector3{0, 0, 1}};
    Vector3 origin{0, 0, 0};
    geometry.spacingKnown = header.nrrd ? header.has("spacedirections") || header.has("spacings")
                                        : header.has("ElementSpacing") || header.has("ElementSize");
    for (unsigned a = 0; a < dimensions; ++a) {
        double step = std::abs(io.GetSpacing(a));
        if (!std::isfinite(step) || step <= 0) {
            step = 1;
            geometry.spacingKnown = false;
        }
        const std::vector<double> direction = io.GetDirection(a);
        for (unsigned c = 0; c < dimensions && c < direction.size(); ++c)
            axes[a][c] = direction[c] * step;
        origin[a] = io.GetOrigin(a);
    }
    if (dimensions == 2) axes[2] = cross(axes[0], axes[1]);
    if (dimensions == 2 && length(axes[2]) > 0) {
        const double norm = length(axes[2]);
        for (double& component : axes[2])
            component /= norm;
    }
    const Orientation found = orient(geometry, axes, origin);
    geometry.oriented = found.usable && saysOrientation(header);
    if (!found.usable) series.notes.push_back("The orientation in the file's header is not valid and was ignored.");
    if (found.skewed) {
        series.notes.push_back(
            "The volume's axes are not at right angles in the file; they are shown as if they were.");
    }
    if (!geometry.spacingKnown) series.notes.push_back("The file does not specify the voxel size.");
    return found;
}

/// Whole volumes through ITK, for encodings that we do not stream ourselves.
class ItkSource final : public PixelSource {
public:
    ItkSource(fs::path file, TextHeader header, bool slicesReversed)
        : file_(std::move(file)), header_(std::move(header)), slicesReversed_(slicesReversed) {}

    void read(Volume& into, int, const SliceCallback& onSlice, std::stop_token stop) const override {
        if (stop.stop_requested()) throw Cancelled();
        const int slices = into.geometry().size[2];
        try {
            const std::lock_guard lock(itkMutex());
            const itk::ImageIOBase::Pointer io = makeReader(header_);
            io->SetFileName(file_.string());
            io->ReadImageInformation();
            itk::ImageIORegion region(io->GetNumberOfDimensions());
            for (unsigned n = 0; n < io->GetNumberOfDimensions(); ++n)
                region.SetSize(n, io->GetDimensions(n));
            io->SetIORegion(region);
            if (static_cast<std::size_t>(io->GetImageSizeInBytes()) != into.data().size()) fail(file_, "has changed");
            io->Read(into.writableSlice(0).data());
        } catch (const itk::ExceptionObject&) {
            fail(file_, "has damaged voxels");
        }
        for (int k = 0; slicesReversed_ && k < slices - 1 - k; ++k) {
            const std::span<std::byte> other = into.writableSlice(slices - 1 - k);
            std::swap_ranges(other.begin(), other.end(), into.writableSlice(k).begin());
        }
        for (int k = 0; k < slices; ++k) {
            into.markReady(k);
            if (onSlice) onSlice(k + 1, slices);
        }
    }

private:
    fs::path file_;
    TextHeader header_;
    bool slicesReversed_;
};

/// stored * slope + offset, where a MetaImage has it.
Rescale rescaleOf(const TextHeader& header) {
    Rescale rescale;
    try {
        if (header.has("ElementToIntensityFunctionSlope"))
            rescale.slope = std::stod(header.value({"ElementToIntensityFunctionSlope"}));
        if (header.has("ElementToIntensityFunctionOffset"))
            rescale.intercept = std::stod(header.value({"ElementToIntensityFunctionOffset"}));
    } catch (const std::exception&) {
        return {};
    }
    return rescale.slope != 0 && std::isfinite(rescale.slope) && std::isfinite(rescale.intercept) ? rescale : Rescale{};
}

/// The sizes along i, j, k as ITK has them, and the volumes that the further dimensions count.
struct Extent {
    Index3 size{1, 1, 1};
    std::uint64_t volumes = 1;
};

Extent extentOf(const fs::path& file, const itk::ImageIOBase& io) {
    Extent extent;
    for (unsigned n = 0; n < io.GetNumberOfDimensions(); ++n) {
        const itk::SizeValueType size = io.GetDimensions(n);
        if (size < 1 || size > static_cast<itk::SizeValueType>(std::numeric_limits<int>::max())) {
            fail(file, "has an impossible size in its header");
        }
        if (n < 3) extent.size[n] = static_cast<int>(size);
        if (n >= 3 && (__builtin_mul_overflow(extent.volumes, size, &extent.volumes) || extent.volumes > 100'000)) {
            fail(file, "declares more than 100000 volumes");
        }
    }
    return extent;
}

/// Throws Error where the file's order is not ours: ITK turns arrays round whose components are not the first axis, and
/// leaves out values of some tensors.
void checkOrder(const fs::path& file, const TextHeader& header, const std::vector<std::int64_t>& sizes,
                const Extent& extent, int components) {
    std::vector<std::int64_t> ours;
    if (header.nrrd && components > 1) ours.push_back(components);
    const std::size_t first = ours.size();
    std::uint64_t further = 1;
    for (std::size_t n = first; n < sizes.size(); ++n) {
        if (n < first + 3) ours.push_back(extent.size[n - first]);
        if (n >= first + 3) further *= static_cast<std::uint64_t>(sizes[n]);
    }
    if (sizes.size() < ours.size() || further != extent.volumes ||
        !std::equal(ours.begin(), ours.end(), sizes.begin())) {
        fail(file, "stores the values of a voxel in an order that is not supported");
    }
}

/// Encodings left to ITK: one volume of a type that needs no change, and a file that can hold that many values (bzip2
/// of text included).
void checkText(const fs::path& file, const RawLayout& layout, const Extent& extent, bool colour) {
    const bool plain = extent.volumes == 1 && (layout.fileComponents == 1 || (colour && layout.fileComponents == 3)) &&
                       layout.type != VoxelType::int64 && layout.type != VoxelType::uint64;
    if (!plain) fail(file, "has an encoding that is supported only for plain volumes; save it as raw or gzip");
    constexpr std::uint64_t kMostValuesAByte = 2048;
    if (layoutBytes(layout, extent.size) / bytesOf(layout.type) / kMostValuesAByte > regularFileSize(layout.file)) {
        fail(file, "is cut short or its header is wrong");
    }
}

/// What all series of the file have in common.
Series commonSeries(const fs::path& file, const TextHeader& header, const itk::ImageIOBase& io, const Extent& extent,
                    RawLayout& layout, bool colour) {
    Series series;
    series.format = header.nrrd ? "NRRD" : "MetaImage";
    series.files = {file};
    if (layout.file != file) series.files.push_back(layout.file);
    series.kind = extent.size[2] > 1 ? SeriesKind::volume : SeriesKind::picture;
    series.geometry.size = extent.size;
    series.type = scalarTypeOf(layout.type);
    series.components = colour ? 3 : 1;
    if (!header.nrrd && !colour) series.rescale = rescaleOf(header);
    layout.slicesReversed = placeOf(header, io, series).slicesReversed;
    return series;
}

/// One series for each volume and, where they are no colours, each component.
std::vector<Series> seriesOf(const fs::path& file, const TextHeader& header, Storage storage,
                             const itk::ImageIOBase& io, const std::vector<std::int64_t>& sizes) {
    RawLayout& layout = storage.layout;
    const int components = static_cast<int>(io.GetNumberOfComponents());
    if (components < 1 || components > 4096) fail(file, "has an impossible number of values per voxel");
    layout.type = voxelTypeOf(file, io);
    layout.fileComponents = components;
    const bool colour = layout.type == VoxelType::uint8 && (components == 3 || components == 4);
    const Extent extent = extentOf(file, io);
    checkOrder(file, header, sizes, extent, components);
    if (storage.text) checkText(file, layout, extent, colour);
    const Series common = commonSeries(file, header, io, extent, layout, colour);

    const std::uint64_t bytes = layoutBytes(layout, extent.size);
    std::uint64_t all = 0;
    if (__builtin_mul_overflow(bytes, extent.volumes, &all)) fail(file, "has an impossible size in its header");
    if (storage.fromEnd) layout.offset = regularFileSize(layout.file) - std::min(regularFileSize(layout.file), all);

    std::vector<Series> result;
    const int parts = colour ? 1 : components;
    for (std::uint64_t volume = 0; volume < extent.volumes; ++volume) {
        RawLayout own = layout;
        (own.compressed ? own.skip : own.offset) += bytes * volume;
        if (!storage.text) checkLength(own, extent.size);
        for (own.firstComponent = 0; own.firstComponent < parts; ++own.firstComponent) {
            Series series = common;
            series.description = file.filename().string();
            const auto add = [&](const char* word, std::uint64_t n, std::uint64_t count) {
                if (count > 1) series.description += word + std::to_string(n + 1) + " of " + std::to_string(count);
            };
            add(", time point ", volume, extent.volumes);
            add(", component ", static_cast<std::uint64_t>(own.firstComponent), static_cast<std::uint64_t>(parts));
            if (storage.text) {
                series.source = std::make_shared<ItkSource>(file, header, own.slicesReversed);
            } else {
                series.source = rawVoxelSource(own);
            }
            result.push_back(std::move(series));
        }
    }
    return result;
}

}  // namespace

std::vector<Series> readItkVolume(const fs::path& file) {
    const TextHeader header = readTextHeader(file);
    const std::vector<std::int64_t> sizes = checkSizes(file, header);
    const Storage storage = header.nrrd ? nrrdStorage(file, header) : metaStorage(file, header);
    const std::lock_guard lock(itkMutex());
    const itk::ImageIOBase::Pointer io = makeReader(header);
    try {
        io->SetFileName(file.string());
        io->ReadImageInformation();
        return seriesOf(file, header, storage, *io, sizes);
    } catch (const itk::ExceptionObject&) {
        fail(file, "has a damaged header");
    }
}

}  // namespace fleming::viewer
