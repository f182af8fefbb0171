#include "viewer/io/dicom/dicom_pixels.h"

#include "base/error.h"
#include "viewer/io/dicom/codecs/dicom_codecs.h"
#include "viewer/io/dicom/dicom_colour.h"
#include "viewer/io/dicom/dicom_file.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace fleming::viewer {

namespace {

/// The values of a frame in the byte order of this machine, before their stored bits are extracted.
struct StoredFrame {
    std::vector<std::byte> bytes;
    int bytesPerValue = 1;
    int shift = 0;  ///< bits below the stored ones
    ColourLayout layout = ColourLayout::byPixel;
    ColourModel model = ColourModel::rgb;
};

void swapBytes(std::span<std::byte> bytes, std::size_t valueSize) {
    for (std::size_t i = 0; i + valueSize <= bytes.size(); i += valueSize) {
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i),
                     bytes.begin() + static_cast<std::ptrdiff_t>(i + valueSize));
    }
}

ColourModel modelOf(Photometric photometric) {
    if (photometric == Photometric::ybrPartial422) return ColourModel::yCbCrPartial;
    const bool full = photometric == Photometric::ybrFull || photometric == Photometric::ybrFull422;
    return full ? ColourModel::yCbCrFull : ColourModel::rgb;
}

/// Reads single bytes that are stored as big-endian words, second byte first. A frame may start inside a word.
void readSwappedPairs(const DicomImage& image, std::uint64_t offset, std::span<std::byte> to) {
    const std::uint64_t odd = (offset - image.pixels.native.offset) % 2;
    std::vector<std::byte> pairs((to.size() + odd + 1) / 2 * 2);
    const std::size_t count = image.source->readSome(offset - odd, pairs);
    if (count < to.size() + odd) throw Error("file.cut_short", image.source->name());
    swapBytes(pairs, 2);
    std::memcpy(to.data(), pairs.data() + odd, to.size());
}

/// Reads the values of an uncompressed frame into `to`, in the byte order of this machine.
void readNative(const DicomImage& image, int frame, std::span<std::byte> to) {
    const std::uint64_t offset = image.pixels.native.offset + static_cast<std::uint64_t>(frame) * to.size();
    const auto valueSize = static_cast<std::size_t>(image.format.bitsAllocated / 8);
    if (valueSize == 1 && image.pixels.bigEndian && image.pixels.words) {
        readSwappedPairs(image, offset, to);
        return;
    }
    image.source->read(offset, to);
    const bool hostIsBig = std::endian::native == std::endian::big;
    if (valueSize > 1 && image.pixels.bigEndian != hostIsBig) swapBytes(to, valueSize);
}

/// Reads a frame of one-bit pixels as one byte per pixel. Frames follow each other without padding (PS3.5 8.1.1). Words
/// of big-endian files store their second byte first.
StoredFrame readBits(const DicomImage& image, int frame) {
    const std::uint64_t pixels = image.format.pixels();
    const std::uint64_t firstBit = static_cast<std::uint64_t>(frame) * pixels;
    const std::uint64_t firstByte = firstBit / 16 * 2;
    const std::uint64_t end = std::min(image.pixels.native.length, (firstBit + pixels + 15) / 16 * 2);
    std::vector<std::byte> packed(end - firstByte);
    image.source->read(image.pixels.native.offset + firstByte, packed);
    if (image.pixels.bigEndian && image.pixels.words) swapBytes(packed, 2);
    StoredFrame stored;
    stored.bytes.resize(pixels);
    for (std::uint64_t p = 0; p < pixels; ++p) {
        const std::uint64_t bit = firstBit - firstByte * 8 + p;
        stored.bytes[p] = (packed[bit / 8] >> (bit % 8)) & std::byte{1};
    }
    return stored;
}

StoredFrame readDeflated(const DicomImage& image, int frame) {
    StoredFrame stored;
    const std::size_t size = image.format.frameBytes();
    const std::uint64_t end = (static_cast<std::uint64_t>(frame) + 1) * size;
    std::vector<std::byte> all = readDeflatedPixels(*image.source, end);
    if (all.size() < end) throw Error("file.cut_short", image.source->name());
    stored.bytes.assign(all.end() - static_cast<std::ptrdiff_t>(size), all.end());
    return stored;
}

StoredFrame readCompressed(const DicomImage& image, int frame) {
    const std::vector<std::byte> compressed = rawFrame(image, frame);
    StoredFrame stored;
    DecodedFrame decoded = decodeFrame(image.format, image.pixels.coding, compressed, image.source->name());
    stored.bytes = std::move(decoded.values);
    stored.bytesPerValue = decoded.bytesPerValue;
    stored.model = decoded.yCbCr ? ColourModel::yCbCrFull : ColourModel::rgb;
    if (image.pixels.coding == PixelCoding::rle) stored.shift = image.format.highBit + 1 - image.format.bitsStored;
    return stored;
}

StoredFrame readStored(const DicomImage& image, int frame) {
    const PixelFormat& format = image.format;
    if (image.pixels.coding == PixelCoding::rle || image.pixels.coding == PixelCoding::jpegOrJpeg2000) {
        return readCompressed(image, frame);
    }
    if (format.bitsAllocated == 1 && image.pixels.coding == PixelCoding::native) return readBits(image, frame);
    StoredFrame stored;
    if (image.pixels.coding == PixelCoding::deflated) {
        stored = readDeflated(image, frame);
    } else {
        stored.bytes.resize(format.frameBytes());
        readNative(image, frame, stored.bytes);
    }
    stored.bytesPerValue = std::max(1, format.bitsAllocated / 8);
    stored.shift = format.highBit + 1 - format.bitsStored;
    stored.model = modelOf(format.photometric);
    if (format.planar) stored.layout = ColourLayout::byPlane;
    if (format.subsampled()) stored.layout = ColourLayout::subsampled422;
    return stored;
}

/// Extracts the stored bits of a value and extends its sign.
template <typename Raw>
long long storedValue(Raw raw, int shift, int bits, bool isSigned) {
    const auto mask = bits >= 64 ? ~0ULL : (1ULL << bits) - 1;
    const unsigned long long value = (static_cast<unsigned long long>(raw) >> shift) & mask;
    if (!isSigned) return static_cast<long long>(value);
    const unsigned long long sign = 1ULL << (bits - 1);
    return static_cast<long long>((value ^ sign) - sign);
}

/// Extracts the stored bits of values in place.
template <typename Value>
void cutToStoredBits(std::span<std::byte> bytes, const PixelFormat& format, int shift) {
    const int bits = format.bitsStored;
    if (shift == 0 && bits == static_cast<int>(sizeof(Value) * 8)) return;
    const std::size_t count = bytes.size() / sizeof(Value);
    for (std::size_t i = 0; i < count; ++i) {
        Value raw;
        std::memcpy(&raw, &bytes[i * sizeof(Value)], sizeof(Value));
        raw = static_cast<Value>(storedValue(raw, shift, bits, format.isSigned));
        std::memcpy(&bytes[i * sizeof(Value)], &raw, sizeof(Value));
    }
}

/// Calls use(index, value) for the stored bits of each value of a frame.
template <typename Use>
void forEachValue(const StoredFrame& stored, const PixelFormat& format, Use use) {
    const auto size = static_cast<std::size_t>(stored.bytesPerValue);
    const std::size_t count = stored.bytes.size() / size;
    const auto run = [&](auto zero) {
        auto raw = zero;
        for (std::size_t i = 0; i < count; ++i) {
            std::memcpy(&raw, &stored.bytes[i * size], size);
            use(i, storedValue(raw, stored.shift, format.bitsStored, format.isSigned));
        }
    };
    if (size == 1) run(std::uint8_t{0});
    if (size == 2) run(std::uint16_t{0});
    if (size == 4) run(std::uint32_t{0});
}

template <typename To>
void store(std::span<std::byte> slice, std::size_t index, To value) {
    std::memcpy(&slice[index * sizeof(To)], &value, sizeof(To));
}

void fillColour(const DicomImage& image, const StoredFrame& stored, std::span<std::byte> slice) {
    const auto rgb = std::span(reinterpret_cast<std::uint8_t*>(slice.data()), slice.size());
    if (image.palette) {
        forEachValue(stored, image.format, [&](std::size_t i, long long value) {
            const auto& colour = image.palette->at(static_cast<long>(value));
            std::copy(colour.begin(), colour.end(), rgb.begin() + static_cast<std::ptrdiff_t>(3 * i));
        });
        return;
    }
    // Colours of more than 8 bits keep their upper 8 bits.
    std::vector<std::uint8_t> eight(stored.bytes.size() / static_cast<std::size_t>(stored.bytesPerValue));
    PixelFormat unsignedFormat = image.format;
    unsignedFormat.isSigned = false;
    const int excess = std::max(0, image.format.bitsStored - 8);
    forEachValue(stored, unsignedFormat,
                 [&](std::size_t i, long long value) { eight[i] = static_cast<std::uint8_t>(value >> excess); });
    toRgb(eight, image.format.pixels(), stored.layout, stored.model, rgb);
}

/// Applies the frame's rescale to integers.
void fillFloat(const DicomImage& image, const StoredFrame& stored, int frame, const SliceRecipe& recipe,
               std::span<std::byte> slice) {
    const Rescale rescale = image.frames[static_cast<std::size_t>(frame)].rescale;
    forEachValue(stored, image.format, [&](std::size_t i, long long value) {
        const auto number = static_cast<double>(value);
        const bool padding = image.padding && number >= image.padding->first && number <= image.padding->second;
        const double rescaled =
            padding && recipe.paddingBecomes ? *recipe.paddingBecomes : number * rescale.slope + rescale.intercept;
        store(slice, i, static_cast<float>(rescaled));
    });
}

/// Copies the stored integers to the type of the slice, which has the width of the header and may be wider than the
/// values of a compressed stream.
void fillIntegers(const DicomImage& image, const StoredFrame& stored, ScalarType type, std::span<std::byte> slice) {
    const std::size_t size = bytesOf(type);
    forEachValue(stored, image.format, [&](std::size_t i, long long value) {
        if (size == 1) store(slice, i, static_cast<std::uint8_t>(value));
        if (size == 2) store(slice, i, static_cast<std::uint16_t>(value));
        if (size == 4) store(slice, i, static_cast<std::uint32_t>(value));
    });
}

void rescaleFloats(const DicomImage& image, int frame, const StoredFrame& stored, std::span<std::byte> slice) {
    const Rescale rescale = image.frames[static_cast<std::size_t>(frame)].rescale;
    const bool wide = image.format.bitsAllocated == 64;
    for (std::size_t i = 0; i < image.format.pixels(); ++i) {
        double value = 0;
        float narrow = 0;
        std::memcpy(&narrow, &stored.bytes[i * (wide ? 8 : 4)], sizeof(narrow));
        if (wide) std::memcpy(&value, &stored.bytes[i * 8], sizeof(value));
        if (!wide) value = static_cast<double>(narrow);
        store(slice, i, static_cast<float>(value * rescale.slope + rescale.intercept));
    }
}

/// Reads uncompressed values that need no conversion directly into the slice, as most files allow. Returns false if the
/// values need a conversion.
bool readDirectly(const DicomImage& image, int frame, const SliceRecipe& recipe, std::span<std::byte> slice) {
    const PixelFormat& format = image.format;
    if (image.pixels.coding != PixelCoding::native || recipe.rescaled || recipe.components != 1 || image.modalityLut ||
        format.bitsAllocated == 1 || slice.size() != format.frameBytes()) {
        return false;
    }
    readNative(image, frame, slice);
    if (format.isFloat) return true;
    const int shift = format.highBit + 1 - format.bitsStored;
    if (format.bitsAllocated == 8) cutToStoredBits<std::uint8_t>(slice, format, shift);
    if (format.bitsAllocated == 16) cutToStoredBits<std::uint16_t>(slice, format, shift);
    if (format.bitsAllocated == 32) cutToStoredBits<std::uint32_t>(slice, format, shift);
    return true;
}

}  // namespace

ScalarType storedType(const DicomImage& image) {
    const PixelFormat& format = image.format;
    if (format.isFloat) return format.bitsAllocated == 32 ? ScalarType::float32 : ScalarType::float64;
    if (format.samples == 3 || format.photometric == Photometric::palette) return ScalarType::uint8;
    if (image.modalityLut) return ScalarType::uint16;
    switch (format.bitsAllocated) {
        case 16:
            return format.isSigned ? ScalarType::int16 : ScalarType::uint16;
        case 32:
            return format.isSigned ? ScalarType::int32 : ScalarType::uint32;
        default:
            return format.isSigned ? ScalarType::int8 : ScalarType::uint8;
    }
}

void readFrame(const DicomImage& image, int frame, const SliceRecipe& recipe, std::span<std::byte> slice) {
    const auto held = image.source->hold();
    const std::size_t values = image.format.pixels() * static_cast<std::size_t>(recipe.components);
    if (slice.size() != values * bytesOf(recipe.type)) throw Error("volume.other_series", image.source->name());
    if (readDirectly(image, frame, recipe, slice)) return;
    StoredFrame stored = readStored(image, frame);
    if (recipe.components == 3) {
        fillColour(image, stored, slice);
    } else if (image.format.isFloat) {
        if (recipe.rescaled) {
            rescaleFloats(image, frame, stored, slice);
        } else {
            std::memcpy(slice.data(), stored.bytes.data(), std::min(slice.size(), stored.bytes.size()));
        }
    } else if (image.modalityLut) {
        forEachValue(stored, image.format, [&](std::size_t i, long long value) {
            store(slice, i, image.modalityLut->at(static_cast<long>(value)));
        });
    } else if (recipe.rescaled) {
        fillFloat(image, stored, frame, recipe, slice);
    } else {
        fillIntegers(image, stored, recipe.type, slice);
    }
}

std::vector<std::byte> rawFrame(const DicomImage& image, int frame) {
    const auto held = image.source->hold();
    std::vector<std::byte> bytes;
    if (image.pixels.coding == PixelCoding::native) {
        const std::size_t size = image.format.frameBytes();
        bytes.resize(size);
        if (image.format.bitsAllocated == 1) return readBits(image, frame).bytes;
        image.source->read(image.pixels.native.offset + static_cast<std::uint64_t>(frame) * size, bytes);
        return bytes;
    }
    if (image.pixels.coding == PixelCoding::deflated) return readDeflated(image, frame).bytes;
    const std::size_t begin = image.pixels.firstFragment[static_cast<std::size_t>(frame)];
    const std::size_t end = image.pixels.firstFragment[static_cast<std::size_t>(frame) + 1];
    for (std::size_t f = begin; f < end; ++f) {
        const ByteRange& fragment = image.pixels.fragments[f];
        const std::size_t before = bytes.size();
        bytes.resize(before + fragment.length);
        image.source->read(fragment.offset, std::span(bytes).subspan(before));
    }
    return bytes;
}

}  // namespace fleming::viewer
