#include "viewer/io/volumes/itk_volume.h"

#include "base/error.h"
#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/bytes/named_file.h"
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

/// Guards ITK's NRRD library, which stores its messages in a global buffer.
std::mutex& itkMutex() {
    static std::mutex mutex;
    return mutex;
}

itk::ImageIOBase::Pointer makeReader(const TextHeader& header) {
    if (header.nrrd) return itk::NrrdImageIO::New().GetPointer();
    return itk::MetaImageIO::New().GetPointer();
}

/// Checks the sizes in the header before ITK reads it. Returns them.
std::vector<std::int64_t> checkSizes(const ByteSourcePtr& source, const TextHeader& header) {
    std::vector<std::int64_t> sizes = header.numbers({header.nrrd ? "sizes" : "DimSize"});
    const std::vector<std::int64_t> dimension = header.numbers({header.nrrd ? "dimension" : "NDims"});
    if (sizes.empty() || dimension != std::vector{static_cast<std::int64_t>(sizes.size())}) {
        throw Error("volume.dimensions_disagree", source->name());
    }
    if (!header.has(header.nrrd ? "type" : "ElementType")) throw Error("volume.no_voxel_type", source->name());
    if (sizes.size() < 2 || sizes.size() > 5) {
        throw Error("volume.unsupported_dimensions", source->name(), {std::to_string(sizes.size())});
    }
    for (const std::int64_t size : sizes) {
        if (size < 1 || size > std::numeric_limits<int>::max()) throw Error("volume.impossible_size", source->name());
    }
    return sizes;
}

/// Returns the source that a detached header names.
ByteSourcePtr dataFileOf(const ByteSource& header, const std::string& name) {
    ByteSourcePtr data = header.sibling(name, ByteSource::Links::insideFolder);
    if (!data) throw Error("volume.data_file_missing", header.name(), {name});
    return data;
}

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isTrue(const std::string& value) {
    return !value.empty() && (value[0] == 'T' || value[0] == 't' || value[0] == '1');
}

/// Returns the offset after `lines` line breaks from `offset` on.
std::uint64_t afterLines(const ByteSource& source, std::uint64_t offset, std::int64_t lines) {
    if (lines <= 0) return offset;
    std::vector<std::byte> text(std::size_t{1} << 20);
    text.resize(source.readSome(offset, text));
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] == std::byte{'\n'} && --lines == 0) return offset + n + 1;
    }
    throw Error("volume.too_few_lines", source.name());
}

/// How the voxels are stored.
struct Storage {
    RawLayout layout;
    bool text = false;     ///< an encoding that ITK decodes: numbers as text, bzip2
    bool fromEnd = false;  ///< the voxels are the last bytes of the file
};

Storage nrrdStorage(const ByteSourcePtr& source, const TextHeader& header) {
    Storage storage;
    RawLayout& layout = storage.layout;
    const std::string data = header.value({"datafile"});
    if (data.starts_with("LIST") || data.find('%') != std::string::npos) {
        throw Error("volume.separate_slices", source->name());
    }
    layout.source = data.empty() ? source : dataFileOf(*source, data);
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
    layout.offset = afterLines(*layout.source, data.empty() ? header.end : 0, lines);
    if (bytes == -1 && !layout.compressed) {
        storage.fromEnd = true;
    } else if (bytes < 0) {
        throw Error("volume.impossible_skip", source->name());
    } else {
        (layout.compressed ? layout.skip : layout.offset) += static_cast<std::uint64_t>(bytes);
    }
    return storage;
}

Storage metaStorage(const ByteSourcePtr& source, const TextHeader& header) {
    Storage storage;
    RawLayout& layout = storage.layout;
    const std::string data = header.value({"ElementDataFile"});
    const bool local = lowerCase(data) == "local";
    if (data.starts_with("LIST") || data.find('%') != std::string::npos || data.find(' ') != std::string::npos) {
        if (data.find(' ') == std::string::npos || !source->sibling(data, ByteSource::Links::followed)) {
            throw Error("volume.separate_slices", source->name());
        }
    }
    layout.source = local ? source : dataFileOf(*source, data);
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
        throw Error("volume.impossible_skip", source->name());
    }
    return storage;
}

VoxelType voxelTypeOf(const ByteSourcePtr& source, const itk::ImageIOBase& io) {
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
            throw Error("volume.unsupported_type", source->name());
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

/// Sets the geometry from the directions, spacing and origin of ITK (LPS). Adds notes about what is missing or wrong.
Orientation placeOf(const TextHeader& header, const itk::ImageIOBase& io, Geometry& geometry,
                    std::vector<Note>& notes) {
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
    if (!found.usable) notes.push_back({"volume.orientation_ignored", {}});
    if (found.skewed) {
        notes.push_back({"volume.skewed_axes", {}});
    }
    if (!geometry.spacingKnown) notes.push_back({"volume.unknown_voxel_size", {}});
    return found;
}

/// Reads whole volumes with ITK, for the encodings that only ITK decodes.
class ItkSource final : public PixelSource {
public:
    ItkSource(ByteSourcePtr source, TextHeader header, bool slicesReversed)
        : source_(std::move(source)), header_(std::move(header)), slicesReversed_(slicesReversed) {}

    // ITK reads these encodings as a whole, so all slices become ready.
    void read(Volume& into, std::span<const int>, const SliceCallback& onSlice, std::stop_token stop) const override {
        if (stop.stop_requested()) throw Cancelled();
        const int slices = into.geometry().size[2];
        const NamedFile file(*source_);
        try {
            const std::lock_guard lock(itkMutex());
            const itk::ImageIOBase::Pointer io = makeReader(header_);
            io->SetFileName(file.path().string());
            io->ReadImageInformation();
            itk::ImageIORegion region(io->GetNumberOfDimensions());
            for (unsigned n = 0; n < io->GetNumberOfDimensions(); ++n)
                region.SetSize(n, io->GetDimensions(n));
            io->SetIORegion(region);
            if (static_cast<std::size_t>(io->GetImageSizeInBytes()) != into.data().size())
                throw Error("file.changed", source_->name());
            io->Read(into.writableSlice(0).data());
        } catch (const itk::ExceptionObject&) {
            throw Error("volume.damaged_voxels", source_->name());
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
    ByteSourcePtr source_;
    TextHeader header_;
    bool slicesReversed_;
};

/// Returns the rescale of a MetaImage: value = stored * slope + offset.
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

/// The size along i, j, k as reported by ITK, and the number of volumes: the product of the further dimensions.
struct Dimensions {
    Index3 size{1, 1, 1};
    std::uint64_t volumes = 1;
};

Dimensions dimensionsOf(const ByteSourcePtr& source, const itk::ImageIOBase& io) {
    Dimensions dimensions;
    for (unsigned n = 0; n < io.GetNumberOfDimensions(); ++n) {
        const itk::SizeValueType size = io.GetDimensions(n);
        if (size < 1 || size > static_cast<itk::SizeValueType>(std::numeric_limits<int>::max())) {
            throw Error("volume.impossible_size", source->name());
        }
        if (n < 3) dimensions.size[n] = static_cast<int>(size);
        if (n >= 3 &&
            (__builtin_mul_overflow(dimensions.volumes, size, &dimensions.volumes) || dimensions.volumes > 100'000)) {
            throw Error("volume.too_many_volumes", source->name(), {"100000"});
        }
    }
    return dimensions;
}

/// Throws Error unless the components of a voxel are the first axis of the file: ITK permutes other arrays and drops
/// values of some tensors.
void checkOrder(const ByteSourcePtr& source, const TextHeader& header, const std::vector<std::int64_t>& sizes,
                const Dimensions& dimensions, int components) {
    std::vector<std::int64_t> ours;
    if (header.nrrd && components > 1) ours.push_back(components);
    const std::size_t first = ours.size();
    std::uint64_t further = 1;
    for (std::size_t n = first; n < sizes.size(); ++n) {
        if (n < first + 3) ours.push_back(dimensions.size[n - first]);
        if (n >= first + 3) further *= static_cast<std::uint64_t>(sizes[n]);
    }
    if (sizes.size() < ours.size() || further != dimensions.volumes ||
        !std::equal(ours.begin(), ours.end(), sizes.begin())) {
        throw Error("volume.unsupported_order", source->name());
    }
}

/// Checks a volume whose encoding ITK decodes: only one volume, whose type needs no conversion, and a file that can
/// hold that many values (also as bzip2 of text).
void checkText(const ByteSourcePtr& source, const RawLayout& layout, const Dimensions& dimensions, bool colour) {
    const bool plain = dimensions.volumes == 1 &&
                       (layout.fileComponents == 1 || (colour && layout.fileComponents == 3)) &&
                       layout.type != VoxelType::int64 && layout.type != VoxelType::uint64;
    if (!plain) throw Error("volume.unsupported_encoding", source->name());
    constexpr std::uint64_t kMostValuesAByte = 2048;
    if (layoutBytes(layout, dimensions.size) / bytesOf(layout.type) / kMostValuesAByte > layout.source->size()) {
        throw Error("volume.cut_short", source->name());
    }
}

/// Returns the facts that all series of the file share.
Series commonSeries(const ByteSourcePtr& source, const TextHeader& header, const itk::ImageIOBase& io,
                    const Dimensions& dimensions, RawLayout& layout, bool colour) {
    Series series;
    series.format = header.nrrd ? "NRRD" : "MetaImage";
    series.files = {source->name()};
    if (layout.source != source) series.files.push_back(layout.source->name());
    ImageInfo image;
    image.geometry.size = dimensions.size;
    image.type = scalarTypeOf(layout.type);
    image.components = colour ? 3 : 1;
    if (!header.nrrd && !colour) image.rescale = rescaleOf(header);
    layout.slicesReversed = placeOf(header, io, image.geometry, series.notes).slicesReversed;
    series.info = volumeOrPicture(std::move(image));
    return series;
}

/// Returns one series for each volume and for each component that is not a colour.
std::vector<Series> seriesOf(const ByteSourcePtr& source, const TextHeader& header, Storage storage,
                             const itk::ImageIOBase& io, const std::vector<std::int64_t>& sizes) {
    RawLayout& layout = storage.layout;
    const int components = static_cast<int>(io.GetNumberOfComponents());
    if (components < 1 || components > 4096)
        throw Error("volume.impossible_components", source->name(), {std::to_string(components)});
    layout.type = voxelTypeOf(source, io);
    layout.fileComponents = components;
    const bool colour = layout.type == VoxelType::uint8 && (components == 3 || components == 4);
    const Dimensions dimensions = dimensionsOf(source, io);
    checkOrder(source, header, sizes, dimensions, components);
    if (storage.text) checkText(source, layout, dimensions, colour);
    const Series common = commonSeries(source, header, io, dimensions, layout, colour);

    const std::uint64_t bytes = layoutBytes(layout, dimensions.size);
    std::uint64_t all = 0;
    if (__builtin_mul_overflow(bytes, dimensions.volumes, &all)) throw Error("volume.impossible_size", source->name());
    if (storage.fromEnd) layout.offset = layout.source->size() - std::min(layout.source->size(), all);

    std::vector<Series> result;
    const int parts = colour ? 1 : components;
    for (std::uint64_t volume = 0; volume < dimensions.volumes; ++volume) {
        RawLayout own = layout;
        (own.compressed ? own.skip : own.offset) += bytes * volume;
        if (!storage.text) checkLength(own, dimensions.size);
        for (own.firstComponent = 0; own.firstComponent < parts; ++own.firstComponent) {
            Series series = common;
            series.description.words = source->fileName();
            const auto add = [&](SeriesPartKind kind, std::uint64_t n, std::uint64_t count) {
                if (count < 2) return;
                series.description.parts.push_back({kind, std::to_string(n + 1), static_cast<int>(count)});
            };
            add(SeriesPartKind::timePoint, volume, dimensions.volumes);
            add(SeriesPartKind::component, static_cast<std::uint64_t>(own.firstComponent),
                static_cast<std::uint64_t>(parts));
            if (storage.text) {
                series.source = std::make_shared<ItkSource>(source, header, own.slicesReversed);
            } else {
                series.source = rawVoxelSource(own);
            }
            result.push_back(std::move(series));
        }
    }
    return result;
}

}  // namespace

bool isNrrd(const ByteSourcePtr&, FileStart start) {
    return hasAt(start, 0, "NRRD000");
}

bool isMetaImage(const ByteSourcePtr&, FileStart start) {
    const std::string_view text(reinterpret_cast<const char*>(start.data()), start.size());
    const bool starts = text.starts_with("ObjectType") || text.starts_with("NDims") || text.starts_with("Comment");
    return starts && text.find("NDims") != std::string_view::npos && text.find('=') < 32;
}

std::vector<Series> readItkVolume(const ByteSourcePtr& source) {
    const TextHeader header = readTextHeader(*source);
    const std::vector<std::int64_t> sizes = checkSizes(source, header);
    const Storage storage = header.nrrd ? nrrdStorage(source, header) : metaStorage(source, header);
    const NamedFile file(*source);
    const std::lock_guard lock(itkMutex());
    const itk::ImageIOBase::Pointer io = makeReader(header);
    try {
        io->SetFileName(file.path().string());
        io->ReadImageInformation();
        return seriesOf(source, header, storage, *io, sizes);
    } catch (const itk::ExceptionObject&) {
        throw Error("volume.damaged_header", source->name());
    }
}

}  // namespace fleming::viewer
