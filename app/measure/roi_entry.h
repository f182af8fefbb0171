#pragma once

#include "viewer/data/picture.h"
#include "viewer/data/roi.h"

#include <optional>
#include <string>

namespace fleming::app {

/// A region in a file: with what a person calls it, and the series that it was drawn on.
struct RoiEntry {
    viewer::Roi roi;
    std::string name{};                   ///< UTF-8; may be empty
    std::optional<viewer::Rgb> colour{};  ///< 8 bits a channel
    std::string seriesUid{};              ///< DICOM Series Instance UID; empty if none is known
    friend bool operator==(const RoiEntry&, const RoiEntry&) = default;
};

}  // namespace fleming::app
