#pragma once

#include "app/measure/roi_entry.h"
#include "viewer/data/geometry.h"

#include <QByteArray>

#include <filesystem>
#include <optional>
#include <vector>

namespace fleming::app {

/// The regions of a file.
struct RoiFile {
    std::vector<RoiEntry> entries;  ///< at least one
    bool isList = false;            ///< false: the file has one region, and no list of it
    bool isSlicer = false;          ///< markups of 3D Slicer
};

/// Reads a region or a list of regions (see roi_json.h), or markups of 3D Slicer (see slicer_markups.h, for `geometry`
/// too). Throws Error that names the file, and in a list the number of the region, from 1.
RoiFile readRoiFile(const std::filesystem::path& file, const std::optional<viewer::Geometry>& geometry = {});

/// Returns regions as the text of a file that readRoiFile() reads.
QByteArray roiFileText(const std::vector<RoiEntry>& entries);

}  // namespace fleming::app
