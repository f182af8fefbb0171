#pragma once

#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>

namespace fleming::viewer {

/// The first bytes of a file, by which its format is recognized.
using FileStart = std::span<const std::byte>;

/// The number of bytes that a FileStart has, fewer for a shorter file.
constexpr std::size_t kFileStartBytes = 1024;

/// Returns true if `text` is at `offset` bytes.
inline bool hasAt(FileStart start, std::size_t offset, std::string_view text) {
    return start.size() >= offset + text.size() && std::memcmp(start.data() + offset, text.data(), text.size()) == 0;
}

}  // namespace fleming::viewer
