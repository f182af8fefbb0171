#pragma once

#include "viewer/data/dicom_reference.h"
#include "viewer/data/picture.h"
#include "viewer/data/roi.h"
#include "viewer/measure/measure.h"
#include "viewer/render/frame.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace fleming::app {

/// A measurement as a session holds it: a region of a series, and what it came to.
struct RecordedMeasurement {
    std::int64_t id = 0;  ///< in the session; all versions of a measurement share it
    std::string name;     ///< "M1", or what the user called it
    std::string note;     ///< typed by the user; may be empty
    viewer::Rgb colour{};
    viewer::Roi roi;
    viewer::Measurement measured;

    /// The image on which it was drawn: its series and, on a stored slice, `stored`, index and position. It has no
    /// pixels, and so neither their digest nor a window.
    viewer::Provenance source;
    std::string frameOfReference;  ///< DICOM UID; empty: unknown
    /// The points of the region in stored pixels of `source.stored`, columns and rows; (0, 0) is the centre of the
    /// first pixel. Empty unless it lies on a stored slice of a DICOM object.
    std::vector<viewer::Vector2> pixels;

    std::int64_t timeMs = 0;  ///< of this version; Unix time, ms
};

/// Returns true if the program gave the name, not the user: "M1", "M2", ... (MeasurementList::add()).
inline bool isGivenName(const std::string& name) {
    const auto isDigit = [](char each) { return each >= '0' && each <= '9'; };
    return name.size() > 1 && name.front() == 'M' && std::all_of(name.begin() + 1, name.end(), isDigit);
}

}  // namespace fleming::app
