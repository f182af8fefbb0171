#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fleming::viewer {

/// The fields of a NRRD or MetaImage header, as they stand in the file, to be looked at before ITK is: where the voxels
/// lie, how they are stored, whether the sizes can be true.
struct TextHeader {
    bool nrrd = false;                          ///< else MetaImage
    std::map<std::string, std::string> fields;  ///< NRRD: names in lower case without blanks; values trimmed
    std::uint64_t end = 0;                      ///< bytes of the file before the voxels that follow the header

    bool has(const std::string& name) const { return fields.contains(name); }
    /// The value of the first of `names` that is there, or nothing.
    std::string value(std::initializer_list<const char*> names) const;
    /// A value of whole numbers parted by blanks; empty where any is none.
    std::vector<std::int64_t> numbers(std::initializer_list<const char*> names) const;
};

/// Reads the header at the start of the file. Throws Error where it is none, or damaged.
TextHeader readTextHeader(const std::filesystem::path& file);

}  // namespace fleming::viewer
