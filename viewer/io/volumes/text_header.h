#pragma once

#include "viewer/io/bytes/byte_source.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fleming::viewer {

/// The fields of a NRRD or MetaImage header. They are checked before ITK reads the file: where the voxels are, how they
/// are stored, whether their number fits the file.
struct TextHeader {
    bool nrrd = false;                          ///< else MetaImage
    std::map<std::string, std::string> fields;  ///< trimmed values; NRRD: names in lower case without blanks
    std::uint64_t end = 0;                      ///< bytes before the voxels that follow the header

    /// Returns true if the header has the field `name`.
    bool has(const std::string& name) const { return fields.contains(name); }
    /// Returns the value of the first field of `names` that the header has, else "".
    std::string value(std::initializer_list<const char*> names) const;
    /// Returns that value as integers separated by blanks; empty if it is anything else.
    std::vector<std::int64_t> numbers(std::initializer_list<const char*> names) const;
};

/// Reads the header at the start of `source`. Throws Error (metaimage.incomplete_header, metaimage.line_too_long).
TextHeader readTextHeader(const ByteSource& source);

}  // namespace fleming::viewer
