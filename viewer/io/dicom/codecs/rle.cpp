#include "viewer/io/dicom/codecs/rle.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace fleming::viewer {

namespace {

constexpr std::size_t kHeaderBytes = 64;
constexpr std::size_t kMostSegments = 15;

std::size_t headerWord(std::span<const std::byte> frame, std::size_t index) {
    std::size_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = (value << 8) | std::to_integer<std::size_t>(frame[index * 4 + i]);
    return value;
}

/// Decodes `count` bytes of PackBits into every `stride`-th byte of `to`. Returns false if the segment ends before.
bool unpack(std::span<const std::byte> segment, std::size_t count, std::size_t stride, std::byte* to) {
    std::size_t at = 0, done = 0;
    while (done < count) {
        if (at + 1 >= segment.size()) return false;
        const auto code = std::to_integer<std::uint8_t>(segment[at++]);
        if (code == 128) continue;
        const bool repeated = code > 128;
        const std::size_t length = repeated ? std::size_t{257} - code : std::size_t{code} + 1;
        if (!repeated && segment.size() - at < length) return false;
        const std::size_t used = std::min(length, count - done);
        for (std::size_t i = 0; i < used; ++i)
            to[(done + i) * stride] = segment[repeated ? at : at + i];
        done += used;
        at += repeated ? 1 : length;
    }
    return true;
}

}  // namespace

bool decodeRle(std::span<const std::byte> frame, std::size_t pixels, std::size_t samples, std::size_t bytesPerValue,
               std::span<std::byte> values) {
    const std::size_t segments = samples * bytesPerValue;
    if (frame.size() < kHeaderBytes || segments > kMostSegments || headerWord(frame, 0) != segments) return false;
    if (values.size() < pixels * segments) return false;
    for (std::size_t s = 0; s < segments; ++s) {
        const std::size_t begin = headerWord(frame, s + 1);
        const std::size_t end = s + 1 < segments ? headerWord(frame, s + 2) : frame.size();
        if (begin < kHeaderBytes || begin > end || end > frame.size()) return false;
        const std::size_t sample = s / bytesPerValue, fromTop = s % bytesPerValue;
        const std::size_t byte = std::endian::native == std::endian::big ? fromTop : bytesPerValue - 1 - fromTop;
        const auto segment = frame.subspan(begin, end - begin);
        if (!unpack(segment, pixels, segments, values.data() + sample * bytesPerValue + byte)) return false;
    }
    return true;
}

}  // namespace fleming::viewer
