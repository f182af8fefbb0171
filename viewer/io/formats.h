#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <span>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A family of file formats with one series, or a few, in each file. (The slices of a DICOM series are in many files:
/// open() handles DICOM by itself.)
struct Format {
    const char* name;  ///< for the user: "NIfTI", or several formats separated by commas

    /// Returns true if `source`, which begins with `start`, has this format. The name of the source does not matter.
    bool (*recognizes)(const ByteSourcePtr& source, FileStart start);

    /// Reads the header and returns the series of the source, whose pixels are read on demand. Throws Error, naming the
    /// source.
    std::vector<Series> (*read)(const ByteSourcePtr& source);
};

/// Returns all formats but DICOM. A new format is one line in formats.cpp.
std::span<const Format> formats();

/// Returns the names of formats(), separated by commas.
std::string formatNames();

/// Returns the first format that recognizes `source`, or null. Throws Error if the source cannot be read.
const Format* formatOf(const ByteSourcePtr& source, FileStart start);

}  // namespace fleming::viewer
