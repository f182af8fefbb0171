#pragma once

#include <string>

namespace fleming::app {

/// A unit in which DICOM gives the values of pixels: a defined term of Rescale Type (PS3.3, C.11.1.1.2), Units
/// (C.8.9.1.1.3) or Dose Units, or "SUV".
struct MeasuredUnit {
    const char* name;     ///< Measurement::unit
    const char* ucum;     ///< in UCUM; braces hold what UCUM has no unit for
    const char* meaning;  ///< in English
};

/// Returns the unit of that name. Null for any other text, which a file can hold too.
const MeasuredUnit* findUnit(const std::string& name);

}  // namespace fleming::app
