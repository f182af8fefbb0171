#include "viewer/io/volumes/raw_voxels.h"

#include "base/error.h"
#include "viewer/io/bytes/byte_stream.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <type_traits>
#include <vector>

namespace fleming::viewer {

std::size_t bytesOf(VoxelType type) {
    switch (type) {
        case VoxelType::boolean:
        case VoxelType::uint8:
        case VoxelType::int8:
            return 1;
        case VoxelType::uint16:
        case VoxelType::int16:
        case VoxelType::float16:
            return 2;
        case VoxelType::uint32:
        case VoxelType::int32:
        case VoxelType::float32:
            return 4;
        case VoxelType::uint64:
        case VoxelType::int64:
        case VoxelType::float64:
            return 8;
    }
    return 1;
}

ScalarType scalarTypeOf(VoxelType type) {
    switch (type) {
        case VoxelType::boolean:
        case VoxelType::uint8:
            return ScalarType::uint8;
        case VoxelType::int8:
            return ScalarType::int8;
        case VoxelType::uint16:
            return ScalarType::uint16;
        case VoxelType::int16:
            return ScalarType::int16;
        case VoxelType::uint32:
            return ScalarType::uint32;
        case VoxelType::int32:
            return ScalarType::int32;
        case VoxelType::float16:
        case VoxelType::float32:
            return ScalarType::float32;
        case VoxelType::uint64:
        case VoxelType::int64:
        case VoxelType::float64:
            return ScalarType::float64;
    }
    return ScalarType::uint8;
}

float halfToFloat(std::uint16_t half) {
    const std::uint32_t sign = std::uint32_t{half & 0x8000u} << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1fu;
    const std::uint32_t mantissa = half & 0x3ffu;
    if (exponent == 0) {  // zero or subnormal: mantissa * 2^-24
        const float magnitude = static_cast<float>(mantissa) * 0x1p-24f;
        return sign != 0 ? -magnitude : magnitude;
    }
    const std::uint32_t wide = exponent == 31 ? 255 : exponent + 112;  // infinities and NaNs stay what they are
    return std::bit_cast<float>(sign | (wide << 23) | (mantissa << 13));
}

namespace {

template <std::size_t Bytes>
using UnsignedOf = std::conditional_t<
    Bytes == 1, std::uint8_t,
    std::conditional_t<Bytes == 2, std::uint16_t, std::conditional_t<Bytes == 4, std::uint32_t, std::uint64_t>>>;

template <typename U>
U swapBytes(U bits) {
    if constexpr (sizeof(U) == 2) return __builtin_bswap16(bits);
    if constexpr (sizeof(U) == 4) return __builtin_bswap32(bits);
    if constexpr (sizeof(U) == 8) return __builtin_bswap64(bits);
    return bits;
}

/// Converts each value: `change` maps the bits U of the file to the value To.
template <typename U, typename To, typename Change>
void convertEach(const std::byte* from, std::size_t stride, std::size_t count, bool swapped, std::byte* to,
                 Change change) {
    for (std::size_t n = 0; n < count; ++n) {
        U bits;
        std::memcpy(&bits, from + n * stride * sizeof(U), sizeof(U));
        if (swapped) bits = swapBytes(bits);
        const To value = change(bits);
        std::memcpy(to + n * sizeof(To), &value, sizeof(To));
    }
}

template <std::size_t Bytes>
void copyEach(const std::byte* from, std::size_t stride, std::size_t count, bool swapped, std::byte* to) {
    using U = UnsignedOf<Bytes>;
    if (stride == 1 && (!swapped || Bytes == 1)) {
        std::memmove(to, from, count * Bytes);
    } else {
        convertEach<U, U>(from, stride, count, swapped, to, [](U bits) { return bits; });
    }
}

/// Returns true if a volume stores such values with the bits of the file.
bool sameBits(VoxelType type) {
    return type != VoxelType::boolean && type != VoxelType::float16 && type != VoxelType::uint64 &&
           type != VoxelType::int64;
}

}  // namespace

void convertVoxels(const std::byte* from, std::size_t stride, std::size_t count, VoxelType type, bool swapped,
                   std::byte* to) {
    switch (type) {
        case VoxelType::boolean:
            convertEach<std::uint8_t, std::uint8_t>(from, stride, count, false, to, [](std::uint8_t value) {
                return static_cast<std::uint8_t>(value != 0 ? 1 : 0);
            });
            return;
        case VoxelType::float16:
            convertEach<std::uint16_t, float>(from, stride, count, swapped, to, halfToFloat);
            return;
        case VoxelType::uint64:
            convertEach<std::uint64_t, double>(from, stride, count, swapped, to,
                                               [](std::uint64_t value) { return static_cast<double>(value); });
            return;
        case VoxelType::int64:
            convertEach<std::uint64_t, double>(from, stride, count, swapped, to, [](std::uint64_t bits) {
                return static_cast<double>(static_cast<std::int64_t>(bits));
            });
            return;
        default:
            break;
    }
    switch (bytesOf(type)) {
        case 1:
            copyEach<1>(from, stride, count, swapped, to);
            return;
        case 2:
            copyEach<2>(from, stride, count, swapped, to);
            return;
        case 4:
            copyEach<4>(from, stride, count, swapped, to);
            return;
        default:
            copyEach<8>(from, stride, count, swapped, to);
            return;
    }
}

std::uint64_t layoutBytes(const RawLayout& layout, const Index3& size) {
    std::uint64_t bytes = bytesOf(layout.type) * static_cast<std::uint64_t>(layout.fileComponents);
    for (const int extent : size) {
        if (extent < 1 || __builtin_mul_overflow(bytes, static_cast<std::uint64_t>(extent), &bytes) ||
            bytes > (std::uint64_t{1} << 62)) {
            throw Error("volume.impossible_size", layout.source->name());
        }
    }
    return bytes;
}

void checkLength(const RawLayout& layout, const Index3& volumeSize) {
    const std::uint64_t need = layoutBytes(layout, volumeSize);
    const std::uint64_t size = layout.source->size();
    std::uint64_t have = size > layout.offset ? size - layout.offset : 0;
    if (layout.compressed && __builtin_mul_overflow(have, kDeflateRatio, &have)) have = ~std::uint64_t{0};
    have = have > layout.skip ? have - layout.skip : 0;
    if (have < need) {
        throw Error(layout.compressed ? "volume.too_few_compressed_bytes" : "volume.too_few_bytes",
                    layout.source->name(), {std::to_string(need), std::to_string(have)});
    }
}

void checkGzipEnd(const ByteSourcePtr& source, std::uint64_t total) {
    std::array<std::byte, 4> end{};
    source->readSome(source->size() - std::min<std::uint64_t>(source->size(), end.size()), end);
    std::uint32_t size = 0;
    for (std::size_t n = 0; n < 4; ++n)
        size |= std::to_integer<std::uint32_t>(end[n]) << (8 * n);
    if (size == static_cast<std::uint32_t>(total)) return;
    ByteStream(source, 0, true).skip(total);
}

namespace {

class RawVoxelSource final : public PixelSource {
public:
    explicit RawVoxelSource(RawLayout layout) : layout_(std::move(layout)) {}

    void read(Volume& into, std::span<const int> slices, const SliceCallback& onSlice,
              std::stop_token stop) const override {
        const Index3& size = into.geometry().size;
        checkLength(layout_, size);
        const std::uint64_t sliceBytes = layoutBytes(layout_, {size[0], size[1], 1});
        const auto place = [&](int k) {  // the index of slice k among the stored slices
            return static_cast<std::uint64_t>(layout_.slicesReversed ? size[2] - 1 - k : k);
        };
        std::vector<std::byte> buffer;
        const auto take = [&](ByteStream& stream, int k) {
            readSlice(stream, into, k, sliceBytes, buffer, stop);
            into.markReady(k);
            if (onSlice) onSlice(into.readyCount(), size[2]);
        };
        if (!layout_.compressed) {
            for (const int k : slices) {
                ByteStream stream(layout_.source, layout_.offset + layout_.skip + place(k) * sliceBytes, false);
                take(stream, k);
            }
            return;
        }
        std::vector<int> ordered(slices.begin(), slices.end());
        std::sort(ordered.begin(), ordered.end(), [&](int a, int b) { return place(a) < place(b); });
        ByteStream stream(layout_.source, layout_.offset, true);
        stream.skip(layout_.skip, stop);
        std::uint64_t next = 0;  // the stored slice at the position of the stream
        for (const int k : ordered) {
            stream.skip((place(k) - next) * sliceBytes, stop);
            take(stream, k);
            next = place(k) + 1;
        }
    }

private:
    void readSlice(ByteStream& stream, Volume& into, int k, std::uint64_t sliceBytes, std::vector<std::byte>& buffer,
                   std::stop_token stop) const {
        const std::span<std::byte> slice = into.writableSlice(k);
        const auto perVoxel = static_cast<std::size_t>(layout_.fileComponents);
        const auto wanted = static_cast<std::size_t>(into.components());
        if (sameBits(layout_.type) && perVoxel == wanted) {
            stream.read(slice, stop);
            if (layout_.swapped) {
                convertVoxels(slice.data(), 1, slice.size() / bytesOf(layout_.type), layout_.type, true, slice.data());
            }
            return;
        }
        buffer.resize(static_cast<std::size_t>(sliceBytes));
        stream.read(buffer, stop);
        const std::size_t voxels = slice.size() / (bytesOf(into.type()) * wanted);
        if (perVoxel == wanted) {
            convertVoxels(buffer.data(), 1, voxels * wanted, layout_.type, layout_.swapped, slice.data());
        } else if (wanted == 1) {
            convertVoxels(buffer.data() + static_cast<std::size_t>(layout_.firstComponent) * bytesOf(layout_.type),
                          perVoxel, voxels, layout_.type, layout_.swapped, slice.data());
        } else {  // RGB from RGBA, one byte each
            for (std::size_t n = 0; n < voxels; ++n)
                std::memcpy(&slice[n * wanted], &buffer[n * perVoxel], wanted);
        }
    }

    RawLayout layout_;
};

}  // namespace

std::shared_ptr<const PixelSource> rawVoxelSource(RawLayout layout) {
    return std::make_shared<RawVoxelSource>(std::move(layout));
}

}  // namespace fleming::viewer
